// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A pair of figures, one of which stands in each of two standard tables.
public struct FigurePair: Sendable, Hashable {
  public var left: FigureID
  public var right: FigureID

  public init(left: FigureID, right: FigureID) {
    self.left = left
    self.right = right
  }
}

/// Finds the figures of a report's standard tables that the pack says to be the same.
struct StandardCells {
  private let tables: StandardTables
  private let endings: WordTrie
  private let kinds: [StandardTable]
  private let bars: WordTrie

  static let chinese = StandardCells(.chinese)

  init(_ tables: StandardTables) {
    self.tables = tables
    let titles = tables.titles.flatMap { title in title.endings.map { (title.table, $0) } }
    endings = WordTrie(reversed: titles.map(\.1))
    kinds = titles.map(\.0)
    bars = WordTrie(tables.bars)
  }

  /// For each tie of the pack that the report prints the pairs of figures of which one must agree.
  func ties(in facts: Facts) -> [[FigurePair]] {
    var found: [StandardTable: [Int]] = [:]
    for index in facts.tables.indices where facts.tables[index].title != 0 {
      if let kind = kind(of: facts.labels.spot(facts.tables[index].title)) { found[kind, default: []].append(index) }
    }
    guard found.count > 1 else { return [] }
    return tables.ties.compactMap { tie in
      let pairs = tie.readings.compactMap { reading -> FigurePair? in
        guard let left = figure(reading.left, found[reading.left.table] ?? [], facts),
          let right = figure(reading.right, found[reading.right.table] ?? [], facts)
        else { return nil }
        return FigurePair(left: left, right: right)
      }
      return pairs.count == tie.readings.count ? pairs : nil
    }
  }

  /// Which standard table a title names: by its last words, unless those before them name a part of it.
  private func kind(of title: LabelSpot) -> StandardTable? {
    let name = title.withoutBracket
    let start = name.range.lowerBound
    guard let (word, last) = endings.longestSuffix(in: name.bytes, before: name.range.upperBound, start: start),
      !bars.occurs(in: name.bytes, start..<last)
    else { return nil }
    return kinds[word]
  }

  /// The one figure of a cell; nil if there is none, or more than one.
  private func figure(_ cell: StandardCell, _ candidates: [Int], _ facts: Facts) -> FigureID? {
    var found: FigureID?
    for index in candidates where !facts.tables[index].isPartial {
      for part in facts.tables[index].parts.indices {
        guard let column = column(cell, facts.tables[index].parts[part], facts) else { continue }
        for entry in facts.tables[index].parts[part].figures[column].entries {
          let row = Int(entry.row)
          guard facts.tables[index].rowMarks[row].isPlaced, isNamed(facts.tables[index].rowNames[row], cell, facts)
          else { continue }
          if found != nil { return nil }
          found = FigureID(entry.figure)
        }
      }
    }
    return found
  }

  private func isNamed(_ row: LabelID, _ cell: StandardCell, _ facts: Facts) -> Bool {
    cell.rows.contains { facts.labels.isText(row, $0) }
  }

  private func column(_ cell: StandardCell, _ part: PartModel, _ facts: Facts) -> Int? {
    let filled = part.figures.indices.filter { column in
      guard part.figures[column].entries.count > part.figures[column].gaps.count else { return false }
      return column >= part.columns.count || !part.columns[column].isRate && part.columns[column] != .code
    }
    if cell.columns.isEmpty {
      if filled.count == 1 { return filled[0] }
      let actual = filled.filter { $0 < part.columns.count && part.columns[$0] == .actual }
      return actual.count == 1 ? actual[0] : nil
    }
    let named = filled.filter { column in
      guard column < part.columnLabels.count else { return false }
      let label = facts.labels.spot(part.columnLabels[column]).withoutBracket.slice
      return cell.columns.contains { label.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    if cell.isFirst { return named.first == filled.first ? named.first : nil }
    return named.count == 1 ? named[0] : nil
  }
}
