// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules

/// How a finding came about, for people: the finding, the readings that were tried and why they fail, and the relations
/// that hold around its figures.
public enum ExplanationReport {
  /// Relations shown around one figure.
  private static let mostRelations = 10

  /// - Parameter result: the report the finding is from.
  public static func text(_ explanation: FindingExplanation, in result: ReportResult, options: TextOptions) -> String {
    let sentences = Sentences(options.language)
    var alone = result
    alone.findings = [explanation.finding]
    alone.notes = []
    var options = options
    options.shown = Set(Shown.allCases)
    var lines = [sentences.fingerprint(explanation.finding.fingerprint), ""]
    lines += tried(explanation, sentences) + surroundings(explanation, sentences)
    let text = lines.map { $0.isEmpty ? "\n" : "\(Sanitiser.clean($0))\n" }.joined()
    return TextReport.findings(of: alone, options: options) + text
  }

  private static func tried(_ explanation: FindingExplanation, _ sentences: Sentences) -> [String] {
    var lines: [String] = []
    for readings in explanation.tried {
      guard let rule = readings.first?.rule else { continue }
      lines.append(sentences.tried(readings.count, of: rule))
      for reading in readings { lines.append("  - " + sentences.worked(reading)) }
    }
    return lines.isEmpty ? [sentences.nothingTried, ""] : lines + [""]
  }

  private static func surroundings(_ explanation: FindingExplanation, _ sentences: Sentences) -> [String] {
    if explanation.surroundings.isEmpty { return [] }
    var lines = [sentences.surroundingsTitle]
    for surrounding in explanation.surroundings {
      lines.append("  " + sentences.surrounding(surrounding))
      for reading in surrounding.holding.prefix(mostRelations) {
        lines.append("    - \(reading.rule): " + sentences.worked(reading))
      }
      let hidden = surrounding.holding.count - mostRelations
      if hidden > 0 { lines.append("    " + sentences.moreRelations(hidden)) }
    }
    return lines + [""]
  }
}
