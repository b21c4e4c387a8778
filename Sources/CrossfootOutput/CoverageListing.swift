// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules

/// How much of reports was checked, by section and table, for people. Reports can be added one by one and then be
/// dropped.
public struct CoverageListing: Sendable {
  private let sentences: Sentences
  private var reports = 0
  private var total = Coverage()

  public init(language: Language = .en) { sentences = Sentences(language) }

  /// A report: one line on the whole, one on the reasons, then a table of its sections and tables.
  public mutating func add(_ breakdown: CoverageBreakdown) -> String {
    reports += 1
    total.add(breakdown.whole)
    let path = Sanitiser.clean(breakdown.path)
    var text = path + "\n"
    for line in [sentences.coverage(breakdown.whole, elapsed: nil)] + remarks(breakdown) { text += "  \(line)\n" }
    let several = breakdown.files.count > 1
    return text + table([sentences.areaHeader] + breakdown.areas.map { sentences.cells(of: $0, showsPath: several) })
      + "\n"
  }

  /// The line over several reports; empty for one.
  public func finish() -> String { reports > 1 ? sentences.coverage(total, reports: reports) + "\n" : "" }

  private func remarks(_ breakdown: CoverageBreakdown) -> [String] {
    [
      sentences.reasons(breakdown.whole.uncheckedReasons).map { sentences.uncheckedBecause($0) },
      sentences.exclusions(breakdown.exclusions, of: breakdown.whole.excluded),
    ].compactMap { $0 }
  }

  /// Rows with numbers flush right, all but the last two columns.
  private func table(_ rows: [[String]]) -> String {
    if rows.count < 2 { return "" }
    let widths = rows[0].indices.map { column in rows.reduce(0) { max($0, DisplayWidth.of($1[column])) } }
    var text = ""
    for row in rows {
      var line = "  "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += (column + 2 < row.count ? gap + cell : cell + gap) + "  "
      }
      line.dropTrailingSpaces()
      text += line + "\n"
    }
    return text
  }
}
