// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// The figures of a finding as a JSON list, in the form of the `figures` of the `json` format.
public enum PlaceList {
  /// Every figure of a finding, the primary one first.
  public static func json(of finding: Finding) -> String { JSONCoding.text(finding.figures.map(Place.init)) }

  private struct Place: Encodable {
    let role, text: String
    let line, column, endLine, endColumn: Int

    init(_ figure: CitedFigure) {
      role = figure.role.rawValue
      text = figure.text
      (line, column) = (figure.start.line, figure.start.column)
      (endLine, endColumn) = (figure.end.line, figure.end.column)
    }
  }
}
