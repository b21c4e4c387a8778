// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Gives tables their meaning: which figure is which cell, what columns and rows are, how rows add up.
struct TableModeler {
  private let document: Document
  /// The flow text.
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private let words = TableLexicon.chinese
  private let headers = HeaderReader.chinese
  private let units: TableUnits
  private var rows: RowReader
  private var trees = RowTrees()
  /// The texts over the columns of all tables.
  private var texts = HeaderTexts()

  /// - Parameter unit: the unit of tables that declare none.
  init(document: Document, lexicon: Lexicon, unit: String? = nil) {
    self.document = document
    self.lexicon = lexicon
    bytes = document.flow.bytes
    let reader = UnitReader(lexicon: lexicon, words: words)
    units = TableUnits(
      bytes: bytes, units: reader, words: words, fallback: unit.flatMap { reader.unit(Array($0.utf8)) })
    rows = RowReader(document: document, lexicon: lexicon, words: words)
  }

  /// Models all tables, and takes what names their rows out of the figures.
  mutating func run(_ facts: inout Facts) {
    var drafts: [Draft] = []
    drafts.reserveCapacity(document.tables.count)
    for table in document.tables.indices { drafts.append(draft(table, &facts.labels)) }
    facts.excludeCodes(of: drafts, document.tables)
    facts.tables.reserveCapacity(drafts.count)
    for table in drafts.indices {
      var model = TableModel(table: table)
      read(&model, drafts, &facts)
      facts.tables.append(consume model)
    }
    for table in facts.tables.indices.dropLast() {
      facts.tables[table].isContinued = isContinued(table, facts)
      facts.tables[table + 1].continues = facts.tables[table].isContinued && document.tables[table + 1].title >= 0
    }
  }

  /// Whether the next table has the title of this one, or none and as many columns.
  private func isContinued(_ index: Int, _ facts: Facts) -> Bool {
    guard document.tables[index].block != document.tables[index + 1].block else { return false }
    if document.tables[index + 1].title >= 0 { return facts.tables[index + 1].title == facts.tables[index].title }
    return document.tables[index].columnCount == document.tables[index + 1].columnCount
  }

  // MARK: before the figures are known

  /// A table on the way to its model.
  struct Draft {
    /// For each cell its likeliest column, or -1.
    var columns: CellTable<Int32>
    var parts: [Part] = []
    var codes: CodeReader

    /// A part with the headers of its columns, and what it says of how they are computed.
    struct Part {
      var headers: [ColumnHeader]
      var formulas: FormulaReader.Reading
    }
  }

  private mutating func draft(_ index: Int, _ labels: inout LabelTable) -> Draft {
    let table = document.tables[index]
    let columns = CellTable(table.cells.map { $0.column }, ends: table.rows.map { $0.cells.upperBound })
    var draft = Draft(columns: columns, codes: CodeReader(bytes))
    draft.parts.reserveCapacity(table.parts.count)
    let formulas = FormulaReader(bytes: bytes, words: words)
    for part in table.parts {
      let reading = formulas.read(table, part)
      let headers = headers.headers(
        of: part, table, width: width(part, draft.columns), skipping: reading.rows, document, &texts, &labels)
      draft.codes.read(table, part, headers)
      draft.parts.append(Draft.Part(headers: headers, formulas: reading))
    }
    return draft
  }

  private func width(_ part: TablePart, _ columns: CellTable<Int32>) -> Int {
    var width: Int32 = 0
    let cells = columns.all.span.extracting(columns.indices(of: part.header.lowerBound..<part.body.upperBound))
    for cell in cells.indices { width = max(width, cells[cell] + 1) }
    return Int(width)
  }

  // MARK: the model

  private mutating func read(_ model: inout TableModel, _ drafts: [Draft], _ facts: inout Facts) {
    let table = document.tables[model.table]
    model.isPartial = table.isPartial
    model.alignments = drafts[model.table].columns
    model.marks = CellTable([Int](of: -1, times: model.alignments.count), like: model.alignments)
    model.rows = [RowRole](of: .item, times: table.rows.count)
    model.rowMarks = [RowMark](of: RowMark(), times: table.rows.count)
    model.rowLabels = [LabelID](of: 0, times: table.rows.count)
    model.rowNames = model.rowLabels
    CellReader(bytes: bytes, lexicon: lexicon).place(table, &model, &facts.figures, &facts.marks)
    let unit = units.unit(of: table) ?? unitBefore(model.table)
    model.parts.reserveCapacity(table.parts.count)
    for part in table.parts.indices { readPart(part, table, drafts, unit, &model, &facts) }
    name(&model, table, &facts)
  }

