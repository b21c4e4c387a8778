// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

/// Golden renderings of single findings, carets counted in terminal cells.
@Suite struct SnippetTests {
  /// The rendering without the headline.
  private func drawn(_ sample: Sample, _ marked: String, width: Int = 100) -> String {
    let options = TextOptions(language: .zh, width: width)
    let text = TextReport.findings(of: sample.result(marked), options: options)
    return text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  @Test("two places far apart are two slices, the primary one first")
  func twoSlices() {
    var sample = Sample()
    sample.kind = .tieOut
    sample.rule = "tie-out.repeated"
    sample.label = "不予受理"
    sample.arithmetic = [Arithmetic("97", "97", stated: "96")]
    let result = sample.result("合计\t1,205\t1,108\t⟦right|97⟧\n\n\n\n其中受理1,108件，不予受理⟦*left|96⟧件。\n")
    let expected = """
      error[tie-out.repeated]: 不予受理：此处为 96，另处为 97
       --> 报告/一.txt:5:16
        |
      5 | 其中受理1,108件，不予受理96件。
        |                          ^^ 此处 96
        |
       ::: 报告/一.txt:1:16
        |
      1 | 合计    1,205   1,108   97
        |                         -- 另处 97


      """
    #expect(TextReport.findings(of: result, options: TextOptions(language: .zh)) == expected)
  }

  @Test("on one line the last caption stands inline and the earlier ones hang below")
  func sameLine() {
    var sample = Sample()
    sample.kind = .listTotal
    let expected = """
       --> 报告/一.txt:1:10
        |
      1 | （二）全年收到申请1,205件，其中受理1,108件，不予受理96件。
        |                   ^^^^^            -----            -- 分项 96
        |                   |                |
        |                   |                分项 1,108
        |                   总数 1,205


      """
    let text = "（二）全年收到申请⟦*total|1,205⟧件，其中受理⟦part|1,108⟧件，不予受理⟦part|96⟧件。"
    #expect(drawn(sample, text) == expected)
  }

  @Test("full-width, astral, combining and ambiguous characters take their cells")
  func widths() {
    let expected = """
       --> 报告/一.txt:1:11
        |
      1 | 𠮷田e\u{301}ｅＡ“一”①２１．２％，比上年71.84
        |               ^^^^^^^^^^        ----- 增减额 71.84
        |               |
        |               增减率 ２１．２％


      """
    #expect(drawn(Sample(), "𠮷田e\u{301}ｅＡ“一”①⟦*rate|２１．２％⟧，比上年⟦delta|71.84⟧") == expected)
  }

  @Test("a tab runs to the next multiple of four cells")
  func tabs() {
    let expected = """
       --> 报告/一.txt:1:13
        |
      1 | 甲  bc  def 一二    21.2%   x   3
        |                     ^^^^^       - 分项 3
        |                     |
        |                     增减率 21.2%


      """
    #expect(drawn(Sample(), "甲\tbc\tdef\t一二\t⟦*rate|21.2%⟧\tx\t⟦part|3⟧") == expected)
  }

  @Test("a long line is cut around the places, after punctuation where there is some")
  func longLine() {
    let before = String(repeating: "本年度各项工作有序推进，", count: 20)
    let between = String(repeating: "同时持续加强日常管理。", count: 30)
    let after = String(repeating: "主要原因是厉行节约", count: 20)
    let text = before + "全年共计支出⟦amount|339.16⟧万元左右；" + between + "比上年下降⟦*rate|21.2%⟧，" + after
    let expected = """
       --> 报告/一.txt:1:593
        |
      1 | …全年共计支出339.16万元左右；…比上年下降21.2%，主要原因是厉行节…
        |              ------                     ^^^^^ 增减率 21.2%
        |              |
        |              金额 339.16


      """
    #expect(drawn(Sample(), text) == expected)
  }

  @Test("a line without punctuation is cut hard")
  func endlessLine() {
    let noise = String(repeating: "一二三四五六七八九十", count: 20_000)
    let text = noise + "⟦*rate|21.2%⟧" + noise
    let expected = """
       --> 报告/一.txt:1:200001
        |
      1 | …五六七八九十一二三四五六七八九十21.2%一二三四五六七八九十一二三四五六…
        |                                  ^^^^^ 增减率 21.2%


      """
    #expect(drawn(Sample(), text, width: 76) == expected)
  }

  @Test("CRLF ends a line once and is not drawn; neighbouring lines share a slice")
  func lineEnds() {
    let expected = """
       --> 报告/一.txt:3:3
        |
      2 | 支出339.16万元
        |     ------ 金额 339.16
      3 | 下降21.2%
        |     ^^^^^ 增减率 21.2%


      """
    #expect(drawn(Sample(), "第一行\r\n支出⟦amount|339.16⟧万元\r\n下降⟦*rate|21.2%⟧\r\n") == expected)
  }

  @Test("the first line and the end of a file without line feed")
  func edges() {
    let expected = """
        --> 报告/一.txt:11:3
         |
      11 | 末行21.2%
         |     ^^^^^ 增减率 21.2%
         |
        ::: 报告/一.txt:1:1
         |
       1 | 339.16万元
         | ------ 金额 339.16


      """
    let drawing = drawn(Sample(), "⟦amount|339.16⟧万元" + String(repeating: "\n", count: 10) + "末行⟦*rate|21.2%⟧")
    #expect(drawing == expected)
  }

  @Test("blank lines inside a slice are drawn, more than two part the slices")
  func blankLines() {
    let expected = """
       --> 报告/一.txt:1:3
        |
      1 | 下降21.2%
        |     ^^^^^ 增减率 21.2%
      2 |
      3 | 支出5
        |     - 金额 5
        |
       ::: 报告/一.txt:7:3
        |
      7 | 支出6
        |     - 金额 6


      """
    #expect(drawn(Sample(), "下降⟦*rate|21.2%⟧\n\n支出⟦amount|5⟧\n\n\n\n支出⟦amount|6⟧\n") == expected)
  }

  @Test("control characters become pictures, bidi controls a replacement, zero-width ones vanish")
  func controls() {
    let expected = """
       --> 报告/一.txt:1:17
        |
      1 | 红␛[31m色␀\u{FFFD}反向零宽␡21.2%
        |                     ^^^^^ 增减率 21.2%


      """
    let text = "红\u{1B}[31m色\u{0}\u{202E}反向\u{200B}\u{FEFF}零宽\u{7F}⟦*rate|21.2%⟧"
    #expect(drawn(Sample(), text) == expected)
  }

  @Test("form feeds give page numbers")
  func pages() {
    let expected = """
       --> 报告/一.txt:5:5  第3页
        |
      5 | ␌第三页21.2%
        |        ^^^^^ 增减率 21.2%
        |
       ::: 报告/一.txt:1:8  第2页
        |
      1 | 第一页␌第二页5
        |              - 金额 5


      """
    #expect(drawn(Sample(), "第一页\u{0C}第二页⟦amount|5⟧\n\n\n\n\u{0C}第三页⟦*rate|21.2%⟧") == expected)
  }

  @Test("at most six lines are drawn, the others counted")
  func manyLines() {
    let rows = (1...9).map { "第\($0)项⟦part|\($0)0⟧" }.joined(separator: "\n\n\n\n")
    let drawing = drawn(Sample(), rows + "\n合计⟦*total|290⟧")
    #expect(drawing.split(separator: "\n").count { $0.contains(" | 第") || $0.contains(" | 合计") } == 6)
    #expect(drawing.contains("\n  ... 另有 4 处\n"))
    #expect(!drawing.contains("第6项"))
  }

  @Test("at most eight places of a line are drawn, the primary one always")
  func manyPlaces() {
    let row = (1...12).map { "⟦part|1\($0)⟧" }.joined(separator: " ") + " ⟦*total|99⟧"
    let drawing = drawn(Sample(), row)
    #expect(drawing.contains("^^ 合计 99"))
    #expect(drawing.contains("... 另有 5 处"))
  }

  @Test("a figure cited in two roles is pointed at once")
  func twoRoles() {
    let sample = Sample()
    var result = sample.result("支出⟦amount|5⟧下降⟦*rate|21.2%⟧")
    var again = result.findings[0].figures[1]
    again.role = .base
    result.findings[0].figures.append(again)
    let text = TextReport.findings(of: result, options: TextOptions(language: .zh))
    #expect(text.contains("| 金额 5、基数 5\n") || text.contains("|     金额 5、基数 5\n"))
    #expect(!text.contains("另有"))
  }

  @Test("ranges outside the text are drawn at its end")
  func outside() {
    var result = Sample().result("支出⟦*amount|5⟧")
    result.findings[0].primary.range = SourceRange(500, 600)
    result.findings[0].figures[0].range = SourceRange(500, 600)
    let text = TextReport.findings(of: result, options: TextOptions(language: .zh))
    #expect(text.contains("1 | 支出5\n  |      ^ 金额 5\n"))
  }
}
