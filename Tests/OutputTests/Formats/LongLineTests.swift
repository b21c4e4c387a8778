// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import TestSupport
import Testing

@testable import CrossfootOutput

/// Many findings on one long line, as extraction leaves it that drops line ends. Serial: the work is measured.
@Suite(.serialized) struct LongLineTests {
  @Test("each finding is written without going through its line from the start", arguments: FormatName.allCases)
  func linear(_ format: FormatName) throws {
    let (short, long) = (try findings(300), try findings(2400))
    #expect(long.findings.count > short.findings.count * 7)
    let excess = Growth.excess({ _ = written(format, [short]) }, eightTimes: { _ = written(format, [long]) })
    #expect(excess == nil, "\(format): \(excess ?? [])")
  }

  /// What is told of a line with so many places to fill in.
  private func findings(_ count: Int) throws -> ReportResult {
    let text = "支出" + String(repeating: "点击此处填写内容，", count: count) + "。\n"
    return try Examination.reading(Array(text.utf8)).result
  }
}