  /// The unit of the table that one without a unit of its own goes on with: it bears the same title on the next page.
  private func unitBefore(_ index: Int) -> DeclaredUnit? {
    let table = document.tables[index]
    guard index > 0, table.title >= 0, document.tables[index - 1].title >= 0,
      table.columnCount == document.tables[index - 1].columnCount
    else { return nil }
    let titles = [table, document.tables[index - 1]].map { LabelText.compact(bytes[document.blocks[$0.title].range]) }
    return titles[0] == titles[1] ? units.unit(of: document.tables[index - 1]) : nil
  }

  private func name(_ model: inout TableModel, _ table: Table, _ facts: inout Facts) {
    let formula = RowFormulaReader(document: document, words: words)
    if let text = formula.text(over: table) { model.rowFormula = formula.terms(in: text, model, table) }
    model.block = table.block
    if table.title < 0 { return }
    let title = LabelText.compact(bytes[document.blocks[table.title].range])
    model.title = facts.labels.intern(title)
    let years = Set(TopicLexicon.chinese.years(in: Array(bytes[document.blocks[table.title].range])))
    model.year = years.count == 1 ? years.first ?? 0 : 0
    if let mirror = lexicon.mirrored(title) { model.mirror = facts.labels.intern(mirror) }
  }

  /// Adds a part with its columns and row trees; reads its rows, and gives its figures their labels and units.
  private mutating func readPart(
    _ index: Int, _ table: Table, _ drafts: [Draft], _ unit: DeclaredUnit?, _ model: inout TableModel,
    _ facts: inout Facts
  ) {
    let part = table.parts[index]
    let own = model.table
    var headers = drafts[own].parts[index].headers
    dropFalseNames(&headers, part, table, model)
    for row in part.header { model.rows[row] = .header }
    for row in drafts[own].parts[index].formulas.rows { model.rows[row] = .header }
    let graded = rows.read(part.body, table, headers, drafts[own].codes.codes, &model, facts.figures, &facts.labels)
    for row in graded { readGrade(row, table, &model, &facts) }
    markShifted(part, headers, &model)
    let columns = units.columns(headers, unit, texts, &facts.labels)
    var figures = PartFigures(columns, unitColumn: headers.firstIndex { $0.role == .unit } ?? -1, declared: unit)
    figures.read(part, table, model, units, &facts.figures, facts.labels)
    let mayStandLoose = part.header.isEmpty || part.body.contains { model.rowMarks[$0].isLoose }
    let namesTotal = mayStandLoose && namesTotal(above: part, table, model)
    model.parts.append(
      PartModel(header: part.header, body: part.body, columns: headers.map(\.role), columnLabels: columns.map(\.label)))
    model.parts[index].rateScale = figures.rateScale
    model.parts[index].namesTotal = namesTotal
    model.parts[index].figures = figures.gathered.columns
    model.parts[index].formulas = drafts[own].parts[index].formulas.formulas
    readColumns(headers, table, index, &model, facts)
    leaveNumbers(figures.gathered.columns, &model)
    model.parts[index].trees = trees.readings(part.body, model.rowMarks, figures.gathered.columns)
  }

  /// A row with an amount where the others have their codes may stand one column off.
  private func markShifted(_ part: TablePart, _ headers: [ColumnHeader], _ model: inout TableModel) {
    guard let codes = headers.firstIndex(where: { $0.role == .code }) else { return }
    for row in part.body where model.rowMarks[row].code == nil && model.figure(row: row, column: codes) != nil {
      model.rowMarks[row].isUnsure = true
    }
  }

  /// Reads how the columns of a part are computed, and of which years they are.
  private func readColumns(
    _ headers: [ColumnHeader], _ table: Table, _ part: Int, _ model: inout TableModel, _ facts: Facts
  ) {
    let known = KnownColumns(words: words, texts: texts).sums(headers, model.parts[part].figures, facts.labels)
    if !known.isEmpty { model.parts[part].formulas += known }
    let prices = UnitPrices(words: words, texts: texts, bytes: bytes)
    if prices.areNamed(by: headers) {
      model.parts[part].unitPrices = prices.read(headers, model.parts[part], table, model, facts)
    }
    if headers.contains(where: { texts.year($0.path) != 0 }) {
      model.parts[part].years = headers.map { [texts] in texts.year($0.path) }
    }
    if model.parts[part].formulas.isEmpty {
      model.parts[part].placedSums = PlacedRows(document: document, words: words).sums(table.parts[part], model, facts)
      let scattered = ScatteredNames(bytes: bytes, words: words)
      if scattered.mayHead(headers, model.parts[part].figures, texts) {
        model.parts[part].formulas = scattered.sums(part, table, model)
      }
    }
    model.parts[part].isWhole = WholeNumbers.count(in: model.parts[part])
  }

