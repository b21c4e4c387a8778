// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// The file that keeps a baseline: JSON lines in UTF-8, the first a header, then one accepted finding each, sorted by
/// path, rule and fingerprint. No totals, lines or messages, so that two people's changes merge and every change is one
/// line of a diff.
public enum BaselineFile {
  /// Version of the file and of the fingerprints in it.
  static let version = 1
  static let fingerprints = "v1"

  /// The file's text. The same baseline always gives the same bytes, in any order of its entries.
  public static func write(_ baseline: Baseline) -> String {
    var text = object([("crossfoot-baseline", String(version)), ("fp", string(fingerprints))]) + "\n"
    for entry in baseline.entries { text += line(entry) + "\n" }
    return text
  }

  /// Whether a text has the form of a day, `2026-03-02`.
  public static func isDay(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    guard shape.elementsEqual("0000-00-00".utf8) else { return false }
    return "01"..."12" ~= text.dropFirst(5).prefix(2) && "01"..."31" ~= text.suffix(2)
  }

  /// One entry, the members in an order that people read well.
  private static func line(_ entry: BaselineEntry) -> String {
    let values = object(entry.sortedValues.map { ($0.key, string($0.value)) })
    var members = [
      ("path", string(entry.path)), ("rule", string(entry.rule)), ("fp", string(entry.fingerprint)),
      ("n", String(entry.count)), ("subject", string(entry.subject)),
      ("values", values), ("status", string(entry.status.rawValue)),
    ]
    let remarks = [("reason", entry.reason), ("by", entry.by), ("on", entry.on), ("expires", entry.expires)]
    for (key, text) in remarks {
      if let text { members.append((key, string(text))) }
    }
    return object(members)
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  /// A string as JSON. The encoder is asked only for what needs an escape.
  private static func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    return isPlain ? "\"\(text)\"" : JSONCoding.text(text)
  }
}

extension BaselineEntry {
  /// The values by role, in byte order.
  var sortedValues: [(key: String, value: String)] {
    values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
