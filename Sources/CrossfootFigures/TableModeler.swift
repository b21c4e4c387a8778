// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Gives tables their meaning: which figure is which cell, what columns and rows are, how rows add up.
struct TableModeler {
  let document: Document
  let lexicon: Lexicon
  private var headers: HeaderReader

  init(document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    headers = HeaderReader(lexicon)
  }

  mutating func run(_ facts: inout Facts) {
    for index in document.tables.indices { facts.tables.append(model(index, &facts)) }
  }

  private mutating func model(_ index: Int, _ facts: inout Facts) -> TableModel {
    let table = document.tables[index]
    var model = TableModel(table: index)
    model.figures = table.rows.map { [FigureID](repeating: -1, count: $0.cells.count) }
    model.rows = [RowRole](repeating: .item, count: table.rows.count)
    model.rowLabels = [LabelID](repeating: 0, count: table.rows.count)
    model.alignments = table.rows.map { $0.alignments.first ?? Array($0.cells.indices) }
    model.marks = model.figures
    model.isBlank = table.rows.map { $0.cells.map(\.isEmpty) }
    placeFigures(table, index, &model, &facts)
    for part in table.parts { model.parts.append(self.part(part, table, &model, &facts)) }
    for row in table.rows.indices { readRow(row, table, &model, &facts) }
    for part in model.parts.indices { finish(part, table, &model, &facts) }
    return model
  }

  // MARK: cells

  private func placeFigures(_ table: Table, _ index: Int, _ model: inout TableModel, _ facts: inout Facts) {
    for (row, cells) in table.rows.enumerated() {
      for (cell, content) in cells.cells.enumerated() where !content.isEmpty {
        let ids = figures(in: content.range, facts.figures)
        for id in ids { facts.figures[id].place = .cell(table: index, row: row, cell: cell) }
        if ids.count == 1, let id = ids.first, fills(content, facts.figures[id]) {
          model.figures[row][cell] = id
          if content.damaged { facts.figures[id].readable = false }
        }
        if let kind = markKind(content) {
          model.marks[row][cell] = facts.marks.count
          facts.marks.append(Mark(kind, range: content.range, place: .cell(table: index, row: row, cell: cell)))
        }
      }
    }
  }

  /// Ids of the figures in a range of the flow.
  private func figures(in range: Range<Int>, _ figures: [Figure]) -> Range<FigureID> {
    var low = 0
    var high = figures.count
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < figures.count, figures[end].range.upperBound <= range.upperBound { end += 1 }
    return low..<end
  }

  /// Whether a figure is all that a cell says: nothing besides it but a unit in brackets.
  private func fills(_ cell: Cell, _ figure: Figure) -> Bool {
    guard figure.extent.lowerBound <= cell.range.lowerBound || onlyGaps(cell.range.lowerBound..<figure.extent.lowerBound) else {
      return false
    }
    let rest = max(figure.extent.upperBound, cell.range.lowerBound)..<cell.range.upperBound
    if onlyGaps(rest) { return true }
    return document.flow.bytes[rest.lowerBound] == 0x28 && document.flow.bytes[rest.upperBound - 1] == 0x29
  }

  private func onlyGaps(_ range: Range<Int>) -> Bool {
    document.flow.bytes[range].allSatisfy { $0 == 0x20 }
  }

  private func markKind(_ cell: Cell) -> Mark.Kind? {
    let bytes = document.flow.bytes[cell.range]
    if bytes.first == 0x23, SpreadsheetError.matches(bytes) { return .spreadsheetError }
    return lexicon.isNoDeviation(bytes) ? .noDeviation : nil
  }

  // MARK: columns

  private mutating func part(
    _ part: TablePart, _ table: Table, _ model: inout TableModel, _ facts: inout Facts
  ) -> PartModel {
    var texts = [[UInt8]](repeating: [], count: table.columnCount)
    for row in part.header {
      for (cell, content) in table.rows[row].cells.enumerated() where !content.isEmpty {
        let column = model.alignments[row][cell]
        if column >= 0, column < texts.count { texts[column] += LabelText.stripped(document.flow.bytes[content.range]) }
      }
    }
    let roles = texts.map { headers.role(of: $0) }
    for row in part.header { model.rows[row] = .header }
    return PartModel(
      header: part.header, body: part.body, columns: roles.map(\.role),
      columnLabels: texts.map { facts.labels.intern($0) }, trees: [], rateScale: nil)
  }

  // MARK: rows

  private func readRow(_ row: Int, _ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    guard model.rows[row] != .header else { return }
    let cells = table.rows[row].cells
    let first = model.figures[row].firstIndex { $0 >= 0 } ?? cells.count
    guard let name = cells[..<first].last(where: { !$0.isEmpty }) else { return }
    let text = LabelText.stripped(document.flow.bytes[name.range])
    model.rowLabels[row] = facts.labels.intern(text)
    model.rows[row] = lexicon.rowRole(text)
    let labels = cells[..<first].filter { !$0.isEmpty }.map { LabelText.stripped(document.flow.bytes[$0.range]) }
    if labels.contains(where: lexicon.isGradeLabel) { readGrade(row, table, &model, &facts) }
  }

  private func readGrade(_ row: Int, _ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    for (cell, content) in table.rows[row].cells.enumerated() where !content.isEmpty {
      let text = LabelText.stripped(document.flow.bytes[content.range])
      if let rank = lexicon.gradeRank(text) {
        model.grade = (row, cell, rank)
        facts.marks.append(
          Mark(.grade(rank), range: content.range, place: .cell(table: model.table, row: row, cell: cell)))
      }
    }
  }

  /// Labels and default units of a part's figures, its row trees and the scale of its rates.
  private func finish(_ index: Int, _ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    let part = model.parts[index]
    var votes = 0
    var sawPercent = false
    for row in part.body {
      for (cell, id) in model.figures[row].enumerated() where id >= 0 {
        let column = model.alignments[row][cell]
        facts.figures[id].label = model.rowLabels[row]
        guard column >= 0, column < part.columns.count else { continue }
        facts.figures[id].columnLabel = part.columnLabels[column]
        let quantity = facts.figures[id].quantity
        if part.columns[column].isRate, !quantity.digits.isZero {
          if quantity.unit.dimension == .percent { sawPercent = true }
          votes += quantity.digits.exceeds(2) ? 1 : -1
        }
        if part.columns[column] == .code { facts.figures[id].readable = false }
      }
    }
    // All rows vote, so that one wrong rate does not change how the others are read.
    model.parts[index].rateScale = sawPercent || votes > 0 ? 100 : votes < 0 ? 1 : nil
    model.parts[index].trees = RowTrees.byWords(part.body, model)
  }
}

extension ColumnRole {
  /// Whether the column holds rates.
  public var isRate: Bool { self == .executionRate || self == .changeRate || self == .share }
}

extension Decimal {
  /// Whether the number is greater than a small whole number.
  public func exceeds(_ bound: Int) -> Bool {
    var scaled = Int128(bound)
    if exponent < 0 {
      for _ in 0..<min(30, -exponent) { scaled *= 10 }
      return mantissa > scaled
    }
    return mantissa > scaled || exponent > 0 && mantissa > 0
  }
}
