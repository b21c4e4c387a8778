// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

extension Sentences {
  /// One line for each fault of a baseline file, `PATH:3:14: …`, for standard error.
  public func errors(_ error: BaselineFileError, path: String) -> [String] {
    error.faults.map { fault in
      let place = "\(Sanitiser.clean(path)):\(fault.position.line):\(fault.position.column): "
      return place + say("错误：", "error: ") + Sanitiser.clean(self.fault(fault.kind))
    }
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
    case .mergeConflict: say("合并冲突标记，请先解决冲突", "merge conflict marker: resolve the conflict first")
    case .cut: say("此行不完整，文件可能被截断", "the line is incomplete; the file may be cut")
    case .syntax: say("不是有效的 JSON", "not valid JSON")
    case .unknownKey(let key): say("未知的键“\(key)”", "unknown key “\(key)”")
    case .repeatedKey(let key): say("键“\(key)”重复", "the key “\(key)” is repeated")
    case .missingKey(let key): say("缺少键“\(key)”", "the key “\(key)” is missing")
    case .wrongType(let key, let expected): say("“\(key)”的类型应为 \(expected)", "“\(key)” must be a \(expected)")
    case .badValue(let key, let expected): say("“\(key)”的值应为 \(expected)", "“\(key)” must be \(expected)")
    }
  }

  /// Said at a finding whose place was accepted with other numbers; nil for all others.
  func acceptedOtherwise(_ finding: Finding) -> String? {
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
  public func entry(_ entry: BaselineEntry) -> String {
    let values = entry.sortedValues.map(\.value).joined(separator: " / ")
    let subject = entry.subject.isEmpty ? "" : entry.subject + " "
    let times = entry.count > 1 ? " ×\(entry.count)" : ""
    let expiry = entry.expires.map { say("（\($0) 到期）", " (expired \($0))") } ?? ""
    return Sanitiser.clean("\(entry.path): \(entry.rule): \(subject)\(values)\(times)\(expiry)")
  }
}
