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

/// A performance score sheet: the line of the money with its execution rate, the lines of the indicators, and the totals.
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

  /// The score sheets among the tables. Text in a cell between its parts may have cut a sheet in two: then the money part is that of the
  /// table before.
  static func sheets(in facts: Facts) -> [ScoreSheet] {
    var sheets: [ScoreSheet] = []
    var before: ScoreSheet?
    for index in facts.tables.indices {
      guard facts.tables[index].parts.contains(where: \.isScored) else {
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

  /// Whether the scores are out of another number than the weights, which are their shares in the whole: most are above their weights.
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

  /// What a table has of a score sheet.
  private func read() -> ScoreSheet {
    var sheet = ScoreSheet(table: model.table)
    for part in model.parts {
      guard let weight = part.columns.firstIndex(of: .weight), let score = part.columns.firstIndex(of: .score) else { continue }
      if part.columns.contains(.executionRate) {
        readMoney(part, weight, score, &sheet)
      } else {
        for row in part.body { readRow(row, part, weight, score, &sheet) }
      }
    }
    return sheet
  }

  /// The money part: its first line that has a weight and a score.
  private func readMoney(_ part: PartModel, _ weight: Int, _ score: Int, _ sheet: inout ScoreSheet) {
    let rate = part.columns.firstIndex(of: .executionRate)
    let scored = part.body.count { model.figure(row: $0, column: weight) != nil && model.figure(row: $0, column: score) != nil }
    // So many lines are indicators with rates of their own.
    if scored > Self.mostMoney {
      sheet.isIncomplete = true
      return
    }
    sheet.rateScale = part.rateScale
    for row in part.body {
      guard let w = model.figure(row: row, column: weight), let s = model.figure(row: row, column: score) else { continue }
      if sheet.money != nil {
        sheet.isIncomplete = true
      } else {
        sheet.money = (w, rate.flatMap { model.figure(row: row, column: $0) }, s)
      }
    }
  }

  private func readRow(_ row: Int, _ part: PartModel, _ weight: Int, _ score: Int, _ sheet: inout ScoreSheet) {
    let count = model.figureCount(row: row)
    if isTotal(row, count) {
      readTotal(row, model.figures[row].filter { $0 >= 0 }, &sheet)
    } else if let w = model.figure(row: row, column: weight), let s = model.figure(row: row, column: score) {
      var item = ScoreItem(row: row, weight: w, score: s, deviation: deviation(row, part))
      item.target = figure(row, part, .target)
      item.achieved = figure(row, part, .achieved)
      sheet.items.append(item)
    } else if count > 0, sheet.totalWeight == nil {
      sheet.isIncomplete = true
    }
  }

  private func figure(_ row: Int, _ part: PartModel, _ role: ColumnRole) -> FigureID? {
    part.columns.firstIndex(of: role).flatMap { model.figure(row: row, column: $0) }
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

  private func deviation(_ row: Int, _ part: PartModel) -> ScoreItem.Deviation {
    guard let column = part.columns.firstIndex(of: .deviation),
      let cell = model.alignments[row].lastIndex(of: Int32(column))
    else { return .explained }
    let mark = model.marks[row, cell]
    if mark >= 0, marks[mark].kind == .noDeviation { return .denied(mark) }
    return model.figures[row, cell] == TableModel.blank ? .blank : .explained
  }
}

extension PartModel {
  /// Whether it has columns of weights and of scores.
  fileprivate var isScored: Bool { columns.contains(.weight) && columns.contains(.score) }
}