  /// Rows with nothing but their number, as a table prints them whose other side is longer, take part in no sum.
  private func leaveNumbers(_ columns: [ColumnFigures], _ model: inout TableModel) {
    for column in columns where column.entries.count < model.rows.count && column.countsRows {
      for entry in column.entries
      where model.rowMarks[Int(entry.row)].isNameless && model.figureCount(row: Int(entry.row)) == 1 {
        model.rowMarks[Int(entry.row)].counts = false
      }
    }
  }

  /// Whether a figure stands in a column of names, or an amount in one of codes.
  private func hasNamedFigure(_ headers: [ColumnHeader], _ part: TablePart, _ table: Table, _ model: TableModel) -> Bool
  {
    model.figures.indices(of: part.body).contains { index in
      guard model.figures[at: index] >= 0 else { return false }
      let column = Int(model.alignments[at: index])
      guard column > 0, column < headers.count else { return false }
      return headers[column].role == .label || headers[column].role == .code && isAmount(table.cells[index].range)
    }
  }

  /// Whether a number is printed as amounts are and codes are not: with a separator or a point.
  private func isAmount(_ range: Range<Int>) -> Bool { bytes[range].contains { $0 == 0x2C || $0 == 0x2E } }

  /// A word that heads names or codes elsewhere (项目) may head amounts: a column that holds figures behind one of names
  /// is none of names.
  private func dropFalseNames(_ headers: inout [ColumnHeader], _ part: TablePart, _ table: Table, _ model: TableModel) {
    guard headers.dropFirst().contains(where: { $0.role == .label || $0.role == .code }),
      hasNamedFigure(headers, part, table, model)
    else { return }
    var figures = [Int](of: 0, times: headers.count)
    var texts = figures
    var amounts = figures
    for index in model.figures.indices(of: part.body) {
      let column = Int(model.alignments[at: index])
      guard column >= 0, column < headers.count else { continue }
      if model.figures[at: index] >= 0 {
        figures[column] += 1
        if headers[column].role == .code, isAmount(table.cells[index].range) { amounts[column] += 1 }
      } else if model.figures[at: index] != TableModel.blank {
        texts[column] += 1
      }
    }
    guard let first = headers.indices.first(where: { texts[$0] > figures[$0] }) else { return }
    for column in first + 1..<headers.count where figures[column] > 1 && figures[column] > texts[column] {
      if headers[column].role == .label || headers[column].role == .code && amounts[column] * 2 > figures[column] {
        headers[column].role = .unknown
      }
    }
  }

  // MARK: rows

  /// Reads the grade of a row that bears the label of one before its figures.
  private func readGrade(_ row: Int, _ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    let cells = table.cells(of: row)
    let isGraded = cells.prefix(model.figures.firstIndex(row) { $0 >= 0 } ?? cells.count).contains {
      1...TableModeler.longestName ~= $0.range.count
        && lexicon.gradeLabels.word(LabelText.stripped(bytes[$0.range])) != nil
    }
    if !isGraded { return }
    for (cell, content) in cells.enumerated() where !content.isEmpty {
      if let rank = lexicon.gradeRank(LabelText.stripped(bytes[content.range])) {
        model.grade = (row, cell, rank)
        facts.marks.append(
          Mark(.grade(rank), range: content.range, place: .cell(table: model.table, row: row, cell: cell)))
      }
    }
  }

  // MARK: names of totals

  /// Whether a name of a total stands above the first figure of a part, and none that says its column holds but a part
  /// (其中).
  private func namesTotal(above part: TablePart, _ table: Table, _ model: TableModel) -> Bool {
    let top = part.header.isEmpty ? model.parts.last?.body.upperBound ?? 0 : part.header.lowerBound
    let first = part.body.first { model.hasFigure(row: $0) } ?? part.body.upperBound
    var isNamed = false
    for cell in model.figures.indices(of: min(top, first)..<first) {
      let range = table.cells[cell].range
      guard 1...TableModeler.longestName ~= range.count, mayNameTotal(range) else { continue }
      let name = LabelText.spot(of: bytes, range)
      if name.begins(with: words.parts) { return false }
      if words.isTotal(name) { isNamed = true }
    }
    return isNamed
  }

  /// Bytes of the name of a column or of a grade at most.
  private static let longestName = 60

  /// Whether a cell's first or last character may be one of a word for a total or a part; always, where it may be
  /// dropped from the name.
  private func mayNameTotal(_ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard range.count >= 3, LabelText.keeps(bytes[start]), bytes[end - 3] >= 0xE4 else { return true }
    return words.parts.mayBegin(bytes.span, start, end) || words.totals.mayEnd(bytes.span, end, start)
      || words.subtotals.mayEnd(bytes.span, end, start)
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
