// SPDX-License-Identifier: Apache-2.0

extension SourceText {
  /// Reads bytes as a report: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030 if that is what they
  /// are, else UTF-8 with replacements.
  /// - Parameter encoding: the encoding to read in, or nil to detect it.
  /// - Returns: the text, and notes on what had to be replaced.
  /// - Throws: ``TextError`` if the bytes are no text, or the system cannot convert their charset.
  public static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(TextError) -> (SourceText, [Note]) {
    let mark = ByteOrderMark(bytes)
    let encoding = encoding ?? mark?.encoding
    if let kind = BinaryKind.name(of: bytes, isWide: encoding?.isWide ?? false) { throw .binary(kind: kind) }
    // A mark of another encoding than the one asked for is not skipped: it shows as what it is in that encoding.
    let skipped = mark?.encoding == encoding ? mark?.length ?? 0 : 0
    let (converted, found) = try convert(skipped == 0 ? bytes : Array(bytes[skipped...]), encoding)
    let isSame = found == .utf8 && converted.notes.isEmpty
    let form: SourceText.Form = isSame ? (skipped == 0 ? .verbatim : .marked) : .converted
    let text = SourceText(bytes: converted.bytes, encoding: found, form: form)
    var notes = converted.notes + text.longLines()
    if text.bytes.isEmpty { notes.append(Note(.emptyInput)) }
    return (text, notes)
  }

  /// Converts bytes without byte order mark. Returns the text and the encoding it was read in.
  private static func convert(
    _ bytes: [UInt8], _ encoding: TextEncoding?
  ) throws(TextError) -> (ConvertedText, TextEncoding) {
    switch encoding {
    case .utf16LittleEndian:
      return (UTF16Reader.text(bytes, isBigEndian: false), .utf16LittleEndian)
    case .utf16BigEndian:
      return (UTF16Reader.text(bytes, isBigEndian: true), .utf16BigEndian)
    case .gb18030:
      return (try CharsetConverter.text(bytes, from: "GB18030"), .gb18030)
    case .utf8, nil:
      if UTF8Check.isValid(bytes) { return (ConvertedText(valid: bytes), .utf8) }
      if encoding == nil, EncodingGuess(bytes).isChinese { return try convert(bytes, .gb18030) }
      return (UTF8Repair.text(bytes), .utf8)
    }
  }

  /// A note on lines longer than any page would print, at the first of them.
  private func longLines() -> [Note] {
    let limit = 1 << 20
    if bytes.count <= limit { return [] }
    var first: SourceRange?
    var count = 0
    for line in 0..<lines.count {
      let range = lines.range(ofLine: line, in: bytes)
      guard range.count > limit else { continue }
      first = first ?? range
      count += 1
    }
    return first.map { [Note(.longLine, at: $0, count: count)] } ?? []
  }
}

extension TextEncoding {
  /// Whether its code units are two bytes, so that zero bytes are common.
  fileprivate var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// A byte order mark at the start of a file.
struct ByteOrderMark {
  let encoding: TextEncoding
  /// Number of bytes.
  let length: Int

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16BigEndian, 2)
    } else {
      return nil
    }
  }
}

/// Files that hold no plain text.
enum BinaryKind {
  /// The kind of a binary file, for its reader; nil for text.
  /// - Parameter isWide: whether the text is in UTF-16, where control bytes say nothing.
  static func name(of bytes: [UInt8], isWide: Bool) -> String? {
    if bytes.starts(with: Array("%PDF-".utf8)) { return "PDF" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "Word/ZIP" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "OLE" }
    return !isWide && hasManyControls(bytes) ? "binary" : nil
  }

  /// Whether zero bytes, with other controls that no editor writes, make up more than one byte in 50. Text that came
  /// out of a PDF may hold such controls, but no zero bytes; compressed data and machine code are full of both.
  private static func hasManyControls(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64 << 10)
    // Nearly every text leaves here; a loop that does nothing else runs on vectors.
    var smallest = UInt8.max
    for byte in head { smallest = min(smallest, byte) }
    if smallest > 0 { return false }
    var zeros = 0
    var controls = 0
    for byte in head where byte < 0x20 && (byte < 0x09 || byte > 0x0D) {
      controls += 1
      if byte == 0 { zeros += 1 }
    }
    return zeros > 2 && controls * 50 > head.count
  }
}
