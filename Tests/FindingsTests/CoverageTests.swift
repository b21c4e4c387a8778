// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import Testing

@Suite struct CoverageTests {
  @Test func countsEveryFigureOnce() throws {
    var sheet = Sheet()
    let sum = sheet.figures(["5.00", "2.00", "3.00"])
    sheet.footing(sum[0], [sum[1], sum[2]])
    let bound = sheet.figures(["3", "8"])
    sheet.relations.append(
      Relation(
        rule: "bound.test", kind: .bound,
        readings: [.atMost(left: [Term(1, Operand(bound[0], .part))], right: [Term(1, Operand(bound[1], .total))])]))
    let zeros = sheet.figures(["0.00", "0.00"])
    sheet.footing(zeros[0], [zeros[1]])
    let base = sheet.figures(["12.00%", "4.00", "0.00"])
    sheet.rate(base[0], base[1], of: base[2])
    let wrong = sheet.figures(["9.10", "4.00"])
    sheet.footing(wrong[0], [wrong[1], sum[1]])
    _ = sheet.figure("77")
    let unreadable = sheet.figure("1.2.3", readable: false)
    let open = sheet.figure("3个")
    sheet.relations.append(
      Relation(rule: "list.test", kind: .listTotal, readings: [], notCheckable: .openList, concerned: [open]))
    let examination = sheet.examine()
    let coverage = examination.coverage
    #expect(sum.map { examination.states[$0] } == [.ticked, .ticked, .ticked])
    #expect(bound.map { examination.states[$0] } == [.bounded, .bounded])
    #expect(zeros.map { examination.states[$0] } == [.bounded, .bounded])
    #expect(base.allSatisfy { examination.states[$0] == .unchecked(.zeroBase) })
    #expect(wrong.map { examination.states[$0] } == [.contradicted, .contradicted])
    #expect(examination.states[unreadable] == .unchecked(.damagedCell))
    #expect(coverage.figures == 15)
    #expect(coverage.figures == coverage.ticked + coverage.contradicted + coverage.bounded + coverage.unchecked)
    #expect(coverage.uncheckedReasons == [.zeroBase: 3, .noPartner: 1, .damagedCell: 1, .openList: 1])
    #expect(coverage.relations == 6)
  }

  @Test func aQuotientOfNothingFixesNoBase() {
    var sheet = Sheet()
    let ids = sheet.figures(["0.00%", "0.00", "350.00"])
    sheet.rate(ids[0], ids[1], of: ids[2])
    let examination = sheet.examine()
    #expect(ids.map { examination.states[$0] } == [.ticked, .ticked, .bounded])
    #expect(examination.slacks()[ids[2]] == nil)
  }

  @Test func severalReadingsTickOnlyBeyondChance() {
    func states(_ texts: [String]) -> [FigureState] {
      var sheet = Sheet()
      let ids = sheet.figures(texts)
      sheet.relations.append(
        Relation(
          rule: "footing.test", kind: .footing,
          readings: [Sheet.sum(ids[0], [ids[1]]), Sheet.sum(ids[0], [ids[1], ids[2]])]))
      return sheet.examine().states
    }
    #expect(states(["30", "10", "20"]) == [.bounded, .bounded, .bounded])
    #expect(states(["30567.12", "10444.12", "20123.00"]) == [.ticked, .ticked, .ticked])
  }

  @Test func allReadingsMustFail() {
    var sheet = Sheet()
    let ids = sheet.figures(["30", "10", "25", "20"])
    sheet.relations.append(
      Relation(
        rule: "footing.test", kind: .footing,
        readings: [Sheet.sum(ids[0], [ids[1], ids[2]]), Sheet.sum(ids[0], [ids[1], ids[3]])]))
    #expect(sheet.examine().findings.isEmpty)
    sheet.relations[0].readings[1] = Sheet.ratio(ids[0], ids[1], of: 99)
    #expect(sheet.examine().judgements[0].verdict == .notCheckable(.missingOperand))
    #expect(sheet.examine().findings.isEmpty)
    sheet.relations[0].readings[1] = Sheet.sum(ids[0], [ids[1], ids[1]])
    #expect(sheet.examine().findings.count == 1)
  }

  @Test func habitsExcuseCutRates() {
    func rates(_ texts: [String]) -> Examination {
      var sheet = Sheet()
      for (text, actual) in zip(texts, ["1579", "2689", "3799", "4899"]) {
        let ids = sheet.figures([text, actual + ".00万元", "10000.00万元"])
        sheet.rate(ids[0], ids[1], of: ids[2])
      }
      return sheet.examine()
    }
    let cut = rates(["15.7%", "26.8%", "37.9%"])
    #expect(cut.habits == [.truncates])
    #expect(cut.findings.isEmpty)
    #expect(cut.judgements.map(\.verdict) == [.convention, .convention, .convention])
    let mixed = rates(["15.7%", "26.8%", "37.9%", "49.0%"])
    #expect(mixed.habits.isEmpty)
    #expect(mixed.findings.count == 3)
    #expect(mixed.findings.map(\.cause) == [.truncated, .truncated, .truncated])
    #expect(rates(["15.7%", "26.8%"]).findings.count == 2)
  }
}
