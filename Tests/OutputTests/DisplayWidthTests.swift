// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CrossfootOutput

@Suite struct DisplayWidthTests {
  /// Widths by UAX #11, as wcwidth gives them.
  @Test(
    "cells of a text",
    arguments: [
      ("", 0), ("abc", 3), ("救命", 4), ("表意文字", 8), ("\u{20000}", 2), ("\u{2FFFD}", 2), ("\u{30000}", 2),
      ("ＡＢ１２％", 10), ("，。；：", 8), ("\u{3000}", 2), ("“”", 2), ("—…", 2), ("①×±°", 4), ("e\u{301}", 1),
      ("か\u{3099}", 2), ("ｶﾞ", 2), ("한글", 4), ("\u{1100}\u{1161}", 2), ("㈠㎡", 4), ("〇", 2), ("゛", 2),
      ("😀", 2), ("─│", 2), ("±0.5", 4), ("￥", 2), ("¥", 1), ("△", 1), ("〈〉", 4), ("\u{200B}", 0), ("é", 1),
    ])
  func cells(_ row: (String, Int)) {
    #expect(DisplayWidth.of(row.0) == row.1)
  }

  @Test("every scalar takes none, one or two cells, and the ideographs two")
  func everyScalar() {
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = DisplayWidth.of(scalar)
      let isRight = scalar.properties.isUnifiedIdeograph ? width == 2 : (0...2).contains(width)
      if !isRight { Issue.record("U+\(String(value, radix: 16)): \(width)") }
    }
  }

  @Test(
    "a text is cut to cells, with a sign in place of what is lost",
    arguments: [("一般公共预算", 12, "一般公共预算"), ("一般公共预算", 11, "一般公共预…"), ("一般公共预算", 8, "一般公…"), ("abc", 2, "a…")])
  func shortened(_ row: (String, Int, String)) {
    #expect(Sentences(.zh).shortened(row.0, to: row.1) == row.2)
  }
}
