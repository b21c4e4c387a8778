// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// A way to print the same report differently. What is found must not change.
public enum Variation: String, Sendable, CaseIterable {
  case windowsLineEnds = "CRLF for LF"
  case noBreakSpaces = "NBSP for space"
  case minusSigns = "U+2212 for the hyphen of a negative number"
  case wideDigits = "full-width digits"
  case prefixed = "a paragraph before the report"

  /// The report in the other print.
  public func applied(to report: [UInt8]) -> [UInt8] {
    switch self {
    case .windowsLineEnds: replace(0x0A, by: "\r\n", in: report)
    case .noBreakSpaces: replace(0x20, by: "\u{A0}", in: report)
    case .wideDigits: widened(report)
    case .minusSigns: withMinusSigns(report)
    case .prefixed: Array(Self.prefix.utf8) + report
    }
  }

  /// By how many lines places move down.
  public var lineShift: Int { self == .prefixed ? 2 : 0 }

  private static let prefix = "本件由电子档案系统导出，仅供校对时参考。\n\n"

  private func replace(_ byte: UInt8, by text: String, in report: [UInt8]) -> [UInt8] {
    report.flatMap { $0 == byte ? Array(text.utf8) : [$0] }
  }

  private func widened(_ report: [UInt8]) -> [UInt8] {
    report.flatMap { (0x30...0x39).contains($0) ? [0xEF, 0xBC, 0x90 + $0 - 0x30] : [$0] }
  }

  /// Only a hyphen that begins a cell or a line is a sign; between digits and in names it joins.
  private func withMinusSigns(_ report: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in report.enumerated() {
      let begins = index == 0 || report[index - 1] == 0x09 || report[index - 1] == 0x0A
      let negates = index + 1 < report.count && (0x30...0x39).contains(report[index + 1])
      result += byte == 0x2D && begins && negates ? Array("\u{2212}".utf8) : [byte]
    }
    return result
  }
}

/// A finding without what another print of the report may change: digits and signs are compared as they read, places
/// relative to the report's first line.
public struct FindingEssence: Hashable, Sendable, CustomStringConvertible {
  let rule: String
  let severity: Severity
  let fingerprint: String
  let primary: String
  let cited: [String]
  let expected: String?
  let line: Int
  let column: Int

  public init(_ finding: Finding, lineShift: Int = 0) {
    rule = finding.rule
    severity = finding.severity
    fingerprint = finding.fingerprint
    primary = Self.plain(finding.primary.text)
    cited = finding.figures.map { Self.plain($0.text) }.sorted()
    expected = finding.expected.map(Self.plain)
    line = finding.primary.start.line - lineShift
    column = finding.primary.start.column
  }

  public var description: String { "\(line):\(column): \(rule) at \(primary), \(fingerprint)" }

  /// A printed number with narrow digits and a plain sign.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
          case 0x2212: "-"
          case 0xA0: " "
          default: scalar
          }
        }))
  }
}
