// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import TestSupport
import Testing

/// A baseline outlives another extraction of the same document.
@Suite struct RenderingTests {
  /// How many findings of a report keep their fingerprint in another rendering, and what a baseline of the report says
  /// of it.
  private func outcome(_ report: CorpusReport, _ rendering: Rendering) throws -> (
    kept: Int, all: Int, match: BaselineMatch
  ) {
    let before = try #require(CorpusReport.examinations[report.name]).findings
    let text = String(decoding: report.bytes, as: UTF8.self)
    let after = try Examination.reading(Array(rendering.applied(to: text).utf8), path: report.name).findings
    var prints = after.map(\.fingerprint)
    let kept = before.count { finding in
      guard let index = prints.firstIndex(of: finding.fingerprint) else { return false }
      prints.remove(at: index)
      return true
    }
    return (kept, before.count, Baseline(accepting: before).match(after, scannedPaths: [report.name]))
  }

  @Test("a rendering differs from the report, and tells as much", arguments: Rendering.allCases)
  func renders(rendering: Rendering) {
    let differs = CorpusReport.all.contains { report in
      let text = String(decoding: report.bytes, as: UTF8.self)
      return rendering.applied(to: text) != text
    }
    #expect(differs)
    for report in CorpusReport.all {
      let text = String(decoding: report.bytes, as: UTF8.self)
      let plain = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(plain(rendering.applied(to: text)).hasSuffix(plain(text)))
    }
  }

  @Test(
    "lines inserted and double-spaced: every finding is the accepted one",
    arguments: [Rendering.inserted, .doubleSpaced])
  func spaced(rendering: Rendering) throws {
    for report in CorpusReport.all {
      let (kept, all, match) = try outcome(report, rendering)
      #expect(kept == all, "\(report.name)")
      #expect(match.states.allSatisfy { $0 == .unchanged } && match.stale.isEmpty, "\(report.name)")
    }
  }

  @Test(
    "wrapped at another width: nothing is new, and at least 95 of 100 findings keep their fingerprint",
    arguments: [Rendering.joined, .wrapped, .wrappedAndSpaced])
  func wrapped(rendering: Rendering) throws {
    var (kept, all) = (0, 0)
    for report in CorpusReport.all {
      let (own, total, match) = try outcome(report, rendering)
      (kept, all) = (kept + own, all + total)
      #expect(match.states.allSatisfy { $0 == .unchanged }, "\(report.name)")
    }
    #expect(kept * 100 >= all * 95, "\(kept) of \(all)")
  }
}
