// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules

/// How much of reports was checked, as one JSON document. `docs/schema/crossfoot-coverage-1.schema.json` describes it.
public struct CoverageJSON: Sendable {
  private var document: Document

  /// - Parameter version: the version of the tool.
  public init(version: String) { document = Document(tool: JSONDocument.Tool(version: version)) }

  /// Adds one report.
  public mutating func add(_ breakdown: CoverageBreakdown) {
    document.documents.append(Report(breakdown: breakdown))
    document.total.add(breakdown.whole)
  }

  /// The document, with a line feed at its end.
  public func render() -> String { JSONCoding.text(document) + "\n" }

  private struct Document: Encodable, Sendable {
    let tool: JSONDocument.Tool
    var documents: [Report] = []
    var total = Coverage()

    private enum Key: String, CodingKey { case schema, tool, documents, summary }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode("crossfoot-coverage/1", forKey: .schema)
      try container.encode(tool, forKey: .tool)
      try container.encode(documents, forKey: .documents)
      try container.encode(Counts(total), forKey: .summary)
    }
  }

  private struct Report: Encodable, Sendable {
    let breakdown: CoverageBreakdown

    private enum Key: String, CodingKey { case path, files, excludedReasons, relations, areas }

    func encode(to encoder: any Encoder) throws {
      let files = breakdown.files
      try Counts(breakdown.whole).encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(breakdown.path, forKey: .path)
      // Only of a report in several files.
      if !files.isEmpty { try container.encode(files, forKey: .files) }
      let exclusions = breakdown.exclusions.map { ($0.key.rawValue, $0.value) }
      try container.encode(Dictionary(exclusions, uniquingKeysWith: +), forKey: .excludedReasons)
      try container.encode(breakdown.whole.relations, forKey: .relations)
      try container.encode(breakdown.areas.map { Area(area: $0, showsPath: !files.isEmpty) }, forKey: .areas)
    }
  }

  /// A section, or with a number a table.
  private struct Area: Encodable, Sendable {
    let area: CoverageBreakdown.Area
    let showsPath: Bool

    private enum Key: String, CodingKey { case path, title, table, level, line }

    func encode(to encoder: any Encoder) throws {
      try Counts(area.coverage).encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      if showsPath { try container.encode(area.path, forKey: .path) }
      try container.encode(area.title, forKey: .title)
      try container.encode(JSONDocument.Known(area.table), forKey: .table)
      try container.encode(area.level, forKey: .level)
      try container.encode(area.line, forKey: .line)
    }
  }

  /// The numbers, beside the other keys of what they are about.
  private struct Counts: Encodable, Sendable {
    let figures, ticked, contradicted, bounded, unchecked, excluded: Int
    let uncheckedReasons: [String: Int]

    init(_ coverage: Coverage) {
      figures = coverage.figures
      ticked = coverage.ticked
      contradicted = coverage.contradicted
      bounded = coverage.bounded
      unchecked = coverage.unchecked
      excluded = coverage.excluded
      uncheckedReasons = Dictionary(coverage.uncheckedReasons.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
    }
  }
}
