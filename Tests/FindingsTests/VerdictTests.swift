// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import Testing

/// A claim over figures given as text, and the verdict it must get.
struct VerdictCase: CustomTestStringConvertible {
  var testDescription: String
  var figures: [String]
  var verdict: Verdict
  var qualifier: Qualifier = .exact
  var claim: @Sendable ([FigureID]) -> Claim

  init(
    _ name: String, _ figures: [String], _ verdict: Verdict, qualifier: Qualifier = .exact,
    _ claim: @escaping @Sendable ([FigureID]) -> Claim
  ) {
    testDescription = name
    self.figures = figures
    self.verdict = verdict
    self.qualifier = qualifier
    self.claim = claim
  }
}

private func sum(_ ids: [FigureID]) -> Claim { Sheet.sum(ids[0], Array(ids.dropFirst())) }
private func percent(_ ids: [FigureID]) -> Claim { Sheet.ratio(ids[0], ids[1], of: ids[2]) }
private func equal(_ ids: [FigureID]) -> Claim { .equal(ids.map { Operand($0, .stated) }) }
private func score(_ ids: [FigureID]) -> Claim {
  .product(result: Operand(ids[0], .score), Operand(ids[1], .weight), Operand(ids[2], .rate), power: -2)
}
private func growth(_ ids: [FigureID]) -> Claim {
  .power(result: Operand(ids[0], .rate), last: Operand(ids[1], .amount), first: Operand(ids[2], .base), periods: 3)
}
private func composed(_ ids: [FigureID]) -> Claim {
  func rated(_ rate: Int) -> RatedAmount {
    RatedAmount(Operand(ids[rate + 1], .amount), rate: Operand(ids[rate], .rate), offset: 100, sign: 1)
  }
  return .composed(whole: rated(0), parts: [rated(2), rated(4)], isBound: false)
}
private func bound(_ ids: [FigureID]) -> Claim {
  .atMost(left: [Term(1, Operand(ids[0], .part))], right: [Term(1, Operand(ids[1], .total))])
}

@Suite struct VerdictTests {
  private static let huge = String(repeating: "9", count: 36)

  static let linear: [VerdictCase] = [
    VerdictCase("digits add up", ["188.00", "168.00", "0.00", "20.00"], .holds, sum),
    VerdictCase("a unit off is rounding", ["100.01", "33.33", "33.33", "33.34"], .rounding, sum),
    VerdictCase("three units off three parts is too much", ["100.03", "33.33", "33.33", "33.34"], .contradicted, sum),
    VerdictCase("printed zeros add no slack", ["100.02", "100.00", "0.00", "0.00", "0.00"], .contradicted, sum),
    VerdictCase("dropped zeros are read at the finest place", ["531.5", "351", "180"], .contradicted, sum),
    VerdictCase("a coarse total keeps its own place", ["532万元", "351.23万元", "180.45万元"], .rounding, sum),
    VerdictCase("scales are told apart", ["1.23亿元", "12345.67万元"], .rounding, sum),
    VerdictCase("counts are exact", ["7个", "3个", "3个"], .contradicted, sum),
    VerdictCase("all zero holds", ["0.00", "0.00"], .holds, sum),
    VerdictCase("overflow", [huge, huge], .notCheckable(.overflow)) {
      .linear([Term(-900, Operand($0[0], .total)), Term(1, Operand($0[1], .part))])
    },
    VerdictCase("missing figure", ["1"], .notCheckable(.missingOperand)) { _ in Sheet.sum(0, [7]) },
  ]

  static let computed: [VerdictCase] = [
    VerdictCase("rate rounds", ["92%", "7097万元", "7687万元"], .holds, percent),
    VerdictCase("rate within the operands' slack", ["23.4%", "3万元", "13万元"], .rounding, percent),
    VerdictCase("wrong base", ["21.2%", "71.84亿元", "411.00亿元"], .contradicted, percent),
    VerdictCase("no base", ["0.00%", "0.00", "0.00"], .notCheckable(.zeroBase), percent),
    VerdictCase("a small share prints as zero", ["0.00%", "3.00元", "400000.00元"], .holds, percent),
    VerdictCase("score is the rounded product", ["6.93分", "8分", "86.67%"], .holds, score),
    VerdictCase("score one unit off", ["6.94分", "8分", "86.67%"], .contradicted, score),
    VerdictCase("average growth", ["10.0%", "133.1", "100.0"], .holds, growth),
    VerdictCase("average growth of the wrong number of years", ["33.1%", "133.1", "100.0"], .contradicted, growth),
    VerdictCase(
      "a total grows as its parts do", ["5.9%", "36.84", "5.2%", "24.12", "7.4%", "12.72"], .holds, composed),
    VerdictCase(
      "a total within its parts' slack", ["6.0%", "36.84", "5.2%", "24.12", "7.4%", "12.72"], .rounding, composed),
    VerdictCase(
      "a total grows faster than all its parts", ["8.9%", "36.84", "5.2%", "24.12", "7.4%", "12.72"], .contradicted,
      composed),
    VerdictCase(
      "a part that lost everything has no base", ["5.9%", "36.84", "-100%", "24.12", "7.4%", "12.72"],
      .notCheckable(.zeroBase), composed),
    VerdictCase("growth from nothing", ["10.0%", "133.1", "0"], .notCheckable(.zeroBase), growth),
    VerdictCase("growth that overflows", ["10.0000000000%", "133.1", "100.0"], .notCheckable(.overflow)) { ids in
      .power(result: Operand(ids[0], .rate), last: Operand(ids[1], .amount), first: Operand(ids[2], .base), periods: 9)
    },
  ]

