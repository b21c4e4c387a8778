// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// An entry being filled in member by member.
struct BaselineEntryForm {
  var entry = BaselineEntry(path: "", rule: "", fingerprint: "", subject: "", values: [:])

  static let required = ["path", "rule", "fp", "n", "subject", "values", "status"]

  /// Takes one member.
  /// - Returns: what is wrong with it and where, or nil.
  mutating func take(_ member: JSONNode.Member) -> (kind: BaselineFault.Kind, offset: Int)? {
    if member.key == "values" { return takeValues(member.value) }
    guard let kind = take(member.key, member.value) else { return nil }
    if case .unknownKey = kind { return (kind, member.at) }
    return (kind, member.value.offset)
  }

  private mutating func take(_ key: String, _ node: JSONNode) -> BaselineFault.Kind? {
    switch key {
    case "path": take(node, key, \.path)
    case "rule": take(node, key, \.rule)
    case "fp": take(node, key, \.fingerprint)
    case "subject": takeText(node, key) { $0.subject = $1 }
    case "reason": takeText(node, key) { $0.reason = $1 }
    case "by": takeText(node, key) { $0.by = $1 }
    case "on": takeDay(node, key, \.on)
    case "expires": takeDay(node, key, \.expires)
    case "n": takeCount(node)
    case "status": takeStatus(node)
    default: .unknownKey(key)
    }
  }

  /// A text that must not be empty.
  private mutating func take(
    _ node: JSONNode, _ key: String, _ property: WritableKeyPath<BaselineEntry, String>
  ) -> BaselineFault.Kind? {
    if case .string("") = node.value { return .badValue(key: key, expected: "\"…\"") }
    return takeText(node, key) { $0[keyPath: property] = $1 }
  }

  private mutating func takeText(
    _ node: JSONNode, _ key: String, _ set: (inout BaselineEntry, String) -> Void
  ) -> BaselineFault.Kind? {
    guard case .string(let text) = node.value else { return .wrongType(key: key, expected: "string") }
    set(&entry, text)
    return nil
  }

  private mutating func takeDay(
    _ node: JSONNode, _ key: String, _ property: WritableKeyPath<BaselineEntry, String?>
  ) -> BaselineFault.Kind? {
    if case .string(let text) = node.value, !BaselineFile.isDay(text) {
      return .badValue(key: key, expected: "2026-03-02")
    }
    return takeText(node, key) { $0[keyPath: property] = $1 }
  }

  private mutating func takeCount(_ node: JSONNode) -> BaselineFault.Kind? {
    guard case .number(let text) = node.value else { return .wrongType(key: "n", expected: "number") }
    guard let count = Int(text), count > 0 else { return .badValue(key: "n", expected: "1, 2, 3 …") }
    entry.count = count
    return nil
  }

  private mutating func takeValues(_ node: JSONNode) -> (kind: BaselineFault.Kind, offset: Int)? {
    guard case .object(let members) = node.value else {
      return (.wrongType(key: "values", expected: "object"), node.offset)
    }
    for member in members {
      guard case .string(let text) = member.value.value else {
        return (.wrongType(key: "values.\(member.key)", expected: "string"), member.value.offset)
      }
      entry.values[member.key] = text
    }
    return nil
  }

  private mutating func takeStatus(_ node: JSONNode) -> BaselineFault.Kind? {
    guard case .string(let text) = node.value else { return .wrongType(key: "status", expected: "string") }
    guard let status = BaselineEntry.Status(rawValue: text) else {
      let allowed = BaselineEntry.Status.allCases.map(\.rawValue).joined(separator: ", ")
      return .badValue(key: "status", expected: allowed)
    }
    entry.status = status
    return nil
  }
}
