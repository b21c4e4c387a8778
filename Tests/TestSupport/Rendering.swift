// SPDX-License-Identifier: Apache-2.0

/// Another extraction of the same document: other line breaks in its prose, other gaps between its lines.
public enum Rendering: String, Sendable, CaseIterable {
  case doubleSpaced = "a blank line after every line of prose"
  case inserted = "a cover page before the report"
  case joined = "no line breaks inside paragraphs"
  case wrapped = "paragraphs wrapped at another width"
  case wrappedAndSpaced = "paragraphs wrapped at another width, double-spaced"

  /// The report as the other extraction gives it.
  public func applied(to report: String) -> String {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    switch self {
    case .doubleSpaced: return Self.spaced(lines)
    case .inserted: return "本件由电子档案系统导出，仅供校对时参考。\n\n\n" + report
    case .joined: return Self.unwrapped(lines).joined(separator: "\n")
    case .wrapped: return Self.unwrapped(lines).flatMap { Self.wrapped($0) }.joined(separator: "\n")
    case .wrappedAndSpaced: return Self.spaced(Self.unwrapped(lines).flatMap { Self.wrapped($0) })
    }
  }

  /// Cells of a line that is taken to run on, and of the lines that are written.
  private static let longLine = 52
  private static let width = 76

  /// A line of running text: no cells, no markup, no page number.
  private static func isProse(_ line: String) -> Bool {
    let marks = ["\t", "  ", "<", "|", "—"]
    return !line.allSatisfy(\.isWhitespace) && !marks.contains(where: line.contains)
  }

  private static func spaced(_ lines: [String]) -> String {
    var result: [String] = []
    for line in lines {
      if let last = result.last, isProse(last), isProse(line) { result.append("") }
      result.append(line)
    }
    return result.joined(separator: "\n")
  }

  /// Lines of one paragraph put together: a long line that ends in mid-sentence runs on, also over a blank line.
  private static func unwrapped(_ lines: [String]) -> [String] {
    var result: [String] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      let follows = index + 1 < lines.count ? lines[index + 1] : ""
      if isOpen, line.isEmpty, isProse(follows) { continue }
      if isOpen, isProse(line), let last = result.popLast() {
        result.append(last + line.drop { $0 == " " })
      } else {
        result.append(line)
      }
      isOpen = isProse(line) && cells(line) >= longLine && !"。：；:".contains(line.last { $0 != " " } ?? "。")
    }
    return result
  }

  /// A paragraph in lines of one width, no number broken.
  private static func wrapped(_ line: String) -> [String] {
    guard isProse(line), cells(line) > width else { return [line] }
    var lines = [""]
    var used = 0
    for piece in line.matches(of: /[0-9][0-9,.]*%?|./).map(\.output) {
      if used + cells(String(piece)) > width {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] += piece
      used += cells(String(piece))
    }
    return lines
  }

  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
