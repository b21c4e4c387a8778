// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// Draws the lines of a finding behind a gutter with line numbers, with carets under the cited places.
struct SnippetWriter {
  /// Digits of the largest line number.
  let gutter: Int
  /// Cells beyond which a line is cut.
  let limit: Int
  let severity: Style

  func write(_ line: SnippetLine, of source: SourceText, to canvas: inout Canvas) {
    let layout = LineLayout(source.bytes, line: line.range, pointers: line.pointers.map(\.range), limit: limit)
    let number = String(line.printed)
    canvas.write(String(repeating: " ", count: gutter - number.count) + number + " |", .gutter)
    if !layout.text.isEmpty { canvas.write(" " + layout.text) }
    canvas.newLine()
    guard !line.pointers.isEmpty else { return }
    let marks = line.pointers.map { Mark(cells: layout.cells($0.range), pointer: $0) }
    write(marks, to: &canvas)
  }

  /// A gutter without number.
  func blank(to canvas: inout Canvas) {
    canvas.write(String(repeating: " ", count: gutter) + " |", .gutter)
    canvas.newLine()
  }

  /// A line beside the gutter: `-->`, `:::` or `=` and what follows.
  func margin(_ sign: String, _ text: String, to canvas: inout Canvas) {
    canvas.write(String(repeating: " ", count: gutter) + sign, .gutter)
    canvas.write(" " + text)
    canvas.newLine()
  }

  private struct Mark {
    var cells: Range<Int>
    var pointer: Pointer
  }

  /// Underlines, the last caption beside them, the earlier ones hanging below from right to left.
  private func write(_ marks: [Mark], to canvas: inout Canvas) {
    let sorted = marks.sorted { $0.cells.lowerBound < $1.cells.lowerBound }
    guard let last = sorted.last else { return }
    var row = underlines(sorted)
    row.put(last.pointer.caption, at: row.width + 1, style(last.pointer))
    write(row, to: &canvas)
    let hanging = sorted.dropLast()
    if !hanging.isEmpty { write(connectors(hanging), to: &canvas) }
    for index in hanging.indices.reversed() {
      var row = connectors(hanging[..<index])
      row.put(hanging[index].pointer.caption, at: hanging[index].cells.lowerBound, style(hanging[index].pointer))
      write(row, to: &canvas)
    }
  }

  /// `^` under the primary place, `-` under the others; where they overlap the primary wins.
  private func underlines(_ marks: [Mark]) -> Row {
    var row = Row()
    let primary = marks.first { $0.pointer.isPrimary }
    for mark in marks {
      for cell in mark.cells where cell >= row.width {
        let isPrimary = mark.pointer.isPrimary || primary?.cells.contains(cell) == true
        row.put(isPrimary ? "^" : "-", at: cell, isPrimary ? severity : .secondary)
      }
    }
    return row
  }

  private func connectors(_ marks: ArraySlice<Mark>) -> Row {
    var row = Row()
    for mark in marks where mark.cells.lowerBound >= row.width {
      row.put("|", at: mark.cells.lowerBound, style(mark.pointer))
    }
    return row
  }

  private func write(_ row: Row, to canvas: inout Canvas) {
    canvas.write(String(repeating: " ", count: gutter) + " |", .gutter)
    canvas.write(" ")
    for piece in row.pieces { canvas.write(piece.text, piece.style) }
    canvas.newLine()
  }

  private func style(_ pointer: Pointer) -> Style { pointer.isPrimary ? severity : .secondary }
}

/// A row of text being filled from left to right.
private struct Row {
  private(set) var pieces: [(text: String, style: Style)] = []
  /// Cells filled so far.
  private(set) var width = 0

  /// Puts text at a cell, after what stands there already.
  mutating func put(_ text: String, at cell: Int, _ style: Style) {
    if cell > width {
      pieces.append((String(repeating: " ", count: cell - width), .plain))
      width = cell
    }
    width += DisplayWidth.of(text)
    if let last = pieces.last, last.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append((text, style))
    }
  }
}
