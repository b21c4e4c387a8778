// SPDX-License-Identifier: Apache-2.0

/// A block before it is written: which lines it is made of, in order.
struct Draft: Sendable {
  enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case passage
    case furniture
    case table(TableLayout)
  }

  var kind: Kind
  var lines: LineIndices
  /// Lines at its start that a rule of dashes marks as header.
  var headerLines = 0
  /// Whether text in a cell cut the table off from its other rows.
  var isFragment = false
  /// See ``Block/goesOn`` and ``Block/isContinuation``.
  var goesOn = false
  var isContinuation = false

  init(kind: Kind, lines: LineIndices) {
    self.kind = kind
    self.lines = lines
  }

  /// A block that begins with a line.
  init(_ kind: Kind, _ first: Int) { self.init(kind: kind, lines: LineIndices(Int32(truncatingIfNeeded: first))) }
}
