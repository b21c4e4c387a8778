// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootStructure

/// Prints how a report was read: blocks, tables with column roles and alignments, statements, relations with verdicts.
/// A maintenance command: its layout is no contract.
struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "outline", shouldDisplay: false)

  @Argument var path: String

  func run() throws {
    let walk = FileWalk([path])
    for problem in walk.problems { Console.tell(problem) }
    for report in walk.reports {
      let examination = try report.examine(ReportFile.Settings())
      try Console.write(OutlineWriter(examination).text())
    }
  }
}

/// Writes the outline of one report.
struct OutlineWriter {
  private let examination: Examination
  private var document: Document { examination.document }
  private var facts: Facts { examination.facts }

  init(_ examination: Examination) { self.examination = examination }

  func text() -> String {
    var lines = [profile()]
    for (index, block) in document.blocks.enumerated() {
      if case .table(let table) = block.kind {
        for side in table..<document.tables.count where document.tables[side].block == index {
          lines.append("block \(index) table \(side) \(document.tables[side].layout)")
          if side < facts.tables.count { lines += self.table(facts.tables[side]) }
        }
      } else {
        lines.append("block \(index) \(block.kind): \(annotated(block.range))")
      }
    }
    lines += facts.statements.map(statement)
    lines += topics()
    for (relation, judgement) in zip(examination.relations, examination.judgements) {
      lines.append(self.relation(relation, judgement))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func topics() -> [String] {
    var reader = TopicReader(document, facts)
    return zip(facts.figures, reader.topics()).compactMap { figure, topic in
      topic.map { "topic \($0.name) \($0.year) \($0.stage.rawValue): \(document.text(figure.extent))" }
    }
  }

  private func profile() -> String {
    let profile = facts.profile
    return """
      profile \(profile.language ?? "-") \(profile.kind.rawValue) year \(profile.fiscalYear.map(String.init) ?? "-") \
      level \(profile.level?.rawValue ?? "-") scale \(profile.moneyScale.map(String.init) ?? "-") \
      organisation [\(document.text(profile.organisation))] title [\(document.text(profile.title))]
      """
  }

  private func table(_ model: TableModel) -> [String] {
    var lines = model.parts.map { part in
      "  part \(part.header) \(part.body) \(part.columns.map { "\($0)" }.joined(separator: " ")) trees \(part.trees.map { "\($0.source)" }.joined(separator: " "))"
    }
    for row in model.rows.indices {
      let cells = zip(document.tables[model.table].cells(of: row), model.figures[row]).map { cell, figure in
        figure < 0
          ? (cell.isEmpty ? "" : "'\(document.text(cell.range).prefix(12))'")
          : document.text(facts[figure].range) + state(figure)
      }
      lines.append(
        "  \(row) \(model.rows[row]) [\(facts.labels.text(model.rowLabels[row]))] \(cells.joined(separator: " | ")) @\(Array(model.alignments[row]))"
      )
    }
    return lines
  }

  /// The text of a range with a mark behind each figure.
  private func annotated(_ range: Range<Int>) -> String {
    var text = ""
    var at = range.lowerBound
    for figure in facts.figures.ids(in: range) {
      text += document.text(at..<facts[figure].range.upperBound) + state(figure)
      at = facts[figure].range.upperBound
    }
    return text + document.text(at..<range.upperBound)
  }

  /// A star behind a ticked figure, an exclamation mark behind a contradicted one, a tilde behind a bounded one.
  private func state(_ figure: FigureID) -> String {
    switch examination.states[figure] {
    case .ticked: "*"
    case .contradicted: "!"
    case .bounded: "~"
    case .unchecked: ""
    }
  }

  private func list(_ figures: some Collection<FigureID>) -> String {
    figures.map { document.text(facts[$0].range) }.joined(separator: " ")
  }

  private func statement(_ statement: Statement) -> String {
    let lists = statement.lists.map {
      "\($0.closure)\($0.isTight ? " tight" : "")\($0.isTentative ? " tentative" : ""): \(list($0.parts.map(\.figure)))"
    }.joined(separator: " / ")
    return """
      statement \(statement.shape) amount [\(list(statement.amount))] base [\(list(statement.base))] delta [\(list(statement.delta))] \
      rate [\(list(statement.rate))] \(statement.direction) real \(statement.isRealGrowth) \(lists) :: \(document.text(statement.range))
      """
  }

  private func relation(_ relation: Relation, _ judgement: Judgement) -> String {
    let operands =
      relation.readings.indices.contains(judgement.reading)
      ? relation.readings[judgement.reading].operands.map(\.figure) : relation.concerned
    return
      "relation \(relation.rule) \(judgement.verdict) ticks \(judgement.ticks) of \(relation.readings.count): \(list(operands))"
  }
}
