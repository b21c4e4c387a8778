// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import Crypto

/// What identifies a finding across versions of a report: rule, label of the primary figure, and the values of the
/// primary relation with role and unit. No place, path, message or severity goes into it, so it survives moved lines
/// and new wording.
enum Fingerprint {
  /// 32 hex digits.
  static func of(rule: String, revision: Int, label: String, operands: [String]) -> String {
    var bytes = Array("v1".utf8)
    func add(_ part: String) {
      bytes.append(0x1F)
      bytes.append(contentsOf: part.utf8)
    }
    add(rule)
    add(String(revision))
    add(normalised(label))
    for operand in operands.sorted() { add(operand) }
    var hex: [UInt8] = []
    hex.reserveCapacity(32)
    for byte in SHA256.hash(data: bytes).prefix(16) {
      hex.append(digit(byte >> 4))
      hex.append(digit(byte & 0xF))
    }
    return String(decoding: hex, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// An operand as a fingerprint sees it: role, value in base units without trailing zeros, dimension.
  static func operand(_ role: Role, _ quantity: Quantity) -> String {
    "\(role.rawValue)=\(quantity.value.trimmed.plain())\(name(quantity.unit.dimension))"
  }

  /// The name of a dimension in fingerprints: it must never change, whatever the case is called.
  private static func name(_ dimension: Dimension) -> String {
    switch dimension {
    case .money: "money"
    case .percent: "percent"
    case .permille: "permille"
    case .percentagePoint: "percentagePoint"
    case .basisPoint: "basisPoint"
    case .multiple: "multiple"
    case .score: "score"
    case .count: "count"
    case .measure: "measure"
    case .none: "none"
    }
  }

  /// A label without gaps, punctuation, control characters and case.
  static func normalised(_ label: String) -> String {
    var result = ""
    for scalar in label.unicodeScalars {
      // Most of a label: ideographs are neither space nor mark, and have one case.
      if (0x4E00...0x9FFF).contains(scalar.value) {
        result.unicodeScalars.append(scalar)
        continue
      }
      if scalar.properties.isWhitespace { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        continue
      default: result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }
}
