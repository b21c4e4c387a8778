// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Gives tables their meaning: which figure is which cell, what columns and rows are, how rows add up.
struct TableModeler {
  let document: Document
  let lexicon: Lexicon
  private let words = TableLexicon.chinese
  private let units: UnitReader
  private let headers = HeaderReader.chinese
  private let rows: RowReader
  /// The unit of tables that declare none.
  private let unit: DeclaredUnit?

  init(document: Document, lexicon: Lexicon, unit: String? = nil) {
    self.document = document
    self.lexicon = lexicon
    units = UnitReader(lexicon: lexicon, words: words)
    self.unit = unit.flatMap { [units] in units.unit(Array($0.utf8)) }
    rows = RowReader(document: document, lexicon: lexicon, words: words)
  }

  func run(_ facts: inout Facts) {
    var drafts = document.tables.indices.map(draft)
    excludeCodes(drafts, &facts)
    for index in drafts.indices {
      model(&drafts[index], &facts)
      drafts[index].model.isContinued = isContinued(index)
      name(&drafts[index].model, &facts)
      facts.tables.append(drafts[index].model)
    }
  }

  /// Whether the next table has the title of this one, or none, and as many columns.
  private func isContinued(_ index: Int) -> Bool {
    guard index + 1 < document.tables.count else { return false }
    let (table, next) = (document.tables[index], document.tables[index + 1])
    guard table.columnCount == next.columnCount, table.block != next.block else { return false }
    return next.title < 0 || next.title == table.title || title(of: table) == title(of: next)
  }

  private func name(_ model: inout TableModel, _ facts: inout Facts) {
    let table = document.tables[model.table]
    model.rowFormula = RowFormulaReader(document: document, words: words).read(model)
    let title = title(of: table)
    model.block = table.block
    model.title = facts.labels.intern(title)
    if table.title >= 0 {
      let years = Set(TopicLexicon.chinese.years(in: Array(document.flow.bytes[document.blocks[table.title].range])))
      model.year = years.count == 1 ? years.first ?? 0 : 0
    }
    if let mirror = lexicon.mirrored(title) { model.mirror = facts.labels.intern(mirror) }
  }

  private func title(of table: Table) -> [UInt8] {
    table.title < 0 ? [] : LabelText.compact(document.flow.bytes[document.blocks[table.title].range])
  }

  /// A table on the way to its model.
  private struct Draft {
    var table: Table
    var model: TableModel
    /// For each part the headers of its columns, and what it says of how they are computed.
    var headers: [[ColumnHeader]]
    var formulas: [FormulaReader.Reading] = []
    var codes: CodeReader
  }

  // MARK: before the figures are known

  private func draft(_ index: Int) -> Draft {
    let table = document.tables[index]
    var draft = Draft(
      table: table, model: TableModel(table: index), headers: [], codes: CodeReader(document.flow.bytes))
    draft.model.isPartial = table.isPartial
    draft.model.alignments = table.rows.map { $0.alignments.first ?? Array($0.cells.indices) }
    let formulas = FormulaReader(bytes: document.flow.bytes, words: words)
    for part in table.parts {
      draft.formulas.append(formulas.read(table, part))
      let skipped = draft.formulas[draft.formulas.count - 1].rows
      let headers = headers.headers(of: part, table, document, width: width(part, draft.model), skipping: skipped)
      draft.codes.read(table, part, isCode: headers.map { $0.role == .code })
      draft.headers.append(headers)
    }
    return draft
  }

  private func width(_ part: TablePart, _ model: TableModel) -> Int {
    (part.header.lowerBound..<part.body.upperBound).reduce(0) { max($0, (model.alignments[$1].max() ?? -1) + 1) }
  }

