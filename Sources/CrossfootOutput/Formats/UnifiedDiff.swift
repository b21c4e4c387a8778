// SPDX-License-Identifier: Apache-2.0

/// A unified diff of a file (POSIX `diff -u`) that replaces some ranges of its bytes.
struct UnifiedDiff {
  /// A change of the text: bytes that go, and what comes in their place.
  struct Change {
    var range: Range<Int>
    var text: String
    /// Named at the head of the hunk, as `diff -p` names a function.
    var heading: String
  }

  private let bytes: [UInt8]
  private let starts: [Int32]
  /// Lines before and after a change that a hunk shows.
  private static let context = 3

  /// - Parameters:
  ///   - bytes: the file.
  ///   - starts: offset of each line's first byte.
  init(_ bytes: [UInt8], lineStarts starts: [Int32]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The hunks of changes that are sorted and do not overlap.
  func hunks(_ changes: [Change]) -> [UInt8] {
    var output: [UInt8] = []
    var shift = 0
    for group in groups(changes) { output += hunk(group, &shift) }
    return output
  }

  /// Changed lines with the changes in them, neighbours together.
  private struct Edit {
    var lines: Range<Int>
    var changes: [Change]
  }

  /// Number of lines; what follows the last line feed is a line only if it holds something.
  private var lineCount: Int {
    let last = Int(starts.last ?? 0)
    return last < bytes.count ? starts.count : starts.count - 1
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The bytes of a line with its line feed.
  private func range(ofLine line: Int) -> Range<Int> {
    Int(starts[line])..<(line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count)
  }

  /// The edits by hunk: those whose context would overlap share one.
  private func groups(_ changes: [Change]) -> [[Edit]] {
    var groups: [[Edit]] = []
    for change in changes {
      let first = line(of: change.range.lowerBound)
      let lines = first..<max(first, line(of: max(change.range.lowerBound, change.range.upperBound - 1))) + 1
      guard var group = groups.last, var last = group.last, lines.lowerBound - last.lines.upperBound <= 2 * Self.context
      else {
        groups.append([Edit(lines: lines, changes: [change])])
        continue
      }
      if lines.lowerBound < last.lines.upperBound {
        last.lines = last.lines.lowerBound..<max(last.lines.upperBound, lines.upperBound)
        last.changes.append(change)
        group[group.count - 1] = last
      } else {
        group.append(Edit(lines: lines, changes: [change]))
      }
      groups[groups.count - 1] = group
    }
    return groups
  }

  /// One hunk; `shift` is by how many lines the new file has grown before it.
  private func hunk(_ edits: [Edit], _ shift: inout Int) -> [UInt8] {
    guard let first = edits.first, let last = edits.last else { return [] }
    let before = max(0, first.lines.lowerBound - Self.context)
    let after = min(lineCount, last.lines.upperBound + Self.context)
    var body: [UInt8] = []
    var added = 0
    var next = before
    for edit in edits {
      for line in next..<edit.lines.lowerBound { append(" ", bytes[range(ofLine: line)], to: &body) }
      for line in edit.lines { append("-", bytes[range(ofLine: line)], to: &body) }
      let replaced = replaced(edit)
      for line in replaced { append("+", line, to: &body) }
      added += replaced.count - edit.lines.count
      next = edit.lines.upperBound
    }
    for line in next..<after { append(" ", bytes[range(ofLine: line)], to: &body) }
    let heading = first.changes.first?.heading ?? ""
    let header =
      "@@ -\(before + 1),\(after - before) +\(before + 1 + shift),\(after - before + added) @@"
      + (heading.isEmpty ? "" : " " + heading) + "\n"
    shift += added
    return Array(header.utf8) + body
  }

  /// The lines of an edit after its changes.
  private func replaced(_ edit: Edit) -> [ArraySlice<UInt8>] {
    var text: [UInt8] = []
    var at = Int(starts[edit.lines.lowerBound])
    for change in edit.changes {
      text += bytes[at..<change.range.lowerBound] + Array(change.text.utf8)
      at = change.range.upperBound
    }
    text += bytes[at..<range(ofLine: edit.lines.upperBound - 1).upperBound]
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  private func append(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to body: inout [UInt8]) {
    body.append(UInt8(ascii: sign))
    body += line
    if line.last != 0x0A { body += Array("\n\\ No newline at end of file\n".utf8) }
  }
}
