// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds columns whose names are those of a known sum: 合计 with 基本支出 and 项目支出.
struct KnownColumns {
  let words: TableLexicon

  /// A name that a column answers to, with the header texts above it.
  private struct Name {
    var column: Int
    var text: [UInt8]
    var group: ArraySlice<[UInt8]>
    var known: KnownName
  }

  /// Columns of a header that are looked at.
  private static let widest = 64

  /// The sums that the headers of a part name.
  /// - Parameter figures: the figures of each column.
  func sums(_ headers: [ColumnHeader], _ figures: [ColumnFigures]) -> [ColumnFormula] {
    let names = names(headers)
    var sums: [ColumnFormula] = []
    for whole in names where whole.known.wholeOf != 0 {
      for sum in 0..<words.sumCount where whole.known.wholeOf & bit(sum) != 0 {
        if let found = self.sum(of: whole, sum, names) { sums.append(found) }
      }
    }
    let filled = headers.indices.filter { $0 < figures.count && figures[$0].rows.count > figures[$0].gaps.count }
    return sums + beside(headers, filled, known: Set(sums.map(\.target)))
  }

  /// For each column that a word makes a total, all columns of its group to its right up to the next total, or else to its left.
  private func beside(_ headers: [ColumnHeader], _ filled: [Int], known: Set<Int>) -> [ColumnFormula] {
    let filled = filled.prefix(KnownColumns.widest)
    let totals = filled.filter { headers[$0].pieces.last.map(isTotal) ?? false }
    return totals.filter { !known.contains($0) }.compactMap { total in
      let group = headers[total].pieces.dropLast()
      let next = totals.first { $0 > total } ?? headers.count
      let last = totals.last { $0 < total } ?? -1
      for range in [(total + 1)..<next, (last + 1)..<total] {
        let parts = filled.filter {
          range.contains($0) && isAmount(headers[$0]) && headers[$0].pieces.dropLast().elementsEqual(group)
        }
        if parts.count >= 2 { return ColumnFormula(.beside, target: total, terms: parts.map { ColumnTerm($0) }) }
      }
      return nil
    }
  }

  private func isAmount(_ header: ColumnHeader) -> Bool {
    switch header.role {
    // A column of figures may be headed by a word that elsewhere heads names (项目).
    case .unknown, .label, .amount, .actual, .budget, .initialBudget: !header.pieces.isEmpty
    default: false
    }
  }

  private func bit(_ sum: Int) -> UInt64 { 1 << UInt64(sum) }

  /// Every column by its own name; the total of a group of columns also by the name of the group.
  private func names(_ headers: [ColumnHeader]) -> [Name] {
    var names: [Name] = []
    for (column, header) in headers.enumerated().prefix(KnownColumns.widest) {
      guard let name = header.pieces.last else { continue }
      let text = words.parts.longest(in: name, at: 0, end: name.count).map { LabelText.stripped(name[$0.end...]) } ?? name
      let group = header.pieces.dropLast()
      names.append(Name(column: column, text: text, group: group, known: words.known(text)))
      if let above = group.last, isTotal(text) {
        names.append(Name(column: column, text: above, group: group.dropLast(), known: words.known(above)))
      }
    }
    return names
  }

  private func isTotal(_ text: [UInt8]) -> Bool {
    let name = LabelText.withoutBracket(text)
    return words.totals.longestSuffix(in: name, before: name.count, start: 0)?.start == 0
      || words.subtotals.longestSuffix(in: name, before: name.count, start: 0)?.start == 0
  }

  /// The parts of a whole among the columns of its group, to its right up to the next such whole, or else to its left.
  private func sum(of whole: Name, _ sum: Int, _ names: [Name]) -> ColumnFormula? {
    let peers = names.filter { $0.group == whole.group && $0.column != whole.column }
    let wholes = peers.filter { $0.known.wholeOf & bit(sum) != 0 && $0.known.partOf & bit(sum) == 0 }.map(\.column)
    let next = wholes.first { $0 > whole.column } ?? .max
    let before = wholes.last { $0 < whole.column } ?? -1
    for range in [whole.column..<next, before..<whole.column] {
      let parts = peers.filter { range.contains($0.column) && $0.known.partOf & bit(sum) != 0 }
      let places = Set(parts.compactMap { words.place(of: $0.text, in: sum) })
      guard parts.count >= 2, places.count == parts.count else { continue }
      let isAll = places.count == words.partCount(sum)
      return ColumnFormula(
        isAll ? .allNames : .someNames, target: whole.column, terms: parts.map { ColumnTerm($0.column) })
    }
    return nil
  }
}
