// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// How two statements of one figure agree.
enum Agreement: Int, Sendable {
  case different
  /// One unit apart in the last digit that both print.
  case lastDigit
  case same
}

extension Evaluator {
  /// Whether the statements of one figure differ by no more than one unit of the last digit, and some do.
  func isLastDigit(_ claim: Claim) throws(Reason) -> Bool {
    guard case .equal(let operands) = claim else { return false }
    return try agreement(operands) == .lastDigit
  }

  /// How well all statements of one figure agree with the most frequent one.
  func agreement(_ operands: [Operand]) throws(Reason) -> Agreement {
    guard let first = operands.first else { throw .missingOperand }
    var worst = Agreement.same
    for operand in operands.dropFirst() {
      worst = try Agreement.worse(worst, agreement(first, operand))
    }
    if worst == .same || operands.count == 2 { return worst }
    let common = try operands[commonest(operands)]
    worst = .same
    for operand in operands { worst = try Agreement.worse(worst, agreement(common, operand)) }
    return worst
  }

  /// How two statements agree: figures of different precision are compared at the coarser one.
  func agreement(_ a: Operand, _ b: Operand) throws(Reason) -> Agreement {
    let x = try quantity(a)
    let y = try quantity(b)
    if x.value.equals(y.value) { return .same }
    if try isExact(a), try isExact(b) { return .different }
    let place = max(x.lastPlace, y.lastPlace)
    let difference = try checked(x.value.subtracting(y.value)?.magnitude)
    if x.lastPlace != y.lastPlace {
      // The finer one rounds to the coarser one, ties either way.
      let twice = try checked(difference.multiplied(by: 2))
      if twice.order(Decimal(1, exponent: place)) <= 0 { return .same }
    }
    if x.qualifier.isApproximate || y.qualifier.isApproximate { return .different }
    let left = try checked(x.value.rounded(to: place))
    let right = try checked(y.value.rounded(to: place))
    let apart = try checked(left.subtracting(right)?.magnitude)
    return apart.order(Decimal(1, exponent: place)) <= 0 ? .lastDigit : .different
  }

  /// Index of the operand whose value is printed most often, the earliest of several.
  func commonest(_ operands: [Operand]) throws(Reason) -> Int {
    guard operands.count > 2 else {
      if operands.isEmpty { throw .missingOperand }
      return 0
    }
    var counts: [Decimal: Int] = [:]
    for operand in operands { try counts[value(operand).trimmed, default: 0] += 1 }
    var best = 0
    var most = 0
    for (index, operand) in operands.enumerated() {
      let count = try counts[value(operand).trimmed] ?? 0
      if count > most {
        most = count
        best = index
      }
    }
    return best
  }
}

extension Agreement {
  static func worse(_ a: Agreement, _ b: Agreement) -> Agreement { a.rawValue < b.rawValue ? a : b }
}
