// SPDX-License-Identifier: Apache-2.0

/// A JSON value with its place, for files that people edit: an error in one is told with line and column, which a
/// decoder does not give.
struct JSONNode {
  /// A member of an object; `at` is the offset of its key.
  typealias Member = (key: String, at: Int, value: JSONNode)
  typealias Members = [Member]

  enum Value {
    case object(Members)
    case array([JSONNode])
    case string(String)
    /// As written.
    case number(String)
    case literal(String)
  }

  /// Offset of the first byte.
  var offset: Int
  var value: Value
}

/// What is wrong with a text that should be JSON (RFC 8259).
struct JSONSyntaxError: Error {
  /// Offset of the byte that cannot stand there; the end where the text is cut.
  var offset: Int
  var isCut: Bool
}

/// Reads one JSON value from a range of bytes.
struct JSONReader {
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  private var depth = 0

  /// Values inside each other; no file of ours has more than two.
  private static let deepest = 32

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// The value that fills the range but for space around it.
  mutating func read() throws(JSONSyntaxError) -> JSONNode {
    let node = try value()
    skipSpace()
    if at < end { throw error() }
    return node
  }

  private func error() -> JSONSyntaxError { JSONSyntaxError(offset: at, isCut: at >= end) }

  private mutating func value() throws(JSONSyntaxError) -> JSONNode {
    skipSpace()
    let start = at
    guard at < end, depth < Self.deepest else { throw error() }
    depth += 1
    defer { depth -= 1 }
    switch bytes[at] {
    case UInt8(ascii: "{"): return JSONNode(offset: start, value: .object(try members()))
    case UInt8(ascii: "["): return JSONNode(offset: start, value: .array(try elements()))
    case UInt8(ascii: "\""): return JSONNode(offset: start, value: .string(try string()))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(offset: start, value: .number(word { $0.isNumberByte }))
    default:
      let word = word { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      if ["true", "false", "null"].contains(word) { return JSONNode(offset: start, value: .literal(word)) }
      if at < end { at = start }
      throw error()
    }
  }

  private mutating func members() throws(JSONSyntaxError) -> JSONNode.Members {
    var members: JSONNode.Members = []
    at += 1
    if skip("}") { return members }
    repeat {
      skipSpace()
      let start = at
      guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw error() }
      let key = try string()
      guard skip(":") else { throw error() }
      members.append((key, start, try value()))
    } while skip(",")
    guard skip("}") else { throw error() }
    return members
  }

  private mutating func elements() throws(JSONSyntaxError) -> [JSONNode] {
    var elements: [JSONNode] = []
    at += 1
    if skip("]") { return elements }
    repeat { elements.append(try value()) } while skip(",")
    guard skip("]") else { throw error() }
    return elements
  }

  /// A string; bytes that are no UTF-8 are an error, so that none are lost when the file is written anew.
  private mutating func string() throws(JSONSyntaxError) -> String {
    let start = at
    var text: [UInt8] = []
    at += 1
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] >= 0x20 else { throw error() }
      if bytes[at] == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    guard at < end else { throw error() }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONSyntaxError(offset: start, isCut: false)
    }
    at += 1
    return string
  }

  private mutating func escape() throws(JSONSyntaxError) -> Character {
    let start = at
    at += 1
    guard at < end else { throw error() }
    at += 1
    switch bytes[at - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(from: start)
    default:
      at = start
      throw error()
    }
  }

  /// The scalar of a `\u` escape or of a pair of them.
  private mutating func scalar(from start: Int) throws(JSONSyntaxError) -> Character {
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[at..<end].starts(with: #"\u"#.utf8) {
      at += 2
      units.append(try codeUnit())
    }
    if let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first { return Character(scalar) }
    at = start
    throw error()
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
    let digits = bytes[at..<min(at + 4, end)].prefix { $0.isHexDigit }
    at += digits.count
    let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    guard digits.count == 4, let unit else { throw error() }
    return unit
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let word = bytes[at..<end].prefix(while: belongs)
    at += word.count
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }

  fileprivate var isNumberByte: Bool {
    (0x30...0x39).contains(self) || "+-.eE".utf8.contains(self)
  }
}
