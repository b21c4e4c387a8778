// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// Lists as JSON that a store keeps in one column.
public enum StoreJSON {
  /// Every figure of a finding, the primary one first, in the form of the `figures` of the `json` format, with the file
  /// of each.
  public static func places(of finding: Finding, in result: ReportResult) -> String {
    JSONCoding.text(finding.figures.map { Place($0, path: result.path(of: $0)) })
  }

  /// Paths in their order.
  public static func paths(_ paths: [String]) -> String { JSONCoding.text(paths) }

  private struct Place: Encodable {
    let role, text, path: String
    let line, column, endLine, endColumn: Int

    init(_ figure: CitedFigure, path: String) {
      role = figure.role.rawValue
      text = figure.text
      self.path = path
      (line, column) = (figure.start.line, figure.start.column)
      (endLine, endColumn) = (figure.end.line, figure.end.column)
    }
  }
}
