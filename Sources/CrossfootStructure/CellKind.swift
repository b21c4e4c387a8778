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
  static func of(_ bytes: ArraySlice<UInt8>) -> CellKind {
    guard let first = bytes.first else { return .empty }
    if first == 0x23 { return .number }
    if bytes.last == 0x2C { return .value }
    var digits = 0
    var dashes = 0
    var others = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2D, 0x2F: dashes += 1
      case 0x2E, 0x2C, 0x25, 0x28, 0x29, 0x2B, 0x20, 0x24: break
      default: others += 1
      }
    }
    if others == 0 { return digits > 0 ? .number : dashes > 0 ? .dash : .text }
    if digits == 0, isStroke(bytes) { return .dash }
    return digits > 0 ? .value : .text
  }

  /// — and –, once or more.
  private static func isStroke(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count % 3 == 0, bytes.count <= 9 else { return false }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0xE2, bytes[index + 1] == 0x80, 0x90...0x95 ~= bytes[index + 2] else { return false }
      index += 3
    }
    return true
  }
}
