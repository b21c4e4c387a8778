// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Reads the rows of a part whose figures stand in no certain columns, as they do where a table is printed one cell a
/// line and blanks are not: a row is a total and the figures after it that add up to it. How many these are the figures
/// say; what is left over belongs to other rows.
struct StreamRows {
  /// A total and the figures printed after it.
  struct Sum {
    var row: Int
    var total: FigureID
    var parts: [FigureID]
    /// Parts that are not nothing.
    var filled: Int
    /// Whether numbers that may be codes or amounts stand in the row as well.
    var isMixed: Bool
  }

  /// A row that begins with an amount which no run of figures after it makes up.
  struct Open {
    var row: Int
    var figures: [FigureID]
    var values: [Int128]
    var isMixed: Bool
    /// Whether all its figures must belong together.
    var isWhole: Bool
  }

  private(set) var sums: [Sum] = []
  private(set) var open: [Open] = []
  /// What follows the sums of rows, where it is no sum itself: cells of other rows, or a sum that is broken.
  private(set) var rests: [Open] = []
  /// Amounts that no sum uses, in printed order.
  private(set) var strays: [Int128] = []
  /// The amounts of rows that have but one.
  private var singles: [Int128] = []
  /// Power of ten of one unit of the ``strays``.
  private(set) var place = 0
  /// Whether the names over the columns say that one of them is a total.
  private(set) var isNamed: Bool
  /// Sums of at least two parts that are not nothing.
  private(set) var solid = 0

  /// The row before which a total without figures is the name of a column.
  private var lastNamed: Int

  /// Figures that are what others left over, in the row before.
  private var left: [Entry] = []

  fileprivate struct Entry {
    var figure: FigureID
    var value: Int128
  }

  /// Parts of one total at most.
  static let longest = 12
  /// Sums that must hold beside the one that is claimed; of two parts or more, where no name tells the total.
  private static let fewest = 4
  static let fewestSolid = 3
  /// Amounts looked at for those of a row with one.
  private static let farthest = 6
  /// A total from which on chance is ruled out.
  private static let least: UInt128 = 1000

  /// Whether the columns of a part are not known: only then its rows are read.
  static func mayHold(_ part: Int, in table: Int, _ facts: Facts) -> Bool {
    if facts.tables[table].parts[part].columns.contains(where: { $0.isOfScores }) { return false }
    for row in facts.tables[table].parts[part].body where facts.tables[table].rowMarks[row].isLoose { return true }
    // Two columns without names cannot be told from those between which blanks are left out.
    return facts.tables[table].parts[part].namesTotal && facts.tables[table].parts[part].header.isEmpty
      && facts.addedColumns(of: part, in: table).count == 2
  }

  /// Nil for a part whose figures have no common form.
  init?(_ part: PartModel, _ table: TableModel, _ facts: Facts) {
    isNamed = part.namesTotal
    lastNamed = part.body.lowerBound + part.body.count / 3
    guard let format = Format(part, table, facts) else { return nil }
    place = format.place
    for row in part.body where table.rows[row] != .header { read(row, table, facts, format) }
    strays += left.map(\.value)
    explain()
  }

  /// Takes out of the strays what adds up to the amounts that stand alone in their rows: cells printed elsewhere, in
  /// the same order.
  private mutating func explain() {
    var explained = [Bool](repeating: false, count: strays.count)
    var next = 0
    for single in singles where single != 0 {
      search: for start in next..<min(next + StreamRows.farthest, strays.count) {
        var sum: Int128 = 0
        for end in start..<min(start + StreamRows.farthest, strays.count) {
          sum &+= strays[end]
          guard sum == single else { continue }
          for index in start...end { explained[index] = true }
          next = end + 1
          break search
        }
      }
    }
    strays = strays.indices.filter { !explained[$0] }.map { strays[$0] }
  }

  // MARK: evidence

