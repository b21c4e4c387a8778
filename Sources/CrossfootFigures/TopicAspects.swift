// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What tells a figure from others of its label, as an archive keeps it: for every figure, in words.
public struct TopicAspects: Sendable, Hashable {
  public var stage = Stage.unknown
  public var period = Period.unknown
  /// Whose it is, as printed (全市), and of which fund; empty where that is not known.
  public var scope = ""
  public var fund = ""
}

extension TopicReader {
  /// The aspects of a figure: those that are known of it, and where one is not, what its labels say, then its headings,
  /// then what goes without saying in a report of its kind.
  public mutating func aspects(of id: FigureID) -> TopicAspects {
    let figure = facts[id]
    let labels = [read(figure.label), read(figure.columnLabel)]
    let heading = heading(above(figure))
    var aspects = TopicAspects(stage: figure.aspects.stage, period: figure.aspects.period)
    // What is compared with a budget is of the year of that budget.
    let isOfAnotherYear =
      bases.contains(id) && labels.allSatisfy { $0.stage?.stage != .initialBudget && $0.stage?.stage != .budget }
    if aspects.period == .unknown,
      let year = labels.lazy.compactMap(\.year).first ?? (isOfAnotherYear ? nil : usualYear(under: heading))
    {
      aspects.period = .year(year)
    }
    if aspects.stage == .unknown {
      aspects.stage = labels.lazy.compactMap(\.stage).first?.stage ?? heading.stage?.stage ?? .unknown
    }
    if aspects.stage == .unknown, figure.quantity.unit.dimension == .money, !isOfAnotherYear {
      aspects.stage = usualStage(under: heading)
    }
    aspects.scope = scope(figure, labels, heading)
    aspects.fund = fund(figure, heading)
    return aspects
  }

  /// The year of the headings; of a report on one year, where they name none, its own.
  private func usualYear(under heading: TopicHeading) -> Int? {
    if heading.years.count == 1 { return heading.years[0] }
    return heading.years.isEmpty && facts.profile.kind != .budgetExecution ? facts.profile.fiscalYear : nil
  }

  /// Amounts of a budget are budgets, and those of accounts were spent, unless the section is about another year.
  private func usualStage(under heading: TopicHeading) -> Stage {
    if heading.years.contains(where: { $0 != facts.profile.fiscalYear }) { return .unknown }
    return switch facts.profile.kind {
    case .budget: .budget
    case .finalAccounts: .actual
    case .budgetExecution, .performance, .communique, .other: .unknown
    }
  }

  /// The level that a figure's label names, else that of the other amounts of its paragraph, else that of its headings.
  private func scope(_ figure: Figure, _ labels: [TopicLabel], _ heading: TopicHeading) -> String {
    if figure.aspects.scope != 0 { return facts.labels.text(figure.aspects.scope) }
    if let own = labels.first(where: { !$0.scope.isEmpty }) { return String(decoding: own.scope, as: UTF8.self) }
    if case .passage(let block, _) = figure.place, let around = blockScopes[block] { return facts.labels.text(around) }
    return String(decoding: heading.scope, as: UTF8.self)
  }

  private mutating func fund(_ figure: Figure, _ heading: TopicHeading) -> String {
    if figure.aspects.fund != 0 { return facts.labels.text(figure.aspects.fund) }
    guard figure.quantity.unit.dimension == .money else { return "" }
    let said = [fund(ofLabel: figure.columnLabel), fund(ofLabel: figure.label)].first { $0 >= 0 }
    if said == nil, case .passage(let block, _) = figure.place, let around = blockFunds[block] {
      return facts.labels.text(around)
    }
    let fund = said ?? heading.fund
    return fund >= 0 ? SubjectWords.chinese.funds[fund][0] : ""
  }

  /// The fund that a label names, or -1.
  private mutating func fund(ofLabel id: LabelID) -> Int {
    if id == 0 { return -1 }
    if let known = labelFunds[id] { return known }
    let said = subjects.read(facts.labels.bytes(id))
    let fund = said.isMixed ? -1 : said.fund
    labelFunds[id] = fund
    return fund
  }
}
