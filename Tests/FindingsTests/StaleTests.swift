// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import TestSupport
import Testing

/// A wrong figure that prints what the same row came to in another year is said to be left over; one that prints what
/// another row or a column of another kind holds is not.
@Suite struct StaleTests {
  private func cause(_ office: [String], _ travel: [String]) throws -> Cause? {
    let rows = [
      ["项目", "2023年决算数", "2024年预算数", "2024年决算数", "完成预算%"], ["合计", "412.35", "420.00", "436.80", "104.0"],
      ["办公费"] + office, ["差旅费"] + travel, ["维修费", "198.63", "200.00", "206.48", "103.2"],
    ]
    let text = "单位：万元\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    let found = try Examination.reading(Array(text.utf8)).told
    #expect(found.count == 1)
    return found.first?.cause
  }

  @Test("the value of last year in this year's column")
  func lastYear() throws {
    #expect(try cause(["118.42", "120.00", "118.42", "109.2"], ["95.30", "100.00", "99.25", "99.3"]) == .stale)
  }

  @Test("a value that stands nowhere else")
  func unknown() throws {
    #expect(try cause(["118.42", "120.00", "142.16", "109.2"], ["95.30", "100.00", "99.25", "99.3"]) == nil)
  }
}
