// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// A relation between the columns of a part, as its header states it.
public struct ColumnFormula: Sendable, Hashable {
  /// What a formula rests on.
  public enum Source: UInt8, Sendable, Hashable {
    /// It is printed.
    case printed
    /// The names of the columns are those of a known sum: of all of its parts, or of some.
    case allNames, someNames
    /// A word makes one column the total; the columns beside it are taken for its parts.
    case beside
  }

  public var source: Source
  /// The column that is computed.
  public var target: Int
  /// The columns it is computed from, each with +1 or -1; of a quotient, those above the line.
  public var terms: [ColumnTerm]
  /// The columns below the line, empty for a sum.
  public var divisor: [ColumnTerm] = []
  /// Whether its names are those of things that are counted: nothing is rounded.
  public var isOfThings = false

  public init(_ source: Source, target: Int, terms: [ColumnTerm], divisor: [ColumnTerm] = []) {
    self.source = source
    self.target = target
    self.terms = terms
    self.divisor = divisor
  }
}

/// A column that is added or taken off.
public struct ColumnTerm: Sendable, Hashable {
  public var column: Int
  public var sign: Int

  public init(_ column: Int, _ sign: Int = 1) {
    self.column = column
    self.sign = sign
  }
}

/// Reads rows that number the columns or say how they are computed (A=B+C, 4=3/2): they belong to the header.
struct FormulaReader {
  let bytes: [UInt8]
  let words: TableLexicon

  /// What is found in a part.
  struct Reading {
    /// Rows that hold nothing but column names and formulas.
    var rows: [Int] = []
    var formulas: [ColumnFormula] = []
  }

  /// Rows at the top of a part's body that may be such a row, and bytes of the longest formula.
  private static let reach = 3
  private static let longest = 60
  /// Bytes of the longest name of a column: two digits in brackets.
  private static let longestName = 4

  /// A cell of such a row, and what it reads as a column's name or formula.
  private struct Item {
    var text: [UInt8]
    var column: Int
    var expression: Expression?
  }

  func read(_ table: Table, _ part: TablePart) -> Reading {
    var reading = Reading()
    for row in part.header { read(row, table, into: &reading) }
    for row in part.body.prefix(FormulaReader.reach) { read(row, table, into: &reading) }
    for row in part.body.dropFirst(FormulaReader.reach) where mayBeRepeated(table.rows[row].cells, table) {
      // On a further page the header comes again, and with it the numbers of its columns.
      if isNumbered(items(table.cells(of: row))) { reading.rows.append(row) }
    }
    readStack(table, part, &reading)
    return reading
  }

  /// Whether a row may be that of the columns' numbers: it ends in one.
  @inline(__always)
  private func mayBeRepeated(_ cells: Range<Int>, _ table: Table) -> Bool {
    guard cells.count > 1 else { return false }
    let last = table.cells[cells.upperBound - 1].range
    return 1...2 ~= last.count && bytes[last.upperBound - 1] &- 0x30 < 10
  }

  /// Whether the cells are the numbers of columns from one on: behind a word that says so, or alone.
  private func isNumbered(_ items: [Item]) -> Bool {
    let names = items.prefix { $0.expression == nil }
    let numbers = Array(items[names.count...])
    guard names.count <= 1, names.allSatisfy({ words.namesColumns($0.text) }), !numbers.isEmpty, countsUp(numbers)
    else { return false }
    return !names.isEmpty || numbers.count >= 2 && numbers[0].text == [0x31]
  }

  /// Numbers of columns that stand below each other above the first row of figures, each in a row of its own.
  private func readStack(_ table: Table, _ part: TablePart, _ reading: inout Reading) {
    var rows: [Int] = []
    var count = 0
    for row in part.body {
      let filled = table.rows[row].cells.prefix { table.cells[$0].isEmpty }.endIndex
      let end = table.rows[row].cells.upperBound
      if filled < end, table.cells[filled + 1..<end].contains(where: { !$0.isEmpty }) { break }
      guard filled < end, case let range = table.cells[filled].range, range.count <= 2,
        bytes[range].allSatisfy({ $0 &- 0x30 < 10 })
      else {
        if count > 0 { break }
        continue
      }
      guard bytes[range].reduce(0, { $0 * 10 + Int($1 &- 0x30) }) == count + 1 else { return }
      rows.append(row)
      count += 1
    }
    if count > 1 { reading.rows += rows }
  }

