// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@Suite struct RepairTests {
  @Test func findsTheRateThatWasTakenOfTheWrongYear() throws {
    var sheet = Sheet()
    let ids = sheet.figures(["339.16亿元", "71.84亿元", "21.2%"])
    sheet.relations.append(
      Relation(
        rule: "recalculation.change-rate", kind: .changeRate,
        readings: [
          .ratio(
            result: Operand(ids[2], .rate), numerator: [Term(1, Operand(ids[1], .delta))],
            denominator: [Term(1, Operand(ids[0], .amount)), Term(1, Operand(ids[1], .delta))], power: 2)
        ]))
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "21.2%")
    #expect(finding.expected == "17.5%")
    #expect(finding.cause == .wrongBase)
    #expect(finding.severity == .error)
    #expect(
      finding.arithmetic == [
        Arithmetic(expression: "71.84 ÷ (339.16 + 71.84)", result: "17.48%", stated: "21.2%")
      ])
    #expect(finding.figures.map(\.text) == ["21.2%", "71.84", "339.16"])
  }

  @Test func accusesNobodyWhereSeveralSlipsWouldDo() throws {
    var sheet = Sheet()
    let ids = sheet.figures(["956个", "72个", "632个", "248个"])
    sheet.footing(ids[0], Array(ids.dropFirst()))
    let findings = sheet.examine().findings
    #expect(findings.count == 1)
    #expect(findings.first?.primary.text == "956")
    #expect(findings.first?.expected == nil)
    #expect(findings.first?.cause == nil)
    #expect(findings.first?.figures.count == 4)
  }

  @Test func prefersTheOneFigureThatASlipExplains() throws {
    var sheet = Sheet()
    // Meant was 4,163.58; no other figure comes right by one slip.
    let ids = sheet.figures(["9,907.92万元", "4,613.58万元", "5,744.34万元"])
    sheet.footing(ids[0], [ids[1], ids[2]])
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "4,613.58")
    #expect(finding.expected == "4,163.58")
    #expect(finding.cause == .swappedDigits)
  }

  @Test func prefersTheRoundNumber() throws {
    var sheet = Sheet()
    let ids = sheet.figures(["300070.00", "300000.00", "0.00"])
    sheet.footing(ids[0], [ids[1], ids[2]])
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "300070.00")
    #expect(finding.expected == "300000.00")
  }

  @Test func tellsAWrongCellOfATableOnce() throws {
    var grid = Grid([[120, 45, 300], [77, 810, 64], [9, 15, 226]])
    grid.cells[1][1] = 180
    let findings = grid.examine().findings
    #expect(findings.count == 1)
    #expect(findings.first?.primary.text == "1.80")
    #expect(findings.first?.expected == "8.10")
    #expect(findings.first?.arithmetic.count == 2)
    #expect(findings.first?.figures.count == 7)
  }

  @Test func tellsTwoWrongCellsAsTwo() throws {
    var grid = Grid([[120, 45, 300], [77, 810, 64], [9, 15, 226]])
    grid.cells[0][2] = 330
    grid.cells[1][1] = 180
    let findings = grid.examine().findings
    #expect(findings.map(\.primary.text) == ["3.30", "1.80"])
    #expect(findings.map(\.expected) == ["3.00", "8.10"])
  }

  @Test func figuresThatOtherRelationsTickStay() throws {
    var sheet = Sheet()
    let budget = sheet.figures(["812.40万元", "500.00万元", "312.40万元"])
    let actual = sheet.figures(["756.31万元", "471.20万元", "285.11万元"])
    sheet.footing(budget[0], [budget[1], budget[2]])
    sheet.footing(actual[0], [actual[1], actual[2]])
    let rate = sheet.figure("97.09%")
    sheet.rate(rate, actual[0], of: budget[0])
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "97.09%")
    #expect(finding.expected == "93.10%")
    #expect(finding.figures.count == 3)
  }

  @Test func aMendedScoreTakesItsWarningsWithIt() throws {
    var sheet = Sheet()
    let scores = sheet.figures(["98分", "40分", "20分", "28分"])
    let target = sheet.figures(["95", "98", "30分"])
    sheet.footing(scores[0], Array(scores.dropFirst()), exact: true)
    sheet.fullScore(target[0], target[1], scores[2], target[2])
    let findings = sheet.examine().findings
    #expect(findings.map(\.primary.text) == ["20"])
    #expect(findings.first?.expected == "30")
    #expect(findings.first?.severity == .error)
    #expect(findings.first?.figures.count == 7)
  }

  @Test func aDeductionThatTheTotalConfirmsIsAWarning() throws {
    var sheet = Sheet()
    let scores = sheet.figures(["98分", "40分", "30分", "28分"])
    let target = sheet.figures(["95", "98", "30分"])
    sheet.footing(scores[0], Array(scores.dropFirst()), exact: true)
    sheet.fullScore(target[0], target[1], scores[3], target[2])
    let findings = sheet.examine().findings
    #expect(findings.map(\.primary.text) == ["28"])
    #expect(findings.first?.expected == nil)
    #expect(findings.first?.severity == .warning)
  }

  @Test func boundsThatShareOneFigureAreToldOnce() throws {
    var sheet = Sheet()
    let ids = sheet.figures(["83万元", "410万元", "392万元"])
    for part in [ids[1], ids[2]] {
      sheet.relations.append(
        Relation(
          rule: "bound.test", kind: .bound,
          readings: [.atMost(left: [Term(1, Operand(part, .part))], right: [Term(1, Operand(ids[0], .total))])]))
    }
    let findings = sheet.examine().findings
    #expect(findings.count == 1)
    #expect(findings.first?.primary.text == "83")
    let bound = Arithmetic(expression: "83", result: "83", stated: "410", isBound: true)
    #expect(findings.first?.arithmetic.first == bound)
  }

  @Test func aLongSumIsGivenUpWithoutAnAccusation() throws {
    var sheet = Sheet()
    let parts = sheet.figures((0..<500).map { "\(1000 + $0 * 7).25" })
    let total = sheet.figure("1373888.25")
    sheet.footing(total, parts)
    let examination = sheet.examine()
    #expect(examination.findings.count == 1)
    #expect(examination.findings.first?.expected == nil)
    #expect(examination.findings.first?.primary.text == "1373888.25")
    #expect(examination.notes.map(\.kind) == [.gaveUp])
  }

  @Test func aBrokenFormulaShowsWhatTheSumImplies() throws {
    var sheet = Sheet()
    let scores = sheet.figures(["10.00分", "50分", "39.5分"])
    let mark = sheet.mark(.spreadsheetError, "#REF!")
    sheet.relations.append(
      Relation(
        rule: "marks.test", kind: .spreadsheetError,
        readings: [.unknown(terms: scores.map { Term(1, Operand($0, .score, exact: true)) })], mark: mark))
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.role == .mark)
    #expect(finding.primary.text == "#REF!")
    #expect(finding.expected == "99.5")
    #expect(finding.arithmetic == [Arithmetic(expression: "10.00 + 50 + 39.5", result: "99.5", stated: "#REF!")])
  }
}

