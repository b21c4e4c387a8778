// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

extension Examination {
  /// Every figure as printed, with its place, in the order of the text.
  public var citedFigures: [CitedFigure] {
    let citation = Citation(document, facts)
    var cited = facts.figures.indices.map { citation.cite($0, .stated) }
    let table = PositionTable(cited.flatMap { [$0.range.start, $0.range.end] }, in: document.source)
    for index in cited.indices {
      table.place(&cited[index])
      parts.place(&cited[index])
    }
    return cited
  }
}
