// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// What the header over a column says.
struct ColumnHeader {
  /// Its texts.
  var path = HeaderPath()
  var role = ColumnRole.unknown
}

/// Reads what columns hold from the rows of a header. Built once a process.
final class HeaderReader: Sendable {
  private let exact: WordTrie
  private let exactRoles: [ColumnRole]
  private let endings: WordTrie
  private let endingRoles: [ColumnRole]
  private let lexicon: Lexicon
  private let words: TableLexicon
  private let units: UnitReader

  static let chinese = HeaderReader(.chinese, .chinese)

  init(_ lexicon: Lexicon, _ words: TableLexicon) {
    self.lexicon = lexicon
    self.words = words
    units = UnitReader(lexicon: lexicon, words: words)
    // Of equal headers the last in the pack counts.
    let headers = lexicon.pack.headerWords.reversed()
    exact = WordTrie(headers.map { String(decoding: LabelText.stripped(Array($0.text.utf8)[...]), as: UTF8.self) })
    exactRoles = headers.map(\.role)
    let final = lexicon.pack.headerWords.filter { $0.role.isTold && $0.text.utf8.count >= 9 }
    endings = WordTrie(reversed: final.map(\.text))
    endingRoles = final.map(\.role)
  }

  /// The headers of a part's columns.
  /// - Parameters:
  ///   - skipped: rows of the header that name no columns.
  func headers(
    of part: TablePart, _ table: Table, width: Int, skipping skipped: [Int], _ document: Document,
    _ texts: inout HeaderTexts, _ labels: inout LabelTable
  ) -> [ColumnHeader] {
    var headers = [ColumnHeader](of: ColumnHeader(), times: width)
    let below = namedBelow(part, table, width, skipped)
    for (index, row) in part.header.enumerated() where !skipped.contains(row) {
      place(row, table, in: &headers, below, from: index * width, document, &texts, &labels)
    }
    for column in headers.indices where !headers[column].path.isEmpty {
      headers[column].role = role(of: headers[column].path, texts, labels)
    }
    return headers
  }

  /// For each row of the header the columns that the rows below it name; nothing if there is but one row.
  private func namedBelow(
    _ part: TablePart, _ table: Table, _ width: Int, _ skipped: [Int]
  ) -> [Bool] {
    if part.header.count < 2 { return [] }
    var below = [Bool](of: false, times: width * part.header.count)
    for (index, row) in part.header.enumerated().dropFirst().reversed() {
      let own = index * width
      for column in own..<own + width where below[column] { below[column - width] = true }
      if skipped.contains(row) { continue }
      for cell in table.rows[row].cells where !table.cells[cell].isEmpty {
        let column = Int(table.cells[cell].column)
        if column >= 0, column < width { below[own - width + column] = true }
      }
    }
    return below
  }

  /// Adds a header row's texts to the columns they cover. An upper text also covers the empty cells to its right that
  /// are named below.
  private func place(
    _ row: Int, _ table: Table, in headers: inout [ColumnHeader], _ named: [Bool], from start: Int,
    _ document: Document, _ texts: inout HeaderTexts, _ labels: inout LabelTable
  ) {
    var text: LabelID = 0
    var end = -1
    for cell in table.rows[row].cells {
      let column = Int(table.cells[cell].column)
      guard column >= 0, column < headers.count else { continue }
      if !table.cells[cell].isEmpty {
        text = self.text(table.cells[cell], document, &texts, &labels)
        end = column + max(1, Int(table.cells[cell].span))
        cover(column..<min(end, headers.count), text, &headers, &texts)
      } else if column == end, column > 0, !named.isEmpty, named[start + column], named[start + column - 1], text != 0 {
        cover(column..<column + 1, text, &headers, &texts)
        end += 1
      }
    }
  }

  /// The label of a cell of a header, which is read if it is a new one.
  private func text(_ cell: Cell, _ document: Document, _ texts: inout HeaderTexts, _ labels: inout LabelTable)
    -> LabelID
  {
    let joined = cell.rest == 0 ? [] : document.bytes(of: cell)
    let label =
      cell.rest == 0
      ? labels.intern(coreOf: document.flow.bytes, cell.range) : labels.intern(coreOf: joined, joined.indices)
    read(label, &texts, &labels)
    return label
  }

  /// Adds a text to columns. Columns that had the same texts share what is added.
  private func cover(
    _ columns: Range<Int>, _ text: LabelID, _ headers: inout [ColumnHeader], _ texts: inout HeaderTexts
  ) {
    var before: (upper: HeaderPath, path: HeaderPath)?
    for column in columns {
      let upper = headers[column].path
      if let before, before.upper == upper {
        headers[column].path = before.path
      } else {
        headers[column].path = texts.path(text, below: upper)
        before = (upper, headers[column].path)
      }
    }
  }

