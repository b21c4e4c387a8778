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

/// The kinds of all cells of a table, its rows one after another in one array.
struct CellKinds {
  private var kinds: [CellKind] = []
  /// For each row where its kinds begin, and where those of the last end.
  private var starts: [Int] = [0]

  init(_ rows: [Row], _ bytes: [UInt8]) {
    starts.reserveCapacity(rows.count + 1)
    kinds.reserveCapacity(rows.reduce(0) { $0 + $1.cells.count })
    for row in rows.indices {
      for cell in rows[row].cells { kinds.append(CellKind.of(bytes[cell.range])) }
      starts.append(kinds.count)
    }
  }

  /// The kind of a row's cell.
  subscript(row: Int, cell: Int) -> CellKind { kinds[starts[row] + cell] }

  /// Number of a row's cells.
  func count(_ row: Int) -> Int { starts[row + 1] - starts[row] }

  /// Number of a row's cells that are not empty.
  func filled(_ row: Int) -> Int { kinds[starts[row]..<starts[row + 1]].count { $0 != .empty } }

  /// Whether a row holds a cell of which something is true.
  func contains(_ row: Int, where holds: (CellKind) -> Bool) -> Bool { kinds[starts[row]..<starts[row + 1]].contains(where: holds) }

  /// Whether a row holds a number or a stroke in place of one.
  func hasFigures(_ row: Int) -> Bool { contains(row) { $0 == .number || $0 == .dash } }
}
