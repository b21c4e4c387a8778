// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// A ticked figure is one whose change would be told: so break figures, and see that it is.
@Suite struct MutationTests {
  /// How many figures of each report are broken, spread over the report.
  private static let sample = 32

  @Test("one wrong digit in a ticked figure is told", arguments: CorpusReport.all)
  func mutation(report: CorpusReport) throws {
    let plain = try #require(CorpusReport.examinations[report.name])
    let slacks = plain.slacks()
    let ticked = plain.facts.figures.indices.filter { plain.states[$0] == .ticked }
    #expect(ticked.count >= 5, "hardly anything in \(report.name) is ticked")
    var random = SplitMix64(seed: 7)
    for figure in ticked.shuffled(using: &random).prefix(Self.sample) {
      let slack = try #require(slacks[figure], "a ticked figure has no slack")
      guard let slip = Slip.random(in: figure, of: plain, beyond: slack, &random) else { continue }
      let broken = try slip.applied(to: plain, path: report.name)
      if !slip.isCited(in: broken.findings) { Issue.record("\(report.name): \(Self.describe(slip, in: plain))") }
    }
  }

  private static func describe(_ slip: Slip, in examination: Examination) -> String {
    let source = examination.document.source
    let place = source.position(slip.range.start)
    var printed = Array(source.bytes[slip.range.start..<slip.range.end])
    printed[slip.offset - slip.range.start] = slip.digit
    return
      "\(place.line):\(place.column) \(source.text(slip.range)) is ticked, and \(String(decoding: printed, as: UTF8.self)) is not told"
  }
}
