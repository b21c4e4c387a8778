// SPDX-License-Identifier: Apache-2.0

extension FoldedText {
  /// Cuts the folded text into lexemes; together they cover it, in order and without holes. A line end, a mark and a
  /// punctuation character is a lexeme of its own, everything else a run. Linear.
  public func lexemes() -> [Lexeme] {
    let span = bytes.span
    let kinds = LexemeClass.table()
    var lexemes: [Lexeme] = []
    lexemes.reserveCapacity(span.count / 8)
    var start = 0
    var current = Lexeme.Kind.lineEnd
    var at = 0
    while at < span.count {
      let lead = span[at]
      let (kind, length) =
        lead < 0x80 ? (kinds[Int(lead)], 1) : LexemeClass.wide(bytes, at)
      if at > start, kind != current || !kind.runs {
        lexemes.append(Lexeme(current, Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: at)))
        start = at
      }
      current = kind
      at = min(at + length, span.count)
    }
    if at > start {
      lexemes.append(Lexeme(current, Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: at)))
    }
    return lexemes
  }
}

extension Lexeme.Kind {
  /// Whether neighbouring characters of this kind form one lexeme.
  fileprivate var runs: Bool { self != .lineEnd && self != .mark && self != .punctuation }
}

/// The kinds of single characters.
private enum LexemeClass {
  /// The kind of every ASCII byte.
  static func table() -> InlineArray<128, Lexeme.Kind> {
    var table = InlineArray<128, Lexeme.Kind>(repeating: .other)
    for byte in 0x21...0x7E { table[byte] = .punctuation }
    for byte in 0x30...0x39 { table[byte] = .digits }
    for byte in 0x41...0x5A {
      table[byte] = .latin
      table[byte | 0x20] = .latin
    }
    for byte in [0x09, 0x0C, 0x20] { table[byte] = .gap }
    table[0x0A] = .lineEnd
    typealias Mark = FoldedText.Mark
    for mark in [Mark.block, Mark.row, Mark.cell, Mark.tableOpen, Mark.tableClose] { table[Int(mark)] = .mark }
    return table
  }

  /// Kind and length of the character at an offset that is not ASCII.
  static func wide(_ bytes: [UInt8], _ at: Int) -> (Lexeme.Kind, Int) {
    let lead = bytes[at]
    // Most of a Chinese text: U+5000 to U+8FFF without decoding.
    if lead >= 0xE5, lead <= 0xE8 { return (.han, 3) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in at + 1..<min(at + length, bytes.count) { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (kind(value), length)
  }

  private static func kind(_ scalar: UInt32) -> Lexeme.Kind {
    switch scalar {
    // Ideographs with their extensions and compatibility forms, 々 and 〇.
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3020, 0x30FB,
      0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      .punctuation
    default: .other
    }
  }
}
