// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

extension Sentences {
  /// The faults of a baseline file, each `PATH:3:14: …` and its line, for standard error.
  public func errors(_ error: BaselineFileError, path: String) -> String {
    FaultListing.text(
      path: path, bytes: error.bytes, faults: error.faults.map { ($0.position, fault($0.kind)) }, language: language)
  }

  /// A fault in words, without its place.
  public func fault(_ fault: BaselineFault.Kind) -> String {
    switch fault {
    case .missingHeader:
      say(
        "不是基线文件：缺少首行 {\"crossfoot-baseline\":1,…}",
        "not a baseline: the header {\"crossfoot-baseline\":1,…} is missing")
    case .otherVersion(let version):
      say(
        "基线版本 \(version) 无法读取，本程序读取版本 1（指纹 v1）",
        "version \(version) is not read; this tool reads version 1 (fingerprints v1)")
    case .mergeConflict: mergeConflict
    case .cut: say("此行不完整，文件可能被截断", "the line is incomplete; the file may be cut")
    case .syntax: say("不是有效的 JSON", "not valid JSON")
    case .unknownKey(let key): say("未知的键“\(key)”", "unknown key “\(key)”")
    case .repeatedKey(let key): repeatedKey(key)
    case .missingKey(let key): missingKey(key)
    case .wrongType(let key, let expected): say("“\(key)”的类型应为 \(expected)", "“\(key)” must be a \(expected)")
    case .badValue(let key, let expected): say("“\(key)”的值应为 \(expected)", "“\(key)” must be \(expected)")
    }
  }

  /// What the baseline has to do with a finding that it does not accept; nil for nothing.
  func baselineRemark(_ finding: Finding) -> String? { acceptedOtherwise(finding) ?? surplus(finding) }

  /// Said at a finding whose place was accepted with other numbers.
  private func acceptedOtherwise(_ finding: Finding) -> String? {
    guard finding.baseline == .updated else { return nil }
    guard let entry = finding.accepted else {
      return say("基线曾接受此处的另一组数字", "the baseline accepted other numbers at this place")
    }
    let (old, new) = Self.changed(entry.values, BaselineEntry(finding).values)
    return say(
      "基线曾接受此处的 \(old)，现为 \(new)", "the baseline accepted \(old) at this place; now it is \(new)")
  }

  /// The values that differ between two findings at one place, the role's order kept; all of them if none does.
  private static func changed(_ old: [String: String], _ new: [String: String]) -> (String, String) {
    let roles = Set(old.keys).union(new.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let different = roles.filter { old[$0] != new[$0] }
    let shown = (different.isEmpty ? roles : different).prefix(4)
    func text(_ values: [String: String]) -> String { shown.map { values[$0] ?? "—" }.joined(separator: " / ") }
    return (text(old), text(new))
  }

  /// Heads the list of entries that no finding matches any more.
  public func staleEntries(_ number: Int) -> String {
    say(
      "基线中有 \(number) 条已不再出现（crossfoot baseline prune 可删除）",
      "\(number == 1 ? "1 baseline entry no longer occurs" : "\(number) baseline entries no longer occur")"
        + " (crossfoot baseline prune)")
  }

  /// Heads the list of entries past their last day.
  public func expiredEntries(_ number: Int) -> String {
    say(
      "基线中有 \(number) 条已过期，不再生效",
      number == 1 ? "1 baseline entry has expired" : "\(number) baseline entries have expired")
  }

  /// An entry on one line: report, rule, subject and the accepted numbers.
  public func entry(_ entry: BaselineEntry, hasExpiry: Bool = true) -> String {
    let values = entry.sortedValues.map(\.value).joined(separator: " / ")
    let subject = entry.subject.isEmpty ? "" : entry.subject + " "
    let times = entry.count > 1 ? " ×\(entry.count)" : ""
    let expiry = hasExpiry ? entry.expires.map { say("（\($0) 到期）", " (until \($0))") } ?? "" : ""
    return Sanitiser.clean("\(entry.path): \(entry.rule): \(subject)\(values)\(times)\(expiry)")
  }

  /// An entry as `baseline show` lists it: a line with its state, one with its numbers, one with what people wrote.
  public func shownEntry(_ entry: BaselineEntry, isExpired: Bool, isStale: Bool) -> String {
    var state = [status(entry.status)]
    if isExpired { state.append(say("已过期", "expired")) }
    if isStale { state.append(say("已不再出现", "no longer occurs")) }
    let remarks = [
      entry.by, entry.on, entry.expires.map { say("\($0) 到期", "until \($0)") }, entry.reason,
    ].compactMap(\.self)
    var text = "\(entry.fingerprint.prefix(12))  \(list(state))  " + self.entry(entry, hasExpiry: false) + "\n"
    if !remarks.isEmpty { text += "    " + Sanitiser.clean(phrases(remarks)) + "\n" }
    return text
  }

  private func status(_ status: BaselineEntry.Status) -> String {
    switch status {
    case .pending: say("待核实", "pending")
    case .accepted: say("已接受", "accepted")
    case .falsePositive: say("误报", "false positive")
    }
  }

  /// Said after a baseline was changed.
  public func changedBaseline(added: Int, reviewed: Int = 0, kept: Int, removed: Int) -> String {
    var parts = [say("新增 \(added) 条", "added \(added)")]
    if reviewed > 0 { parts.append(say("核实 \(reviewed) 条", "reviewed \(reviewed)")) }
    return phrases(parts + [say("保留 \(kept) 条", "kept \(kept)"), say("删除 \(removed) 条", "removed \(removed)")])
  }

  /// Said where a finding is accepted or called a false alarm without a word why.
  public var reasonNeeded: String { say("请用 --reason 写明理由", "say why with --reason") }

  /// A number of hex digits, at least.
  public func hexDigits(_ least: Int) -> String { say("至少 \(least) 位十六进制数", "at least \(least) hex digits") }

  /// Said where a baseline is named and refused at once.
  public var noBaselineToRead: String {
    say("--no-baseline 不能与其他基线选项同用", "--no-baseline does not go with other options of the baseline")
  }

  /// Said at a finding of which there are more than the baseline accepts.
  private func surplus(_ finding: Finding) -> String? {
    guard finding.baseline == .new, let entry = finding.accepted else { return nil }
    return say(
      "基线只接受 \(entry.count) 条相同的问题，此处为多出的一条",
      "the baseline accepts \(plural(entry.count, "finding")) like this; here is one more")
  }
}