  /// Whether the other rows bear out that rows are totals and their parts.
  func isBorneOut(without sum: Sum) -> Bool {
    isBorneOut(sums.count - 1, solid - (sum.filled >= 2 ? 1 : 0), fails: open.count)
  }

  /// The same for what does not add up: a row, or what follows the sum of one.
  func isBorneOut(besides row: Open, isRow: Bool) -> Bool {
    isBorneOut(sums.count, solid, fails: open.count - (isRow ? 1 : 0))
  }

  private func isBorneOut(_ holds: Int, _ solid: Int, fails: Int) -> Bool {
    holds >= StreamRows.fewest && fails * 5 <= holds && (isNamed || solid >= StreamRows.fewestSolid)
  }

  /// Whether an amount that no sum uses, those of a row aside, is the given one.
  func hasStray(_ amount: Int128, besides row: Open) -> Bool {
    strays.count { $0.magnitude == amount.magnitude } > row.values.count { $0.magnitude == amount.magnitude }
  }

  /// Whether the first figure of a row and those after it have so many digits that a slip between them is none by
  /// chance.
  func isTelling(_ row: Open, until end: Int) -> Bool {
    row.values[0].magnitude >= StreamRows.least && row.values[1...end].contains { $0.magnitude >= StreamRows.least }
  }

  /// Whether an amount that no sum uses has but one digit: it may be what one wrong digit seems to be.
  var hasRoundStray: Bool {
    strays.contains { stray in
      var value = stray.magnitude
      while value >= 10, value % 10 == 0 { value /= 10 }
      return value < 10
    }
  }

  // MARK: rows

  private mutating func read(_ row: Int, _ table: TableModel, _ facts: Facts, _ format: Format) {
    var entries: [Entry] = []
    var shorts: [Figure] = []
    for id in table.figures[row] where id >= 0 {
      let figure = facts.figures[id]
      if format.isShort(figure) {
        shorts.append(figure)
        continue
      }
      guard format.isAmount(figure), let value = figure.quantity.value.mantissa(at: place) else {
        strays += (left + entries).map(\.value)
        left = []
        return
      }
      entries.append(Entry(figure: id, value: value))
    }
    let isMixed = !format.hasDecimals && !shorts.isEmpty && !StreamRows.areCodes(shorts)
    guard let first = entries.first else {
      // The name of a column below the first figures, for which the lines are out of order; codes may stand beside it.
      if table.rows[row] == .total, !shorts.isEmpty || row < lastNamed { isNamed = true }
      return
    }
    if entries.count == 1, table.rows[row] == .total, !left.isEmpty {
      // Only the last cell of the total follows its name.
      let figures = left + entries
      left = []
      if !add(figures[...], row, isMixed) { addOpen(figures, row, isMixed, isWhole: true) }
      return
    }
    strays += left.map(\.value)
    left = []
    if entries.count == 1 { singles.append(first.value) }
    if first.value != 0 { split(entries, row, isMixed) }
  }

  /// Whether numbers are the digits of codes, a level each: three, then two and two.
  private static func areCodes(_ figures: [Figure]) -> Bool {
    guard figures.first?.range.count == 3, figures.count > 1 else { return false }
    return figures.allSatisfy { 2...3 ~= $0.range.count } && figures.contains { $0.range.count == 2 }
  }

  /// The row's own sum, then those of rows whose figures follow it.
  private mutating func split(_ entries: [Entry], _ row: Int, _ isMixed: Bool) {
    guard let end = end(of: entries[...]) else {
      if entries.count > 1 { addOpen(entries, row, isMixed, isWhole: false) }
      return
    }
    _ = add(entries[..<end], row, isMixed)
    let rest = entries[end...].drop { $0.value == 0 }
    if rest.isEmpty { return }
    if let end = self.end(of: rest), rest[end...].allSatisfy({ $0.value == 0 }) {
      _ = add(rest[..<end], row, isMixed)
    } else {
      left = Array(rest)
      if rest.count > 1 { rests.append(Open(row, rest, isMixed, isWhole: true)) }
    }
  }

