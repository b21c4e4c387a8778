// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `diff`: a patch for each report, with the recomputed figure in place of the stated one where a finding is certain of
/// it. `patch -p1` and `git apply` take it.
struct DiffFormat: ResultFormat {
  private let context: FormatContext

  init(_ context: FormatContext) { self.context = context }

  mutating func add(_ result: ReportResult) -> String {
    let changes = changes(result)
    if changes.isEmpty { return "" }
    guard result.source.form != .converted else {
      return context.sentences.noPatch(Sanitiser.clean(result.path)) + "\n"
    }
    let parts = result.parts.isEmpty ? [ReportPart(path: result.path, start: 0, firstLine: 0)] : result.parts
    return parts.indices.map { index in
      let end = index + 1 < parts.count ? parts[index + 1].start : result.source.bytes.count
      return patch(parts[index].path, result.source, parts[index].start..<end, changes)
    }.joined()
  }

  mutating func finish(elapsed: Duration?) -> String { "" }

  /// The certain corrections in the order of the text, none of them overlapping.
  private func changes(_ result: ReportResult) -> [UnifiedDiff.Change] {
    var changes: [UnifiedDiff.Change] = []
    for finding in context.shown(result).sorted(by: { $0.primary.range < $1.primary.range }) {
      guard let correction = Correction(finding, in: result.source) else { continue }
      if let last = changes.last, last.range.upperBound > correction.range.lowerBound { continue }
      let heading = Sanitiser.clean(finding.primary.spot.section)
      changes.append(UnifiedDiff.Change(range: correction.range, text: correction.text, heading: heading))
    }
    return changes
  }

  /// The patch of one file, which is the text in `range`.
  private func patch(
    _ path: String, _ source: SourceText, _ range: Range<Int>, _ changes: [UnifiedDiff.Change]
  ) -> String {
    let own = changes.filter { range.contains($0.range.lowerBound) }
    if own.isEmpty { return "" }
    let name = Self.name(context.paths.relative(path))
    let mark: [UInt8] = source.form == .marked ? [0xEF, 0xBB, 0xBF] : []
    let shift = mark.count - range.lowerBound
    let bytes = mark + source.bytes[range]
    let moved = own.map { change in
      var change = change
      change.range = change.range.lowerBound + shift..<change.range.upperBound + shift
      return change
    }
    let hunks = UnifiedDiff(bytes, lineStarts: LineIndex(bytes).starts).hunks(moved)
    return "--- \(Self.quoted("a/" + name))\n+++ \(Self.quoted("b/" + name))\n" + String(decoding: hunks, as: UTF8.self)
  }

  /// A path that can follow `a/`.
  private static func name(_ path: String) -> String { String(path.drop { $0 == "/" }) }

  /// A name in the header of a patch. A tab ends it where it holds spaces, as GNU diff writes it; one with control
  /// characters, quotes or backslashes is written as a C string.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return name.utf8.contains(0x20) ? name + "\t" : name }
    var text = "\""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(Unicode.Scalar(byte))
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let octal = String(byte, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      }
    }
    return text + "\""
  }
}
