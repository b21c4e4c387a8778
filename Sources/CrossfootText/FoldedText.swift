// SPDX-License-Identifier: Apache-2.0

/// A report's text with what only looks different made alike, scalar by scalar: full-width ASCII, spaces, dashes,
/// controls, markup and entities; signs that point to notes are dropped. No lines are joined and no gaps dropped here.
public struct FoldedText: Sendable {
  /// Valid UTF-8. Line ends are LF; form feeds stay. ``Mark`` bytes stand for markup that separates.
  public var bytes: [UInt8]
  /// From offsets of ``bytes`` to offsets of ``SourceText/bytes``.
  public var map: OffsetMap
  /// Source ranges that hold no report text: tags with their attributes, comments, scripts and styles.
  public var markup: [SourceRange]

  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - map: leads from offsets of `bytes` to offsets of the source.
  ///   - markup: ascending, none touching another.
  public init(bytes: [UInt8], map: OffsetMap, markup: [SourceRange]) {
    self.bytes = bytes
    self.map = map
    self.markup = markup
  }

  /// Control bytes that stand for markup in folded text.
  public enum Mark {
    /// A block tag (`<p>`, `</div>`, `<br>`): a line break, except inside a table row.
    public static let block: UInt8 = 0x1D
    /// `<tr>`: a row of an HTML table begins.
    public static let row: UInt8 = 0x1E
    /// `<td>` or `<th>`: a cell begins.
    public static let cell: UInt8 = 0x1F
    /// `<table>` opens.
    public static let tableOpen: UInt8 = 0x02
    /// `</table>` closes.
    public static let tableClose: UInt8 = 0x03
  }
}

/// A run of characters of one kind in folded text: digits, Han, Latin, punctuation, a gap, a line end.
public struct Lexeme: Sendable, Hashable {
  /// What the characters are.
  public enum Kind: UInt8, Sendable {
    /// ASCII digits.
    case digits
    /// Ideographs, with 々 and 〇.
    case han
    /// Letters of the Latin script.
    case latin
    /// One punctuation character or sign.
    case punctuation
    /// Spaces, tabs and form feeds.
    case gap
    /// One line feed.
    case lineEnd
    /// One byte of ``FoldedText/Mark``.
    case mark
    /// Everything else.
    case other
  }

  /// What its characters are.
  public var kind: Kind
  /// Byte offsets into ``FoldedText/bytes``.
  public var start: Int32
  public var end: Int32

  /// A lexeme of a kind from `start` up to `end`.
  public init(_ kind: Kind, _ start: Int32, _ end: Int32) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}
