// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads the names of columns from a header that extraction has scattered over many lines, so that no piece of it
/// stands over a column (对附属单位 / 补助支出). The pieces are put together and searched for names of known sums. Only if there
/// are as many names as columns are they taken for those of the columns: in their order from the total on, or whatever
/// their order if all of them belong to one sum.
struct ScatteredNames {
  let bytes: [UInt8]
  let words: TableLexicon

  /// Columns, cells above them, and bytes of these at most.
  private static let widest = 24
  private static let mostCells = 120
  private static let longest = 1_500
  /// Figures that make a row one of the table, and rows that a column must have.
  private static let fewest = 3

  /// A name that was found.
  private struct Name {
    var known = KnownName()
    /// Whether it ends in the word for a total, or opens a part (其中).
    var isTotal = false
    var isPart = false
    var range: Range<Int>
  }

  /// Whether a part is such a one: it has columns of figures, and over them neither names of known sums nor any that
  /// say what they hold.
  func mayHead(_ headers: [ColumnHeader], _ figures: [ColumnFigures], _ texts: HeaderTexts) -> Bool {
    var count = 0
    for column in figures.indices where isFilled(figures[column]) {
      count += 1
      guard column < headers.count, !headers[column].path.isEmpty else { continue }
      let known = texts[texts[texts.text(headers[column].path)].name].known
      guard known.partOf | known.wholeOf == 0 else { return false }
      guard [.unknown, .label, .code].contains(headers[column].role) else { return false }
    }
    return ScatteredNames.fewest...ScatteredNames.widest ~= count
  }

  private func isFilled(_ column: ColumnFigures) -> Bool {
    column.entries.count >= ScatteredNames.fewest && column.entries.count > column.gaps.count && !column.holdsCodes
      && !column.countsRows
  }

  /// The sums that the names say.
  func sums(_ part: Int, _ table: Table, _ model: TableModel) -> [ColumnFormula] {
    let figures = model.parts[part].figures
    let columns = figures.indices.filter { isFilled(figures[$0]) }
    let row = columns.reduce(Int32.max) { min($0, figures[$1].entries.first?.row ?? .max) }
    let (text, starts) = pieces(above: Int(row), part, table, model)
    var names = names(in: text, starts)
    guard let total = names.firstIndex(where: \.isTotal) else { return [] }
    if names.count == columns.count, let sum = sum(ofAll: names, total, text) {
      return [ColumnFormula(.someNames, target: columns[0], terms: sum.map { ColumnTerm(columns[$0]) })]
    }
    // Names before the total are those of groups of columns.
    names.removeFirst(total)
    guard names.count == columns.count else { return [] }
    return names.indices.compactMap { whole in
      guard var parts = parts(of: whole, names, text) else { return nil }
      // Names in disorder may be exchanged: with one that is no part only the rows can tell.
      let isOther = names.indices.contains {
        $0 != whole && !parts.contains($0) && !isSettled(names[$0], figures[columns[$0]])
      }
      if isOther { parts.removeAll { !hasAmounts(figures[columns[$0]]) } }
      guard parts.count > 1 else { return nil }
      return ColumnFormula(
        isOther ? .beside : .someNames, target: columns[whole], terms: parts.map { ColumnTerm(columns[$0]) })
    }
  }

  /// Whether a column that is no part of a sum cannot be taken for one: it is a total and not empty, or a balance that
  /// was carried over.
  private func isSettled(_ name: Name, _ column: ColumnFigures) -> Bool {
    name.isTotal ? hasAmounts(column) : name.known.partOf != 0 && !hasAmounts(column)
  }

  private func hasAmounts(_ column: ColumnFigures) -> Bool { column.entries.contains { $0.value != 0 } }

  // MARK: text

  /// The cells of words above the first row whose figures stand in columns, put together, and where each of them
  /// begins.
  private func pieces(above end: Int, _ part: Int, _ table: Table, _ model: TableModel) -> (
    text: [UInt8], starts: [Int]
  ) {
    let first = part > 0 ? model.parts[part - 1].body.upperBound : 0
    guard first < end, end < table.rows.count,
      table.rows[end - 1].cells.upperBound - table.rows[first].cells.lowerBound <= ScatteredNames.mostCells
    else { return ([], []) }
    var text: [UInt8] = []
    var starts: [Int] = []
    for index in table.rows[first].cells.lowerBound..<table.rows[end - 1].cells.upperBound
    where model.figures[at: index] < 0 && !table.cells[index].isEmpty {
      starts.append(text.count)
      text += LabelText.compact(bytes[table.cells[index].range])
      if text.count > ScatteredNames.longest { return ([], []) }
    }
    starts.append(text.count)
    return (text, starts)
  }

  /// The names that are made up of whole pieces.
  private func names(in text: [UInt8], _ starts: [Int]) -> [Name] {
    var names: [Name] = []
    var at = 0
    for start in starts.dropLast() where start >= at {
      if let (known, end) = words.known(in: text, at: start), starts.contains(end) {
        names.append(
          Name(known: known, isTotal: words.isTotal(LabelSpot(bytes: text, range: start..<end)), range: start..<end))
        at = end
      } else if let (_, end) = words.parts.longest(in: text, at: start, end: text.count) {
        names.append(Name(isPart: true, range: start..<end))
        at = end
      }
      if names.count > 2 * ScatteredNames.widest { return [] }
    }
    return names
  }

  // MARK: sums

  /// The names but one total, if all of them are parts of one sum: the total is the first column.
  private func sum(ofAll names: [Name], _ total: Int, _ text: [UInt8]) -> [Int]? {
    guard !names.indices.contains(where: { $0 != total && (names[$0].isTotal || names[$0].isPart) }) else { return nil }
    let common = names.indices.reduce(names[total].known.wholeOf) { $0 & ($1 == total ? ~0 : names[$1].known.partOf) }
    guard common != 0, isDistinct(names.indices.filter { $0 != total }, common.trailingZeroBitCount, names, text) else {
      return nil
    }
    return Array(names.indices.dropFirst())
  }

  /// The parts of a total among the names behind it: of the first one all, of another those up to the next total.
  private func parts(of whole: Int, _ names: [Name], _ text: [UInt8]) -> [Int]? {
    guard names[whole].isTotal else { return nil }
    let own = text[names[whole].range]
    let next =
      names.indices[(whole + 1)...].first { names[$0].isTotal && (whole > 0 || text[names[$0].range] == own) }
      ?? names.count
    var best: [Int] = []
    for sum in 0..<words.sumCount where names[whole].known.wholeOf >> UInt64(sum) & 1 != 0 {
      let beside = (whole + 1..<next).filter { names[$0].known.partOf >> UInt64(sum) & 1 != 0 && !names[$0].isTotal }
      let parts = beside.filter { part in !beside.contains { names[$0].known.wholeOf & names[part].known.partOf != 0 } }
      if parts.count > max(1, best.count), isDistinct(parts, sum, names, text) { best = parts }
    }
    return best.isEmpty ? nil : best
  }

  /// Whether names are of different parts of a sum.
  private func isDistinct(_ parts: [Int], _ sum: Int, _ names: [Name], _ text: [UInt8]) -> Bool {
    var seen: UInt64 = 0
    for part in parts {
      guard let place = words.place(of: LabelSpot(bytes: text, range: names[part].range), in: sum), place < 64,
        seen >> UInt64(place) & 1 == 0
      else { return false }
      seen |= 1 << UInt64(place)
    }
    return true
  }
}
