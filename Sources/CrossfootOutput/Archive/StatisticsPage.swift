// SPDX-License-Identifier: Apache-2.0

/// An archive's statistics as one web page that needs no other file.
public enum StatisticsPage {
  public static func render(_ statistics: ArchiveStatistics, language: Language = .en) -> String {
    let sentences = Sentences(language)
    let writer = PageWriter(sentences)
    let all = statistics.all
    let tiles = [
      (all.reports, StatisticsWord.reports), (all.figures.total, .figures), (all.findings.errors, .errors),
      (all.findings.warnings, .warnings), (all.findings.notes, .notes),
    ]
    let kinds = SVGBars.render(writer.bars(statistics.kinds, name: sentences.reportKind))
    let organisations = SVGBars.render(writer.bars(statistics.organisations))
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(sentences.word(.title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <h1>\(sentences.word(.title))</h1>
      <ul class="tiles">\(tiles.map { "<li><b>\(writer.number($0.0))</b>\(sentences.word($0.1))</li>" }.joined())</ul>
      \(writer.section(.rules, SVGBars.render(writer.bars(statistics.rules))))
      \(writer.section(.years, SVGBars.render(writer.bars(statistics.years)), table: statistics.years))
      \(writer.section(.kinds, kinds, table: statistics.kinds, name: sentences.reportKind))
      \(writer.section(.organisations, organisations, table: statistics.organisations))
      \(writer.section(.coverage, SVGBars.render(writer.shares(statistics.years))))
      \(writer.section(.runs, SVGBars.render(writer.shares(statistics.runs))))
      </body>
      </html>

      """
  }

  private static let style = """
    :root{color-scheme:light dark;--text:#1c1c1c;--back:#fff;--soft:#767676;--line:#ddd}
    @media(prefers-color-scheme:dark){:root{--text:#eee;--back:#161616;--soft:#999;--line:#333}}
    body{font:15px/1.5 system-ui,sans-serif;max-width:860px;margin:2em auto;padding:0 1em}
    body{color:var(--text);background:var(--back)}
    h1{font-size:1.5em}h2{font-size:1.1em;margin:2em 0 .5em}
    .tiles{display:flex;flex-wrap:wrap;gap:1.5em;padding:0;list-style:none}.tiles b{display:block;font-size:1.5em}
    svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:var(--text)}svg .soft{fill:var(--soft)}
    .error,.contradicted{fill:#c62828;background:#c62828}.warning,.bounded{fill:#e0a11b;background:#e0a11b}
    .note,.unchecked{fill:#9aa5b1;background:#9aa5b1}.ticked{fill:#2e7d32;background:#2e7d32}
    .key span{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 1em}.key{color:var(--soft);font-size:.85em}
    table{border-collapse:collapse;font-size:.9em;width:100%}
    td,th{text-align:right;padding:.15em .5em;border-bottom:1px solid var(--line)}
    td:first-child,th:first-child{text-align:left}summary{cursor:pointer;color:var(--soft)}
    """
}

/// Writes the parts of the page.
private struct PageWriter {
  let sentences: Sentences

  init(_ sentences: Sentences) { self.sentences = sentences }

  func section(
    _ title: StatisticsWord, _ chart: String, table groups: [ArchiveStatistics.Group] = [],
    name: (String) -> String = { $0 }
  ) -> String {
    if chart.isEmpty { return "" }
    let isShare = title == .coverage || title == .runs
    let classes: [(String, StatisticsWord)] =
      isShare
      ? [("ticked", .ticked), ("bounded", .bounded), ("contradicted", .contradicted), ("unchecked", .unchecked)]
      : [("error", .errors), ("warning", .warnings), ("note", .notes)]
    let key = classes.map { "<span class=\"\($0.0)\"></span>\(sentences.word($0.1))" }.joined()
    let table =
      groups.isEmpty
      ? "" : "<details><summary>\(sentences.word(.figures))</summary>\(self.table(groups, name))</details>"
    return "<h2>\(sentences.word(title))</h2><p class=\"key\">\(key)</p>\(chart)\(table)"
  }

  private func table(_ groups: [ArchiveStatistics.Group], _ name: (String) -> String) -> String {
    let words: [StatisticsWord] = [
      .reports, .figures, .ticked, .bounded, .contradicted, .unchecked, .errors, .warnings, .notes, .perThousand,
    ]
    let header = "<tr><th></th>" + words.map { "<th>\(sentences.word($0))</th>" }.joined() + "</tr>"
    let rows = groups.map { group in
      let (figures, findings) = (group.figures, group.findings)
      let numbers =
        [
          group.reports, figures.total, figures.ticked, figures.bounded, figures.contradicted, figures.unchecked,
          findings.errors,
          findings.warnings, findings.notes,
        ].map(number) + [rate(findings.total, of: figures.total)]
      return "<tr><td>\(label(group, name))</td>" + numbers.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    return "<table>\(header)\(rows.joined())</table>"
  }

  func bars(_ rules: [RuleCount]) -> [SVGBars.Bar] { rules.map { bar($0.rule, $0.findings) } }

  func bars(_ groups: [ArchiveStatistics.Group], name: (String) -> String = { $0 }) -> [SVGBars.Bar] {
    groups.map { bar(label($0, name), $0.findings) }
  }

  private func bar(_ name: String, _ findings: FindingCount) -> SVGBars.Bar {
    SVGBars.Bar(
      name: name, parts: [("error", findings.errors), ("warning", findings.warnings), ("note", findings.notes)],
      label: number(findings.total), isShare: false)
  }

  /// Bars of one length, parted by the states of their figures.
  func shares(_ groups: [ArchiveStatistics.Group]) -> [SVGBars.Bar] {
    groups.filter { $0.figures.total > 0 }.map { group in
      let figures = group.figures
      return SVGBars.Bar(
        name: label(group) { $0 },
        parts: [
          ("ticked", figures.ticked), ("bounded", figures.bounded), ("contradicted", figures.contradicted),
          ("unchecked", figures.unchecked),
        ], label: StatisticsText.percent(figures.ticked, of: figures.total), isShare: true)
    }
  }

  private func label(_ group: ArchiveStatistics.Group, _ name: (String) -> String) -> String {
    SVGBars.escaped(group.name.map(name) ?? sentences.word(.unknown))
  }

  /// A number with commas between thousands.
  func number(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).enumerated() {
      if index > 0, (String(number).utf8.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// How many in a thousand, with two decimals.
  private func rate(_ part: Int, of whole: Int) -> String {
    let hundredths = whole > 0 ? (part * 100_000 + whole / 2) / whole : 0
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
