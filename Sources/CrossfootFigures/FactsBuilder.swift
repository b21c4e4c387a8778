// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText
import PCRE2

/// Turns a document into facts, block by block.
struct FactsBuilder {
  let document: Document
  let lexicon: Lexicon
  var facts = Facts()
  var notes: [Note] = []

  init(_ document: Document, _ lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
  }

  mutating func build() {
    readNumbers()
    TableModeler(document: document, lexicon: lexicon).run(&facts)
    bindPassages()
    facts.profile = ProfileReader(document: document, lexicon: lexicon).profile(of: facts)
  }

  // MARK: numbers

  private mutating func readNumbers() {
    let bytes = document.flow.bytes
    var reader = NumberReader(lexicon, bytes)
    reader.read(titles: TitleScanner.titles(in: bytes))
    notes += reader.notes
    facts.excluded = reader.excluded
    facts.figures.reserveCapacity(reader.tokens.count)
    var block = 0
    var furniture: [ExcludedToken] = []
    for token in reader.tokens {
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

  // MARK: passages

  private mutating func bindPassages() {
    let bytes = document.flow.bytes
    let reader = ClauseReader(lexicon: lexicon, bytes: bytes)
    var figure = 0
    var cursor = 0
    for (index, block) in document.blocks.enumerated() {
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.lowerBound { figure += 1 }
      let first = figure
      while figure < facts.figures.count, facts.figures[figure].range.lowerBound < block.range.upperBound { figure += 1 }
      guard figure > first, !block.kind.isTable else { continue }
      cutSentences(block, index, first..<figure)
      guard figure - first >= 2 else { continue }
      let passage = Passage(
        reader.tokens(of: block.range, figures: facts.figures[first..<figure], excluded: facts.excluded, cursor: &cursor),
        lexicon: lexicon, bytes: bytes)
      bind(passage, block)
    }
  }

  private mutating func bind(_ passage: Passage, _ block: Block) {
    label(passage)
    var binder = StatementBinder(figures: facts.figures, passage: passage)
    do { facts.statements += try binder.bind() } catch {
      notes.append(Note(.matchLimit, at: document.sourceRange(block.range)))
    }
  }

  /// Gives each amount of a passage its label.
  private mutating func label(_ passage: Passage) {
    for index in passage.tokens.indices where passage.letters[index] == Letter.amount {
      let text = LabelText.stripped(document.flow.bytes[passage.labelRange(index)])
      facts.figures[passage.tokens[index].figure].label = facts.labels.intern(text)
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
  public static func extract(_ document: Document) -> (Facts, [Note]) {
    var builder = FactsBuilder(document, .chinese)
    builder.build()
    return (builder.facts, builder.notes)
  }
}
