// SPDX-License-Identifier: Apache-2.0

/// An archive's statistics for the terminal: tables with bars.
public enum StatisticsText {
  /// Cells of the longest bar.
  private static let barWidth = 28

  public static func render(_ statistics: ArchiveStatistics, language: Language = .en) -> String {
    let sentences = Sentences(language)
    var text = summary(statistics.all, sentences)
    text += rules(statistics.rules, sentences)
    text += findings(statistics.years, .years, sentences) { $0 }
    text += findings(statistics.kinds, .kinds, sentences) { sentences.reportKind($0) }
    text += findings(statistics.organisations, .organisations, sentences) { $0 }
    let more = statistics.organisationCount - statistics.organisations.count
    if more > 0 { text += "  " + sentences.moreOrganisations(more) + "\n" }
    text += coverage(statistics.years, .coverage, sentences)
    text += coverage(statistics.runs, .runs, sentences)
    return text
  }

  private static func summary(_ all: ArchiveStatistics.Group, _ sentences: Sentences) -> String {
    let findings = all.findings
    return sentences.phrases([
      "\(all.reports) \(sentences.word(.reports))", "\(all.figures.total) \(sentences.word(.figures))",
      "\(findings.errors) \(sentences.word(.errors))", "\(findings.warnings) \(sentences.word(.warnings))",
      "\(findings.notes) \(sentences.word(.notes))",
    ]) + "\n"
  }

  private static func rules(_ rules: [RuleCount], _ sentences: Sentences) -> String {
    guard let most = rules.map(\.findings.total).max(), most > 0 else { return "" }
    let rows = rules.map { rule in
      [rule.rule, "\(rule.findings.total)", bar(rule.findings.total, of: most)]
    }
    return heading(.rules, sentences) + table(rows, rightAligned: [1])
  }

  private static func findings(
    _ groups: [ArchiveStatistics.Group], _ title: StatisticsWord, _ sentences: Sentences, name: (String) -> String
  ) -> String {
    guard let most = groups.map(\.findings.total).max() else { return "" }
    let header = ["", sentences.word(.reports), sentences.word(.figures), sentences.word(.findings)]
    let rows = groups.map { group in
      [
        group.name.map { Sanitiser.clean(name($0)) } ?? sentences.word(.unknown), "\(group.reports)",
        "\(group.figures.total)",
        "\(group.findings.total)", bar(group.findings.total, of: most),
      ]
    }
    return heading(title, sentences) + table([header] + rows, rightAligned: [1, 2, 3])
  }

  /// Shares of the states as one bar: ticked, bounded, contradicted, and the rest unchecked.
  private static func coverage(
    _ groups: [ArchiveStatistics.Group], _ title: StatisticsWord, _ sentences: Sentences
  ) -> String {
    let measured = groups.filter { $0.figures.total > 0 }
    if measured.isEmpty { return "" }
    let header = [
      "", sentences.word(.ticked), sentences.word(.bounded), sentences.word(.contradicted), sentences.word(.unchecked),
    ]
    let rows = measured.map { group -> [String] in
      let (figures, total) = (group.figures, group.figures.total)
      var bar = ""
      var sum = 0
      for (number, cell) in [
        (figures.ticked, "█"), (figures.bounded, "▓"), (figures.contradicted, "▒"), (figures.unchecked, "░"),
      ] {
        // Ends are rounded from the sum so far, so that all bars are of one length.
        let start = (sum * barWidth + total / 2) / total
        sum += number
        bar += String(repeating: cell, count: (sum * barWidth + total / 2) / total - start)
      }
      return [group.name.map(Sanitiser.clean) ?? sentences.word(.unknown)]
        + [figures.ticked, figures.bounded, figures.contradicted, figures.unchecked].map { percent($0, of: total) } + [
          bar
        ]
    }
    return heading(title, sentences) + table([header] + rows, rightAligned: [1, 2, 3, 4])
  }

  private static func heading(_ word: StatisticsWord, _ sentences: Sentences) -> String {
    "\n\(sentences.word(word))\n"
  }

  private static func bar(_ number: Int, of most: Int) -> String {
    String(repeating: "█", count: most > 0 ? (number * barWidth + most - 1) / most : 0)
  }

  /// A share in percent with one decimal.
  static func percent(_ part: Int, of whole: Int) -> String {
    let tenths = whole > 0 ? (part * 1000 + whole / 2) / whole : 0
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// Rows aligned in terminal cells.
  private static func table(_ rows: [[String]], rightAligned: Set<Int>) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, column < $1.count ? DisplayWidth.of($1[column]) : 0) }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += "  " + (rightAligned.contains(column) ? gap + cell : column + 1 < row.count ? cell + gap : cell)
      }
      line.dropTrailingSpaces()
      return line + "\n"
    }.joined()
  }
}