  private func items(_ cells: ArraySlice<Cell>) -> [Item] {
    cells.compactMap { cell in
      let text = LabelText.compact(bytes[cell.range])
      if text.isEmpty { return nil }
      return Item(text: text, column: Int(cell.column), expression: expression(text))
    }
  }

  private func read(_ row: Int, _ table: Table, into reading: inout Reading) {
    let cells = table.cells(of: row)
    guard mayBeFormulas(cells) else { return }
    let items = items(cells)
    guard areFormulas(items) else { return }
    reading.rows.append(row)
    // Most such rows hold nothing but names.
    guard items.contains(where: { $0.expression?.terms.isEmpty == false }) else { return }
    let named = items.filter { $0.expression != nil }
    if named.contains(where: { $0.column < 0 }) || Set(named.map(\.column)).count < named.count { return }
    reading.formulas += formulas(named)
  }

  /// Nothing but column names and formulas: a formula among them, a label that says so (栏次), or names in their order.
  private func areFormulas(_ items: [Item]) -> Bool {
    let others = items.filter { $0.expression == nil }
    let named = items.count - others.count
    guard named >= 1, others.count <= 2 else { return false }
    let hasDigits = others.contains { $0.text.contains { $0 &- 0x30 < 10 } }
    if others.contains(where: { words.namesColumns($0.text) }) { return !hasDigits }
    guard named >= 2, !hasDigits else { return false }
    if items.contains(where: { $0.expression != nil && $0.text.contains(0x3D) }) { return true }
    return named >= 3 && (items.allSatisfy { $0.text.count == 1 && $0.text[0] &- 0x41 < 26 } || countsUp(items))
  }

  /// Whether a row may be such a row, by a look at its cells: all but two begin like formulas, and one is a formula or
  /// so short that it may be a name. Where none is a formula, what begins otherwise must be a label that says so.
  private func mayBeFormulas(_ cells: ArraySlice<Cell>) -> Bool {
    var others = (count: 0, first: 0..<0, second: 0..<0)
    var isNamed = false
    var hasFormula = false
    for cell in cells where !cell.isEmpty {
      if !mayBeFormula(cell.range) {
        if others.count == 2 { return false }
        others = (others.count + 1, cell.range, others.first)
      } else if !hasFormula {
        hasFormula = bytes[cell.range].contains(0x3D)
        isNamed = isNamed || hasFormula || bytes[cell.range].count { $0 > 0x20 } <= FormulaReader.longestName
      }
    }
    guard isNamed, !hasFormula, others.count > 0 else { return isNamed }
    return [others.first, others.second].contains { words.namesColumns(LabelText.compact(bytes[$0])) }
  }

  /// 1, 2, 3 …: nothing but numbers, each one more than the one before; on the right side of a table they go on from
  /// the left's.
  private func countsUp(_ items: [Item]) -> Bool {
    var before: Int?
    for text in items.lazy.map(\.text) {
      guard text.count <= 2, text.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
      let number = text.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      if let before, number != before + 1 { return false }
      before = number
    }
    return true
  }

  /// Whether a cell begins with a letter, a digit or a bracket, and holds no mark of a plain number: 1,234.50 is none.
  private func mayBeFormula(_ range: Range<Int>) -> Bool {
    let span = bytes.span.extracting(range)
    var at = 0
    while at < span.count, span[at] <= 0x20 { at += 1 }
    if at == span.count { return true }
    guard span[at] == 0x28 || span[at] &- 0x30 < 10 || span[at] &- 0x41 < 26 else { return false }
    while at < span.count, span[at] != 0x2E, span[at] != 0x2C { at += 1 }
    return at == span.count
  }

