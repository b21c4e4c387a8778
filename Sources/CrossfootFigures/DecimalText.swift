// SPDX-License-Identifier: Apache-2.0

extension Decimal {
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
