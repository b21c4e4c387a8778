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
    EmptyTables(document: document, words: .chinese, yearMarks: lexicon.yearMarks, fiscalYear: facts.profile.fiscalYear).read(&facts)
    switch settings.language {
    case .detected: break
    case .chinese: facts.profile.language = lexicon.pack.code
    case .other: facts.profile.language = nil
    }
    if facts.profile.language != nil {
      bindPassages()
      CueReader.read(document, lexicon, .chinese, &facts)
    } else {
      passWithoutWords()
    }
  }

  /// In a language without a pack the figures of the prose are counted, not read.
  private mutating func passWithoutWords() {
    let passages = passages()
    for (block, ids) in passages { cutSentences(document.blocks[block], block, ids) }
    if !passages.isEmpty { notes.append(Note(.noLanguagePack)) }
  }

  // MARK: numbers

  private mutating func readNumbers() {
    let bytes = document.flow.bytes
    var reader = NumberReader(lexicon, bytes)
    let titles = TitleScanner.titles(in: bytes)
    reader.read(titles: titles)
    notes += reader.notes
    facts.excluded = reader.excluded
    let numerals = NumeralReader(lexicon: lexicon, bytes: bytes).tokens(at: reader.numerals, titles: titles)
    let tokens = Self.merged(reader.tokens, numerals)
    facts.figures.reserveCapacity(tokens.count)
    var block = 0
    var furniture: [ExcludedToken] = []
    for token in tokens {
      while block < document.blocks.count, document.blocks[block].range.upperBound <= token.range.lowerBound { block += 1 }
      guard block < document.blocks.count else { break }
      if case .furniture = document.blocks[block].kind {
        furniture.append(ExcludedToken(range: token.range, reason: .furniture))
        continue
      }
      var figure = Figure(
        quantity: token.quantity, range: token.range, extent: token.extent,
        place: .passage(block: block, sentence: -1))
      figure.readable = token.readable
      facts.figures.append(figure)
    }
    if !furniture.isEmpty {
      facts.excluded = (facts.excluded + furniture).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// Two ascending lists of tokens as one; a numeral that overlaps a number is dropped.
  private static func merged(_ numbers: [NumberToken], _ numerals: [NumberToken]) -> [NumberToken] {
    guard !numerals.isEmpty else { return numbers }
    var tokens: [NumberToken] = []
    tokens.reserveCapacity(numbers.count + numerals.count)
    var next = 0
    for number in numbers {
      while next < numerals.count, numerals[next].extent.upperBound <= number.extent.lowerBound {
        tokens.append(numerals[next])
        next += 1
      }
      while next < numerals.count, numerals[next].extent.lowerBound < number.extent.upperBound { next += 1 }
      tokens.append(number)
    }
    return tokens + numerals[next...]
  }

  // MARK: passages

  private mutating func bindPassages() {
    let passages = passages()
    for (block, ids) in passages { cutSentences(document.blocks[block], block, ids) }
    for (figure, label) in bind(passages) { facts.figures[figure].label = label }
  }

  /// Adds the statements of all passages. Returns the labels of their amounts: the binders share the figures, so that writing a label
  /// among them before all are done would copy them.
  private mutating func bind(
    _ passages: [(block: Int, figures: Range<FigureID>)]
  ) -> [(figure: FigureID, label: LabelID)] {
    let figures = facts.figures
    var labels: [(figure: FigureID, label: LabelID)] = []
    let bytes = document.flow.bytes
    let reader = ClauseReader(lexicon: lexicon, bytes: bytes)
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
      if block.kind != .passage || between.contains(where: { $0.kind != .passage && $0.kind != .furniture }) { balance.reset() }
      last = index
      let own = facts.statements.count
      facts.statements += counts.statements(in: block.range, ids: ids)
      let passage = Passage(
        reader.tokens(of: block.range, figures: figures[ids], excluded: facts.excluded, cursor: &cursor),
        lexicon: lexicon, bytes: bytes)
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
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.lowerBound { figure += 1 }
      let first = figure
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.upperBound { figure += 1 }
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
    if binder.tooLong > 0 { notes.append(Note(.tooLarge, at: document.sourceRange(block.range), count: binder.tooLong)) }
    return binder.passage
  }

  /// Gives each amount of a passage its label.
  private mutating func label(_ passage: Passage, _ block: Block, _ labels: inout [(figure: FigureID, label: LabelID)]) {
    for index in passage.tokens.indices where passage.letters[index] == Letter.amount {
      let range = passage.labelRange(index)
      // The start of the name may stand at the end of the block before.
      if block.isContinuation, range.lowerBound == block.range.lowerBound { continue }
      labels.append((passage.tokens[index].figure, facts.labels.intern(LabelText.core(passage.bytes[range]))))
    }
  }

  private mutating func cutSentences(_ block: Block, _ index: Int, _ ids: Range<FigureID>) {
    let bytes = document.flow.bytes
    var start = block.range.lowerBound
    var next = ids.lowerBound
    while start < block.range.upperBound {
      let end = SentenceScanner.end(in: bytes, from: start, to: block.range.upperBound)
      let first = next
      while next < ids.upperBound, facts.figures[next].range.lowerBound < end {
        facts.figures[next].place = .passage(block: index, sentence: facts.sentences.count)
        next += 1
      }
      if next > first {
        facts.sentences.append(Sentence(range: start..<end, block: index, figures: first..<next))
      }
      start = end
    }
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
