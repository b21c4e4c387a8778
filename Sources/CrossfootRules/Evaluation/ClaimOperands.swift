// SPDX-License-Identifier: Apache-2.0

extension Claim {
  /// Calls `body` with each operand, the derived one first where the claim has one. Compiled into its callers: they ask
  /// claims in place in their relations, and copying a claim costs more than looking at it.
  @inlinable
  @inline(__always)
  public func forEachOperand(_ body: (Operand) -> Void) {
    _ = containsOperand { operand in
      body(operand)
      return false
    }
  }

  /// Whether an operand is as asked; stops at the first one.
  @inlinable
  @inline(__always)
  public func containsOperand(where test: (Operand) -> Bool) -> Bool {
    switch self {
    case .linear(let terms), .unknown(let terms), .direction(_, let terms):
      for term in terms where test(term.operand) { return true }
      return false
    case .ratio(let result, let numerator, let denominator, _, _):
      if test(result) { return true }
      for term in numerator where test(term.operand) { return true }
      for term in denominator where test(term.operand) { return true }
      return false
    case .product(let result, let weight, let rate, _): return test(result) || test(weight) || test(rate)
    case .power(let result, let last, let first, _): return test(result) || test(last) || test(first)
    case .composed(let whole, let parts, _):
      if whole.contains(where: test) { return true }
      for part in parts where part.contains(where: test) { return true }
      return false
    case .equal(let operands), .sequence(let operands), .whole(let operands, _):
      for operand in operands where test(operand) { return true }
      return false
    case .atMost(let left, let right):
      for term in left where test(term.operand) { return true }
      for term in right where test(term.operand) { return true }
      return false
    case .count(let stated, _, _): return test(stated)
    case .implies(let condition, let consequence):
      return test(consequence.left) || test(consequence.right) || test(condition.left) || test(condition.right)
    case .within(let operand, _, _): return test(operand)
    case .observed: return false
    }
  }

  /// All operands, the derived one first where the claim has one. A figure that occurs twice is listed twice.
  public var operands: [Operand] {
    var operands: [Operand] = []
    forEachOperand { operands.append($0) }
    return operands
  }

  /// Whether the claim adds or compares figures: where it holds, a change of any of them would be told.
  @inlinable
  @inline(__always)
  public var isSum: Bool {
    switch self {
    case .linear, .whole, .equal: true
    default: false
    }
  }

  /// Whether the claim fixes its figures rather than bounding them.
  public var isEquality: Bool {
    switch self {
    case .linear, .whole, .ratio, .product, .power, .equal: true
    case .count(_, _, let open): !open
    case .composed(_, _, let isBound): !isBound
    case .atMost, .sequence, .direction, .implies, .within, .observed, .unknown: false
    }
  }
}
