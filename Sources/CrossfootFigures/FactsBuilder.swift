// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText
import PCRE2

/// Turns a document into facts, block by block.
struct FactsBuilder {
  let document: Document
  let lexicon: Lexicon
  let settings: ReadingSettings
  var facts = Facts()
  var notes: [Note] = []
  /// What was noted while the numbers were read.
  private var noted = FlowNotes()

  init(_ document: Document, _ lexicon: Lexicon, _ settings: ReadingSettings = ReadingSettings()) {
    self.document = document
    self.lexicon = lexicon
    self.settings = settings
  }

  mutating func build() {
    readNumbers()
    var modeler = TableModeler(document: document, lexicon: lexicon, unit: settings.unit)
    modeler.run(&facts)
    facts.standardTies = StandardCells.chinese.ties(in: facts)
    facts.scoreSheets = ScoreSheetReader.sheets(in: facts)
    facts.profile = ProfileReader(document: document, lexicon: lexicon).profile(of: facts)
    if let kind = settings.kind { facts.profile.kind = kind }
    EmptyTables(document: document, words: .chinese, yearMarks: lexicon.yearMarks, fiscalYear: facts.profile.fiscalYear)
      .read(&facts)
    switch settings.language {
    case .detected: break
    case .chinese: facts.profile.language = lexicon.pack.code
    case .other: facts.profile.language = nil
    }
    if facts.profile.language != nil {
      bindPassages()
      PairedBases(rows: PlacedRows(document: document, words: .chinese)).complete(&facts)
      facts.statements += DebtRows(lexicon: lexicon).statements(in: facts)
      CueReader.read(document, lexicon, .chinese, noted.cues, &facts)
    } else {
      passWithoutWords()
    }
  }

  /// In a language without a pack the figures of the prose are counted, not read.
  private mutating func passWithoutWords() {
    let passages = passages()
    for (block, ids) in passages { cutSentences(document.blocks[block].range, block, ids) }
    placeFigures()
    if !passages.isEmpty { notes.append(Note(.noLanguagePack)) }
  }

  // MARK: numbers

