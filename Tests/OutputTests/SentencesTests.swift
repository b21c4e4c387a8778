// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct SentencesTests {
  private static let rate = [(Role.rate, "21.2%"), (.delta, "71.84"), (.amount, "339.16")]
  private static let scores = [
    (Role.score, "28.00"), (.target, "95%"), (.achieved, "98%"), (.weight, "30.00"), (.mark, "无偏差"),
  ]

  /// A kind of relation with figures and arithmetic, and what is said of it.
  struct Row: Sendable, CustomTestStringConvertible {
    var kind: RelationKind
    var figures: [(Role, String)]
    var arithmetic: Arithmetic?
    var expected: String?
    var zh: String
    var en: String
    var testDescription: String { "\(kind): \(zh)" }

    init(
      _ kind: RelationKind, _ figures: [(Role, String)], _ arithmetic: Arithmetic? = nil, expected: String? = nil,
      zh: String, en: String
    ) {
      self.kind = kind
      self.figures = figures
      self.arithmetic = arithmetic
      self.expected = expected
      self.zh = zh
      self.en = en
    }
  }

  @Test(
    "the message names the numbers and states the relation",
    arguments: [
      Row(
        .changeRate, rate, Arithmetic("71.84 ÷ (339.16 + 71.84)", "17.48%", stated: "21.2%"),
        zh: "增减率 21.2%，按 71.84 ÷ (339.16 + 71.84) 应为 17.48%",
        en: "rate of change 21.2%, but 71.84 ÷ (339.16 + 71.84) gives 17.48%"),
      Row(
        .executionRate, [(.rate, "92%"), (.actual, "71"), (.budget, "78")],
        Arithmetic("71 ÷ 78", "91.0%", stated: "92%"),
        zh: "执行率 92%，按 71 ÷ 78 应为 91.0%", en: "execution rate 92%, but 71 ÷ 78 gives 91.0%"),
      Row(
        .footing, [(.part, "96"), (.part, "1,108"), (.total, "1,205")],
        Arithmetic("1,108 + 96", "1,204", stated: "1,205"), expected: "97",
        zh: "按 1,108 + 96 应为 1,204，而所列为 1,205；分项 96 若为 97 则相符",
        en: "1,108 + 96 gives 1,204, but 1,205 is stated; they agree if part 96 reads 97"),
      Row(
        .bound, [(.total, "10"), (.part, "8"), (.part, "7")], Arithmetic("10", "10", stated: "8 + 7", isBound: true),
        zh: "8 + 7 超过 10", en: "8 + 7 exceeds 10"),
      Row(
        .grade, [(.score, "88.5")], zh: "得分 88.5 与所评等级不符", en: "score 88.5 does not go with the grade given"),
      Row(
        .sequence, [(.stated, "4"), (.stated, "2")], Arithmetic("2, 4", "", stated: "4"), zh: "序号不连续：4、2",
        en: "the numbering has a gap: 4, 2"),
      Row(
        .tieOut, [(.stated, "96"), (.stated, "97"), (.stated, "97"), (.stated, "96")],
        Arithmetic("97", "97", stated: "96"),
        zh: "此处为 96，另处为 97", en: "96 here, 97 elsewhere"),
      Row(
        .grade, [(.total, "88.5"), (.mark, "优")], zh: "总分 88.5 与等级“优”不符",
        en: "total score 88.5 does not go with the grade “优”"),
      Row(
        .targetMetDeducted, scores, zh: "目标已完成却扣分：目标值 95%，完成值 98%，分值 30.00，得分 28.00",
        en: "target met, yet points deducted: target 95%, achieved 98%, weight 30.00, score 28.00"),
      Row(
        .targetMissedFull, scores, zh: "目标未完成却得满分：目标值 95%，完成值 98%，分值 30.00，得分 28.00",
        en: "target missed, yet full score: target 95%, achieved 98%, weight 30.00, score 28.00"),
      Row(
        .deductedWithoutDeviation, scores, zh: "已扣分，偏差一栏却写“无偏差”：目标值 95%，完成值 98%，分值 30.00，得分 28.00",
        en: "points deducted, yet the deviation column says “无偏差”: "
          + "target 95%, achieved 98%, weight 30.00, score 28.00"),
      Row(
        .spreadsheetError, [(.mark, "#REF!"), (.part, "90"), (.part, "9.5")],
        Arithmetic("90 + 9.5", "99.5", stated: "#REF!"), zh: "公式出错 #REF!，按 90 + 9.5 应为 99.5",
        en: "broken formula #REF!; 90 + 9.5 gives 99.5"),
      Row(.spreadsheetError, [(.mark, "#DIV/0!")], zh: "公式出错 #DIV/0!", en: "broken formula #DIV/0!"),
      Row(
        .count, [(.stated, "3")], Arithmetic("", "2", stated: "3"), zh: "写明 3，实际列出 2", en: "3 stated, 2 listed"),
      Row(
        .sequence, [(.stated, "1"), (.stated, "2"), (.stated, "4")], zh: "序号不连续：1、2、4",
        en: "the numbering has a gap: 1, 2, 4"),
      Row(
        .direction, [(.delta, "5.2"), (.amount, "3")], zh: "增减说法与数字不符：增减额 5.2，金额 3",
        en: "the wording of the change contradicts the figures: change 5.2, amount 3"),
      Row(.leftover, [(.mark, "XX")], zh: "遗留未填写的内容 XX", en: "left-over placeholder XX"),
      Row(
        .scoreProduct, [(.score, "9"), (.weight, "10")], zh: "得分 9，分值 10，互相不符",
        en: "score 9, weight 10 do not agree"),
    ])
  func messages(_ row: Row) {
    var sample = Sample(kind: row.kind)
    sample.expected = row.expected
    sample.arithmetic = row.arithmetic.map { [$0] } ?? []
    let finding = sample.finding(row.figures)
    #expect(Sentences(.zh).message(finding) == row.zh)
    #expect(Sentences(.en).message(finding) == row.en)
  }

  @Test("every kind has a message in both languages, whatever is known", arguments: RelationKind.allCases)
  func everyKind(_ kind: RelationKind) {
    let arithmetics = [[], [Arithmetic("1 + 2", "3", stated: "4")], [Arithmetic("3", "3", stated: "4", isBound: true)]]
    for arithmetic in arithmetics {
      let finding = Sample(kind: kind, arithmetic: arithmetic).finding([(.score, "4"), (.weight, "5")])
      let zh = Sentences(.zh).message(finding)
      let en = Sentences(.en).message(finding)
      #expect(zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(zh.contains("4") || zh.contains("5") || zh.contains("3"))
      #expect(!en.hasSuffix(".") && !en.contains("  "))
    }
  }

  @Test("a long sum is counted in the headline and abridged in the explanation")
  func longSum() {
    let terms = (100..<160).map(String.init)
    let arithmetic = Arithmetic(terms.joined(separator: " + "), "7,770", stated: "7,771")
    let figures = [(Role.total, "7,771")] + terms.map { (Role.part, $0) }
    let finding = Sample(kind: .footing, arithmetic: [arithmetic]).finding(figures)
    #expect(Sentences(.zh).message(finding) == "合计 7,771，按 60 个分项应为 7,770")
    #expect(
      Sentences(.en).explanations(finding)
        == ["100 + 101 + 102 + 103 + 104 + 105 + … + 157 + 158 + 159 = 7,770, stated 7,771"])
  }

  @Test("an explanation says what follows from a condition, and nothing where the message says it all")
  func explanations() {
    func explain(_ kind: RelationKind, _ arithmetic: Arithmetic) -> [String] {
      Sentences(.zh).explanations(Sample(kind: kind, arithmetic: [arithmetic]).finding([(.score, "28")]))
    }
    let met = Arithmetic("98 ≥ 95", "30", stated: "28")
    #expect(explain(.targetMetDeducted, met) == ["98 ≥ 95，应为 30，所列 28"])
    #expect(explain(.deductedWithoutDeviation, Arithmetic("7 ≤ 8", "8", stated: "7")) == [])
    #expect(explain(.tieOut, Arithmetic("97", "97", stated: "96")) == [])
    #expect(explain(.sequence, Arithmetic("1, 3", "", stated: "3")) == [])
    #expect(explain(.bound, Arithmetic("4 + 6", "10", stated: "11", isBound: true)) == ["上限 4 + 6 = 10，所列 11"])
    #expect(Sentences(.en).equation(met) == "98 ≥ 95 ⇒ 30")
  }

  @Test("the label stands in front, cut where it is a whole sentence")
  func label() {
    var sample = Sample(kind: .leftover)
    sample.label = String(repeating: "一般公共预算", count: 5)
    let message = Sentences(.zh).message(sample.finding([(.mark, "XX")]))
    #expect(message == "一般公共预算一般公共预算一般公…：遗留未填写的内容 XX")
    sample = Sample(kind: .scoreTotal, label: "总分", arithmetic: [Arithmetic("1 + 2", "3", stated: "4")])
    #expect(Sentences(.zh).message(sample.finding([(.total, "4")])) == "总分 4，按 1 + 2 应为 3")
  }

  @Test("help says the expected value, the cause, both or nothing")
  func help() {
    let sentences = Sentences(.zh)
    func help(_ expected: String?, _ cause: Cause?) -> String? {
      sentences.help(Sample(expected: expected, cause: cause).finding([(.rate, "1")]))
    }
    #expect(help(nil, nil) == nil)
    #expect(help("17.5%", nil) == "若其他数字无误，此处应为 17.5%")
    #expect(help(nil, .swappedDigits) == "可能是两位数字写颠倒了")
    #expect(help("17.5%", .swappedDigits) == "若其他数字无误，此处应为 17.5%；可能是两位数字写颠倒了")
  }

  @Test("causes, reasons, notes and problems differ from each other in both languages", arguments: Language.allCases)
  func distinct(_ language: Language) {
    let sentences = Sentences(language)
    let problems: [Problem] = [
      .missingPath, .unreadable("EIO"), .binary(kind: "PDF"), .missingCharset("gbk"), .tooLarge(size: 2, limit: 1),
      .noReports, .badOption(option: "--jobs", value: "x", allowed: ["1"]), .unknownRule("a.b", nearest: nil),
      .standardInputTwice, .exists, .unwritable("EIO"),
    ]
    let groups = [
      Cause.allCases.map(sentences.cause), Reason.allCases.map(sentences.reason),
      Note.Kind.allCases.map { sentences.note(Note($0)) }, problems.map(sentences.problem),
    ]
    for group in groups {
      #expect(Set(group).count == group.count)
      #expect(!group.contains(""))
    }
  }

  @Test("problems of the command line name the path and what to do")
  func problems() {
    let en = Sentences(.en)
    #expect(en.error(.missingPath, path: "a/b.txt") == "error: a/b.txt: no such file or directory")
    #expect(en.error(.binary(kind: "PDF"), path: "x") == "error: x: a binary file (PDF): extract its text first")
    #expect(
      en.error(.tooLarge(size: 70 << 20, limit: 64 << 20), path: "x")
        == "error: x: too large: 70 MB, the limit is 64 MB (--max-file-size)")
    #expect(
      en.error(.unknownRule("footing.colum", nearest: "footing.column"))
        == "error: no rule “footing.colum”; did you mean footing.column (crossfoot rules lists them all)")
    #expect(Sentences(.zh).error(.noReports, path: "空目录") == "错误：空目录：目录中没有报告（.txt .text .md .html .htm）")
  }

  @Test(
    "the language follows the locale",
    arguments: [("zh_CN.UTF-8", Language.zh), ("zh", .zh), ("ZH_TW", .zh), ("en_US.UTF-8", .en), ("C", .en), ("", .en)])
  func locale(_ row: (String, Language)) {
    #expect(Language(locale: row.0) == row.1)
  }
}