  private mutating func add(_ entries: ArraySlice<Entry>, _ row: Int, _ isMixed: Bool) -> Bool {
    guard let total = entries.first, end(of: entries) == entries.endIndex else { return false }
    guard total.value.magnitude >= StreamRows.least else { return true }
    let parts = entries.dropFirst()
    let filled = parts.count { $0.value != 0 }
    sums.append(Sum(row: row, total: total.figure, parts: parts.map(\.figure), filled: filled, isMixed: isMixed))
    if filled >= 2 { solid += 1 }
    return true
  }

  private mutating func addOpen(_ entries: [Entry], _ row: Int, _ isMixed: Bool, isWhole: Bool) {
    open.append(Open(row, entries[...], isMixed, isWhole: isWhole))
    strays += entries.map(\.value)
  }

  /// Where the shortest run after the first figure ends that adds up to it, within rounding.
  private func end(of entries: ArraySlice<Entry>) -> Int? {
    guard let total = entries.first, total.value != 0 else { return nil }
    var sum: Int128 = 0
    var terms: UInt128 = 1
    for index in entries.indices.dropFirst().prefix(StreamRows.longest) {
      sum &+= entries[index].value
      if entries[index].value != 0 { terms += 1 }
      if terms > 1, (sum &- total.value).magnitude * 2 <= terms { return index + 1 }
    }
    return nil
  }
}

extension StreamRows.Open {
  fileprivate init(_ row: Int, _ entries: ArraySlice<StreamRows.Entry>, _ isMixed: Bool, isWhole: Bool) {
    self.init(
      row: row, figures: entries.map(\.figure), values: entries.map(\.value), isMixed: isMixed, isWhole: isWhole)
  }
}

/// How the amounts of a part are printed.
private struct Format {
  /// Power of ten of the last digit.
  private(set) var place = 0
  private(set) var hasDecimals = false
  /// Whether whole numbers below a thousand are no amounts: codes and numbers of rows.
  private var leavesShort = false

  /// Nil where the figures span too many places.
  init?(_ part: PartModel, _ table: TableModel, _ facts: Facts) {
    var shorts = 0
    var longs = 0
    var places: ClosedRange<Int>?
    for id in part.body.lazy.flatMap({ table.figures[$0] }) where id >= 0 && !facts.figures[id].quantity.digits.isZero {
      let figure = facts.figures[id]
      guard isAmount(figure) else { continue }
      if Format.isBelowThousand(figure) {
        shorts += 1
        continue
      }
      longs += 1
      let last = figure.quantity.lastPlace
      places = min(places?.lowerBound ?? last, last)...max(places?.upperBound ?? last, last)
      hasDecimals = figure.quantity.digits.exponent < 0
    }
    guard let places, places.count <= 12 else { return nil }
    leavesShort = shorts > 0 && longs * 2 >= shorts && places.count == 1
    hasDecimals = hasDecimals && places.count == 1
    // Noughts and short amounts end where the others do.
    place = leavesShort ? places.lowerBound : min(places.lowerBound, 0)
  }

  /// Whether a figure is a code or the number of a row.
  func isShort(_ figure: Figure) -> Bool { leavesShort && Format.isBelowThousand(figure) }

  /// Whether a figure can be added up.
  func isAmount(_ figure: Figure) -> Bool {
    figure.readable && figure.quantity.qualifier == .exact && !figure.quantity.unit.dimension.isRate
  }

  private static func isBelowThousand(_ figure: Figure) -> Bool {
    let digits = figure.quantity.digits
    return digits.exponent == 0 && 1..<1000 ~= digits.mantissa
  }
}

extension ColumnRole {
  /// Columns of score sheets, which have rules of their own.
  fileprivate var isOfScores: Bool {
    switch self {
    case .target, .achieved, .weight, .score: true
    default: false
    }
  }
}
