// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// JSON as every machine format here writes it: keys sorted, slashes plain, all text as UTF-8.
enum JSONCoding {
  /// Encodes a value. Values of this target hold strings, whole numbers, arrays and dictionaries with string keys,
  /// which cannot fail; a failure is a defect of the program.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      preconditionFailure("a value of the output model does not encode: \(error)")
    }
  }

  /// A string as JSON. The encoder is asked only for what needs an escape.
  static func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    return isPlain ? "\"\(text)\"" : Self.text(text)
  }
}
