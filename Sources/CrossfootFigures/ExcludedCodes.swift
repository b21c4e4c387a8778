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
      for range in drafts[draft].codes.codeRanges {
        reasons.append(Reason(start: range.lowerBound, order: reasons.count, reason: .code))
      }
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
    Self.exclude(reasons, from: &figures, to: &excluded)
    if excluded.count > before { excluded.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  /// Moves the figures that there is a reason for to the excluded tokens. Figures and reasons are gone through side by
  /// side.
  private static func exclude(_ reasons: [Reason], from figures: inout [Figure], to excluded: inout [ExcludedToken]) {
    var next = 0
    var kept = 0
    var span = figures.mutableSpan
    for index in span.indices {
      let range = span[index].range
      while next < reasons.count, reasons[next].start < range.lowerBound { next += 1 }
      if next < reasons.count, reasons[next].start == range.lowerBound {
        excluded.append(ExcludedToken(range: range, reason: reasons[next].reason))
      } else {
        if kept < index { span[kept] = span[index] }
        kept += 1
      }
    }
    figures.removeLast(figures.count - kept)
  }
}
