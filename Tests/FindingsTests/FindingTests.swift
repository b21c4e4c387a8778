// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@Suite struct FindingTests {
  private func footing(
    _ texts: [String], label: String = "", lead: String? = nil, force: Force = .identity, qualifier: Qualifier = .exact
  ) -> [Finding] {
    var sheet = Sheet()
    if let lead { _ = sheet.figure(lead) }
    let total = sheet.figure(texts[0], label: label, qualifier: qualifier)
    sheet.footing(total, sheet.figures(Array(texts.dropFirst())), force: force)
    return sheet.examine().findings
  }

  @Test func severityFollowsTheForceOfTheRelation() {
    let broken = ["50", "10", "20"]
    #expect(footing(broken).map(\.severity) == [.error])
    #expect(footing(broken, force: .explain).map(\.severity) == [.warning])
    #expect(footing(broken, force: .advisory).map(\.severity) == [.note])
    #expect(footing(broken, qualifier: .about).map(\.severity) == [.warning])
    #expect(footing(["30", "10", "20"], force: .explain).isEmpty)
  }

  @Test func aLastDigitIsANote() {
    var sheet = Sheet()
    sheet.same(sheet.figures(["326.71万元", "326.72万元"]))
    let findings = sheet.examine().findings
    #expect(findings.map(\.severity) == [.note])
    #expect(findings.map(\.expected) == [nil])
  }

  @Test func theOddStatementIsShown() {
    var sheet = Sheet()
    sheet.same(sheet.figures(["12.50", "12.80", "12.50"]))
    let findings = sheet.examine().findings
    #expect(findings.map(\.primary.text) == ["12.80"])
    #expect(findings.map(\.expected) == ["12.50"])
    #expect(findings.map(\.cause) == [.wrongDigit])
  }

  @Test func fingerprintsHoldNoPlaceAndNoGaps() {
    let plain = footing(["50.0", "10", "20"], label: "收入合计")
    let moved = footing(["50", "20", "10"], label: "收 入、合计", lead: "全年共办理123件")
    let other = footing(["51", "10", "20"], label: "收入合计")
    #expect(plain.map(\.fingerprint.count) == [32])
    #expect(plain.map(\.fingerprint) == moved.map(\.fingerprint))
    #expect(plain.map(\.fingerprint) != other.map(\.fingerprint))
    #expect(plain.map(\.fingerprint) != footing(["50", "10", "20"], label: "支出合计").map(\.fingerprint))
  }

  @Test func placesAreCountedInScalars() throws {
    let finding = try #require(footing(["50", "10", "20"], label: "收入合计", lead: "7").first)
    #expect(finding.primary.start.line == 2)
    #expect(finding.primary.start.column == 5)
    #expect(finding.primary.end.column == 7)
    #expect(finding.primary.label == "收入合计")
  }

  @Test func findingsComeInTheOrderOfTheirPlaces() {
    var sheet = Sheet()
    let ids = sheet.figures(["9", "1", "2", "8", "1", "3"])
    sheet.footing(ids[3], [ids[4], ids[5]])
    sheet.footing(ids[0], [ids[1], ids[2]])
    #expect(sheet.examine().findings.map(\.primary.text) == ["9", "8"])
  }

  @Test(arguments: [
    (["1,250.50万元", "1,000.25万元", "200.25万元"], "1,000.25 + 200.25", "1,200.50", "1,250.50"),
    (["1.50亿元", "12000.00万元", "2000.00万元"], "12000.00万元 + 2000.00万元", "1.40亿元", "1.50亿元"),
    (["8", "-3", "9"], "-3 + 9", "6", "8"),
  ])
  func arithmeticShowsFiguresAsPrinted(_ texts: [String], _ expression: String, _ result: String, _ stated: String) {
    #expect(
      footing(texts).flatMap(\.arithmetic) == [
        Arithmetic(expression: expression, result: result, stated: stated)
      ])
  }

  @Test func longSumsAreCutInTheMiddle() {
    let parts = (1...30).map { "\($0)" }
    let expression = footing(["999"] + parts).first?.arithmetic.first?.expression ?? ""
    #expect(expression.hasPrefix("1 + 2 + 3"))
    #expect(expression.hasSuffix("… + 30"))
    #expect(expression.utf8.count < 80)
  }

  @Test func numbersTooLargeAreNotChecked() {
    let huge = String(repeating: "9", count: 36)
    var sheet = Sheet()
    let ids = sheet.figures([huge, huge, huge])
    sheet.rate(ids[0], ids[1], of: ids[2])
    let examination = sheet.examine()
    #expect(examination.judgements.map(\.verdict) == [.notCheckable(.overflow)])
    #expect(examination.findings.isEmpty)
  }
}
