// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import Testing

@Suite struct BaselineDifferenceTests {
  private func entry(_ path: String, _ count: Int = 1, reason: String? = nil) -> BaselineEntry {
    BaselineEntry(path: path, rule: "r.r", fingerprint: "f", count: count, subject: "", values: [:], reason: reason)
  }

  @Test("baselines are compared as multisets; a new remark is a change")
  func difference() {
    let old = Baseline([entry("a", 3), entry("b"), entry("c")])
    let new = Baseline([entry("a", 1), entry("b", reason: "核实"), entry("d", 2)])
    let difference = BaselineDifference(from: old, to: new)
    #expect(difference.added == [entry("d", 2)])
    #expect(difference.removed == [entry("a", 2), entry("c")])
    #expect(difference.changed == [entry("b", reason: "核实")])
    let same = BaselineDifference(from: Baseline([entry("a"), entry("a")]), to: Baseline([entry("a", 2)]))
    #expect(same.added.isEmpty && same.removed.isEmpty && same.changed.isEmpty)
  }

  @Test("entries are put together only where nothing but their number differs")
  func merged() {
    let baseline = Baseline([entry("a", 2), entry("a", 3), entry("a", reason: "核实"), entry("b")])
    #expect(baseline.merged.entries.map(\.count).sorted() == [1, 1, 5])
    #expect(baseline.merged.merged == baseline.merged)
  }

  @Test("what is removed goes as often as it says, and never from another entry")
  func removing() {
    let baseline = Baseline([entry("a", 3), entry("a", reason: "核实"), entry("b")])
    #expect(
      baseline.removing([entry("a", 2), entry("c", 4)]).entries
        == Baseline([entry("a"), entry("a", reason: "核实"), entry("b")]).entries)
    #expect(baseline.removing(baseline.entries).entries.isEmpty)
    #expect(baseline.removing([]) == baseline)
  }
}
