// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

extension Examination {
  /// Every figure as printed, with its place, in the order of the text.
  public var citedFigures: [CitedFigure] { placed { citation, figure in citation.cite(figure, .stated) } }

  /// Every figure as printed, with its place but without its label and section.
  public var printedFigures: [CitedFigure] { placed { citation, figure in citation.quote(figure) } }

  private func placed(_ cite: (Citation, FigureID) -> CitedFigure) -> [CitedFigure] {
    let citation = Citation(document.printed, facts)
    var cited = facts.figures.indices.map { cite(citation, $0) }
    let table = PositionTable(cited.flatMap { [$0.range.start, $0.range.end] }, in: document.source)
    for index in cited.indices {
      table.place(&cited[index])
      parts.place(&cited[index])
    }
    return cited
  }
}
