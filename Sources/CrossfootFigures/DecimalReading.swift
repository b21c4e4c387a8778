// SPDX-License-Identifier: Apache-2.0

extension Decimal {
  /// A number as printed: digits with separators (dropped) and at most one point.
  /// - Returns: nil for no digits, two points, or more digits than fit.
  public init?(printed text: some Sequence<UInt8>) {
    let bytes = Array(text)
    self.init(printed: bytes.span)
  }

  /// A number as printed: digits with separators (dropped) and at most one point.
  /// - Returns: nil for no digits, two points, or more digits than fit.
  public init?(printed bytes: borrowing Span<UInt8>) {
    // Nearly all numbers fit 64 bits, where a digit costs a fraction of what it does in 128.
    var mantissa: Int128 = 0
    var low: UInt64 = 0
    var decimals = 0
    var sawPoint = false
    var count = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        count += 1
        guard count <= 36 else { return nil }
        if count <= 18 {
          low = low * 10 + UInt64(byte &- 0x30)
        } else {
          mantissa = (count == 19 ? Int128(low) : mantissa) * 10 + Int128(byte &- 0x30)
        }
        if sawPoint { decimals += 1 }
      } else if byte == 0x2E {
        guard !sawPoint else { return nil }
        sawPoint = true
      }
    }
    guard count > 0 else { return nil }
    self.init(count <= 18 ? Int128(low) : mantissa, exponent: -decimals)
  }
}
