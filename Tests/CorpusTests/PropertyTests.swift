// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// What holds for every report, whatever it says.
@Suite struct PropertyTests {
  @Test("every range slices the report to what is printed there", arguments: CorpusReport.all)
  func ranges(report: CorpusReport) throws {
    let examination = try #require(CorpusReport.examinations[report.name])
    #expect(examination.facts.figures.count > 20)
    for violation in Invariants(examination).violations { Issue.record("\(report.name): \(violation)") }
  }

  @Test("cuts of the corpus keep the invariants", arguments: 0..<120)
  func cuts(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let bytes = Self.cut(&random) + (Bool.random(using: &random) ? Self.cut(&random) : [])
    try check(bytes, "cut \(seed)")
  }

  @Test("random bytes keep the invariants", arguments: 0..<120)
  func randomBytes(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    let count = Int.random(in: 0...600, using: &random)
    try check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, "bytes \(seed)")
  }

  @Test("random words of the trade keep the invariants", arguments: 0..<120)
  func randomWords(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(2000 + seed))
    let count = Int.random(in: 1...150, using: &random)
    let words = (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }
    try check(Array(words.joined().utf8), "words \(seed)")
  }

  /// Between 0 and 2,000 bytes of a report, from any byte to any byte.
  private static func cut(_ random: inout SplitMix64) -> [UInt8] {
    guard let report = CorpusReport.all.randomElement(using: &random) else { return [] }
    let start = Int.random(in: 0..<report.bytes.count, using: &random)
    return Array(report.bytes[start...].prefix(Int.random(in: 0...2000, using: &random)))
  }

  /// What the grammar looks at, so that random texts get far into it.
  private static let words = [
    "0", "1", "00", "12", "305", "2024", "9999999999999999999999999999999999999999999", ",", "，", ".", "．", "-", "−",
    "+",
    "(", "（", ")", "）", "%", "％", "‰", "万元", "亿元", "元", "个", "个百分点", "倍", "年", "月", "日", " ", "\u{3000}", "\t", "\n",
    "\r\n", "\n\n", "\u{0C}", "|", "<td>", "</td>", "<table>", "<p>", "&nbsp;", "&#65297;", "<", "收入", "支出", "合计", "小计",
    "其中：", "包括", "、", "；", "。", "：", "比上年", "较2023年", "增加", "减少", "增长", "下降", "占", "为预算的", "完成", "执行率", "约", "近",
    "超过", "以上", "≥", "≤", "不少于", "等", "共", "分值", "得分", "总分", "无偏差", "#REF!", "优", "三", "十二", "《", "》", "一、", "（一）",
    "年初预算数", "全年执行数", "年度指标值", "实际完成值", "单位：万元", "由", "到", "同口径", "\u{FEFF}", "\u{0}", "～", "×", ":", "*",
  ]

  private func check(_ bytes: [UInt8], _ name: String) throws {
    let examination: Examination
    do {
      examination = try Examination.reading(bytes)
    } catch is TextError {
      return  // Bytes that are no text are refused, with a reason.
    }
    for violation in Invariants(examination).violations { Issue.record("\(name): \(violation)") }
  }
}
