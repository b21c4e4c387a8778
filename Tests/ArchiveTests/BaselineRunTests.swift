// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Testing

@Suite struct BaselineRunTests {
  let folder: Folder
  private let text = "年初预算240万元，实际支出36万元，预算执行率51%。\n"

  init() throws { folder = try Folder() }

  private var names: PathNames { PathNames(root: folder.path, current: "/") }

  private func result(_ name: String) throws -> ReportResult {
    try ReportFile(path: Array(folder(name).utf8)).examine(.init()).result
  }

  /// The baseline that accepts the findings of some reports.
  private func baseline(_ names: String...) throws -> Baseline {
    let findings = try names.flatMap { try result($0).findings }.map { finding in
      var finding = finding
      finding.path = self.names.climbing(finding.path)
      return finding
    }
    return Baseline(accepting: findings, status: .accepted)
  }

  private func start(_ baseline: Baseline, _ reports: [String], today: String = "2026-03-02") -> BaselineRun {
    BaselineRun(baseline, names: names, reports: reports.map { ReportFile(path: Array(folder($0).utf8)) }, today: today)
  }

  @Test("an entry follows its report under another name, once, with what people wrote")
  func renamed() throws {
    try folder.write("old.txt", text)
    var entry = try baseline("old.txt").entries[0]
    (entry.reason, entry.path) = ("核实", "gone.txt")
    try folder.write("new.txt", text)
    var run = start(Baseline([entry]), ["new.txt", "old.txt"])
    var (first, second) = (try result("new.txt"), try result("old.txt"))
    run.apply(to: &first)
    run.apply(to: &second)
    run.finish(folders: [folder.path])
    #expect(first.findings.map(\.baseline) == [.unchanged] && second.findings.map(\.baseline) == [.new])
    #expect(first.findings[0].accepted?.reason == "核实")
    #expect(run.kept.map(\.path) == ["new.txt"] && run.kept.map(\.reason) == ["核实"] && run.stale.isEmpty)
  }

  @Test(
    "entries are kept unless their report was looked at in full, by the rule they come from",
    arguments: [
      (nil, [], true), (["footing.list"], [], false), (nil, [Note(.matchLimit)], false), (nil, [Note(.longLine)], true),
    ] as [(Set<String>?, [Note], Bool)])
  func looked(_ row: (rules: Set<String>?, notes: [Note], isStale: Bool)) throws {
    try folder.write("a.txt", text)
    let baseline = try baseline("a.txt")
    try folder.write("a.txt", "")
    var run = start(baseline, ["a.txt"])
    var result = try result("a.txt")
    result.notes = row.notes
    run.apply(to: &result, rules: row.rules)
    run.finish(folders: [])
    #expect(run.stale.count == (row.isStale ? 1 : 0) && run.kept.count == (row.isStale ? 0 : 1))
  }

  @Test("a report that is gone is stale only below a folder that was walked")
  func gone() throws {
    try folder.write("x/a.txt", text)
    var entry = try baseline("x/a.txt").entries[0]
    entry.path = "x/gone.txt"
    for (folders, isStale) in [(["x"], true), ([""], true), (["y"], false), ([], false)] as [([String], Bool)] {
      var run = start(Baseline([entry]), [])
      run.finish(folders: folders.map { folder($0) })
      #expect(run.stale.count == (isStale ? 1 : 0) && run.kept.count == (isStale ? 0 : 1))
    }
  }

  @Test("an entry past its day accepts nothing, and goes only once its finding is gone")
  func expired() throws {
    try folder.write("a.txt", text)
    var entry = try baseline("a.txt").entries[0]
    entry.expires = "2026-03-01"
    for (text, isStale) in [(text, false), ("", true)] {
      try folder.write("a.txt", text)
      var run = start(Baseline([entry]), ["a.txt"])
      var result = try result("a.txt")
      run.apply(to: &result)
      run.finish(folders: [])
      #expect(result.findings.allSatisfy { $0.baseline == .new })
      #expect(run.expired.count == 1 && run.stale.isEmpty != isStale && run.kept.isEmpty == isStale)
    }
  }

  @Test("what is used in part stays for that part")
  func inPart() throws {
    try folder.write("a.txt", text)
    var entry = try baseline("a.txt").entries[0]
    entry.count = 3
    var run = start(Baseline([entry]), ["a.txt"])
    var result = try result("a.txt")
    run.apply(to: &result)
    run.finish(folders: [])
    #expect(run.kept.map(\.count) == [1] && run.stale.map(\.count) == [2])
  }

  @Test("of several files each entry belongs to the file its figure stands in")
  func files() throws {
    try folder.write("text.txt", "一、概况\n")
    try folder.write("tables.txt", text)
    var report = ReportFile(path: Array(folder("text.txt").utf8))
    report.others = [ReportFile(path: Array(folder("tables.txt").utf8))]
    var result = try report.examine(.init()).result
    #expect(result.findings.map(\.path) == [folder("tables.txt")] && result.findings[0].primary.start.line == 1)
    let baseline = Baseline(accepting: result.findings.map { start(Baseline(), []).named($0) })
    #expect(baseline.entries.map(\.path) == ["tables.txt"])
    var run = BaselineRun(baseline, names: names, reports: [report], today: "2026-03-02")
    run.apply(to: &result)
    run.finish(folders: [])
    #expect(result.findings[0].baseline == .unchanged && run.stale.isEmpty)
  }
}
