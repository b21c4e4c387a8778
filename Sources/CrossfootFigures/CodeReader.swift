// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Finds the digits that name the rows of a table: classification codes in one cell or in one cell a level, and row
/// numbers. They are no figures.
struct CodeReader {
  /// Bytes of the flow.
  let bytes: [UInt8]
  /// For each row of the table its code.
  private(set) var codes: [RowCode?] = []
  /// Flow ranges of codes and of row numbers.
  private(set) var codeRanges: [Range<Int>] = []
  private(set) var numberRanges: [Range<Int>] = []
  private var taken = TakenOffsets()

  /// Digits before the name of a row.
  private struct Lead {
    var row: Int
    var runs: [(range: Range<Int>, column: Int)]
    /// Whether the digits open the cell of the name.
    var isGlued: Bool
  }

  /// Rows that must agree before digits are taken for codes or row numbers.
  private static let fewest = 3
  private static let longest = 9

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the rows of a part.
  /// - Parameter headers: those of the part, which may say that a column holds codes or row numbers.
  mutating func read(_ table: Table, _ part: TablePart, _ headers: [ColumnHeader]) {
    var leads: [Lead] = []
    for row in part.body { if let lead = lead(of: row, table) { leads.append(lead) } }
    if !leads.isEmpty { take(leads, table, headers) }
    takeMarked(table, part, headers)
    if table.layout == .cellPerLine { takeScattered(table, part) }
  }

  private mutating func take(_ leads: [Lead], _ table: Table, _ headers: [ColumnHeader]) {
    let coded = leads.count { isCodeShape($0) }
    let alone = leads.filter { !$0.isGlued }
    if coded >= CodeReader.fewest, coded * 10 >= alone.count * 6 {
      if codes.isEmpty { codes = [RowCode?](repeating: nil, count: table.rows.count) }
      takeCodes(leads)
    } else if isCounting(alone)
      || alone.contains(where: { lead in lead.runs.allSatisfy { isMarked($0.column, headers) } })
    {
      for lead in alone { for run in lead.runs { takeNumber(run.range) } }
    }
  }

  // MARK: codes among figures

  /// Levels of codes that stand by themselves, a cell each, where extraction has put them among the amounts: numbers of
  /// two or three digits, many of which begin with a nought, while all amounts have more digits or a point.
  private mutating func takeScattered(_ table: Table, _ part: TablePart) {
    var short: [Range<Int>] = []
    var noughts = 0
    var others = 0
    for cell in part.body.lazy.flatMap({ table.cells(of: $0) }) where !cell.isEmpty && isNumber(cell.range) {
      guard isPlain(cell.range), 2...3 ~= cell.range.count else {
        // A nought, or an amount of one digit.
        if cell.range.count > 1 { others += 1 } else if bytes[cell.range.lowerBound] != 0x30 { return }
        continue
      }
      short.append(cell.range)
      if bytes[cell.range.lowerBound] == 0x30 { noughts += 1 }
    }
    guard noughts >= CodeReader.fewest, noughts * 5 >= short.count, others >= CodeReader.fewest else { return }
    for range in short where taken.insert(range.lowerBound) { codeRanges.append(range) }
  }

