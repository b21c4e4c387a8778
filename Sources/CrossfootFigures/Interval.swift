// SPDX-License-Identifier: Apache-2.0

/// A closed interval of numbers: the true values that print as a stated figure, or the range of an expression over such values.
public struct Interval: Sendable, Hashable {
  public var lower: Decimal
  public var upper: Decimal

  public init(_ lower: Decimal, _ upper: Decimal) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of one number.
  public init(_ value: Decimal) { self.init(value, value) }
}
