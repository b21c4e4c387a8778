// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `gitlab`: a Code Quality report, one JSON array.
struct GitLabFormat: ResultFormat {
  private let context: FormatContext
  private var issues: [Issue] = []
  private var ordinals = Ordinals<String>()

  init(_ context: FormatContext) { self.context = context }

  mutating func add(_ result: ReportResult) -> String {
    let sentences = context.sentences
    for finding in context.shown(result) {
      let number = ordinals.next(finding.fingerprint)
      issues.append(
        Issue(
          check_name: finding.rule,
          // The widget does not show the name of the check.
          description: "\(finding.rule): " + Sanitiser.clean(sentences.message(finding)),
          severity: Self.word(finding.severity),
          // Of two issues with one fingerprint the second would be dropped.
          fingerprint: number == 1 ? finding.fingerprint : "\(finding.fingerprint):\(number)",
          location: Location(
            path: context.paths.name(of: finding.path),
            lines: Lines(begin: finding.primary.start.line, end: finding.primary.end.line))))
    }
    return ""
  }

  mutating func finish(elapsed: Duration?) -> String { JSONCoding.text(issues) + "\n" }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private struct Issue: Encodable {
    let type = "issue"
    let check_name, description, severity, fingerprint: String
    let location: Location
  }

  private struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  private struct Lines: Encodable {
    let begin, end: Int
  }
}
