// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// However a table is printed: a wrong digit in one of its sums is told.
@Suite struct LayoutTests {
  /// Reports of one layout each.
  private static let reports = CorpusReport.all.filter { $0.name.hasPrefix("layout-") }

  /// Share of the broken cells that must be told, in percent.
  private static let least = 95

  @Test("every layout has its report")
  func layouts() throws {
    var layouts: Set<TableLayout> = []
    for report in Self.reports {
      layouts.formUnion(try #require(CorpusReport.examinations[report.name]).document.tables.map(\.layout))
    }
    #expect(layouts == [.tabs, .pipes, .html, .markdown, .cellPerLine, .columns, .flattened])
    #expect(Self.reports.count >= 10)
  }

  @Test("a wrong digit in a cell of a table that adds up is told", arguments: reports)
  func breaks(report: CorpusReport) throws {
    let plain = try #require(CorpusReport.examinations[report.name])
    var random = SplitMix64(seed: 11)
    let slacks = plain.slacks()
    var broken = 0
    var silent: [String] = []
    for cell in Self.cells(of: plain) {
      // A few units of the last digit may be rounding.
      let slack = slacks[cell] ?? Decimal(5, exponent: plain.facts[cell].quantity.lastPlace)
      guard let slip = Slip.random(in: cell, of: plain, beyond: slack, &random) else { continue }
      broken += 1
      if !slip.isCited(in: try slip.applied(to: plain, path: report.name).told) {
        silent.append(plain.document.source.text(slip.range))
      }
    }
    #expect(broken >= 15)
    #expect(silent.count * 100 <= broken * (100 - Self.least), "not told: \(silent)")
  }

  /// The cells of tables without findings that hold an amount.
  private static func cells(of plain: Examination) -> [FigureID] {
    let faulty = Set(plain.findings.flatMap(\.figures).map { $0.range.start })
    return plain.facts.tables.flatMap { table -> [FigureID] in
      let cells = table.rows.indices.flatMap { table.figures[$0] }.filter { $0 >= 0 }
      if cells.contains(where: { faulty.contains(plain.document.sourceRange(plain.facts[$0].range).start) }) {
        return []
      }
      return cells.filter { !plain.facts[$0].quantity.digits.isZero }
    }
  }
}
