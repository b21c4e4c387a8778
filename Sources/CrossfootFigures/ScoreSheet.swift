// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// One line of a score sheet.
public struct ScoreItem: Sendable {
  public var row: Int
  public var weight: FigureID
  public var score: FigureID
  public var target: FigureID?
  public var achieved: FigureID?
  /// What the deviation cell says.
  public var deviation: Deviation

  /// The deviation column of a line.
  public enum Deviation: Sendable, Hashable {
    /// Nothing is written.
    case blank
    /// 无偏差; index of the mark.
    case denied(Int)
    /// A reason is given.
    case explained
  }
}

/// A performance score sheet: the line of the money with its execution rate, the lines of the indicators, and the
/// totals.
public struct ScoreSheet: Sendable {
  public var table: Int
  /// The money line's weight, printed rate and score.
  public var money: (weight: FigureID, rate: FigureID?, score: FigureID)?
  /// 100 where the money part's rates are in percent, nil where it cannot be told.
  public var rateScale: Int?
  public var items: [ScoreItem] = []
  public var totalWeight: FigureID?
  public var totalScore: FigureID?
  /// Index of the mark that stands in place of the total score (#REF!).
  public var totalMark: Int?
  /// Whether a line could not be aligned with its header, so that sums over all lines mean nothing.
  public var isIncomplete = false
}

/// Reads a score sheet from a table whose columns are known.
struct ScoreSheetReader {
  let marks: [Mark]
  let model: TableModel

  /// The score sheets among the tables. Text in a cell between its parts may have cut a sheet in two: then the money
  /// part is that of the table before.
  static func sheets(in facts: Facts) -> [ScoreSheet] {
    var sheets: [ScoreSheet] = []
    var before: ScoreSheet?
    for index in facts.tables.indices {
      guard facts.tables[index].parts.indices.contains(where: { facts.tables[index].parts[$0].isScored }) else {
        before = nil
        continue
      }
      var sheet = ScoreSheetReader(marks: facts.marks, model: facts.tables[index]).read()
      if sheet.items.count >= fewest {
        if sheet.money == nil, let before {
          (sheet.money, sheet.rateScale) = (before.money, before.rateScale)
          sheet.isIncomplete = sheet.isIncomplete || before.isIncomplete
        }
        if !isOfRates(sheet, facts), !isMixed(sheet, facts) { sheets.append(sheet) }
      }
      before = sheet.items.isEmpty && sheet.money != nil ? sheet : nil
    }
    return sheets
  }

  /// Whether the scores are out of another number than the weights, which are their shares in the whole: most are above
  /// their weights.
  private static func isOfRates(_ sheet: ScoreSheet, _ facts: Facts) -> Bool {
    let above = sheet.items.count { item in
      facts[item.score].quantity.value.order(facts[item.weight].quantity.value) > 0
    }
    return above > 2 && above * 4 >= sheet.items.count * 3
  }

  /// Whether a third of the weights are rates, and not all of them: then targets stand in their column.
  private static func isMixed(_ sheet: ScoreSheet, _ facts: Facts) -> Bool {
    let rates = sheet.items.count { facts[$0.weight].quantity.unit.dimension == .percent }
    return rates * 3 >= sheet.items.count && rates < sheet.items.count
  }

  /// Scored lines of a money part at most.
  private static let mostMoney = 3
  /// Lines of a sheet at least.
  private static let fewest = 2

  /// Columns of the lines of a part; -1 for one that it does not have.
  private struct Columns {
    var weight: Int
    var score: Int
    var target: Int
    var achieved: Int
    var deviation: Int

    /// Nil for a part without weights or scores.
    init?(_ part: borrowing PartModel) {
      guard part.isScored else { return nil }
      (weight, score) = (part.column(of: .weight), part.column(of: .score))
      (target, achieved, deviation) = (
        part.column(of: .target), part.column(of: .achieved), part.column(of: .deviation)
      )
    }
  }

  /// What a table has of a score sheet.
  private func read() -> ScoreSheet {
    var sheet = ScoreSheet(table: model.table)
    for part in model.parts.indices {
      guard let columns = Columns(model.parts[part]) else { continue }
      if model.parts[part].has(.executionRate) {
        readMoney(model.parts[part], columns, &sheet)
      } else {
        let rows = model.parts[part].body
        sheet.items.reserveCapacity(sheet.items.count + rows.count)
        for row in rows { readRow(row, columns, &sheet) }
      }
    }
    return sheet
  }

  /// The money part: its first line that has a weight and a score.
  private func readMoney(_ part: PartModel, _ columns: Columns, _ sheet: inout ScoreSheet) {
    let scored = part.body.count { figure($0, columns.weight) != nil && figure($0, columns.score) != nil }
    // So many lines are indicators with rates of their own.
    if scored > Self.mostMoney {
      sheet.isIncomplete = true
      return
    }
    sheet.rateScale = part.rateScale
    for row in part.body {
      guard let w = figure(row, columns.weight), let s = figure(row, columns.score) else { continue }
      if sheet.money != nil {
        sheet.isIncomplete = true
      } else {
        sheet.money = (w, figure(row, part.column(of: .executionRate)), s)
      }
    }
  }

  private func readRow(_ row: Int, _ columns: Columns, _ sheet: inout ScoreSheet) {
    let count = model.figureCount(row: row)
    if isTotal(row, count) {
      readTotal(row, model.figures[row].filter { $0 >= 0 }, &sheet)
    } else if let w = figure(row, columns.weight), let s = figure(row, columns.score) {
      var item = ScoreItem(row: row, weight: w, score: s, deviation: deviation(row, columns.deviation))
      item.target = figure(row, columns.target)
      item.achieved = figure(row, columns.achieved)
      sheet.items.append(item)
    } else if count > 0, sheet.totalWeight == nil {
      sheet.isIncomplete = true
    }
  }

  private func figure(_ row: Int, _ column: Int) -> FigureID? {
    column < 0 ? nil : model.figure(row: row, column: column)
  }

  /// A line with a total word, or one that holds nothing but two numbers.
  private func isTotal(_ row: Int, _ count: Int) -> Bool {
    model.rows[row] == .total || count == 2 && model.rowLabels[row] == 0
  }

  /// Totals stand in the order of the columns, whatever cells they landed in.
  private func readTotal(_ row: Int, _ present: [FigureID], _ sheet: inout ScoreSheet) {
    guard sheet.totalWeight == nil, let first = present.first else { return }
    sheet.totalWeight = first
    if present.count >= 2 { sheet.totalScore = present[1] }
    sheet.totalMark = model.marks[row].first { $0 >= 0 && marks[$0].kind == .spreadsheetError }
  }

  private func deviation(_ row: Int, _ column: Int) -> ScoreItem.Deviation {
    guard column >= 0,
      let cell = model.alignments.indices(of: row).last(where: { model.alignments[at: $0] == Int32(column) })
    else { return .explained }
    let mark = model.marks[at: cell]
    if mark >= 0, marks[mark].kind == .noDeviation { return .denied(mark) }
    return model.figures[at: cell] == TableModel.blank ? .blank : .explained
  }
}

extension PartModel {
  /// Whether it has columns of weights and of scores.
  fileprivate var isScored: Bool { has(.weight) && has(.score) }

  /// The first column of a role, or -1.
  fileprivate func column(of role: ColumnRole) -> Int { has(role) ? columns.firstIndex(of: role) ?? -1 : -1 }
}
