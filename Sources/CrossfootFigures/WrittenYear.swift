// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Reads years in names: four digits with a word for year behind them (2024年, 2024年度).
struct WrittenYear: Sendable {
  private let ends: WordTrie

  /// - Parameter ends: the words behind the digits.
  init(ends: [String]) { self.ends = WordTrie(ends) }

  /// The year whose first digit stands at an offset, and the offset behind its word.
  @inline(__always)
  func read(_ bytes: [UInt8], at start: Int) -> (year: Int, end: Int)? {
    // At most places no digit stands.
    Self.isDigit(bytes[start]) ? readDigits(bytes, at: start) : nil
  }

  private func readDigits(_ bytes: [UInt8], at start: Int) -> (year: Int, end: Int)? {
    guard start + 4 < bytes.count, start == 0 || !Self.isDigit(bytes[start - 1]) else { return nil }
    var year = 0
    for byte in bytes[start..<start + 4] {
      guard Self.isDigit(byte) else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    guard (1949...2099).contains(year) else { return nil }
    return ends.longest(in: bytes, at: start + 4, end: bytes.count).map { (year, $0.end) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
