// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// One line for each finding: `path:line:col: severity: message [rule]`, as editors read it. Columns count Unicode
/// scalars.
public enum ConciseReport {
  /// - Parameters:
  ///   - shown: what is printed beyond errors and warnings.
  /// - Returns: the lines, each with a line feed; notes on a report follow its findings, without a rule.
  public static func render(
    _ results: [ReportResult], language: Language = .en, shown: Set<Shown> = []
  ) -> String {
    let sentences = Sentences(language)
    var text = ""
    for result in results {
      let own = Sanitiser.clean(result.path)
      for finding in result.findings where finding.isShown(shown) {
        let start = finding.primary.start
        // Piece by piece: there may be very many of these lines.
        text += finding.path == result.path ? own : Sanitiser.clean(finding.path)
        text += ":\(start.line):\(start.column): "
        text += finding.severity.rawValue
        text += ": "
        text += Sanitiser.clean(sentences.message(finding))
        text += " ["
        text += finding.rule
        text += "]\n"
      }
      for note in result.notes {
        let start = result.position(note.range?.start ?? 0)
        let path = Sanitiser.clean(result.path(at: note.range?.start ?? 0))
        text += "\(path):\(start.line):\(start.column): note: \(sentences.note(note))\n"
      }
    }
    return text
  }
}