  private mutating func readNumbers() {
    let bytes = document.flow.bytes
    var reader = NumberReader(lexicon, bytes)
    facts.figures = reader.read(document.blocks)
    notes += reader.notes
    facts.excluded = reader.excluded
    noted = reader.noted
    let numerals = NumeralReader(lexicon: lexicon, bytes: bytes).figures(
      at: noted.numerals, titles: noted.titles, in: document.blocks)
    if !numerals.isEmpty { merge(numerals) }
    let furniture = dropFurniture()
    if !furniture.isEmpty {
      facts.excluded = (facts.excluded + furniture).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// Adds numerals between the numbers. One that overlaps a number is dropped.
  private mutating func merge(_ numerals: [Figure]) {
    let numbers = facts.figures
    var all: [Figure] = []
    all.reserveCapacity(numbers.count + numerals.count)
    var (first, next) = (0, 0)
    for numeral in numerals {
      while next < numbers.count, numbers[next].extent.upperBound <= numeral.extent.lowerBound { next += 1 }
      if next < numbers.count, numbers[next].extent.lowerBound < numeral.extent.upperBound { continue }
      all.append(contentsOf: numbers[first..<next])
      all.append(numeral)
      first = next
    }
    all.append(contentsOf: numbers[first...])
    facts.figures = all
  }

  /// Takes out the numbers that stand in furniture, which are no figures, and returns them.
  private mutating func dropFurniture() -> [ExcludedToken] {
    let blocks = document.blocks
    guard blocks.contains(where: { if case .furniture = $0.kind { true } else { false } }) else { return [] }
    var furniture: [ExcludedToken] = []
    var kept = 0
    var figures = facts.figures.mutableSpan
    for index in figures.indices {
      if case .passage(let block, _) = figures[index].place, blocks.indices.contains(block),
        case .furniture = blocks[block].kind
      {
        furniture.append(ExcludedToken(range: figures[index].range, reason: .furniture))
        continue
      }
      if kept < index { figures[kept] = figures[index] }
      kept += 1
    }
    facts.figures.removeLast(facts.figures.count - kept)
    return furniture
  }

  // MARK: passages

  private mutating func bindPassages() {
    for (figure, label) in bind(passages()) { facts.figures[figure].label = label }
    placeFigures()
  }

  /// Tells each figure of a sentence where it stands.
  private mutating func placeFigures() {
    for index in facts.sentences.indices {
      let sentence = facts.sentences[index]
      for id in sentence.figures { facts.figures[id].place = .passage(block: sentence.block, sentence: index) }
    }
  }

  /// Adds sentences and statements of all passages. Returns the labels of their amounts: the binders share the figures,
  /// so that writing a label among them before all are done would copy them.
  private mutating func bind(
    _ passages: [(block: Int, figures: Range<FigureID>)]
  ) -> [(figure: FigureID, label: LabelID)] {
    let figures = facts.figures
    var labels: [(figure: FigureID, label: LabelID)] = []
    let bytes = document.flow.bytes
    let reader = ClauseReader(lexicon: lexicon, bytes: bytes, places: noted.clauses)
    let counts = CountBinder(lexicon: lexicon, bytes: bytes, figures: figures)
    var enumeration = EnumerationBinder(lexicon: lexicon, bytes: bytes)
    var balance = BalanceBinder(lexicon: lexicon, bytes: bytes)
    var subjects = facts.profile.level == .government ? SubjectReader(bytes: bytes, figures: figures) : nil
    var carries = CarryOvers(lexicon: lexicon, bytes: bytes)
    var wholes = WholeBinder()
    var shared = SharedWholeBinder(lexicon: lexicon, bytes: bytes)
    let names = AmountNames(document, facts.profile, lexicon)
    var cursor = 0
    var last = -1
    for (index, ids) in passages {
      let block = document.blocks[index]
      let between = document.blocks[(last + 1)..<index]
      if between.contains(where: { $0.kind != .passage && $0.kind != .furniture }) { wholes.reset() }
      for block in between {
        if case .heading(let level) = block.kind { subjects?.takeHeading(block.range, level: level) }
      }
      if between.contains(where: \.kind.isTable) { enumeration.close() }
      if block.kind != .passage || between.contains(where: { $0.kind != .passage && $0.kind != .furniture }) {
        balance.reset()
      }
      last = index
      let own = facts.statements.count
      facts.statements += counts.statements(in: block.range, ids: ids)
      let passage = Passage(
        reader.tokens(of: block.range, figures: figures[ids], excluded: facts.excluded, cursor: &cursor),
        lexicon: lexicon, bytes: bytes)
      addSentences(of: passage, block.range, index, ids)
      label(passage, block, &labels)
      let first = facts.statements.count
      let bound = ids.count >= 2 ? bind(passage, block, figures) : passage
      wholes.take(bound, &facts.statements, from: first, figures: figures)
      CutSentences(block, bytes).loosen(&facts.statements, from: own)
      enumeration.take(bound, block.range, figures: figures)
      balance.take(bound, figures: figures)
      shared.take(bound, figures: figures)
      facts.namedAmounts += names.amounts(of: bound, block: index, heading: block.heading, &facts.labels, figures)
      let known = subjects?.subjects.count ?? 0
      subjects?.take(bound, &facts.labels)
      if let subjects { carries.take(bound, subjects.subjects[known...]) }
    }
    enumeration.close()
    if let subjects {
      BaseFinder(bytes: bytes, figures: figures, reader: subjects).complete(&facts.statements)
      for (figure, key) in subjects.subjects { facts.figures[figure].aspects = subjects.aspects(key, &facts.labels) }
      facts.subjects = subjects.plainSubjects
    }
    facts.statements += enumeration.statements + balance.statements + shared.statements + carries.statements(figures)
    if !facts.namedAmounts.isEmpty {
      facts.namedRows = names.rows(&facts)
      facts.titledTotals = names.totals(&facts)
    }
    return labels
  }

  /// The blocks of text that hold figures, each with its figures.
  private func passages() -> [(block: Int, figures: Range<FigureID>)] {
    var passages: [(block: Int, figures: Range<FigureID>)] = []
    var figure = 0
    for (index, block) in document.blocks.enumerated() {
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.lowerBound {
        figure += 1
      }
      let first = figure
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.upperBound {
        figure += 1
      }
      if figure > first, !block.kind.isTable { passages.append((index, first..<figure)) }
    }
    return passages
  }

  /// Adds a passage's statements. Returns the passage with the figures they took as bases, changes and rates.
  private mutating func bind(_ passage: Passage, _ block: Block, _ figures: [Figure]) -> Passage {
    var binder = StatementBinder(figures: figures, passage: passage)
    do { facts.statements += try binder.bind() } catch {
      notes.append(Note(.matchLimit, at: document.sourceRange(block.range)))
    }
    if binder.tooLong > 0 {
      notes.append(Note(.tooLarge, at: document.sourceRange(block.range), count: binder.tooLong))
    }
    return binder.passage
  }

  /// Gives each amount of a passage its label.
  private mutating func label(_ passage: Passage, _ block: Block, _ labels: inout [(figure: FigureID, label: LabelID)])
  {
    for index in passage.amounts {
      let range = passage.labelRange(index)
      // The start of the name may stand at the end of the block before.
      if block.isContinuation, range.lowerBound == block.range.lowerBound { continue }
      labels.append((passage.tokens[index].figure, facts.labels.intern(coreOf: passage.bytes, range)))
    }
  }

  /// Adds the sentences of a passage, which end where its tokens say.
  private mutating func addSentences(of passage: Passage, _ range: Range<Int>, _ block: Int, _ ids: Range<FigureID>) {
    var start = range.lowerBound
    var next = ids.lowerBound
    for index in passage.letters.indices where passage.letters[index] == Letter.stop {
      let end = passage.tokens[index].range.upperBound
      addSentence(start..<end, block, &next, ids)
      start = end
    }
    if start < range.upperBound { addSentence(start..<range.upperBound, block, &next, ids) }
  }

  /// Cuts a passage that is not read into sentences.
  private mutating func cutSentences(_ range: Range<Int>, _ block: Int, _ ids: Range<FigureID>) {
    var start = range.lowerBound
    var next = ids.lowerBound
    while start < range.upperBound {
      let end = SentenceScanner.end(in: document.flow.bytes, from: start, to: range.upperBound)
      addSentence(start..<end, block, &next, ids)
      start = end
    }
  }

  /// Adds a sentence if it holds figures.
  /// - Parameter next: the first of the passage's figures that no sentence before holds.
  private mutating func addSentence(_ range: Range<Int>, _ block: Int, _ next: inout FigureID, _ ids: Range<FigureID>) {
    let first = next
    while next < ids.upperBound, facts.figures[next].range.lowerBound < range.upperBound { next += 1 }
    if next > first { facts.sentences.append(Sentence(range: range, block: block, figures: first..<next)) }
  }
}

extension BlockKind {
  var isTable: Bool { if case .table = self { true } else { false } }
}

extension Facts {
  /// Extracts figures, statements, table models and marks from a document.
  /// - Parameter settings: what its user knows of the report.
  public static func extract(
    _ document: Document, settings: ReadingSettings = ReadingSettings()
  ) -> (Facts, [Note]) {
    var builder = FactsBuilder(document, .chinese, settings)
    builder.build()
    return (builder.facts, builder.notes)
  }
}