  private func expression(_ text: [UInt8]) -> Expression? {
    text.count <= FormulaReader.longest ? Expression(text) : nil
  }

  private func formulas(_ items: [Item]) -> [ColumnFormula] {
    var columns: [UInt16: Int] = [:]
    let read = items.compactMap { item in item.expression.map { (item.column, $0) } }
    for (column, expression) in read { columns[expression.name] = column }
    return read.compactMap { column, expression in
      guard !expression.terms.isEmpty else { return nil }
      let terms = expression.terms.map { columns[$0.name].map { ColumnTerm($0, 1) } }
      var signed: [ColumnTerm] = []
      for (term, found) in zip(expression.terms, terms) {
        guard let found else { return nil }
        signed.append(ColumnTerm(found.column, term.sign))
      }
      var divisor: [ColumnTerm] = []
      for term in expression.divisor {
        guard let found = columns[term.name] else { return nil }
        divisor.append(ColumnTerm(found, term.sign))
      }
      return ColumnFormula(.printed, target: column, terms: signed, divisor: divisor)
    }
  }
}

/// A column's name with the formula it is computed by, if one is printed: B, 3, A=B+C, (5)=(4)/(3)*100%.
private struct Expression {
  /// Its one or two characters as one number.
  var name: UInt16
  var terms: [(name: UInt16, sign: Int)] = []
  var divisor: [(name: UInt16, sign: Int)] = []

  init?(_ text: [UInt8]) {
    var parser = Parser(text: text)
    guard let name = parser.symbol() else { return nil }
    self.name = name
    if parser.atEnd { return }
    guard parser.take(0x3D), let terms = parser.sum() else { return nil }
    self.terms = terms
    if parser.take(0x2F) || parser.takeDivision() {
      guard let divisor = parser.sum() else { return nil }
      self.divisor = divisor
    }
    parser.skipPercent()
    guard parser.atEnd else { return nil }
  }

  private struct Parser {
    let text: [UInt8]
    var at = 0

    init(text: [UInt8]) { self.text = text }

    var atEnd: Bool { at == text.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard at < text.count, text[at] == byte else { return false }
      at += 1
      return true
    }

    /// ÷, two bytes.
    mutating func takeDivision() -> Bool {
      guard at + 1 < text.count, text[at] == 0xC3, text[at + 1] == 0xB7 else { return false }
      at += 2
      return true
    }

    /// ×100% or *100% at the end.
    mutating func skipPercent() {
      let tail = text[at...]
      for mark in ["*100%", "×100%", "*100", "×100", "%"] where tail.elementsEqual(mark.utf8) { at = text.count }
    }

    /// One letter, or a number up to 99, also in brackets.
    mutating func symbol() -> UInt16? {
      let start = at
      let isBracketed = take(0x28)
      var name: UInt16 = 0
      while at < text.count, name < 0x100, text[at] &- 0x30 < 10 || name == 0 && text[at] &- 0x41 < 26 {
        name = name << 8 | UInt16(text[at])
        at += 1
        if text[at - 1] >= 0x41 { break }
      }
      if name > 0, !isBracketed || take(0x29) { return name }
      at = start
      return nil
    }

    /// A sum of symbols, also in brackets.
    mutating func sum() -> [(name: UInt16, sign: Int)]? {
      let start = at
      if take(0x28), let inner = terms(), take(0x29), inner.count > 1 { return inner }
      at = start
      return terms()
    }

    private mutating func terms() -> [(name: UInt16, sign: Int)]? {
      guard let first = symbol() else { return nil }
      var terms = [(first, 1)]
      while at < text.count, text[at] == 0x2B || text[at] == 0x2D {
        let sign = text[at] == 0x2B ? 1 : -1
        at += 1
        guard let next = symbol() else { return nil }
        terms.append((next, sign))
      }
      return terms
    }
  }
}
