// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ExplainTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    // 85.82 ÷ (574.18 + 85.82) is 13.0 %; 574.18 is the sum of its two parts.
    try workspace.write(
      "一.txt", "全年培训支出574.18万元，比上年减少85.82万元，下降14.9%。其中：场地租金374.10万元，师资费200.08万元。\n")
  }

  /// The fingerprints of the report's findings.
  private func fingerprints() async throws -> [String] {
    let run = try await workspace.run("check", "--format", "json", "一.txt")
    return run.output.matches(of: /"fingerprint":"([0-9a-f]{32})"/).map { String($0.output.1) }
  }

  @Test("explain shows the readings that were tried, why they fail, and what holds around the figures")
  func finding() async throws {
    let fingerprint = try #require(try await fingerprints().first)
    let run = try await workspace.run("explain", String(fingerprint.prefix(8)), "一.txt", "--lang", "en")
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    let phrases = [
      "error[recalculation.change-rate]", "fingerprint \(fingerprint)", "recalculation.change-rate",
      "85.82 ÷ (574.18 + 85.82) = 13.00%, stated 14.9% — does not agree", "what else holds around these figures:",
      "footing.list: 374.10 + 200.08 = 574.18", "agrees", "85.82: nothing else",
    ]
    for phrase in phrases { #expect(run.output.contains(phrase), "\(phrase) in \(run.output)") }
    let chinese = try await workspace.run("explain", fingerprint, "一.txt", "--lang", "zh")
    for phrase in ["指纹 \(fingerprint)", "不符", "这些数字的其他关系：", "没有其他相符的关系"] { #expect(chinese.output.contains(phrase)) }
  }

  @Test("explain reads standard input, and tells of a fingerprint that no finding has")
  func input() async throws {
    let fingerprint = try #require(try await fingerprints().first)
    let text = try workspace.read("一.txt")
    let run = try await workspace.run(["explain", fingerprint, "-"], input: text)
    #expect(run.exitCode == 0 && run.output.contains(fingerprint))
    for subject in ["ffffffffffffffff", "x", ""] {
      let unknown = try await workspace.run("explain", subject, "一.txt", "--lang", "en")
      #expect(unknown.exitCode == 2 && unknown.output.isEmpty && unknown.errors.contains("一.txt"))
    }
    #expect(try await workspace.run("explain", fingerprint, "缺.txt").exitCode == 2)
    #expect(try await workspace.run("explain", "footing.list").output.contains("footing.list"))
  }
}
