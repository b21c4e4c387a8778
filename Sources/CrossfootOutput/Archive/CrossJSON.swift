// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootText

/// The `json` format of findings across reports, version 1: one document. `docs/schema/crossfoot-archive-1.schema.json`
/// describes it.
public enum CrossJSON {
  /// The document, with a line feed at its end.
  public static func render(
    _ findings: [CrossFinding], ties: [CrossFinding], _ tally: CrossTally, version: String, language: Language = .en
  ) -> String {
    let sentences = Sentences(language)
    let document = Document(
      tool: Document.Tool(version: version), findings: findings.map { Document.Entry($0, sentences.message($0)) },
      ties: ties.map { Document.Entry($0, sentences.tie($0)) }, summary: Document.Summary(tally))
    return JSONCoding.text(document) + "\n"
  }

  private struct Document: Encodable {
    let schema = "crossfoot-archive/1"
    let tool: Tool
    let findings, ties: [Entry]
    let summary: Summary

    struct Tool: Encodable {
      let name = "crossfoot"
      let version: String
    }

    struct Summary: Encodable {
      let reports, unknown, pairs, tied, contradicted, ambiguous, unrelated, restated, rivals: Int

      init(_ tally: CrossTally) {
        (reports, unknown, pairs) = (tally.reports, tally.unknown, tally.pairs)
        (tied, contradicted) = (tally.tied, tally.contradicted)
        (ambiguous, unrelated, restated, rivals) = (tally.ambiguous, tally.unrelated, tally.restated, tally.rivals)
      }
    }

    struct Entry: Encodable {
      let rule, severity, message, organisation, path, stated, published, fingerprint: String
      let line, column, endLine, endColumn, year: Int
      let topic, stage: String
      let figures: [Place]

      init(_ finding: CrossFinding, _ message: String) {
        rule = finding.rule.rawValue
        severity = finding.severity.rawValue
        self.message = message
        organisation = finding.organisation
        topic = finding.topic ?? "total"
        stage = finding.stage.rawValue
        year = finding.year
        path = finding.stated.path
        (line, column) = (finding.stated.start.line, finding.stated.start.column)
        (endLine, endColumn) = (finding.stated.end.line, finding.stated.end.column)
        stated = finding.stated.text
        published = finding.published.text
        figures = [Place("stated", finding.stated), Place("published", finding.published)]
        fingerprint = finding.fingerprint
      }
    }

    struct Place: Encodable {
      let role, path, text, label: String
      let line, column, endLine, endColumn: Int

      init(_ role: String, _ place: CrossPlace) {
        self.role = role
        path = place.path
        text = place.text
        label = place.label
        (line, column) = (place.start.line, place.start.column)
        (endLine, endColumn) = (place.end.line, place.end.column)
      }
    }
  }
}
