// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds columns whose names are those of a known sum: 合计 with 基本支出 and 项目支出.
struct KnownColumns {
  let words: TableLexicon
  let texts: HeaderTexts

  /// A name that a column answers to, with the header texts above it.
  private struct Name {
    var column: Int
    var text: LabelID
    var group: HeaderPath
    var known: KnownName
  }

  /// Columns of a header that are looked at.
  private static let widest = 64

  /// The sums that the headers of a part name.
  /// - Parameter figures: the figures of each column.
  func sums(_ headers: [ColumnHeader], _ figures: [ColumnFigures], _ labels: LabelTable) -> [ColumnFormula] {
    var sums: [ColumnFormula] = []
    if mayNameSum(headers) {
      let names = names(headers)
      for whole in names.indices where names[whole].known.wholeOf != 0 {
        for sum in 0..<words.sumCount where names[whole].known.wholeOf & bit(sum) != 0 {
          let found = [false, true].lazy.compactMap {
            self.sum(of: whole, sum, names, headers, labels, isNested: $0)
          }
          if let first = found.first { sums.append(first) }
        }
      }
      // Where more columns are parts, those of another sum with the same whole are not all of it.
      if sums.count > 1 { sums = sums.filter { sum in !sums.contains { $0.holdsMore(than: sum) } } }
    }
    addBeside(headers, figures, to: &sums)
    return sums
  }

  /// Whether a column bears the name of the whole of a known sum, and another one that of a part.
  private func mayNameSum(_ headers: [ColumnHeader]) -> Bool {
    var all = KnownName()
    for column in headers.indices.prefix(KnownColumns.widest) where !headers[column].path.isEmpty {
      let path = headers[column].path
      let own = texts[texts[texts.text(path)].name].known
      all.partOf |= own.partOf
      all.wholeOf |= own.wholeOf
      let above = texts.above(path)
      if !above.isEmpty {
        all.partOf |= texts[texts.text(above)].known.partOf
        all.wholeOf |= texts[texts.text(above)].known.wholeOf
      }
    }
    return all.partOf & all.wholeOf != 0
  }

  /// For each column that a word makes a total, all columns of its group, and of those within it, to its right up to
  /// the next total, or else to its left.
  private func addBeside(_ headers: [ColumnHeader], _ figures: [ColumnFigures], to sums: inout [ColumnFormula]) {
    guard headers.contains(where: isTotal) else { return }
    let known = sums.count
    var filled: [Int] = []
    var totals: [Int] = []
    for column in headers.indices.prefix(figures.count) where figures[column].entries.count > figures[column].gaps.count
    {
      if filled.count == KnownColumns.widest { break }
      if filled.isEmpty { filled.reserveCapacity(headers.count) }
      filled.append(column)
      if isTotal(headers[column]) { totals.append(column) }
    }
    for (index, total) in totals.enumerated() where !sums[..<known].contains(where: { $0.target == total }) {
      let next = index + 1 < totals.count ? totals[index + 1] : headers.count
      let last = index > 0 ? totals[index - 1] : -1
      let group = texts.above(headers[total].path)
      for range in [(total + 1)..<next, (last + 1)..<total] {
        let parts = filled.filter { column in
          range.contains(column) && isAmount(headers[column]) && !texts.hasPart(headers[column].path)
            && texts.stands(headers[column].path, below: group)
        }
        if parts.count < 2 { continue }
        sums.append(ColumnFormula(.beside, target: total, terms: parts.map { ColumnTerm($0) }))
        break
      }
    }
  }

  private func isTotal(_ header: ColumnHeader) -> Bool {
    !header.path.isEmpty && texts[texts.text(header.path)].isTotal
  }

  private func isAmount(_ header: ColumnHeader) -> Bool {
    switch header.role {
    case .unknown, .amount, .actual, .budget, .initialBudget: !header.path.isEmpty
    default: false
    }
  }

  private func bit(_ sum: Int) -> UInt64 { 1 << UInt64(sum) }

  /// Every column by its own name; the total of a group of columns also by the name of the group.
  private func names(_ headers: [ColumnHeader]) -> [Name] {
    var names: [Name] = []
    names.reserveCapacity(min(headers.count, KnownColumns.widest) + 1)
    for column in headers.indices.prefix(KnownColumns.widest) where !headers[column].path.isEmpty {
      let text = texts[texts.text(headers[column].path)].name
      let group = texts.above(headers[column].path)
      names.append(Name(column: column, text: text, group: group, known: texts[text].known))
      if !group.isEmpty, texts[text].isTotal {
        let above = texts.text(group)
        names.append(Name(column: column, text: above, group: texts.above(group), known: texts[above].known))
      }
    }
    return names
  }

  /// The parts of a whole among the columns of its group, to its right up to the next such whole, or else to its left.
  /// - Parameter isNested: whether parts may stand in groups within that of the whole; then all must be there.
  private func sum(
    of whole: Int, _ sum: Int, _ names: [Name], _ headers: [ColumnHeader], _ labels: LabelTable, isNested: Bool
  ) -> ColumnFormula? {
    let own = names[whole].column
    var next = Int.max
    var before = -1
    // Indices of the names that are parts: the columns ascend.
    var parts: [Int] = []
    for index in names.indices where names[index].column != own {
      let isPart = names[index].known.partOf & bit(sum) != 0
      guard isPart || names[index].known.wholeOf & bit(sum) != 0,
        texts.areEqual(names[index].group, names[whole].group)
          || isNested && texts.stands(headers[names[index].column].path, below: names[whole].group)
      else { continue }
      if isPart {
        parts.append(index)
      } else if names[index].column > own {
        next = min(next, names[index].column)
      } else {
        before = names[index].column
      }
    }
    if parts.count < 2 { return nil }
    for range in [own..<next, before..<own] {
      // What a part is made up of is no part beside it.
      let beside = parts.filter { range.contains(names[$0].column) }
      let near = beside.filter { part in !beside.contains { names[$0].known.wholeOf & names[part].known.partOf != 0 } }
      guard near.count >= 2 else { continue }
      // Behind another whole that has no parts before it stand the parts of that one.
      if range.lowerBound == before, before >= 0, parts.count(where: { names[$0].column < before }) < 2 { continue }
      let places = Set(near.compactMap { words.place(of: labels.spot(names[$0].text), in: sum) })
      guard places.count == near.count else { continue }
      let isAll = places.count == words.partCount(sum)
      if isNested, !isAll { continue }
      var formula = ColumnFormula(
        isAll ? .allNames : .someNames, target: own, terms: near.map { ColumnTerm(names[$0].column) })
      formula.isOfThings = words.isOfThings(sum)
      return formula
    }
    return nil
  }
}

extension ColumnFormula {
  /// Whether it adds up all columns of another sum with the same total, and others besides.
  fileprivate func holdsMore(than other: ColumnFormula) -> Bool {
    target == other.target && terms.count > other.terms.count && other.terms.allSatisfy(terms.contains)
  }
}
