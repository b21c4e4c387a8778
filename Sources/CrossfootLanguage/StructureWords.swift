// SPDX-License-Identifier: Apache-2.0

/// Words that tell the parts of a report apart: its numbering, its titles, and what is printed around it.
public struct StructureWords: Sendable {
  /// Numerals of list numbering, one character each.
  public var numerals: [String]
  /// Words that open a numbered part of the outermost kind (第 in 第一部分) and those that close its number.
  public var partOpeners: [String]
  public var partClosers: [String]
  /// Words a line starts with that is not the rest of the line above: bullets, 注：, 附件.
  public var lineOpeners: [String]
  /// Words that do so before a number: 表 3.
  public var numberedOpeners: [String]
  /// Last words of an unnumbered title.
  public var titleEnds: [String]
  /// First and last words of a table's title.
  public var tableTitleStarts: [String]
  public var tableTitleEnds: [String]
  /// Words that stand for the list of contents.
  public var contents: [String]
  /// Words of a web page around the report: a line holding one is no report text if it stands at an end of the page.
  public var navigation: [String]
  /// Words only a web site prints: two of them make the text a web page.
  public var site: [String]
  /// Last words of a line that goes on in the next.
  public var joiners: [String]
  /// Words before and after a printed page number.
  public var pageOpeners: [String]
  public var pageClosers: [String]
  /// First characters of units and measure words: a gap between a number and one of these is no gap.
  public var unitStarts: [String]
  /// Words that compare: a cell that ends in one has lost its number.
  public var comparisons: [String]
  /// Words a money unit is declared with (单位：).
  public var unitDeclarations: [String]
  /// Further words that make a cell a header cell.
  public var headerEnds: [String]
  /// Words that open a note below a table.
  public var noteOpeners: [String]
}

extension StructureWords {
  /// All packs as one: a word of one language does no harm in another.
  public static let all = chinese
}