  /// Reads what a label says as a text over a column.
  private func read(_ label: LabelID, _ texts: inout HeaderTexts, _ labels: inout LabelTable) {
    if texts.isRead(label) { return }
    let text = labels.spot(label)
    var term = HeaderTerm()
    term.role = role(of: text)
    term.unit = units.unit(inHeader: text)
    term.year = year(text)
    term.known = words.known(text)
    (term.price, term.counted) = words.prices(namedBy: text)
    term.isTotal = words.isOnlyTotal(text)
    term.isAmount = words.namesAmount(text)
    term.isCount = words.namesCount(text)
    term.name = label
    let start = partEnd(text)
    if start > text.range.lowerBound {
      term.isPart = true
      let name = labels.intern(coreOf: text.bytes, start..<text.range.upperBound)
      // What still begins with such a word, behind a mark, is no name: nothing is read word by word.
      let core = labels.spot(name)
      if partEnd(core) == core.range.lowerBound {
        term.name = name
        read(name, &texts, &labels)
      }
    }
    texts.keep(term, of: label)
  }

  /// Where the words that make a column a part of another one end at the start of a text; its start without one.
  private func partEnd(_ text: LabelSpot) -> Int {
    var end = text.range.lowerBound
    while let (_, next) = words.parts.longest(in: text.bytes, at: end, end: text.range.upperBound) { end = next }
    return end
  }

  /// The role of a column by the texts over it.
  private func role(of path: HeaderPath, _ texts: HeaderTexts, _ labels: LabelTable) -> ColumnRole {
    var role = texts[texts.text(path)].role
    var upper = texts.above(path)
    if role != .unknown && role != .changeRate { return role }
    let joined = upper.isEmpty ? labels.spot(texts.text(path)) : LabelSpot(texts.bytes(of: path, labels))
    if role == .unknown, !upper.isEmpty { role = self.role(of: joined) }
    if role == .unknown {
      // 预算数 over 全市 and 市级: all columns below it hold amounts.
      while !upper.isEmpty {
        let above = texts[texts.text(upper)].role
        if above.isTold || above == .amount && !role.isTold { role = above }
        upper = texts.above(upper)
      }
    }
    // Growth at constant prices does not follow from the figures beside it.
    return role == .changeRate && words.real.occurs(in: joined.bytes, joined.range) ? .remark : role
  }

  /// Role of a header: its text as it is, without a leading year, without a unit in brackets; or by its last words.
  func role(of text: LabelSpot) -> ColumnRole {
    if text.isEmpty { return .unknown }
    if let word = exact.word(text.bytes, text.range) { return exactRoles[word] }
    let core = text.withoutBracket
    if core.range != text.range, let word = exact.word(text.bytes, core.range) { return exactRoles[word] }
    let year = yearEnd(core)
    if year > 0, let word = exact.word(text.bytes, core.range.dropFirst(year)) { return exactRoles[word] }
    guard
      let (word, _) = endings.longestSuffix(in: text.bytes, before: core.range.upperBound, start: core.range.lowerBound)
    else { return .unknown }
    return endingRoles[word]
  }

  /// The year that a text begins with, or 0.
  private func year(_ text: LabelSpot) -> Int {
    yearEnd(text) > 0 ? text.slice.prefix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) } : 0
  }

  /// Bytes of the year that a text begins with, its mark included; 0 without one.
  private func yearEnd(_ text: LabelSpot) -> Int {
    let (start, end) = (text.range.lowerBound, text.range.upperBound)
    guard end - start > 4, text.bytes[start] &- 0x30 < 10, text.slice.prefix(while: { $0 &- 0x30 < 10 }).count == 4,
      let (_, after) = lexicon.yearMarks.longest(in: text.bytes, at: start + 4, end: end)
    else { return 0 }
    return after - start
  }
}

/// Error tokens that spreadsheets print in place of a value.
enum SpreadsheetError {
  private static let tokens = ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NULL!", "#NUM!"].map {
    Array($0.utf8)
  }

  static func matches(_ bytes: ArraySlice<UInt8>) -> Bool { tokens.contains { bytes.elementsEqual($0) } }
}

extension ColumnRole {
  /// Whether the column holds rates.
  public var isRate: Bool { self == .executionRate || self == .changeRate || self == .share || self == .scoreRate }

  /// Whether the column holds amounts of a known stage, or rates: what a longer header may end in.
  var isTold: Bool {
    switch self {
    case .initialBudget, .budget, .actual, .prior, .changeAmount, .executionRate, .changeRate, .share, .scoreRate: true
    default: false
    }
  }
}
