// SPDX-License-Identifier: Apache-2.0

import Crypto
import CrossfootRules

/// What tells the reading of reports by one build of this tool from that of another.
struct BuildStamp: Sendable, Hashable {
  /// Of everything that turns bytes into facts: the version, and the size and time of the program file, since a build in between
  /// two versions may read otherwise.
  var extractor: String
  /// Of the rules that judge them.
  var rules: String

  /// The stamp of this program.
  /// - Parameter version: the tool's version.
  init(version: String) {
    let file = SystemCalls.programFile()
    extractor = "\(version)/\(file.size)/\(file.modified)"
    rules = Digest.hex(
      of: RuleRegistry.all.map { rule in
        let rule = rule.description
        return ([rule.id, rule.since, String(rule.fingerprintRevision)] + rule.claims).joined(separator: "\u{1F}")
      }.joined(separator: "\u{1E}").utf8)
  }
}

/// SHA-256 as this target uses it.
enum Digest {
  /// The 32 bytes.
  static func bytes(of content: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: content)) }

  /// 64 hex digits.
  static func hex(of content: some Sequence<UInt8>) -> String { hex(bytes(of: Array(content))) }

  /// Bytes as hex digits.
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
