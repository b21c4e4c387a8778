// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

extension Facts {
  /// Why a figure that begins at an offset is none. Of several reasons the last counts.
  private struct Reason {
    var start: Int
    var order: Int
    var reason: Exclusion
  }

  /// Takes the digits that name rows and columns out of the figures.
  mutating func excludeCodes(of drafts: [TableModeler.Draft], _ tables: [Table]) {
    var reasons: [Reason] = []
    for draft in drafts.indices {
      for range in drafts[draft].codes.codeRanges { reasons.append(Reason(start: range.lowerBound, order: reasons.count, reason: .code)) }
      for range in drafts[draft].codes.numberRanges {
        reasons.append(Reason(start: range.lowerBound, order: reasons.count, reason: .listNumber))
      }
      for part in drafts[draft].parts.indices {
        for row in drafts[draft].parts[part].formulas.rows {
          for cell in tables[draft].cells(of: row) where !cell.isEmpty {
            for id in figures.ids(in: cell.range) {
              reasons.append(Reason(start: figures[id].range.lowerBound, order: reasons.count, reason: .listNumber))
            }
          }
        }
      }
    }
    if reasons.isEmpty { return }
    reasons.sort { ($0.start, $1.order) < ($1.start, $0.order) }
    let before = excluded.count
    exclude(reasons)
    if excluded.count > before { excluded.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  /// Moves the figures that there is a reason for to the excluded tokens. Figures and reasons are gone through side by side.
  private mutating func exclude(_ reasons: [Reason]) {
    var next = 0
    var kept = 0
    for index in figures.indices {
      let start = figures[index].range.lowerBound
      while next < reasons.count, reasons[next].start < start { next += 1 }
      if next < reasons.count, reasons[next].start == start {
        excluded.append(ExcludedToken(range: figures[index].range, reason: reasons[next].reason))
      } else {
        if kept < index { figures[kept] = figures[index] }
        kept += 1
      }
    }
    figures.removeLast(figures.count - kept)
  }
}
