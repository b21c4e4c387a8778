// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import Crypto

/// What tells the reading of reports by one build of this tool from that of another.
struct BuildStamp: Sendable, Hashable {
  /// Of everything that turns bytes into facts: the version, and the size and time of the program file, since a build
  /// in between two versions may read otherwise.
  var extractor: String
  /// Of the rules that judge them.
  var rules: String

  /// The stamp of this program.
  /// - Parameter version: the tool's version.
  init(version: String) {
    let file = SystemCalls.programFile()
    extractor = "\(version)/\(file.size)/\(file.modified)"
    rules = RuleSet.current.digest
  }
}

extension ReportSettings {
  /// What of it decides on how figures are read, as one text: by reflection, so that nothing can be forgotten.
  var extracting: String { "\(reading)" }

  /// What of it decides on what is found in the figures, as one text. Severities come after.
  var judging: String {
    let pairs = unrelated.map { "\($0.first)\u{1F}\($0.second)" }
    return [
      rules.map { $0.sorted().joined(separator: "\u{1F}") } ?? "*", "\(rounding)", pairs.joined(separator: "\u{1F}"),
    ]
    .joined(separator: "\u{1E}")
  }
}

extension ReportFile.Settings {
  /// Stands for all that decides on what a store keeps of a report.
  var digest: String {
    let severities = report.severities.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
    let parts = [encoding?.rawValue ?? "", report.extracting, report.judging] + severities
    return String(Digest.hex(of: parts.joined(separator: "\u{1D}").utf8).prefix(16))
  }
}

/// SHA-256 as this target uses it.
enum Digest {
  /// The 32 bytes.
  static func bytes(of content: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: content)) }

  /// 64 hex digits.
  static func hex(of content: some Sequence<UInt8>) -> String { hex(bytes(of: Array(content))) }

  /// 64 hex digits for the files of a report: those of its file, or of the digests of its files.
  static func hex(ofFiles contents: [[UInt8]]) -> String {
    hex(contents.count == 1 ? bytes(of: contents[0]) : bytes(of: contents.flatMap(bytes)))
  }

  /// Bytes as hex digits.
  static func hex(_ bytes: [UInt8]) -> String { String(decoding: hexDigits(bytes), as: UTF8.self) }

  /// Bytes as hex digits in lower case.
  static func hexDigits(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount * 2)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 0xF))
    }
    return text
  }

  private static func digit(_ value: UInt8) -> UInt8 { value + UInt8(ascii: value < 10 ? "0" : "W") }
}
