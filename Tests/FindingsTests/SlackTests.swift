// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootText
import Testing

@Suite struct SlackTests {
  private static let text = "年初预算240万元，实际支出36万元，预算执行率15%。"

  private func examine(_ text: String) -> Examination {
    Examination(path: "a.txt", source: SourceText(bytes: Array(text.utf8)))
  }

  @Test("a ticked figure has the slack that its relations leave it")
  func sizes() {
    let examination = examine(Self.text)
    #expect(examination.states.allSatisfy { $0 == .ticked })
    // At most one unit of the last digit more than what is tried out below.
    let most = [Decimal(130_000), Decimal(20_000), Decimal(1)]
    for (slack, most) in zip(examination.slacks(), most) {
      #expect(slack.map { $0.order(most) < 0 && $0.order(.zero) >= 0 } == true)
    }
  }

  @Test(
    "within the slack nothing is found, beyond it the figure is cited",
    arguments: [
      ("240", within: ["252", "229"], beyond: ["253", "227"]), ("36", within: ["37", "35"], beyond: ["38", "34"]),
      ("15", within: ["15"], beyond: ["16", "14"]),
    ])
  func truth(printed: String, within: [String], beyond: [String]) {
    for other in within {
      #expect(examine(Self.text.replacing(printed, with: other)).findings.isEmpty, "\(other)")
    }
    for other in beyond {
      let findings = examine(Self.text.replacing(printed, with: other)).findings
      #expect(findings.contains { $0.figures.contains { $0.text.hasPrefix(other) } }, "\(other)")
    }
  }

  @Test("a figure that is not ticked has no slack")
  func unticked() {
    #expect(examine("全年召开会议12次。").slacks() == [nil])
    #expect(examine("年初预算240万元，实际支出36万元，预算执行率51%。").slacks() == [nil, nil, nil])
  }
}
