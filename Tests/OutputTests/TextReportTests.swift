// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct TextReportTests {
  private var sample: Sample {
    var sample = Sample()
    sample.label = "接待费"
    sample.arithmetic = [Arithmetic("71.84 ÷ (339.16 + 71.84)", "17.48%", stated: "21.2%")]
    sample.expected = "17.5%"
    sample.cause = .wrongBase
    return sample
  }

  private let text = "接待费⟦amount|339.16⟧万元，比上年减少⟦delta|71.84⟧万元，下降⟦*rate|21.2%⟧。"

  @Test("a finding with its arithmetic and help, then the closing lines")
  func whole() {
    let expected = """
      error[recalculation.change-rate]: 接待费：增减率 21.2%，按 71.84 ÷ (339.16 + 71.84) 应为 17.48%
       --> 报告/一.txt:1:28
        |
      1 | 接待费339.16万元，比上年减少71.84万元，下降21.2%。
        |       ------                -----          ^^^^^ 增减率 21.2%
        |       |                     |
        |       |                     增减额 71.84
        |       金额 339.16
        |
        = note: 71.84 ÷ (339.16 + 71.84) = 17.48%，所列 21.2%
        = help: 若其他数字无误，此处应为 17.5%；可能除以了本期数，而不是上期数

      1 个错误，0 个警告（1 份报告）
      3 个数字：相符 0，矛盾 3，仅核上下限 0，未核对 0；1 条勾稽关系；用时 1.05 秒

      """
    let options = TextOptions(language: .zh, elapsed: .milliseconds(1057))
    #expect(TextReport.render([sample.result(text)], options: options) == expected)
  }

  @Test("the same in English")
  func english() {
    let expected = """
      error[recalculation.change-rate]: 接待费: rate of change 21.2%, but 71.84 ÷ (339.16 + 71.84) gives 17.48%
       --> 报告/一.txt:1:28
        |
      1 | 接待费339.16万元，比上年减少71.84万元，下降21.2%。
        |       ------                -----          ^^^^^ rate of change 21.2%
        |       |                     |
        |       |                     change 71.84
        |       amount 339.16
        |
        = note: 71.84 ÷ (339.16 + 71.84) = 17.48%, stated 21.2%
        = help: if the other figures are right, this should read 17.5%; \
      it may be divided by the later figure instead of the earlier one

      1 error, 0 warnings in 1 report
      3 figures: 0 ticked, 3 contradicted, 0 bounded, 0 unchecked; 1 relation

      """
    #expect(TextReport.render([sample.result(text)], options: TextOptions(language: .en)) == expected)
  }

  @Test("colour adds escape sequences and changes nothing else")
  func colour() {
    let result = sample.result(text, notes: [Note(.matchLimit, at: SourceRange(3, 6))])
    let plain = TextReport.render([result], options: TextOptions(language: .zh))
    let coloured = TextReport.render([result], options: TextOptions(language: .zh, colour: .ansi))
    #expect(coloured.contains("\u{1B}[1;31merror[recalculation.change-rate]\u{1B}[0m"))
    #expect(coloured.replacing(#/\x1B\[[0-9;]*m/#, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test("notes and accepted findings are hidden and counted, unless asked for")
  func hidden() {
    var note = sample
    note.severity = .note
    var accepted = sample
    accepted.baseline = .unchanged
    let results = [note.result(text), accepted.result(text)]
    let quiet = TextReport.render(results, options: TextOptions(language: .zh))
    #expect(
      quiet == """
        0 个错误，0 个警告（2 份报告）；1 条提示未显示（--show note）；1 条此前已知，未列出（--show baselined）
        6 个数字：相符 0，矛盾 6，仅核上下限 0，未核对 0；2 条勾稽关系

        """)
    let loud = TextReport.render(results, options: TextOptions(language: .zh, shown: Set(Shown.allCases)))
    #expect(loud.contains("note[recalculation.change-rate]: "))
    #expect(loud.contains("error[recalculation.change-rate]: "))
    #expect(!loud.contains("--show"))
  }

  @Test("rounding is a count on request")
  func rounding() {
    var result = sample.result("无")
    result.coverage.rounding = 12
    let quiet = TextReport.render([result], options: TextOptions(language: .zh))
    #expect(!quiet.contains("尾差"))
    let loud = TextReport.render([result], options: TextOptions(language: .zh, shown: [.rounding]))
    #expect(loud.contains("12 条关系只在四舍五入范围内相符（尾差）\n"))
  }

  @Test("a place accepted with other numbers is told, and said to be such")
  func updated() {
    var sample = sample
    sample.baseline = .updated
    let text = TextReport.render([sample.result(text)], options: TextOptions(language: .zh))
    #expect(text.contains("  = note: 基线曾接受此处的另一组数字\n"))
    #expect(text.contains("1 个错误"))
  }

  @Test("notes on a report are always shown, with their place where they have one")
  func notes() {
    let result = sample.result(
      "一\n二", notes: [Note(.invalidBytes, at: SourceRange(4, 7), count: 3), Note(.emptyInput)])
    let expected = """
      note: 字节不符合文件编码，已替换为 U+FFFD（3 处）
       --> 报告/一.txt:2:1

      note: 报告没有文字
       --> 报告/一.txt


      """
    #expect(TextReport.findings(of: result, options: TextOptions(language: .zh)) == expected)
  }

  @Test("nothing to tell still says how much was checked")
  func clean() {
    let expected = """
      0 errors, 0 warnings in 0 reports
      0 figures: 0 ticked, 0 contradicted, 0 bounded, 0 unchecked; 0 relations; 0.00 s

      """
    #expect(TextReport.render([], options: TextOptions(elapsed: .zero)) == expected)
  }

  @Test("control characters of a report reach neither headline nor path")
  func sanitised() {
    var sample = sample
    sample.path = "a\u{1B}[2J\nb.txt"
    sample.label = "标\u{1B}]0;x\u{07}题"
    let result = sample.result(text)
    for text in [TextReport.render([result]), ConciseReport.render([result])] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(text.contains("a␛[2J␊b.txt:1:28"))
    }
  }

  @Test("concise: one line for each finding, columns in Unicode scalars")
  func concise() {
    let results = [
      sample.result("𠮷" + text, notes: [Note(.gaveUp)]),
      Sample(severity: .note).result("下降⟦*rate|21.2%⟧"),
    ]
    let expected = """
      报告/一.txt:1:29: error: 接待费：增减率 21.2%，按 71.84 ÷ (339.16 + 71.84) 应为 17.48% [recalculation.change-rate]
      报告/一.txt:1:1: note: 组合过多，部分关系未核对

      """
    #expect(ConciseReport.render(results, language: .zh) == expected)
    let all = ConciseReport.render(results, language: .en, shown: [.note])
    let note = "note: rate of change 21.2% does not agree with the other figures [recalculation.change-rate]"
    #expect(all.contains("一.txt:1:3: \(note)\n"))
  }
}
