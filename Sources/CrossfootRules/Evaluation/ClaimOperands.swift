// SPDX-License-Identifier: Apache-2.0

extension Claim {
  /// Calls `body` with each operand, the derived one first where the claim has one.
  public func forEachOperand(_ body: (Operand) -> Void) {
    switch self {
    case .linear(let terms), .unknown(let terms), .direction(_, let terms):
      for term in terms { body(term.operand) }
    case .ratio(let result, let numerator, let denominator, _, _):
      body(result)
      for term in numerator { body(term.operand) }
      for term in denominator { body(term.operand) }
    case .product(let result, let weight, let rate, _):
      body(result)
      body(weight)
      body(rate)
    case .power(let result, let last, let first, _):
      body(result)
      body(last)
      body(first)
    case .equal(let operands), .sequence(let operands):
      for operand in operands { body(operand) }
    case .atMost(let left, let right):
      for term in left { body(term.operand) }
      for term in right { body(term.operand) }
    case .count(let stated, _, _): body(stated)
    case .implies(let condition, let consequence):
      body(consequence.left)
      body(consequence.right)
      body(condition.left)
      body(condition.right)
    case .within(let operand, _, _): body(operand)
    case .observed: break
    }
  }

  /// All operands, the derived one first where the claim has one. A figure that occurs twice is listed twice.
  public var operands: [Operand] {
    var operands: [Operand] = []
    forEachOperand { operands.append($0) }
    return operands
  }

  /// Whether the claim fixes its figures rather than bounding them.
  public var isEquality: Bool {
    switch self {
    case .linear, .ratio, .product, .power, .equal: true
    case .count(_, _, let open): !open
    case .atMost, .sequence, .direction, .implies, .within, .observed, .unknown: false
    }
  }
}
