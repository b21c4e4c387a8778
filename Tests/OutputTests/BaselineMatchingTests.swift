// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct BaselineMatchingTests {
  /// A finding in a report, at a place given by `line`.
  private func finding(
    _ path: String, _ subject: String, _ values: [String], fp: String, rule: String = "tie-out.repeated", line: Int = 1
  ) -> Finding {
    let figures = values.enumerated().map { index, text in
      CitedFigure(
        role: index == 0 ? .total : .part, text: text, range: SourceRange(line * 100 + index, line * 100 + index + 1),
        start: Position(line: line, column: index + 1), end: Position(line: line, column: index + 2), label: subject)
    }
    return Finding(
      rule: rule, kind: .tieOut, severity: .error, path: path, primary: figures[0], figures: figures, expected: nil,
      arithmetic: [], cause: nil, fingerprint: fp)
  }

  @Test("an entry holds report, rule, fingerprint, label and the printed values by role")
  func entry() {
    let entry = BaselineEntry(finding("a.txt", "合计", ["10", "4", "5"], fp: "f1"))
    #expect(entry.path == "a.txt" && entry.rule == "tie-out.repeated" && entry.fingerprint == "f1")
    #expect(entry.subject == "合计" && entry.count == 1 && entry.status == .pending)
    #expect(entry.values == ["total": "10", "part": "4", "part2": "5"])
  }

  @Test("equal findings of a report become one entry with their number, in sorted order")
  func accepting() {
    let findings = [
      finding("b.txt", "乙", ["1"], fp: "f2"), finding("a.txt", "甲", ["1"], fp: "f1"),
      finding("b.txt", "乙", ["1"], fp: "f2", line: 9),
    ]
    let baseline = Baseline(accepting: findings, status: .accepted)
    #expect(baseline.entries.map(\.path) == ["a.txt", "b.txt"])
    #expect(baseline.entries.map(\.count) == [1, 2])
    #expect(baseline.entries.allSatisfy { $0.status == .accepted })
  }

  @Test("the same findings at other places are unchanged, and nothing is stale")
  func exact() {
    let old = [finding("a.txt", "甲", ["96", "97"], fp: "f1"), finding("a.txt", "乙", ["3", "4"], fp: "f2")]
    let new = [
      finding("a.txt", "乙", ["3", "4"], fp: "f2", line: 50), finding("a.txt", "甲", ["96", "97"], fp: "f1", line: 70),
    ]
    let match = Baseline(accepting: old).match(new, scannedPaths: ["a.txt"])
    #expect(match.states == [.unchanged, .unchanged])
    #expect(match.stale == [])
    #expect(Baseline().match(new, scannedPaths: ["a.txt"]).states == [.new, .new])
  }

  @Test("of more equal findings than accepted the last by place is new; of fewer the rest is stale")
  func multiset() {
    let twice = [finding("a.txt", "甲", ["1"], fp: "f", line: 1), finding("a.txt", "甲", ["1"], fp: "f", line: 2)]
    let thrice = [finding("a.txt", "甲", ["1"], fp: "f", line: 30)] + twice
    let grown = Baseline(accepting: twice).match(thrice, scannedPaths: ["a.txt"])
    #expect(grown.states == [.new, .unchanged, .unchanged])
    let shrunk = Baseline(accepting: thrice).match(twice, scannedPaths: ["a.txt"])
    #expect(shrunk.states == [.unchanged, .unchanged])
    #expect(shrunk.stale.map(\.count) == [1])
  }

  @Test(
    "the same numbers under a label that was read otherwise are unchanged",
    arguments: [
      ("行政事业性收费", "行政事业性收费收入", true), ("行政 事业性（收费）", "行政事业性收费", true), ("", "行政事业性收费", true),
      ("行政事业性收费", "国有资产处置收入", false), ("年初预算数合计", "年末预算数合计", true),
    ])
  func relabelled(_ row: (old: String, new: String, isSame: Bool)) {
    let baseline = Baseline(accepting: [finding("a.txt", row.old, ["1,205", "97"], fp: "f1")])
    let match = baseline.match([finding("a.txt", row.new, ["1205", "９７"], fp: "f2")], scannedPaths: ["a.txt"])
    #expect(match.states == [row.isSame ? .unchanged : .new])
    #expect(match.stale.count == (row.isSame ? 0 : 1))
  }

  @Test("of several entries with the same numbers the closest label is taken")
  func closest() {
    let baseline = Baseline(accepting: [
      finding("a.txt", "其他交通费用", ["5", "6"], fp: "f1"), finding("a.txt", "其他交通费", ["5", "6"], fp: "f2"),
    ])
    let match = baseline.match([finding("a.txt", "其他 交通费", ["5", "6"], fp: "f3")], scannedPaths: ["a.txt"])
    #expect(match.stale.map(\.subject) == ["其他交通费用"])
  }

  @Test("a renamed report keeps its entries; a report that is still there does not lend them")
  func renamed() {
    let baseline = Baseline(accepting: [finding("old.txt", "甲", ["1", "2"], fp: "f1")])
    let new = [finding("new.txt", "甲", ["1", "2"], fp: "f1")]
    #expect(baseline.match(new, scannedPaths: ["new.txt"]).states == [.unchanged])
    #expect(baseline.match(new, scannedPaths: ["new.txt", "old.txt"]).states == [.new])
    #expect(baseline.match(new, scannedPaths: ["new.txt"], exists: { $0 == "old.txt" }).states == [.new])
    #expect(baseline.match(new, scannedPaths: ["new.txt"]).stale == [])
  }

  @Test("changed numbers are updated, never accepted")
  func updated() {
    let baseline = Baseline(accepting: [finding("a.txt", "甲", ["96", "97"], fp: "f1")])
    let match = baseline.match([finding("a.txt", "甲", ["96", "98"], fp: "f2")], scannedPaths: ["a.txt"])
    #expect(match.states == [.updated])
    #expect(match.entries == [0])
    #expect(match.stale == [])
    let unnamed = Baseline(accepting: [finding("a.txt", "", ["96", "97"], fp: "f1")])
    #expect(unnamed.match([finding("a.txt", "", ["96", "98"], fp: "f2")], scannedPaths: ["a.txt"]).states == [.new])
  }

  @Test("an exact fit is never given away to a near one")
  func order() {
    let baseline = Baseline(accepting: [finding("a.txt", "甲", ["1", "2"], fp: "f1")])
    let near = finding("a.txt", "甲", ["1", "3"], fp: "f2", line: 1)
    let exact = finding("a.txt", "甲", ["1", "2"], fp: "f1", line: 2)
    #expect(baseline.match([near, exact], scannedPaths: ["a.txt"]).states == [.new, .unchanged])
  }

  @Test("another rule or another report matches nothing; entries of unscanned reports are not stale")
  func unrelated() {
    let baseline = Baseline(accepting: [finding("a.txt", "甲", ["1", "2"], fp: "f1")])
    let other = finding("a.txt", "甲", ["1", "2"], fp: "f1", rule: "footing.column")
    #expect(baseline.match([other], scannedPaths: ["a.txt"]).states == [.new])
    #expect(baseline.match([], scannedPaths: ["b.txt"]).stale == [])
    #expect(baseline.match([], scannedPaths: ["a.txt"]).stale.count == 1)
  }

  @Test(
    "after its last day an entry matches nothing and is listed",
    arguments: [("2026-03-01", true), ("2026-03-02", false)])
  func expiry(_ row: (last: String, isExpired: Bool)) {
    var entry = BaselineEntry(finding("a.txt", "甲", ["1", "2"], fp: "f1"))
    entry.expires = row.last
    let new = [finding("a.txt", "甲", ["1", "2"], fp: "f1")]
    let match = Baseline([entry]).match(new, scannedPaths: ["a.txt"], today: "2026-03-02")
    #expect(match.states == [row.isExpired ? .new : .unchanged])
    #expect(match.expired.count == (row.isExpired ? 1 : 0))
    #expect(match.stale == [])
  }
}
