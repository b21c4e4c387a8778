// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import TestSupport
import Testing

@testable import CrossfootArchive

/// Archives of reports that repeat each other's figures: silent while all are right, and each slip is told.
@Suite struct InventedArchiveTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func path(_ report: InventedArchive.Report) -> String { folder("\(report.name).txt") }

  private func add(_ reports: [InventedArchive.Report], _ store: Store) async throws {
    let files = reports.map { ReportFile(path: Array(path($0).utf8)) }
    _ = try await store.add(files, files.map { _ in .init() }, jobs: 2, version: "1") { _ in }
  }

  @Test("reports that agree are tied, and one broken digit is told at its place", arguments: [1, 2] as [UInt64])
  func archive(seed: UInt64) async throws {
    let archive = InventedArchive(seed: seed)
    for report in archive.reports {
      try folder.write("\(report.name).txt", String(decoding: report.text, as: UTF8.self))
    }
    let store = try Store.open(folder("archive.sqlite"), jobs: 1)
    defer { store.close() }
    try await add(archive.reports, store)
    let calm = try store.checkAcross()
    #expect(calm.findings.map { "\($0.stated.path):\($0.stated.text)" } == [])
    let repeated = archive.reports.reduce(0) { $0 + $1.repeated.count }
    // Five years of two departments and two governments repeat 52 figures each.
    #expect(repeated > 150)
    #expect(calm.tally.tied >= repeated)
    #expect(calm.tally.rivals == 0 && calm.tally.ambiguous == 0 && calm.tally.unrelated == 0)

    var random = SplitMix64(seed: seed)
    // A third of them, each time others: a debug build takes its time.
    for (index, report) in archive.reports.enumerated() where index % 3 == Int(seed) && !report.repeated.isEmpty {
      let figure = Int.random(in: report.repeated.indices, using: &random)
      let broken = report.broken(figure, using: &random)
      try folder.write("\(report.name).txt", String(decoding: broken, as: UTF8.self))
      try await add([report], store)
      let told = try store.checkAcross().findings
      let digits = String(decoding: broken[report.repeated[figure]], as: UTF8.self)
      #expect(told.contains { $0.stated.path == path(report) && $0.stated.text == digits }, "\(report.name): \(digits)")
      // A figure that a later report repeats, too, is told there as well.
      #expect(told.allSatisfy { [$0.stated, $0.published].contains { $0.path == path(report) } }, "\(report.name)")
      try folder.write("\(report.name).txt", String(decoding: report.text, as: UTF8.self))
      try await add([report], store)
    }
    #expect(try store.checkAcross().findings.isEmpty)
  }
}
