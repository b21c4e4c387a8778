// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// What to put in place of a figure's digits in the text, where a finding is certain of it.
struct Correction {
  /// Bytes of the source that are replaced: the digits as printed, without a percent sign or sign word outside of them.
  var range: Range<Int>
  /// What stands there then, in the width of the digits there now.
  var text: String

  /// Nil where the finding names no value, or where the value cannot be written in the figure's form.
  init?(_ finding: Finding, in source: SourceText) {
    guard let expected = finding.expected else { return nil }
    let printed = source.text(finding.primary.range)
    guard let core = Self.core(of: expected, like: finding.primary.text, printed: Self.narrow(printed)) else {
      return nil
    }
    range = finding.primary.range.start..<finding.primary.range.end
    text = Self.isWide(printed) ? Self.wide(core) : core
  }

  /// The part of the expected value that stands where `printed` is the part of `stated` that does.
  private static func core(of expected: String, like stated: String, printed: String) -> String? {
    var (core, own) = (Substring(expected), Substring(stated))
    if let sign = own.last, sign == "%" || sign == "‰", !printed.hasSuffix(String(sign)) {
      guard core.last == sign else { return nil }
      core.removeLast()
      own.removeLast()
    }
    // The minus of a sign word, a triangle or a bracket stands outside of the digits.
    if own != printed, own.first == "-", own.dropFirst() == printed {
      guard core.first == "-" else { return nil }
      core.removeFirst()
      own.removeFirst()
    }
    guard own == printed, !core.isEmpty, core.utf8.allSatisfy(isNumeric) else { return nil }
    return String(core)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || "+-.,%".utf8.contains(byte)
  }

  /// Narrow digits and signs without gaps, as findings quote them.
  private static func narrow(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isWide(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) }
  }

  private static func wide(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }
}
