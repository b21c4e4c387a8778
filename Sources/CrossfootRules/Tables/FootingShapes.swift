// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// The parts of a row in a tree.
struct RowShape {
  /// How many there are, the first and the last of them, and a key of the set of them.
  var parts = 0
  var first = 0
  var last = 0
  var key: UInt64 = 0
  /// The known sums of which the row is the whole and all parts are parts.
  var known: UInt64
  /// Level of their numbering, and whether they are numbered 1, 2, 3 … with nothing else between.
  var level = 0
  var isCounted = true
  /// Whether figures of the row or of one of its parts stand in no known column, or one of the parts has no name.
  var isLoose: Bool

  var isKnown: Bool { parts >= 2 && known != 0 }
}

/// The shapes of all rows of a part under one tree after another.
struct RowShapes {
  private var shapes: [RowShape] = []
  /// The rows that have parts, ascending.
  private(set) var totals: [Int] = []
  /// Whether most rows have names, so that one without may be the rest of another.
  private var hasNames = false

  /// Begins with another part, none of whose rows has parts yet.
  /// - Parameter marks: those of the part's rows.
  mutating func begin(_ marks: ArraySlice<RowMark>) {
    hasNames = marks.count { $0.isNameless } * 4 <= marks.count { $0.counts }
    shapes.removeAll(keepingCapacity: true)
    for mark in marks { shapes.append(RowShapes.bare(mark)) }
    totals.removeAll(keepingCapacity: true)
  }

  /// The shape of a row without parts.
  private static func bare(_ mark: RowMark) -> RowShape {
    RowShape(known: mark.known.wholeOf, isLoose: mark.isLoose)
  }

  subscript(row: Int) -> RowShape { shapes[row] }

  /// Reads the shapes under a tree.
  mutating func read(_ parent: [Int32], _ marks: ArraySlice<RowMark>) {
    for row in totals { shapes[row] = RowShapes.bare(marks[marks.startIndex + row]) }
    for row in parent.indices where parent[row] >= 0 {
      let mark = marks.startIndex + row
      let whole = Int(parent[row])
      var shape = shapes[whole]
      if shape.parts == 0 { (shape.first, shape.level) = (row, marks[mark].numbering) }
      shape.last = row
      shape.parts += 1
      shape.key &+= RowShapes.mix(UInt64(row))
      shape.known &= marks[mark].known.partOf
      if marks[mark].numbering == 0 || marks[mark].numbering != shape.level || marks[mark].ordinal != shape.parts {
        shape.isCounted = false
      }
      // A code tells what a row is whose name was lost.
      let isRest = hasNames && marks[mark].isNameless && marks[mark].code == nil
      if marks[mark].isLoose || isRest { shape.isLoose = true }
      shapes[whole] = shape
    }
    totals.removeAll(keepingCapacity: true)
    for row in shapes.indices where shapes[row].parts > 0 { totals.append(row) }
    readGaps(parent, marks)
  }

  /// Rows that belong to no total stand apart from those that are counted.
  private mutating func readGaps(_ parent: [Int32], _ marks: ArraySlice<RowMark>) {
    guard totals.contains(where: { shapes[$0].isCounted }) else { return }
    // Rows above each that take part in no sum.
    var apart = [Int](of: 0, times: parent.count + 1)
    for row in parent.indices {
      apart[row + 1] = apart[row] + (marks[marks.startIndex + row].counts && parent[row] < 0 ? 1 : 0)
    }
    for row in totals where shapes[row].isCounted {
      let span = row < shapes[row].first ? row + 1..<shapes[row].last : shapes[row].first..<row
      if span.isEmpty || apart[span.upperBound] > apart[span.lowerBound] { shapes[row].isCounted = false }
    }
  }

  /// Spreads a row number over 64 bits, so that sums of them tell sets of rows apart.
  private static func mix(_ row: UInt64) -> UInt64 {
    var mixed = (row &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 32)
  }
}
