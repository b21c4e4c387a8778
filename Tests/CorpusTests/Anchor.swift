// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Expectation {
  /// Where the anchor stands in a report.
  /// - Throws: ``ExpectationError`` if its first text does not occur exactly once, or a further one not after it.
  func place(in report: [UInt8]) throws -> SourceRange {
    let first = Self.occurrences(of: anchor[0], in: report, from: 0, limit: 2)
    guard first.count == 1, var place = first.first else {
      let count = first.isEmpty ? "does not occur" : "occurs more than once"
      throw ExpectationError(line: line, description: "'\(anchor[0])' \(count) in the report")
    }
    for text in anchor.dropFirst() {
      guard let next = Self.occurrences(of: text, in: report, from: place.end, limit: 1).first else {
        throw ExpectationError(line: line, description: "'\(text)' does not occur after the text before it")
      }
      place = next
    }
    return place
  }

  /// Places of a text. At a digit's side it must not go on in the number it is part of.
  private static func occurrences(of text: String, in report: [UInt8], from start: Int, limit: Int) -> [SourceRange] {
    let wanted = Array(text.utf8)
    var found: [SourceRange] = []
    var at = start
    while at + wanted.count <= report.count, found.count < limit {
      let end = at + wanted.count
      if report[at] == wanted[0], report[at..<end].elementsEqual(wanted), !cutsNumber(at..<end, in: report) {
        found.append(SourceRange(at, end))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether a range begins or ends in the middle of a number.
  private static func cutsNumber(_ range: Range<Int>, in report: [UInt8]) -> Bool {
    func isDigit(_ index: Int) -> Bool { report.indices.contains(index) && (0x30...0x39).contains(report[index]) }
    func joins(_ index: Int) -> Bool {
      report.indices.contains(index) && (report[index] == 0x2C || report[index] == 0x2E)
    }
    let before = range.lowerBound - 1
    if isDigit(range.lowerBound), isDigit(before) || joins(before) && isDigit(before - 1) { return true }
    let after = range.upperBound
    return isDigit(after - 1) && (isDigit(after) || joins(after) && isDigit(after + 1))
  }
}
