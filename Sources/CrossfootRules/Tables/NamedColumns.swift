// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// The columns of all tables with the names of their figures: what one name has in all of them stands together.
struct NamedColumns {
  /// A figure of a column under its row's name.
  struct Entry {
    var name: LabelID
    var column: Int
    var figure: FigureID
    /// Index among the entries by name.
    fileprivate(set) var place = 0
  }

  /// A column of a table, its entries and its two largest figures.
  struct Column {
    var table: Int
    fileprivate(set) var entries: Range<Int>
    /// -1 where there are fewer.
    fileprivate(set) var largest: FigureID
    fileprivate(set) var second: FigureID

    /// The larger of the two that is not a figure.
    func largest(but figure: FigureID) -> FigureID? {
      let other = largest == figure ? second : largest
      return other >= 0 ? other : nil
    }
  }

  private(set) var columns: [Column] = []
  /// Entries column by column; the same by name, those of a name ascending by column; and where the entries of each
  /// name end.
  private var entries: [Entry] = []
  private(set) var byName: [Entry] = []
  private var ends: [Int] = []
  /// Number of columns that were looked at.
  private var visit = 0

  /// - Parameter fewest: a column has more names than these.
  init(_ facts: borrowing Facts, fewest: Int) {
    var seen = [Seen](of: Seen(), times: facts.labels.count)
    entries.reserveCapacity(facts.figures.count)
    for table in facts.tables.indices where !facts.tables[table].isPartial {
      let (names, marks) = (facts.tables[table].rowNames, facts.tables[table].rowMarks)
      for part in facts.tables[table].parts.indices {
        for column in facts.addedColumns(of: part, in: table)
        where facts.tables[table].parts[part].figures[column].entries.count > fewest {
          collect(facts.tables[table].parts[part].figures[column].entries, names, marks, table, &seen, fewest)
        }
      }
    }
    sort(labels: facts.labels.count)
  }

  /// The last column that a name was seen in, by the number of its visit, and its entry there.
  private struct Seen {
    var visit = 0
    var entry = -1
  }

  /// Adds a column. Names that occur more than once in it are left out.
  private mutating func collect(
    _ figures: [ColumnFigures.Entry], _ names: [LabelID], _ marks: [RowMark], _ table: Int, _ seen: inout [Seen],
    _ fewest: Int
  ) {
    let start = entries.count
    // The entries that keep their names.
    var kept = 0
    visit += 1
    var seen = seen.mutableSpan
    for index in figures.indices {
      let row = Int(figures[index].row)
      let name = names[row]
      if name == 0 { continue }
      let isKnown = seen[Int(name)].visit == visit
      if isKnown || marks[row].isLoose {
        if isKnown, seen[Int(name)].entry >= 0 {
          entries[seen[Int(name)].entry].name = 0
          kept -= 1
        }
        seen[Int(name)].entry = -1
        continue
      }
      seen[Int(name)] = Seen(visit: visit, entry: entries.count)
      entries.append(Entry(name: name, column: columns.count, figure: FigureID(figures[index].figure)))
      kept += 1
    }
    guard kept > fewest else { return entries.removeSubrange(start...) }
    if kept < entries.count - start { dropNameless(from: start) }
    let (largest, second) = NamedColumns.largest(figures)
    columns.append(Column(table: table, entries: start..<entries.count, largest: largest, second: second))
  }

  private mutating func dropNameless(from start: Int) {
    var end = start
    for index in start..<entries.count where entries[index].name != 0 {
      entries[end] = entries[index]
      end += 1
    }
    entries.removeSubrange(end...)
  }

  /// The figures of the two largest amounts, of equal ones the first; -1 where there are fewer.
  private static func largest(_ figures: [ColumnFigures.Entry]) -> (FigureID, FigureID) {
    var first = -1
    var second = -1
    for index in figures.indices {
      let size = figures[index].value.magnitude
      if first < 0 || size > figures[first].value.magnitude {
        (first, second) = (index, first)
      } else if second < 0 || size > figures[second].value.magnitude {
        second = index
      }
    }
    return (first < 0 ? -1 : FigureID(figures[first].figure), second < 0 ? -1 : FigureID(figures[second].figure))
  }

  /// Puts the entries of each name together, by counting.
  private mutating func sort(labels: Int) {
    var ends = [Int](of: 0, times: labels)
    var sorted = entries
    var places = ends.mutableSpan
    var all = entries.mutableSpan
    var byName = sorted.mutableSpan
    for index in all.indices { places[Int(all[index].name)] += 1 }
    var sum = 0
    for name in places.indices {
      sum += places[name]
      places[name] = sum - places[name]
    }
    for index in all.indices {
      let name = Int(all[index].name)
      all[index].place = places[name]
      byName[places[name]] = all[index]
      places[name] += 1
    }
    (self.ends, self.byName) = (ends, sorted)
  }

  /// The entries of a column, from top to bottom.
  func entries(of column: Int) -> ArraySlice<Entry> { entries[columns[column].entries] }

  /// Where the last entries of the same name in earlier columns stand among those by name.
  func before(_ entry: Entry, most: Int) -> Range<Int> { max(start(of: entry.name), entry.place - most)..<entry.place }

  /// The figure that an earlier column has under an entry's name.
  func figure(_ entry: Entry, in column: Int) -> FigureID? {
    var low = start(of: entry.name)
    var high = entry.place
    while low < high {
      let middle = (low + high) / 2
      if byName[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < entry.place && byName[low].column == column ? byName[low].figure : nil
  }

  private func start(of name: LabelID) -> Int { name > 0 ? ends[Int(name) - 1] : 0 }
}