  static let restated: [VerdictCase] = [
    VerdictCase("same", ["326.70万元", "326.7万元"], .holds, equal),
    VerdictCase("coarser", ["6,725万元", "6,725.48万元"], .holds, equal),
    VerdictCase("other unit", ["2.75亿元", "27500万元"], .holds, equal),
    VerdictCase("last digit", ["326.71万元", "326.72万元"], .lastDigit, equal),
    VerdictCase("last digit at the coarser place", ["2,008万元", "2,007.46万元"], .lastDigit, equal),
    VerdictCase("two units apart", ["326.70万元", "326.72万元"], .contradicted, equal),
    VerdictCase("counts differ by one", ["96个", "97个"], .contradicted, equal),
    VerdictCase("most frequent value decides", ["12.50", "12.50", "12.80"], .contradicted, equal),
    VerdictCase("worst of three", ["12.50", "12.50", "12.51"], .lastDigit, equal),
    VerdictCase("approximately the same", ["90亿元", "87亿元"], .contradicted, equal),
    VerdictCase("approximation allows", ["90亿元", "87亿元"], .rounding, qualifier: .about, equal),
    VerdictCase(
      "wrong side of an approximation", ["9亿元", "9.7亿元"], .notCheckable(.approximate), qualifier: .below, equal),
    VerdictCase("beyond one step", ["90亿元", "112亿元"], .contradicted, qualifier: .about, equal),
  ]

  static let bounds: [VerdictCase] = [
    VerdictCase("part below whole", ["3", "5"], .holds, bound),
    VerdictCase("part equals whole within rounding", ["5.02万元", "5万元"], .rounding, bound),
    VerdictCase("part above whole", ["5.6", "5.0"], .contradicted, bound),
    VerdictCase("named things", ["3个"], .holds) { .count(stated: Operand($0[0], .count), members: 3, open: false) },
    VerdictCase("more named than stated", ["3个"], .contradicted) {
      .count(stated: Operand($0[0], .count), members: 4, open: true)
    },
    VerdictCase("named at least", ["13个"], .holds) { .count(stated: Operand($0[0], .count), members: 8, open: true) },
    VerdictCase("ordinals run on", ["1", "2", "3"], .holds) { .sequence($0.map { Operand($0, .stated) }) },
    VerdictCase("an ordinal is missing", ["1", "3"], .contradicted) { .sequence($0.map { Operand($0, .stated) }) },
    VerdictCase("up", ["6", "5"], .holds) {
      .direction(.up, delta: [Term(1, Operand($0[0], .amount)), Term(-1, Operand($0[1], .base))])
    },
    VerdictCase("down", ["6", "5"], .contradicted) {
      .direction(.down, delta: [Term(1, Operand($0[0], .amount)), Term(-1, Operand($0[1], .base))])
    },
    VerdictCase("flat within rounding", ["6.0", "6"], .holds) {
      .direction(.flat, delta: [Term(1, Operand($0[0], .amount)), Term(-1, Operand($0[1], .base))])
    },
    VerdictCase("met in full", ["98", "95", "30", "30"], .holds, implication),
    VerdictCase("met, points deducted", ["98", "95", "28", "30"], .contradicted, implication),
    VerdictCase("not met", ["90", "95", "28", "30"], .holds, implication),
    VerdictCase("broken formula", ["49.5", "50"], .contradicted) {
      .unknown(terms: $0.map { Term(1, Operand($0, .score)) })
    },
    VerdictCase("seen", [], .contradicted) { _ in .observed(.placeholder) },
  ]

  private static func implication(_ ids: [FigureID]) -> Claim {
    .implies(
      Condition(Operand(ids[0], .achieved), .atLeast, Operand(ids[1], .target)),
      Condition(Operand(ids[2], .score), .equal, Operand(ids[3], .weight)))
  }

  @Test(arguments: linear + computed + restated + bounds)
  func verdict(_ example: VerdictCase) {
    var sheet = Sheet()
    let ids = example.figures.enumerated().map { index, text in
      sheet.figure(text, qualifier: index == 0 ? example.qualifier : .exact)
    }
    let verdict = Evaluator(sheet.facts.figures).verdict(of: example.claim(ids))
    #expect(verdict == example.verdict)
  }
}
