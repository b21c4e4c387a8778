// SPDX-License-Identifier: Apache-2.0

/// What is printed in a cell, by the kinds of its characters: never by its value.
enum CellKind: UInt8, Sendable {
  case empty
  /// A number and nothing else, or a spreadsheet's error mark in its place.
  case number
  /// A stroke that stands for a number.
  case dash
  /// Words with digits in them: 120个左右, 第3季度.
  case value
  case text

  /// Reads a cell's bytes.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> CellKind {
    let span = bytes.span
    let table = CellContent.classes
    let classes = table.span
    var content = CellContent()
    for index in range { content.add(classes[Int(span[index])]) }
    return content.kind(bytes, range)
  }
}

/// The kinds of characters in a cell, gathered byte by byte.
struct CellContent {
  private var seen: UInt8 = 0

  private static let digit: UInt8 = 1
  private static let dash: UInt8 = 2
  /// Points and commas inside numbers.
  private static let mark: UInt8 = 4
  /// Other signs of numbers.
  private static let sign: UInt8 = 8
  private static let gap: UInt8 = 16
  private static let control: UInt8 = 32
  static let word: UInt8 = 64

  /// The class of each byte.
  static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39: digit
    case 0x2D, 0x2F: dash
    case 0x2E, 0x2C: mark
    case 0x25, 0x28, 0x29, 0x2B, 0x24: sign
    case 0x20: gap
    case 0x00..<0x20: gap | control
    default: word
    }
  }

  /// Adds the class of a byte, or the classes of another stretch.
  @inline(__always)
  mutating func add(_ classes: UInt8) { seen |= classes }

  @inline(__always)
  mutating func add(_ other: CellContent) { seen |= other.seen }

  var hasGap: Bool { seen & CellContent.gap != 0 }
  var hasMark: Bool { seen & CellContent.mark != 0 }
  var isDigits: Bool { seen == CellContent.digit }

  /// The same without the controls that are dropped from a cell's text.
  var withoutControls: CellContent {
    var content = self
    content.seen &= ~CellContent.control
    return content
  }

  /// What the bytes of a range are, which these are the classes of.
  func kind(_ bytes: [UInt8], _ range: Range<Int>) -> CellKind {
    guard !range.isEmpty else { return .empty }
    if bytes[range.lowerBound] == 0x23 { return .number }
    if bytes[range.upperBound - 1] == 0x2C { return .value }
    let hasDigit = seen & CellContent.digit != 0
    if seen & (CellContent.word | CellContent.control) == 0 {
      return hasDigit ? .number : seen & CellContent.dash != 0 ? .dash : .text
    }
    if !hasDigit, CellContent.isStroke(bytes, range) { return .dash }
    return hasDigit ? .value : .text
  }

  /// — and –, once or more.
  private static func isStroke(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard bytes[range.lowerBound] == 0xE2, range.count % 3 == 0, range.count <= 9 else { return false }
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0xE2, bytes[index + 1] == 0x80, 0x90...0x95 ~= bytes[index + 2] else { return false }
      index += 3
    }
    return true
  }
}
