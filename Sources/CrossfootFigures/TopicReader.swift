// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Says what the figures of a report are about, so that they can be compared with those of other reports. A figure
/// whose year, stage or name is not sure has no topic.
public struct TopicReader {
  let document: Document
  let facts: Facts
  private let lexicon = TopicLexicon.chinese
  private let organisation: [UInt8]
  /// Labels that were read, by their id, and headings, by their block.
  private var labels: [LabelID: TopicLabel] = [:]
  private var headings: [Int: TopicHeading] = [:]
  let subjects = SubjectLexicon.chinese
  /// The funds that labels name, by their id.
  var labelFunds: [LabelID: Int] = [:]
  /// Level and fund of the amounts of each block where they are known; 0 where they differ.
  let blockScopes: [Int: LabelID]
  let blockFunds: [Int: LabelID]
  /// Figures that others are compared with: they are of another year, which goes without saying for none.
  let bases: Set<FigureID>

  /// Bytes of the shortest name that tells one thing from another: four Han.
  private static let shortestName = 12

  public init(_ document: Document, _ facts: Facts) {
    self.document = document
    self.facts = facts
    organisation = Self.compact(document.flow.bytes[facts.profile.organisation])
    bases = Set(facts.statements.lazy.filter { $0.shape == .change || $0.shape == .growth }.flatMap(\.base))
    blockScopes = Self.byBlock(facts, \.scope)
    blockFunds = Self.byBlock(facts, \.fund)
  }

  /// The topic of each figure, nil where it is not sure. Only exact amounts of money have one.
  public mutating func topics() -> [Topic?] {
    guard facts.profile.language != nil, !organisation.isEmpty, facts.profile.level != nil else {
      return Array(repeating: nil, count: facts.figures.count)
    }
    var topics = facts.figures.map { figure -> Topic? in
      guard figure.readable, figure.quantity.qualifier == .exact, figure.quantity.unit.dimension == .money else {
        return nil
      }
      return switch figure.place {
      case .passage(let block, _): passageTopic(figure, block)
      case .cell(let table, _, _): cellTopic(figure, table)
      }
    }
    for subject in facts.subjects where topics.indices.contains(subject.figure) {
      topics[subject.figure] = governmentTopic(subject)
    }
    for statement in facts.statements where statement.shape == .change { readBase(of: statement, &topics) }
    return topics
  }

  /// Whether the report says that figures of other years were restated.
  public var isRestated: Bool { lexicon.restated.occurs(in: document.flow.bytes, 0..<document.flow.bytes.count) }

  // MARK: passages

  private mutating func passageTopic(_ figure: Figure, _ block: Int) -> Topic? {
    guard figure.label != 0 else { return nil }
    let label = read(figure.label)
    let heading = document.blocks.indices.contains(block) ? heading(document.blocks[block].heading) : TopicHeading()
    if label.isOwn, lexicon.isTotal(label.name) {
      return topic(label, under: heading, name: Topic.total, isTotal: true)
    }
    guard isName(label.name), !lexicon.isVague(label.name), !isGovernment || !label.scope.isEmpty else { return nil }
    return topic(label, under: heading, name: String(decoding: label.name, as: UTF8.self))
  }

  /// The base of a comparison is about what the amount is about, of another year: 较2023年的8,733万元.
  private mutating func readBase(of statement: Statement, _ topics: inout [Topic?]) {
    guard statement.base.count == 1, let base = statement.base.first, topics.indices.contains(base) else { return }
    topics[base] = nil
    guard statement.amount.count == 1, let amount = statement.amount.first, let known = topics[amount],
      !statement.isRealGrowth, !lexicon.restatedHere.occurs(in: document.flow.bytes, statement.range)
    else { return }
    let label = facts[base].label == 0 ? TopicLabel() : read(facts[base].label)
    guard let year = label.year, year != known.year, label.name.isEmpty || label.name.elementsEqual(known.name.utf8)
    else { return }
    topics[base] = known
    topics[base]?.year = year
    if let stage = label.stage, stage != .budget {
      topics[base]?.stage = stage
    } else if facts.profile.kind == .budgetExecution {
      // What was expected of last year and what its accounts showed are two figures.
      topics[base] = nil
    }
  }

  // MARK: governments

  /// An amount of a government's report, by its level, fund and name: 全市一般公共预算收入.
  private mutating func governmentTopic(_ subject: AmountSubject) -> Topic? {
    let figure = facts[subject.figure]
    let aspects = figure.aspects
    guard case .year(let year) = aspects.period, aspects.scope != 0, figure.quantity.qualifier == .exact,
      let stage = governmentStage(aspects.stage, year, read(figure.label).stage)
    else { return nil }
    let name = [aspects.scope, aspects.fund, subject.name].map(facts.labels.text).joined()
    return Topic(name: name, year: year, stage: stage)
  }

  /// The stage of a figure of a year in a government's report; nil where its words leave it open.
  private func governmentStage(_ stage: Stage, _ year: Int, _ said: TopicStage?) -> TopicStage? {
    let own = facts.profile.fiscalYear
    switch (stage, facts.profile.kind) {
    case (.initialBudget, _): return .initialBudget
    case (.budget, .budget) where year == own: return .initialBudget
    case (.budget, .budgetExecution) where year - 1 == own: return .initialBudget
    // What was carried out by the end of the year it reports on; of other years the word must say which figure is
    // meant.
    case (.actual, .budgetExecution): return year == own && said != .accounts || said == .execution ? .execution : nil
    case (.actual, .finalAccounts): return year == own && said != .execution || said == .accounts ? .accounts : nil
    default: return nil
    }
  }

