// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootStructure
import CrossfootText
import GRDB

/// Turns an examination into the rows of a store.
struct EntryWriter {
  private let examination: Examination
  private(set) var labels: [String] = []
  private var indices: [String: Int] = [:]
  /// Indices of labels by the number they have in the report, and of headings by their block.
  private var labelIndices: [LabelID: Int] = [:]
  private var sections: [Int: Int] = [:]
  private var topics: TopicReader

  private var facts: Facts { examination.facts }
  private var profile: DocumentProfile { examination.facts.profile }

  init(_ examination: Examination) {
    self.examination = examination
    topics = TopicReader(examination.document, examination.facts)
  }

  /// Values of the columns of `reports` from `files` on.
  func report(size: Int) -> [DatabaseValue] {
    let coverage = examination.coverage
    let counts = [
      coverage.figures, coverage.ticked, coverage.contradicted, coverage.bounded, coverage.unchecked, coverage.excluded,
      coverage.relations, coverage.rounding,
    ]
    let files = examination.parts.isEmpty ? nil : StoreJSON.paths(examination.parts.map(\.path))
    return [
      files.databaseValue, size.databaseValue, text(profile.title).databaseValue,
      text(profile.organisation).databaseValue,
      profile.kind.rawValue.databaseValue, (profile.level?.rawValue).databaseValue, profile.fiscalYear.databaseValue,
      profile.language.databaseValue, profile.moneyScale.databaseValue, topics.isRestated.databaseValue,
    ] + counts.map(\.databaseValue)
  }

  /// The flow's text in a range on one line, nil for an empty range.
  private func text(_ range: Range<Int>) -> String? {
    if range.isEmpty { return nil }
    let bytes = examination.document.flow.bytes[range].filter { $0 != 0x0A && $0 != 0x09 }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: figures

  mutating func figures() -> [ArchiveEntry.FigureEntry] {
    let topics = topics.topics()
    return zip(facts.figures.indices, examination.printedFigures).map { number, cited in
      entry(number, cited, topics[number])
    }
  }

  private mutating func entry(_ number: Int, _ cited: CitedFigure, _ topic: Topic?) -> ArchiveEntry.FigureEntry {
    let figure = facts[number]
    let quantity = figure.quantity
    let interval = figure.readable ? quantity.interval : nil
    let aspects = topics.aspects(of: number)
    // For its words only: labels go by number.
    let row = FigureRow(
      position: cited.start, text: "", value: "", dimension: quantity.unit.dimension, stage: aspects.stage,
      period: aspects.period, state: examination.states[number])
    return ArchiveEntry.FigureEntry(
      head: [
        cited.text.databaseValue, figure.readable ? quantity.value.plain().databaseValue : .null,
        (interval?.lower.plain()).databaseValue, (interval?.upper.plain()).databaseValue,
        figure.readable ? quantity.lastPlace.databaseValue : .null, word(row.unitWord),
        Int(quantity.unit.name).databaseValue,
        quantity.scale.databaseValue, word(quantity.qualifier.word),
      ],
      labels: [
        section(figure), index(figure.label), index(figure.columnLabel), index(aspects.scope), index(aspects.fund),
        topic.map { index($0.name) } ?? -1,
      ],
      stage: word(row.stageWord), period: word(row.periodWord), topic: topic,
      tail: [
        row.stateWord.databaseValue, word(row.reason), file(at: cited.range.start).databaseValue,
        cited.start.line.databaseValue, cited.start.column.databaseValue,
        cited.end.line.databaseValue, cited.end.column.databaseValue,
      ])
  }

  /// Which of the report's files holds an offset of its text.
  private func file(at offset: Int) -> Int { examination.parts.lastIndex { $0.start <= offset } ?? 0 }

  // MARK: labels

  /// The heading a figure stands under, or its table's title.
  private mutating func section(_ figure: Figure) -> Int {
    let document = examination.document
    var block = -1
    switch figure.place {
    case .passage(let own, _): block = document.blocks.indices.contains(own) ? document.blocks[own].heading : -1
    case .cell(let table, _, _):
      guard document.tables.indices.contains(table) else { break }
      let own = document.tables[table].block
      block = document.tables[table].title
      if block < 0, document.blocks.indices.contains(own) { block = document.blocks[own].heading }
    }
    guard document.blocks.indices.contains(block) else { return -1 }
    if let known = sections[block] { return known }
    let index = index(text(document.blocks[block].range) ?? "")
    sections[block] = index
    return index
  }

  private mutating func index(_ label: LabelID) -> Int {
    if label == 0 { return -1 }
    if let known = labelIndices[label] { return known }
    let index = index(facts.labels.text(label))
    labelIndices[label] = index
    return index
  }

  private mutating func index(_ label: String) -> Int {
    if label.isEmpty { return -1 }
    if let known = indices[label] { return known }
    indices[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }

  // MARK: relations and findings

  func relations() -> [[DatabaseValue]] {
    zip(examination.relations, examination.judgements).enumerated().map { number, pair in
      let (relation, judgement) = pair
      let operands: [(FigureID, String)] =
        relation.readings.indices.contains(judgement.reading)
        ? relation.readings[judgement.reading].operands.map { ($0.figure, $0.role.rawValue) }
        : relation.concerned.map { ($0, "") }
      let list = operands.map { "[\($0.0),\"\($0.1)\"]" }.joined(separator: ",")
      return [
        number.databaseValue, relation.rule.databaseValue, relation.kind.rawValue.databaseValue,
        judgement.verdict.word.databaseValue, (judgement.verdict.reason?.rawValue).databaseValue,
        judgement.ticks.databaseValue, "[\(list)]".databaseValue,
      ]
    }
  }

  func findings() -> [[DatabaseValue]] {
    let (zh, en) = (Sentences(.zh), Sentences(.en))
    let result = examination.result
    return result.findings.enumerated().map { number, finding in
      let primary = finding.primary
      let arithmetic = finding.arithmetic.map(en.equation).joined(separator: "; ")
      return [
        number.databaseValue, finding.rule.databaseValue, finding.kind.rawValue.databaseValue,
        finding.severity.rawValue.databaseValue, file(at: primary.range.start).databaseValue,
        primary.start.line.databaseValue, primary.start.column.databaseValue,
        primary.end.line.databaseValue, primary.end.column.databaseValue, primary.label.databaseValue,
        primary.text.databaseValue, finding.expected.databaseValue, word(arithmetic),
        (finding.cause?.rawValue).databaseValue, zh.message(finding).databaseValue, en.message(finding).databaseValue,
        finding.fingerprint.databaseValue, StoreJSON.places(of: finding, in: result).databaseValue,
      ]
    }
  }

  /// A text, null where it is empty.
  private func word(_ text: String) -> DatabaseValue { text.isEmpty ? .null : text.databaseValue }
}

extension Verdict {
  /// The verdict as a store names it.
  var word: String {
    switch self {
    case .holds: "holds"
    case .rounding: "rounding"
    case .lastDigit: "lastDigit"
    case .convention: "convention"
    case .contradicted: "contradicted"
    case .notCheckable: "notCheckable"
    }
  }

  /// Why it could not be checked.
  var reason: Reason? { if case .notCheckable(let reason) = self { reason } else { nil } }
}

extension Qualifier {
  /// The qualifier as a store names it, empty for an exact number.
  var word: String {
    switch self {
    case .exact: ""
    case .about: "about"
    case .below: "below"
    case .above: "above"
    case .atLeast: "atLeast"
    case .moreThan: "moreThan"
    case .atMost: "atMost"
    case .lessThan: "lessThan"
    }
  }
}
