// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootText

/// The list of a report's figures, for people and for programs.
public enum FigureListing {
  /// A table aligned in terminal cells, with a header.
  public static func text(_ rows: [FigureRow], language: Language = .en) -> String {
    let sentences = Sentences(language)
    let table = [sentences.figureHeader] + rows.map { sentences.cells(of: $0) }
    let widths = sentences.figureHeader.indices.map { column in
      table.reduce(0) { max($0, DisplayWidth.of($1[column])) }
    }
    var text = ""
    for row in table {
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += numeric.contains(column) ? gap + cell + "  " : cell + gap + "  "
      }
      line.dropTrailingSpaces()
      text += line + "\n"
    }
    return text
  }

  /// Columns flush right: the printed text and the value.
  private static let numeric: Set<Int> = [1, 2]

  /// Tab-separated values with a header; tabs and line ends inside a text become spaces and pictures.
  public static func tsv(_ rows: [FigureRow]) -> String {
    let lines = [FigureRow.keys] + rows.map(\.fields)
    return lines.map { $0.map(Sanitiser.clean).joined(separator: "\t") + "\n" }.joined()
  }

  /// One JSON document, with a line feed at its end. Numbers are strings, as they may have more digits than a program
  /// reads.
  public static func json(_ rows: [FigureRow], path: String, profile: DocumentProfile = DocumentProfile()) -> String {
    JSONCoding.text(Document(path: path, profile: Profile(profile), figures: rows.map(Entry.init))) + "\n"
  }

  private struct Document: Encodable {
    let schema = "crossfoot-figures/1"
    let path: String
    let profile: Profile
    let figures: [Entry]
  }

  /// What is known of the report as a whole.
  private struct Profile: Encodable {
    let kind: String
    let language: JSONDocument.Known<String>
    let fiscalYear: JSONDocument.Known<Int>

    init(_ profile: DocumentProfile) {
      kind = profile.kind.rawValue
      language = JSONDocument.Known(profile.language)
      fiscalYear = JSONDocument.Known(profile.fiscalYear)
    }
  }

  private struct Entry: Encodable {
    let line, column, scale: Int
    let text, value, unit, label, columnLabel, scope, fund, stage, period, state, reason, slack: String

    init(_ row: FigureRow) {
      line = row.position.line
      column = row.position.column
      scale = row.scale
      text = row.text
      value = row.value
      unit = row.unitWord
      label = row.label
      columnLabel = row.columnLabel
      scope = row.scope
      fund = row.fund
      stage = row.stageWord
      period = row.periodWord
      state = row.stateWord
      reason = row.reason
      slack = row.slack
    }
  }
}
