// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// Two versions compared, as one JSON document. `docs/schema/crossfoot-diff-1.schema.json` describes it.
public struct VersionJSON: Sendable {
  private var document: Document
  private let sentences: Sentences

  public init(version: String, language: Language = .en) {
    document = Document(tool: JSONDocument.Tool(version: version))
    sentences = Sentences(language)
  }

  /// Adds a report.
  public mutating func add(_ pair: VersionPair) {
    let comparison = pair.comparison
    var old = pair.new
    (old.path, old.parts) = (pair.oldPath, [])
    func entries(_ findings: [Finding], of result: ReportResult) -> [JSONDocument.Entry] {
      findings.map { finding in
        var finding = finding
        if result.parts.isEmpty { finding.path = result.path }
        return JSONDocument.Entry(finding, result, sentences)
      }
    }
    document.reports.append(
      Report(
        old: pair.oldPath, new: pair.new.path, newFindings: entries(comparison.new, of: pair.new),
        fixedFindings: entries(comparison.fixed, of: old),
        persistingFindings: entries(comparison.persisting, of: pair.new),
        changedFigures: comparison.changes.map(Change.init),
        staleFigures: comparison.stale.map { Stale(figure: Figure($0.figure), changes: $0.changes.map(Change.init)) },
        addedFigures: comparison.added, removedFigures: comparison.removed))
  }

  /// The document, with a line feed at its end.
  public func render() -> String { JSONCoding.text(document) + "\n" }

  private struct Document: Encodable, Sendable {
    let schema = "crossfoot-diff/1"
    let tool: JSONDocument.Tool
    var reports: [Report] = []
  }

  private struct Report: Encodable, Sendable {
    let old, new: String
    let newFindings, fixedFindings, persistingFindings: [JSONDocument.Entry]
    let changedFigures: [Change]
    let staleFigures: [Stale]
    let addedFigures, removedFigures: Int
  }

  private struct Figure: Encodable, Sendable {
    let text, label: String
    let line, column: Int

    init(_ figure: CitedFigure) {
      text = figure.text
      label = figure.label
      line = figure.start.line
      column = figure.start.column
    }
  }

  private struct Change: Encodable, Sendable {
    let old, new: Figure

    init(_ change: FigureChange) {
      old = Figure(change.old)
      new = Figure(change.new)
    }
  }

  private struct Stale: Encodable, Sendable {
    let figure: Figure
    let changes: [Change]
  }
}