  // MARK: tables

  private mutating func cellTopic(_ figure: Figure, _ table: Int) -> Topic? {
    guard figure.label != 0, figure.columnLabel != 0, document.tables.indices.contains(table) else { return nil }
    let block = document.tables[table].title
    guard document.blocks.indices.contains(block) else { return nil }
    let title = lexicon.read(
      Self.compact(document.flow.bytes[document.blocks[block].range]), organisation: organisation,
      fiscalYear: facts.profile.fiscalYear)
    let row = read(figure.label)
    let column = read(figure.columnLabel)
    guard isName(title.name), !row.name.isEmpty, row.stage == nil, row.year == nil else { return nil }
    var label = column
    label.stage = column.stage ?? title.stage
    label.year = column.year ?? title.year
    // The name of a table keeps its words for the stage apart from those of its columns.
    let name = [title.name, row.name, column.name].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "›")
    return topic(label, under: heading(document.blocks[block].heading), name: name)
  }

  // MARK: headings

  /// What the headings around a block say of the figures below: the nearest one names the stage, the nearest one with a
  /// year, a level or a fund these.
  mutating func heading(_ block: Int) -> TopicHeading {
    guard document.blocks.indices.contains(block) else { return TopicHeading() }
    if let known = headings[block] { return known }
    let text = Self.compact(document.flow.bytes[document.blocks[block].range])
    let label = lexicon.read(text, organisation: organisation, fiscalYear: nil)
    let said = subjects.read(text)
    var heading = TopicHeading(years: lexicon.years(in: text), stage: label.stage, scope: label.scope, fund: said.fund)
    // A heading stands above what it leads, so this ends.
    let outer = document.blocks[block].heading
    if outer < block {
      let above = self.heading(outer)
      if heading.years.isEmpty { heading.years = above.years }
      // An area that is named takes the place of the level above.
      if said.scope.isEmpty { heading.scope = above.scope }
      if heading.fund < 0 { heading.fund = above.fund }
    }
    if said.isMixed { (heading.scope, heading.fund) = ([], -1) }
    headings[block] = heading
    return heading
  }

  // MARK: parts

  private static func byBlock(_ facts: Facts, _ aspect: KeyPath<Aspects, LabelID>) -> [Int: LabelID] {
    var values: [Int: LabelID] = [:]
    for subject in facts.subjects {
      guard case .passage(let block, _) = facts[subject.figure].place else { continue }
      let value = facts[subject.figure].aspects[keyPath: aspect]
      values[block] = values[block].map { $0 == value ? value : 0 } ?? value
    }
    return values
  }

  /// The block that stands over a figure: its heading, or the title of its table.
  func above(_ figure: Figure) -> Int {
    switch figure.place {
    case .passage(let block, _): document.blocks.indices.contains(block) ? document.blocks[block].heading : -1
    case .cell(let table, _, _): document.tables.indices.contains(table) ? document.tables[table].title : -1
    }
  }

  private var isGovernment: Bool { facts.profile.level == .government }

  private func isName(_ name: [UInt8]) -> Bool {
    name.count >= Self.shortestName && !name.contains { (0x30...0x39).contains($0) }
  }

  /// A topic with what the kind of the report adds to its label.
  private func topic(
    _ label: TopicLabel, under heading: TopicHeading, name: String, isTotal: Bool = false
  ) -> Topic? {
    // A report on one year's execution and the next year's budget has no year that goes without saying, nor has a
    // section on other years.
    var usual = facts.profile.kind == .budgetExecution ? nil : facts.profile.fiscalYear
    if heading.years.contains(where: { $0 != usual }) { usual = nil }
    guard let year = label.year ?? usual else { return nil }
    guard let stage = ownStage(label.stage, year) ?? stage(label, under: heading.stage) else { return nil }
    return Topic(name: name, year: year, stage: stage, isTotal: isTotal)
  }

  /// What the words of a government's report mean of its own years: what was completed was carried out, and a budget of
  /// the next year is that year's initial one.
  private func ownStage(_ said: TopicStage?, _ year: Int) -> TopicStage? {
    switch (said, facts.profile.kind) {
    case (.budget, .budgetExecution) where year - 1 == facts.profile.fiscalYear: .initialBudget
    case (.actual, .budgetExecution) where year == facts.profile.fiscalYear: .execution
    default: nil
    }
  }

  /// A budget is the initial one in a budget, and the accounts are meant in accounts; elsewhere the label must say it.
  /// A section on something else has no stage that goes without saying.
  private func stage(_ label: TopicLabel, under heading: TopicStage?) -> TopicStage? {
    switch (label.stage, facts.profile.kind) {
    case (nil, .budget): heading == .accounts || heading == .execution || heading == .actual ? nil : .initialBudget
    case (.budget, .budget): .initialBudget
    case (nil, .finalAccounts):
      heading == .budget || heading == .initialBudget || heading == .adjustedBudget ? nil : .accounts
    case (nil, _), (.budget, _): nil
    case (let stage, _): stage
    }
  }

  mutating func read(_ id: LabelID) -> TopicLabel {
    if id == 0 { return TopicLabel() }
    if let known = labels[id] { return known }
    let label = lexicon.read(facts.labels.bytes(id), organisation: organisation, fiscalYear: facts.profile.fiscalYear)
    labels[id] = label
    return label
  }

  private static func compact(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }
}
