// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// What is wrong at one place of a baseline file.
public struct BaselineFault: Sendable, Hashable {
  /// What kinds of fault there are.
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

  /// What is wrong.
  public var kind: Kind
  /// Where, columns in Unicode scalars.
  public var position: Position
}

/// A baseline file cannot be read. Nothing of it is used, so that no entry is lost when it is written anew.
public struct BaselineFileError: Error, Sendable, Hashable {
  /// The faults line by line, at least one.
  public var faults: [BaselineFault]
  /// The file's text.
  public var bytes: [UInt8] = []
}

extension BaselineFile {
  /// Reads a file: all of it or nothing.
  public static func read(_ bytes: [UInt8]) throws(BaselineFileError) -> Baseline {
    var reader = BaselineReader(bytes)
    reader.read()
    if !reader.faults.isEmpty { throw BaselineFileError(faults: reader.faults, bytes: reader.bytes) }
    return Baseline(reader.entries)
  }
}

private struct BaselineReader {
  let bytes: [UInt8]
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
      if MergeConflict.isMarker(line) {
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

  private mutating func object(_ range: SourceRange) -> JSONNode.Members? {
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

  private mutating func readHeader(_ members: JSONNode.Members, from start: Int) {
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

  private mutating func readEntry(_ members: JSONNode.Members, from start: Int) {
    var form = BaselineEntryForm()
    var seen: Set<String> = []
    let before = faults.count
    for member in members {
      if !seen.insert(member.key).inserted {
        report(.repeatedKey(member.key), member.at)
      } else if let fault = form.take(member) {
        report(fault.kind, fault.offset)
      }
    }
    for key in BaselineEntryForm.required where !seen.contains(key) { report(.missingKey(key), start) }
    if faults.count == before { entries.append(form.entry) }
  }
}
