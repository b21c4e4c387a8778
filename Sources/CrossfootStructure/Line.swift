// SPDX-License-Identifier: Apache-2.0

/// What a line is part of, as far as the line alone tells.
enum LineShape: UInt8, Sendable {
  /// Words, or anything that is none of the others.
  case text
  /// Cells with tabs, pipes or markup between them.
  case tabs, pipes, markup
}

/// A line of the folded text with what its layout says. Offsets are into ``FoldedText/bytes``.
struct Line: Sendable {
  /// The text without the gaps around it.
  var start: Int32 = 0
  var end: Int32 = 0
  /// Gap before the text and width of the text, in columns: a Han character fills two.
  var indent: Int32 = 0
  var width: Int32 = 0
  /// The width without single gaps: justified lines are letter-spaced.
  var fill: Int32 = 0
  /// Page of the line, from 0.
  var page: Int32 = 0
  /// Blank lines right above.
  var blanksAbove: Int32 = 0
  /// Pieces between gaps; those that are numbers or stand for one (a dash); those whose number a unit follows.
  var pieces: Int32 = 0
  var numbers: Int32 = 0
  /// Gaps of two columns and more between pieces.
  var wideGaps: Int32 = 0
  var gaps: Int32 = 0
  var digits: Int32 = 0
  var han: Int32 = 0
  /// Marks that end or divide a sentence (。；！？，), and those among them that end one.
  var clauseMarks: Int32 = 0
  var stops: Int32 = 0
  var colons: Int32 = 0
  var shape = LineShape.text
  /// Whether the last piece is a number, and whether a wide gap stands before a number.
  var endsInNumber = false
  var hasSpacedNumber = false
  /// Whether a page begins with this line.
  var opensPage = false
  /// Number of the markup table the line is a row of, from 1; 0 outside.
  var table: Int32 = 0
  /// Whether a pipe stands on the line, and whether it is a table's rule of dashes and nothing else.
  var hasPipe = false
  var isRule = false
  /// Whether pipes end the cells of the row but do not open the first: a pipe at its start ends an empty cell.
  var isOpen = false
  /// Points on the line, an ellipsis counted as three.
  var points: Int32 = 0
  /// Whether a tab stands behind text on the line, and whether any gap that is no tab.
  var hasTab = false
  var hasSpace = false
  /// False for a row of cells between tabs: it was gone through to its end only, and what is counted above is not known
  /// but that it has more pieces than one. ``LineMeasure/whole(_:in:)`` tells all.
  var isMeasured = true
  /// Whether a bracket opens on the line.
  var hasOpenBracket = false

  var range: Range<Int> { Int(start)..<Int(end) }
  var isNumberOnly: Bool { numbers == pieces && pieces > 0 }
}