  /// Takes the digits that name rows out of the figures.
  private func excludeCodes(_ drafts: [Draft], _ facts: inout Facts) {
    var reasons: [(start: Int, order: Int, reason: Exclusion)] = []
    func note(_ range: Range<Int>, _ reason: Exclusion) { reasons.append((range.lowerBound, reasons.count, reason)) }
    for draft in drafts {
      for range in draft.codes.codeRanges { note(range, .code) }
      for range in draft.codes.numberRanges { note(range, .listNumber) }
      for row in draft.formulas.flatMap(\.rows) {
        for cell in draft.table.rows[row].cells where !cell.isEmpty {
          for id in facts.figures.ids(in: cell.range) { note(facts.figures[id].range, .listNumber) }
        }
      }
    }
    if reasons.isEmpty { return }
    // Of several reasons for a figure the last counts. Figures and reasons are gone through side by side.
    reasons.sort { ($0.start, $1.order) < ($1.start, $0.order) }
    var next = 0
    var excluded: [ExcludedToken] = []
    facts.figures.removeAll { figure in
      while next < reasons.count, reasons[next].start < figure.range.lowerBound { next += 1 }
      guard next < reasons.count, reasons[next].start == figure.range.lowerBound else { return false }
      excluded.append(ExcludedToken(range: figure.range, reason: reasons[next].reason))
      return true
    }
    facts.excluded = (facts.excluded + excluded).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: the model

  private func model(_ draft: inout Draft, _ facts: inout Facts) {
    let table = draft.table
    prepare(&draft.model, table)
    CellReader(document: document, lexicon: lexicon, words: words).place(table, &draft.model, &facts)
    for (index, part) in table.parts.enumerated() {
      draft.headers[index] = withoutFalseNames(draft.headers[index], part, draft.model)
      let headers = draft.headers[index]
      for row in Array(part.header) + draft.formulas[index].rows { draft.model.rows[row] = .header }
      let columns = headers.map(\.role)
      for row in part.body where draft.model.rows[row] != .header { readRow(row, columns, &draft, &facts) }
      TableUnits(document: document, units: units, words: words, fallback: unit)
        .apply(part, headers, table, draft.model, &facts)
      draft.model.parts.append(self.part(part, index, draft, &facts))
    }
  }

  /// A word that heads names elsewhere (项目) may head amounts: a column that holds figures behind one of names is none of names.
  private func withoutFalseNames(_ headers: [ColumnHeader], _ part: TablePart, _ model: TableModel) -> [ColumnHeader] {
    guard headers.dropFirst().contains(where: { $0.role == .label }) else { return headers }
    var figures = [Int](repeating: 0, count: headers.count)
    var texts = figures
    for row in part.body {
      let cells = document.tables[model.table].rows[row].cells
      for (cell, column) in model.alignments[row].enumerated() where column >= 0 && column < headers.count {
        if model.figures[row][cell] >= 0 { figures[column] += 1 } else if !cells[cell].isEmpty { texts[column] += 1 }
      }
    }
    guard let first = headers.indices.first(where: { texts[$0] > figures[$0] }) else { return headers }
    return headers.enumerated().map { column, header in
      guard header.role == .label, column > first, figures[column] > 1, figures[column] > texts[column] else { return header }
      var amounts = header
      amounts.role = .unknown
      return amounts
    }
  }

  private func prepare(_ model: inout TableModel, _ table: Table) {
    model.figures = CellTable(-1, widths: table.rows.lazy.map { $0.cells.count })
    model.marks = model.figures
    model.rows = [RowRole](of: .item, times: table.rows.count)
    model.rowMarks = [RowMark](of: RowMark(), times: table.rows.count)
    model.rowLabels = [LabelID](of: 0, times: table.rows.count)
    model.rowNames = model.rowLabels
  }

  private func readRow(_ row: Int, _ columns: [ColumnRole], _ draft: inout Draft, _ facts: inout Facts) {
    let figures = draft.model.figures[row]
    let reading = rows.read(draft.table.rows[row], columns, figures: figures)
    draft.model.rowLabels[row] = facts.labels.intern(reading.label.slice)
    draft.model.rowNames[row] = reading.name.map { facts.labels.intern($0.slice) } ?? draft.model.rowLabels[row]
    draft.model.rows[row] = reading.role
    draft.model.rowMarks[row] = reading.mark
    draft.model.rowMarks[row].isLoose = zip(figures, draft.model.alignments[row]).contains { $0 >= 0 && $1 < 0 }
    if arePercents(figures, facts) { draft.model.rowMarks[row].isRelative = true }
    if row < draft.codes.codes.count { draft.model.rowMarks[row].code = draft.codes.codes[row] }
    readGrade(row, draft.table, &draft.model, &facts)
  }

  /// Whether several figures stand in a row, all printed with a percent sign.
  private func arePercents(_ figures: CellTable<FigureID>.Row, _ facts: Facts) -> Bool {
    var count = 0
    for id in figures where id >= 0 {
      guard facts.figures[id].quantity.unit.dimension == .percent else { return false }
      count += 1
    }
    return count > 1
  }

  private func readGrade(_ row: Int, _ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    let first = model.figures[row].firstIndex { $0 >= 0 } ?? table.rows[row].cells.count
    guard table.rows[row].cells[..<first].contains(where: { isGradeLabel($0.range) }) else { return }
    for (cell, content) in table.rows[row].cells.enumerated() where !content.isEmpty {
      let text = LabelText.stripped(document.flow.bytes[content.range])
      if let rank = lexicon.gradeRank(text) {
        model.grade = (row, cell, rank)
        facts.marks.append(
          Mark(.grade(rank), range: content.range, place: .cell(table: model.table, row: row, cell: cell)))
      }
    }
  }

  private func isGradeLabel(_ range: Range<Int>) -> Bool {
    let bytes = document.flow.bytes
    // Few cells hold a character that begins such a label.
    guard !range.isEmpty, range.count <= 60,
      lexicon.gradeLabels.nextStart(in: bytes, from: range.lowerBound, to: range.upperBound) < range.upperBound
    else { return false }
    return lexicon.gradeLabels.word(LabelText.stripped(bytes[range])) != nil
  }

  /// A part with its columns and row trees; labels its figures.
  private func part(_ part: TablePart, _ index: Int, _ draft: Draft, _ facts: inout Facts) -> PartModel {
    let headers = draft.headers[index]
    let labels = headers.map { facts.labels.intern($0.text) }
    var result = PartModel(header: part.header, body: part.body, columns: headers.map(\.role), columnLabels: labels)
    result.rateScale = label(part, headers, labels, draft.model, &facts)
    result.figures = TableColumns(document: document, words: words).columns(of: part, draft.table, draft.model, facts)
    result.formulas = draft.formulas[index].formulas + KnownColumns(words: words).sums(headers, result.figures)
    result.unitPrices = UnitPrices(words: words, bytes: document.flow.bytes).read(headers, result, draft.table, draft.model, facts)
    result.years = headers.map(\.year)
    result.namesTotal = namesTotal(above: part, draft)
    if result.formulas.isEmpty { result.placedSums = PlacedRows(document: document, words: words).sums(part, draft.model, facts) }
    var trees = RowTrees(marks: Array(draft.model.rowMarks[part.body]), columns: result.figures, first: part.body.lowerBound)
    result.trees = trees.readings()
    return result
  }

  /// Whether a name of a total stands above the first figure of a part, and none that says its column holds but a part (其中).
  private func namesTotal(above part: TablePart, _ draft: Draft) -> Bool {
    let top = part.header.isEmpty ? draft.model.parts.last?.body.upperBound ?? 0 : part.header.lowerBound
    let first = part.body.first { row in draft.model.figures[row].contains { $0 >= 0 } } ?? part.body.upperBound
    var isNamed = false
    for row in min(top, first)..<first {
      for cell in draft.table.rows[row].cells where 1...TableModeler.longestName ~= cell.range.count {
        let name = LabelText.core(of: document.flow.bytes, cell.range)
        if name.begins(with: words.parts) { return false }
        if words.isTotal(name) { isNamed = true }
      }
    }
    return isNamed
  }

  /// Bytes of the name of a column at most.
  private static let longestName = 60

  /// Gives a part's figures the labels of their rows and columns. Returns the scale of its rates, by all rows' vote, so that
  /// one wrong rate does not change how the others are read.
  private func label(
    _ part: TablePart, _ headers: [ColumnHeader], _ labels: [LabelID], _ model: TableModel, _ facts: inout Facts
  ) -> Int? {
    var votes = 0
    var isPercent = false
    for row in part.body {
      for (cell, id) in model.figures[row].enumerated() where id >= 0 {
        facts.figures[id].label = model.rowLabels[row]
        let column = model.alignments[row][cell]
        guard column >= 0, column < headers.count else { continue }
        facts.figures[id].columnLabel = labels[column]
        let quantity = facts.figures[id].quantity
        if headers[column].role.isRate, !quantity.digits.isZero {
          if quantity.unit.dimension == .percent { isPercent = true }
          votes += quantity.digits.exceeds(2) ? 1 : -1
        }
      }
    }
    return isPercent || votes > 0 ? 100 : votes < 0 ? 1 : nil
  }
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
