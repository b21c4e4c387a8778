// SPDX-License-Identifier: Apache-2.0

/// A line of a report laid out in terminal cells: sanitised, tabs expanded, and cut around its pointers where it is too
/// long.
///
/// Only what is shown is looked at, so the cost of a finding does not grow with the length of its line.
struct LineLayout {
  /// What is printed.
  private(set) var text = ""
  /// Source offset and cell of each printed scalar, ascending.
  private var offsets: [Int] = []
  private var columns: [Int] = []
  private var width = 0

  /// - Parameters:
  ///   - bytes: the source text.
  ///   - line: the line's bytes.
  ///   - pointers: byte ranges inside the line that must stay visible, ascending.
  ///   - limit: cells beyond which a line is cut.
  init(_ bytes: [UInt8], line: Range<Int>, pointers: [Range<Int>], limit: Int) {
    var shown = line.lowerBound
    for window in LineCutter(bytes, line: line, limit: limit).windows(around: pointers) {
      if window.lowerBound > shown { put("…", at: shown) }
      var offset = window.lowerBound
      for scalar in String(decoding: bytes[window], as: UTF8.self).unicodeScalars {
        put(scalar, at: offset)
        offset += UTF8.width(scalar)
      }
      shown = window.upperBound
    }
    if shown < line.upperBound { put("…", at: shown) }
    text.dropTrailingSpaces()
  }

  /// The cells that a byte range takes, at least one.
  func cells(_ range: Range<Int>) -> Range<Int> {
    let start = column(of: range.lowerBound)
    return start..<max(start + 1, column(of: range.upperBound))
  }

  private func column(of offset: Int) -> Int {
    guard let index = offsets.firstIndex(where: { $0 >= offset }) else { return width }
    return columns[index]
  }

  private mutating func put(_ scalar: Unicode.Scalar, at offset: Int) {
    guard let shown = Sanitiser.shown(scalar) else { return }
    offsets.append(offset)
    columns.append(width)
    if shown == "\t" {
      let cells = 4 - width % 4
      text += String(repeating: " ", count: cells)
      width += cells
    } else {
      text.unicodeScalars.append(shown)
      width += DisplayWidth.of(shown)
    }
  }
}

/// Chooses the parts of a long line that are shown: around each pointer, cut after punctuation where there is some.
struct LineCutter {
  private let bytes: [UInt8]
  private let line: Range<Int>
  private let limit: Int

  init(_ bytes: [UInt8], line: Range<Int>, limit: Int) {
    self.bytes = bytes
    self.line = line
    self.limit = limit
  }

  /// The byte ranges to show, ascending and apart from each other; the whole line where it fits.
  func windows(around pointers: [Range<Int>]) -> [Range<Int>] {
    if line.count <= limit * 8, measure(line) <= limit { return [line] }
    var windows: [Range<Int>] = []
    let pointers = pointers.isEmpty ? [line.lowerBound..<line.lowerBound] : pointers
    let context = min(40, max(12, limit / (2 * pointers.count) - 6))
    for pointer in pointers {
      let lower = left(of: pointer.lowerBound, cells: context)
      let last = min(pointer.upperBound, boundary(pointer.lowerBound + Self.longestPointer))
      let upper = right(of: max(last, pointer.lowerBound), cells: context)
      if let previous = windows.last, lower <= previous.upperBound + Self.smallGap {
        windows[windows.count - 1] = previous.lowerBound..<max(previous.upperBound, upper)
      } else {
        windows.append(lower..<upper)
      }
    }
    return windows
  }

  /// A pointer is shown to this many bytes.
  private static let longestPointer = 240
  /// Fewer bytes than this between two windows are shown rather than cut.
  private static let smallGap = 9
  /// Context cells that a cut at punctuation must leave.
  private static let leastContext = 6

  private func left(of offset: Int, cells: Int) -> Int {
    let from = boundary(max(line.lowerBound, offset - 4 * cells))
    var at = offset
    var width = 0
    var cut: Int?
    for scalar in String(decoding: bytes[from..<max(from, offset)], as: UTF8.self).unicodeScalars.reversed() {
      if Self.isStop(scalar), width >= Self.leastContext { cut = at }
      width += DisplayWidth.of(scalar)
      if width > cells { return cut ?? at }
      at -= UTF8.width(scalar)
    }
    return from == line.lowerBound ? from : cut ?? from
  }

  private func right(of offset: Int, cells: Int) -> Int {
    let to = boundary(min(line.upperBound, offset + 4 * cells))
    var at = offset
    var width = 0
    var cut: Int?
    for scalar in String(decoding: bytes[min(offset, to)..<to], as: UTF8.self).unicodeScalars {
      width += DisplayWidth.of(scalar)
      if width > cells { return cut ?? at }
      at += UTF8.width(scalar)
      if Self.isStop(scalar), width >= Self.leastContext { cut = at }
    }
    return to == line.upperBound ? to : cut ?? to
  }

  /// The start of the scalar that holds an offset, inside the line.
  private func boundary(_ offset: Int) -> Int {
    var at = min(max(offset, line.lowerBound), line.upperBound)
    while at > line.lowerBound, at < line.upperBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  private func measure(_ range: Range<Int>) -> Int {
    var width = 0
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      guard let shown = Sanitiser.shown(scalar) else { continue }
      width += shown == "\t" ? 4 - width % 4 : DisplayWidth.of(shown)
    }
    return width
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "，" || scalar == "。" || scalar == "；" || scalar == ";"
  }
}
