// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText
import TestSupport

/// One digit of a report to be replaced by another.
struct Slip {
  var range: SourceRange
  var offset: Int
  var digit: UInt8

  /// A slip that changes a figure by more than its slack; nil if no single digit does, or the figure is not in plain
  /// digits.
  static func random(
    in figure: FigureID, of examination: Examination, beyond slack: Decimal, _ random: inout SplitMix64
  ) -> Slip? {
    let quantity = examination.facts[figure].quantity
    let range = examination.document.sourceRange(examination.facts[figure].range)
    let bytes = examination.document.source.bytes
    let digits = (range.start..<range.end).filter { (0x30...0x39).contains(bytes[$0]) }
    guard !quantity.inWords,
      digits.count == (range.start..<range.end).count(where: { bytes[$0] != 0x2C && bytes[$0] != 0x2E })
    else { return nil }
    var slips: [Slip] = []
    for (position, offset) in digits.enumerated() {
      let place = quantity.lastPlace + digits.count - 1 - position
      for digit in UInt8(0x30)...0x39 where digit != bytes[offset] {
        // A number does not begin with a nought of its own.
        if digit == 0x30, position == 0, digits.count > 1 { continue }
        let change = Decimal(abs(Int128(digit) - Int128(bytes[offset])), exponent: place)
        if change.order(slack) > 0 { slips.append(Slip(range: range, offset: offset, digit: digit)) }
      }
    }
    return slips.randomElement(using: &random)
  }

  /// The report with the slip, taken through the pipeline.
  func applied(to examination: Examination, path: String) throws -> Examination {
    var bytes = examination.document.source.bytes
    bytes[offset] = digit
    return try Examination.reading(bytes, path: path)
  }

  /// Whether one of the findings cites the figure.
  func isCited(in findings: [Finding]) -> Bool {
    findings.contains { finding in finding.figures.contains { $0.range.overlaps(range) } }
  }
}