@Suite struct ChoiceTests {
  @Test func aLostScaleWordIsPutBack() throws {
    var sheet = Sheet()
    let ids = sheet.figures(["41.46万元", "31.09万元", "2.36万元", "8.01元"])
    sheet.footing(ids[0], Array(ids.dropFirst()))
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "8.01")
    #expect(finding.cause == .scale)
    #expect(finding.expected == "8.01万元")
  }

  @Test func theLargestPartOfAnOverflowingListIsShown() {
    var sheet = Sheet()
    let ids = sheet.figures(["1090个", "225个", "1558个", "183个"])
    sheet.relations.append(
      Relation(
        rule: "bound.test", kind: .listTotal,
        readings: [
          .atMost(left: ids.dropFirst().map { Term(1, Operand($0, .part)) }, right: [Term(1, Operand(ids[0], .total))])
        ]))
    let finding = sheet.examine().findings.first
    #expect(finding?.primary.text == "1558")
    #expect(
      finding?.arithmetic == [
        Arithmetic(expression: "1090", result: "1090", stated: "225 + 1558 + 183 = 1966", isBound: true)
      ])
  }

  @Test func aRepairDoesNotTurnTheSign() throws {
    var sheet = Sheet()
    // 60.00 would have to be -31.00 for the total to stand.
    let ids = sheet.figures(["69.00万元", "60.00万元", "100.00万元"])
    sheet.footing(ids[0], [ids[1], ids[2]])
    let finding = try #require(sheet.examine().findings.first)
    #expect(finding.primary.text == "69.00")
    #expect(finding.expected == nil)
  }

  @Test func aConditionThatIsNotMetHoldsNothing() {
    var sheet = Sheet()
    let weights = sheet.figures(["100分", "3分", "60分", "32分"])
    let other = sheet.figures(["95", "98", "6.93分"])
    sheet.footing(weights[0], Array(weights.dropFirst()), exact: true)
    sheet.relations.append(
      Relation(
        rule: "range.test", kind: .bound,
        readings: [
          .atMost(
            left: [Term(1, Operand(other[2], .score, exact: true))],
            right: [Term(1, Operand(weights[1], .weight, exact: true))])
        ]))
    sheet.relations.append(
      Relation(
        rule: "deviation.test", kind: .deductedWithoutDeviation, force: .explain,
        readings: [
          .implies(
            Condition(Operand(other[2], .score), .atMost, Operand(weights[1], .weight)),
            Condition(Operand(other[2], .score), .equal, Operand(weights[1], .weight)))
        ]))
    let findings = sheet.examine().findings
    #expect(findings.map(\.primary.text) == ["3"])
    #expect(findings.map(\.expected) == ["8"])
  }

  @Test func listsOfUnknownExtentAreWarnedOfOnlyForASlip() {
    func findings(_ total: String) -> [Finding] {
      var sheet = Sheet()
      let ids = sheet.figures([total, "1,950万元", "5,147万元"])
      let parts = ids.dropFirst().map { Term(1, Operand($0, .part)) }
      var relation = Relation(
        rule: "list.test", kind: .listTotal,
        readings: [
          Sheet.sum(ids[0], Array(ids.dropFirst())),
          .atMost(left: Array(parts), right: [Term(1, Operand(ids[0], .total))]),
        ])
      relation.closure = .unknown
      relation.wholeReadings = 1
      sheet.relations.append(relation)
      return sheet.examine().findings
    }
    #expect(findings("7,097万元").isEmpty)
    #expect(findings("8,312万元").isEmpty)
    #expect(findings("7,907万元").map(\.severity) == [.warning])
    #expect(findings("6,312万元").map(\.severity) == [.error])
  }
}
