// SPDX-License-Identifier: Apache-2.0
import PCRE2
import TestSupport
import Testing

@testable import CrossfootFigures

@Suite struct GrammarTests {
  /// What no number is followed by that is read without the grammar.
  static let needsGrammar = [
    "个百分点", "月元", "多人", " 余名", "百分点", "  %", "亿 %", "-3", ":30", "，234", ",5", "号", "届", "条第", "次会议", "日", "至5月", "×24",
    "x2", "/3", "‰", "万多元",
    "千米", " 千克", "千瓦", "千瓦时", "时", "季度", "号文", "余", "万 个百分点",
  ]

  @Test("a search of every grammar skips to bytes that can start a match")
  func knownStarts() {
    #expect(Lexicon.chinese.grammar.hasKnownStart)
    for shape in [ClauseGrammar.share, ClauseGrammar.completion, ClauseGrammar.fromTo, ClauseGrammar.change] {
      #expect(shape.pattern.hasKnownStart)
    }
  }

  @Test(
    "a plain number is read without the grammar as the grammar would read it",
    arguments: [
      "\t", "\n", "", "%", "元", "万元", "亿美元", "千万元", " ", "年", "万", ".", "个百分点", "月元", "个", " 家", "年度预算", " 年，",
      "年-2026年", "年3月", "万人",
      "千瓦", "千瓦时", " 万吨", "多人", " 余名", "百分点", "  %", "亿 %", "-3", ":30", "，234", ",5", "号", "届", "条", "条第", "次", "次会议",
      "日", "）", ")", "至5月",
      " 亿元", "×24", "x2", "/3", "‰", "、", "%。", "万多元", "千米", " 千克", "时", "小时", "季度", "号文", "年年初", "年 ~ 2030年", "余",
      "万 个百分点",
    ])
  func plainNumbers(end: String) throws {
    var random = SplitMix64(seed: 11)
    let lexicon = Lexicon.chinese
    var matcher = Matcher(lexicon.grammar)
    var read = 0
    for _ in 0..<3000 {
      let head = ["", "20", "1,", "13", "0"].randomElement(using: &random) ?? ""
      let tail = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        "0123456789,.1234567890".randomElement(using: &random) ?? "7"
      }
      let text = "1\(head)\(String(tail))\(end)"
      let bytes = Array(text.utf8)
      var number = PlainNumber(PlainDigits(bytes.span, at: 0), from: 0)
      guard NumberReader(lexicon, bytes).complete(&number) else { continue }
      if number.digits.upperBound == bytes.count - end.utf8.count { read += 1 }
      #expect(try matcher.match(in: Subject(text)))
      let year = lexicon.groups.exclusions.first { $0.reason == .year }?.group ?? 0
      #expect(matcher.range(of: year) == (number.isYear ? 0..<number.end : nil), "\(text)")
      #expect(matcher.range(of: lexicon.groups.digits) == (number.isYear ? nil : number.digits), "\(text)")
      if let value = number.value { #expect(Decimal(printed: bytes[number.digits]) == value, "\(text)") }
      #expect(matcher.range(of: lexicon.groups.scale) == number.scale, "\(text)")
      #expect(matcher.range(of: lexicon.groups.rate) == number.rate, "\(text)")
      #expect(matcher.range(of: 0) == 0..<number.end, "\(text)")
    }
    #expect(Self.needsGrammar.contains(end) ? read == 0 : read > 100, "\(read)")
  }
}
