// SPDX-License-Identifier: Apache-2.0

extension SourceText {
  /// Reads bytes as a report: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030 if that is what they are.
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
    let start = mark?.encoding == encoding ? mark?.length ?? 0 : 0
    let (text, replaced) = try read(bytes, from: start, as: encoding)
    var notes: [Note] = []
    if replaced > 0 { notes.append(Note(.invalidBytes, count: replaced)) }
    if text.bytes.isEmpty { notes.append(Note(.emptyInput)) }
    return (text, notes + text.longLines())
  }

  /// Converts the bytes after the byte order mark. Returns the text and the number of replacements.
  private static func read(
    _ bytes: [UInt8], from start: Int, as encoding: TextEncoding?
  ) throws(TextError) -> (SourceText, Int) {
    let body = start == 0 ? bytes : Array(bytes[start...])
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let (text, replaced) = UTF16Reader.utf8(body, isBigEndian: encoding == .utf16BigEndian)
      return (SourceText(bytes: text, encoding: encoding ?? .utf16LittleEndian), replaced)
    case .gb18030:
      let (text, replaced) = try CharsetConverter.utf8(body, from: "GB18030")
      return (SourceText(bytes: text, encoding: .gb18030), replaced)
    case .utf8, nil:
      if UTF8Repair.isValid(body) { return (SourceText(bytes: body), 0) }
      if encoding == nil, EncodingGuess(body).isChinese {
        let (text, replaced) = try CharsetConverter.utf8(body, from: "GB18030")
        return (SourceText(bytes: text, encoding: .gb18030), replaced)
      }
      let (text, replaced) = UTF8Repair.repaired(body)
      return (SourceText(bytes: text), replaced)
    }
  }

  /// A note for lines longer than a page would print, at the first of them.
  private func longLines() -> [Note] {
    let limit = 1 << 20
    if bytes.count <= limit { return [] }
    let long = (0..<lines.count).filter { lines.range(ofLine: $0, in: bytes).count > limit }
    guard let first = long.first else { return [] }
    return [Note(.longLine, at: lines.range(ofLine: first, in: bytes), count: long.count)]
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

  /// Whether more than one byte in 50 is a control that no text editor writes. Text that came out of a PDF has a few.
  private static func hasManyControls(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64 << 10)
    var controls = 0
    for byte in head where byte < 0x20 && (byte < 0x09 || byte > 0x0D) { controls += 1 }
    return controls > 4 && controls * 50 > head.count
  }
}
