// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// What is wrong at one place of a baseline file.
public struct BaselineFault: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The file does not begin with the header line.
    case missingHeader
    /// The header names a version this tool does not read.
    case otherVersion(String)
    /// A line that a merge left behind.
    case mergeConflict
    /// The line ends before its object does.
    case cut
    /// Not JSON.
    case syntax
    case unknownKey(String)
    case repeatedKey(String)
    case missingKey(String)
    /// A value of the wrong type, with the type it should have.
    case wrongType(key: String, expected: String)
    /// A value of the right type that cannot be, with what can.
    case badValue(key: String, expected: String)
  }

  public var kind: Kind
  public var position: Position
}

/// A baseline file cannot be read. Nothing of it is used, so that no entry is lost when it is written anew.
public struct BaselineFileError: Error, Sendable, Hashable {
  /// The faults line by line, at least one.
  public var faults: [BaselineFault]
}

extension BaselineFile {
  /// Reads a file: all of it or nothing.
  public static func read(_ bytes: [UInt8]) throws(BaselineFileError) -> Baseline {
    var reader = BaselineReader(bytes)
    reader.read()
    if !reader.faults.isEmpty { throw BaselineFileError(faults: reader.faults) }
    return Baseline(reader.entries)
  }
}

private struct BaselineReader {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private(set) var entries: [BaselineEntry] = []
  private(set) var faults: [BaselineFault] = []

  /// More faults than this are not collected.
  private static let mostFaults = 20

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    lines = LineIndex(self.bytes)
  }

  mutating func read() {
    var hasHeader = false
    for number in 0..<lines.count where faults.count < Self.mostFaults {
      let range = lines.range(ofLine: number, in: bytes)
      let line = bytes[range.start..<range.end]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if isConflict(line) {
        report(.mergeConflict, range.start)
        continue
      }
      if let members = object(range) {
        if hasHeader { readEntry(members, from: range.start) } else { readHeader(members, from: range.start) }
      }
      hasHeader = true
    }
    if !hasHeader { report(.missingHeader, 0) }
  }

  private mutating func report(_ kind: BaselineFault.Kind, _ offset: Int) {
    faults.append(BaselineFault(kind: kind, position: lines.position(of: offset, in: bytes)))
  }

  /// Whether a line is one that a version control system writes around two versions.
  private func isConflict(_ line: ArraySlice<UInt8>) -> Bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
  }

  private mutating func object(_ range: SourceRange) -> Members? {
    var reader = JSONReader(bytes, range.start..<range.end)
    do {
      let node = try reader.read()
      guard case .object(let members) = node.value else {
        report(.syntax, node.offset)
        return nil
      }
      return members
    } catch {
      report(error.isCut ? .cut : .syntax, error.offset)
      return nil
    }
  }

  private mutating func readHeader(_ members: Members, from start: Int) {
    guard let version = members.first(where: { $0.key == "crossfoot-baseline" }) else {
      return report(.missingHeader, start)
    }
    guard case .number(let number) = version.value.value, number == String(BaselineFile.version) else {
      return report(.otherVersion(Self.printed(version.value)), version.value.offset)
    }
    guard let kind = members.first(where: { $0.key == "fp" }) else { return report(.missingKey("fp"), start) }
    guard case .string(BaselineFile.fingerprints) = kind.value.value else {
      return report(.otherVersion(Self.printed(kind.value)), kind.value.offset)
    }
    for member in members where member.key != "crossfoot-baseline" && member.key != "fp" {
      report(.unknownKey(member.key), member.at)
    }
  }

  private static func printed(_ node: JSONNode) -> String {
    switch node.value {
    case .string(let text), .number(let text), .literal(let text): text
    case .array: "[…]"
    case .object: "{…}"
    }
  }

  private mutating func readEntry(_ members: Members, from start: Int) {
    var form = EntryForm()
    var seen: Set<String> = []
    let before = faults.count
    for member in members {
      if !seen.insert(member.key).inserted {
        report(.repeatedKey(member.key), member.at)
      } else if let fault = form.take(member) {
        report(fault.kind, fault.offset)
      }
    }
    for key in EntryForm.required where !seen.contains(key) { report(.missingKey(key), start) }
    if faults.count == before { entries.append(form.entry) }
  }
}

private typealias Member = (key: String, at: Int, value: JSONNode)
private typealias Members = [Member]

/// An entry being filled in member by member.
private struct EntryForm {
  var entry = BaselineEntry(path: "", rule: "", fingerprint: "", subject: "", values: [:])

  static let required = ["path", "rule", "fp", "n", "subject", "values", "status"]

  /// Takes one member.
  /// - Returns: what is wrong with it and where, or nil.
  mutating func take(_ member: Member) -> (kind: BaselineFault.Kind, offset: Int)? {
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
    if case .string(let text) = node.value, !Self.isDay(text) {
      return .badValue(key: key, expected: "2026-03-02")
    }
    return takeText(node, key) { $0[keyPath: property] = $1 }
  }

  /// Whether a text has the form of a day, `2026-03-02`.
  private static func isDay(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    return shape.elementsEqual("0000-00-00".utf8)
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
