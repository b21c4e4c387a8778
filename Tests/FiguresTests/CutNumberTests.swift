// SPDX-License-Identifier: Apache-2.0
import CrossfootStructure
import CrossfootText
import Testing

@testable import CrossfootFigures

@Suite struct CutNumberTests {
  /// A text and the figures that are read in it, in print; `?` for one that cannot be read.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var figures: [String]
  }

  @Test(arguments: cases)
  func readsOrRefuses(_ example: Case) {
    let source = SourceText(bytes: Array(example.text.utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    let (facts, _) = Facts.extract(document)
    let printed = facts.figures.map { figure in
      figure.readable ? String(decoding: document.flow.bytes[figure.range], as: UTF8.self) : "?"
    }
    #expect(printed == example.figures)
  }

  static let cases = [
    Case(
      testDescription: "a line break between digits leaves no readable number",
      text: "全县水库除险加固工程当年完成投资，按照批复的概算和施工进度核定为人民币18\n62.40万元，其中中央补助资金为960.00万元，其余为地方配套。\n",
      figures: ["?", "?", "960.00"]),
    Case(
      testDescription: "a line break behind a separator of thousands cuts nothing",
      text: "全县水库除险加固工程当年完成投资，按照批复的概算和施工进度核定为人民币1,\n862.40万元，其中中央补助资金为960.00万元，其余为地方配套。\n",
      figures: ["1,862.40", "960.00"]),
    Case(
      testDescription: "a wide comma before three digits and a scale word is a separator", text: "完成投资1，862万元，占比九成。\n",
      figures: ["1，862"]),
    Case(
      testDescription: "a wide comma before three digits may be one", text: "受理案件1，264件，办结率较高。\n", figures: ["?"]),
    Case(testDescription: "a wide comma between two years is none", text: "涉及2022，2023两年共36件。\n", figures: ["36"]),
  ]

  @Test(
    "a word that ends in a qualifier by accident does not qualify",
    arguments: [("节约1.60万元", Qualifier.exact), ("大约1.60万元", .about), ("附近3处", .exact), ("近3处", .below)])
  func qualifiers(text: String, qualifier: Qualifier) {
    let source = SourceText(bytes: Array("全年\(text)。\n".utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    #expect(Facts.extract(document).0.figures.map(\.quantity.qualifier) == [qualifier])
  }
}
