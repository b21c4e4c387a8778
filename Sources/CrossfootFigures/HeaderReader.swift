// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// What the header over a column says.
struct ColumnHeader {
  /// The pieces of the header from top to bottom, without gaps.
  var pieces: [[UInt8]] = []
  var role = ColumnRole.unknown
  /// The unit printed with it, if one is.
  var unit: DeclaredUnit?
  /// The year it names, or 0.
  var year = 0

  /// All pieces as one text.
  var text: [UInt8] {
    if pieces.count == 1 { return pieces[0] }
    var text: [UInt8] = []
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { text += piece }
    return text
  }
}

/// Reads what columns hold from the rows of a header. Built once a process.
final class HeaderReader: Sendable {
  private let exact: WordTrie
  private let exactRoles: [ColumnRole]
  private let endings: WordTrie
  private let endingRoles: [ColumnRole]
  private let lexicon: Lexicon
  private let units: UnitReader
  private let real = TableLexicon.chinese.real

  static let chinese = HeaderReader(.chinese, UnitReader(lexicon: .chinese, words: .chinese))

  init(_ lexicon: Lexicon, _ units: UnitReader) {
    self.lexicon = lexicon
    self.units = units
    // Of equal headers the last in the pack counts.
    let words = lexicon.pack.headerWords.reversed()
    exact = WordTrie(words.map { String(decoding: LabelText.stripped(Array($0.text.utf8)[...]), as: UTF8.self) })
    exactRoles = words.map(\.role)
    let final = lexicon.pack.headerWords.filter { $0.role.isTold && $0.text.utf8.count >= 9 }
    endings = WordTrie(reversed: final.map(\.text))
    endingRoles = final.map(\.role)
  }

  /// The headers of a part's columns.
  /// - Parameter skipped: rows of the header that name no columns.
  func headers(
    of part: TablePart, _ table: Table, _ document: Document, width: Int, skipping skipped: [Int]
  ) -> [ColumnHeader] {
    var headers = [ColumnHeader](of: ColumnHeader(), times: width)
    // For each row of the header the columns that the rows below it name.
    var below = [Bool](of: false, times: width * part.header.count)
    for (index, row) in part.header.enumerated().dropFirst().reversed() {
      let own = index * width
      for column in own..<own + width where below[column] { below[column - width] = true }
      if !skipped.contains(row) { mark(table.rows[row], in: &below, from: own - width, width) }
    }
    for (index, row) in part.header.enumerated() where !skipped.contains(row) {
      place(table.rows[row], in: &headers, below[index * width..<(index + 1) * width], document)
    }
    for column in headers.indices { read(&headers[column]) }
    return headers
  }

  /// Marks the columns that a row of the header names.
  private func mark(_ row: Row, in named: inout [Bool], from start: Int, _ width: Int) {
    for (cell, content) in row.cells.enumerated() where !content.isEmpty {
      let column = row.alignments.first.map { $0[cell] } ?? -1
      if column >= 0, column < width { named[start + column] = true }
    }
  }

  /// Adds a header row's texts to the columns they cover. An upper text also covers the empty cells to its right that are named below.
  private func place(_ row: Row, in headers: inout [ColumnHeader], _ named: ArraySlice<Bool>, _ document: Document) {
    let first = named.startIndex
    var text: [UInt8] = []
    var end = -1
    for (cell, content) in row.cells.enumerated() {
      let column = row.alignments.first.map { $0[cell] } ?? -1
      guard column >= 0, column < headers.count else { continue }
      if !content.isEmpty {
        text = content.rest == 0 ? LabelText.stripped(document.flow.bytes[content.range]) : LabelText.stripped(document.bytes(of: content)[...])
        end = column + max(1, content.span)
        for covered in column..<min(end, headers.count) { headers[covered].pieces.append(text) }
      } else if column == end, column > 0, named[first + column], named[first + column - 1], !text.isEmpty {
        headers[column].pieces.append(text)
        end += 1
      }
    }
  }

  private func read(_ header: inout ColumnHeader) {
    let pieces = header.pieces
    guard let leaf = pieces.last else { return }
    for piece in pieces.reversed() {
      if header.unit == nil { header.unit = units.unit(inHeader: piece) }
      if header.year == 0 { header.year = year(piece) }
    }
    header.role = role(of: leaf)
    if header.role == .unknown, header.pieces.count > 1 { header.role = role(of: header.text) }
    if header.role == .unknown {
      let above = header.pieces.dropLast().map { role(of: $0) }
      // 预算数 over 全市 and 市级: all columns below it hold amounts.
      header.role = above.first(where: \.isTold) ?? (above.contains(.amount) ? .amount : .unknown)
    }
    // Growth at constant prices does not follow from the figures beside it.
    if header.role == .changeRate, real.occurs(in: header.text, 0..<header.text.count) { header.role = .remark }
  }

  /// Role of a header: its text as it is, without a leading year, without a unit in brackets; or by its last words.
  func role(of text: [UInt8]) -> ColumnRole {
    if text.isEmpty { return .unknown }
    if let word = exact.word(text) { return exactRoles[word] }
    let core = LabelText.withoutBracket(text)
    if let word = exact.word(core) ?? exact.word(withoutYear(core)) { return exactRoles[word] }
    guard let (word, _) = endings.longestSuffix(in: core, before: core.count, start: 0) else { return .unknown }
    return endingRoles[word]
  }

  /// The year that a text begins with, or 0.
  private func year(_ text: [UInt8]) -> Int {
    guard text.count > 4, text[0] &- 0x30 < 10, text.prefix(while: { $0 &- 0x30 < 10 }).count == 4,
      lexicon.yearMarks.longest(in: text, at: 4, end: text.count) != nil
    else { return 0 }
    return text.prefix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private func withoutYear(_ text: [UInt8]) -> [UInt8] {
    guard text.prefix(while: { $0 &- 0x30 < 10 }).count == 4,
      let (_, end) = lexicon.yearMarks.longest(in: text, at: 4, end: text.count)
    else { return text }
    return Array(text[end...])
  }
}

/// Error tokens that spreadsheets print in place of a value.
enum SpreadsheetError {
  private static let tokens = ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NULL!", "#NUM!"].map { Array($0.utf8) }

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