  /// Whether a cell holds a number and nothing else.
  private func isNumber(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D }
  }

  // MARK: rows

  /// The digits before the first word of a row.
  private func lead(of row: Int, _ table: Table) -> Lead? {
    let cells = table.rows[row].cells
    guard let opening = cells.first(where: { !table.cells[$0].isEmpty }) else { return nil }
    let range = table.cells[opening].range
    // Most rows begin with a word.
    guard !range.isEmpty, bytes[range.lowerBound] &- 0x30 < 10 else { return nil }
    var runs: [(range: Range<Int>, column: Int)] = []
    for index in opening..<cells.upperBound where !table.cells[index].isEmpty {
      let cell = table.cells[index]
      let column = Int(cell.column)
      if isPlain(cell.range) {
        runs.append((cell.range, column))
        continue
      }
      if !runs.isEmpty {
        return isName(cell) || areLevels(runs, before: column) ? Lead(row: row, runs: runs, isGlued: false) : nil
      }
      let digits = leadingDigits(cell.range)
      guard digits.count == 3 || digits.count == 5 || digits.count == 7, digits.upperBound < cell.range.upperBound
      else { return nil }
      let next = bytes[digits.upperBound]
      guard next == 0x20 || next >= 0xE3 else { return nil }
      return Lead(row: row, runs: [(digits, column)], isGlued: true)
    }
    return nil
  }

  /// 302 12 before an amount, both in the column of codes: the name stands on other lines.
  private func areLevels(_ runs: [(range: Range<Int>, column: Int)], before column: Int) -> Bool {
    runs.count > 1 && runs[0].range.count == 3 && runs[0].column < column
      && runs.dropFirst().allSatisfy { $0.range.count == 2 && $0.column == runs[0].column }
  }

  private func isName(_ cell: Cell) -> Bool { bytes[cell.range].contains { $0 >= 0xE3 || ($0 & 0xDF) &- 0x41 < 26 } }

  private func isPlain(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= CodeReader.longest else { return false }
    return leadingDigits(range) == range
  }

  private func leadingDigits(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
    return range.lowerBound..<end
  }

  private func isMarked(_ column: Int, _ headers: [ColumnHeader]) -> Bool {
    column >= 0 && column < headers.count && headers[column].role == .code
  }

  // MARK: codes

  /// Three digits and two more for each level, in one run or several; or the last levels only, the first being printed
  /// above.
  private func isCodeShape(_ lead: Lead) -> Bool {
    let first = lead.runs[0].range.count
    if lead.runs.count == 1 { return 3...9 ~= first && first % 2 == 1 }
    return first == 3 && lead.runs.dropFirst().allSatisfy { $0.range.count == 2 }
  }

  private mutating func takeCodes(_ leads: [Lead]) {
    /// Digits by column, as far as they hold for the next rows.
    var known: [(range: Range<Int>, column: Int)] = []
    for lead in leads {
      for run in lead.runs where taken.insert(run.range.lowerBound) { codeRanges.append(run.range) }
      if isCodeShape(lead) {
        known = lead.runs
        codes[lead.row] = code(of: known)
      } else if let first = lead.runs.first, first.column >= 0, lead.runs.allSatisfy({ $0.range.count == 2 }) {
        let kept = known.prefix { $0.column >= 0 && $0.column < first.column }
        guard !kept.isEmpty else { continue }
        known = kept + lead.runs
        codes[lead.row] = code(of: known)
      }
    }
  }

  private func code(of runs: [(range: Range<Int>, column: Int)]) -> RowCode? {
    var code = RowCode(digits: 0, length: 0)
    for run in runs {
      for at in run.range {
        guard code.length < 2 * CodeReader.longest else { return nil }
        code = RowCode(digits: code.digits * 10 + Int(bytes[at] &- 0x30), length: code.length + 1)
      }
    }
    return code
  }

  // MARK: row numbers

  /// Whether the digits count the rows: 1, 2, 3 … with few exceptions.
  private func isCounting(_ leads: [Lead]) -> Bool {
    guard leads.count >= CodeReader.fewest else { return false }
    let numbers = leads.map { lead in lead.runs.count == 1 ? number(lead.runs[0].range) : -1 }
    let steps = zip(numbers, numbers.dropFirst()).count { $0 >= 0 && $1 == $0 + 1 }
    return steps * 10 >= (numbers.count - 1) * 8
  }

  private func number(_ range: Range<Int>) -> Int {
    range.count > 5 ? -1 : bytes[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Digits under a header that names codes or row numbers, wherever the column stands.
  private mutating func takeMarked(_ table: Table, _ part: TablePart, _ headers: [ColumnHeader]) {
    guard headers.contains(where: { $0.role == .code }) else { return }
    for row in part.body {
      for index in table.rows[row].cells where isMarked(Int(table.cells[index].column), headers) {
        let range = table.cells[index].range
        if isPlain(range) { takeNumber(range) }
      }
    }
  }

  private mutating func takeNumber(_ range: Range<Int>) {
    if taken.insert(range.lowerBound) { numberRanges.append(range) }
  }
}

/// Offsets that were taken: most come in ascending order, so that few must be hashed.
private struct TakenOffsets {
  private var ascending: [Int] = []
  private var others: Set<Int> = []

  /// Adds an offset. Returns whether it is a new one.
  mutating func insert(_ offset: Int) -> Bool {
    guard let last = ascending.last, offset <= last else {
      ascending.append(offset)
      return true
    }
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return ascending[low] != offset && others.insert(offset).inserted
  }
}
