// SPDX-License-Identifier: Apache-2.0

extension Decimal {
  /// Reads ASCII digits with at most one point, a sign in front and thousands separators anywhere between digits.
  /// - Returns: nil if there is no digit, any other byte, a second point, or more digits than a mantissa holds.
  public init?(ascii bytes: some Sequence<UInt8>) {
    var mantissa: Int128 = 0
    var decimals = 0
    var hasDigit = false
    var hasPoint = false
    var isNegative = false
    var isFirst = true
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        let (tens, high) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, low) = tens.addingReportingOverflow(Int128(byte - 0x30))
        if high || low { return nil }
        mantissa = sum
        hasDigit = true
        if hasPoint { decimals += 1 }
      case UInt8(ascii: "."):
        if hasPoint { return nil }
        hasPoint = true
      case UInt8(ascii: ","):
        if !hasDigit || hasPoint { return nil }
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if !isFirst { return nil }
        isNegative = byte == UInt8(ascii: "-")
      default: return nil
      }
      isFirst = false
    }
    if !hasDigit { return nil }
    self.init(isNegative ? -mantissa : mantissa, exponent: -decimals)
  }

  /// The number in plain digits with the decimals it has: trailing zeros are kept, there is never an exponent.
  /// - Parameter grouped: whether thousands are set apart by commas.
  public func plain(grouped: Bool = false) -> String {
    var digits = Array(String(mantissa.magnitude).utf8)
    if exponent > 0, mantissa != 0 {
      // A number no report can print is cut at a thousand zeros rather than spelled out.
      digits.append(contentsOf: repeatElement(0x30, count: Swift.min(exponent, 1000)))
    }
    let decimals = exponent < 0 ? Swift.min(exponent == .min ? .max : -exponent, 1000) : 0
    if digits.count <= decimals {
      digits.insert(contentsOf: repeatElement(0x30, count: decimals + 1 - digits.count), at: 0)
    }
    let whole = digits.count - decimals
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index == whole { text.append(UInt8(ascii: ".")) }
      if grouped, index > 0, index < whole, (whole - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
