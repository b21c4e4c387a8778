// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Finds columns of prices and of means (单价, 人均) with the columns of counts and amounts that they go with.
struct UnitPrices {
  let words: TableLexicon
  let texts: HeaderTexts
  /// The flow text.
  let bytes: [UInt8]

  /// What a column holds, as far as prices go.
  private enum Kind: Equatable {
    /// Of the pack's kinds of prices and of things that are counted.
    case price(Int)
    case count(Int)
    case amount
    /// Names, remarks, rates and changes, which have no part in a price times a count.
    case idle
    /// Figures that may be factors as well.
    case unknown
  }

  /// Columns of a header that are looked at, and columns that may hold one amount.
  private static let widest = 64
  private static let most = 4

  /// Whether headers name a price.
  func areNamed(by headers: [ColumnHeader]) -> Bool {
    3...UnitPrices.widest ~= headers.count && headers.contains { texts.price($0.path) >= 0 }
  }

  /// The prices of a part whose headers name one.
  func read(
    _ headers: [ColumnHeader], _ part: PartModel, _ table: Table, _ model: TableModel, _ facts: Facts
  ) -> [UnitPrice] {
    let filled = part.figures.indices.filter { !part.figures[$0].entries.isEmpty }
    guard filled.allSatisfy({ $0 < headers.count }) else { return [] }
    let kinds = headers.map(kind)
    // One more factor (months, a discount) would make every product another one; a mean is of its amount whatever else
    // is printed.
    let hasUnknown = filled.contains { kinds[$0] == .unknown }
    var prices = filled.compactMap { unitPrice($0, kinds, headers, filled) }
    if hasUnknown { prices.removeAll { !$0.isMean } }
    if prices.isEmpty { return [] }
    let apart = rowsApart(part, table, model, facts)
    for index in prices.indices { prices[index].apart = apart }
    return prices
  }

  /// A price with the one column that counts its things and those of amounts, all under the same upper header.
  private func unitPrice(_ price: Int, _ kinds: [Kind], _ headers: [ColumnHeader], _ filled: [Int]) -> UnitPrice? {
    guard case .price(let index) = kinds[price] else { return nil }
    let above = texts.above(headers[price].path)
    let group = filled.filter { texts.areEqual(texts.above(headers[$0].path), above) }
    let counts = group.filter { kinds[$0] == .count(index) }
    let amounts = group.filter { kinds[$0] == .amount }
    guard counts.count == 1, group.count(where: { kinds[$0] == kinds[price] }) == 1,
      1...UnitPrices.most ~= amounts.count
    else { return nil }
    return UnitPrice(price: price, count: counts[0], amounts: amounts, isMean: words.unitPrices[index].isMean)
  }

  private func kind(_ header: ColumnHeader) -> Kind {
    let path = header.path
    if texts.price(path) >= 0 { return .price(texts.price(path)) }
    if texts.counted(path) >= 0 { return .count(texts.counted(path)) }
    switch header.role {
    case .label, .code, .unit, .remark, .executionRate, .changeRate, .changeAmount, .share, .prior: return .idle
    case .amount, .actual, .budget, .initialBudget, .total: return .amount
    default: return texts.isAmount(path) ? .amount : .unknown
    }
  }

  /// Rows with a remark of their own, which may tell of a discount, with figures in cells of names, and those with
  /// figures in no known column.
  private func rowsApart(
    _ part: PartModel, _ table: Table, _ model: TableModel, _ facts: Facts
  ) -> [Int] {
    let usual = usualRemark(part, table, model)
    return part.body.filter { row in
      var next = 0
      return table.rows[row].cells.contains(where: { cell in
        let content = table.cells[cell]
        if content.isEmpty { return false }
        if isRemark(Int(content.column), part), !bytes[content.range].elementsEqual(bytes[usual]) { return true }
        if model.figures[at: cell] >= 0 { return isName(Int(content.column), part) }
        let ids = facts.figures.ids(in: content.range, near: next)
        next = ids.upperBound
        return !ids.isEmpty
      })
    }
  }

  /// The remark that more than half of the rows bear, which tells nothing of one of them; empty if there is none.
  private func usualRemark(_ part: PartModel, _ table: Table, _ model: TableModel) -> Range<Int> {
    let remarks = part.body.compactMap { row in
      table.cells(of: row).first { isRemark(Int($0.column), part) }?.range
    }
    var (usual, votes) = (0..<0, 0)
    for remark in remarks {
      if votes == 0 { usual = remark }
      votes += bytes[remark].elementsEqual(bytes[usual]) ? 1 : -1
    }
    let count = remarks.count { bytes[$0].elementsEqual(bytes[usual]) }
    return count * 2 > part.body.count ? usual : 0..<0
  }

  private func isRemark(_ column: Int, _ part: PartModel) -> Bool {
    part.columns.indices.contains(column) && part.columns[column] == .remark
  }

  /// Whether a column is one of names or remarks, or not known.
  private func isName(_ column: Int, _ part: PartModel) -> Bool {
    column < 0 || column >= part.columns.count || part.columns[column] == .label || part.columns[column] == .remark
  }
}

extension TableLexicon {
  /// Which of the pack's kinds of prices a text over a column names, and of which it names the number of things; -1 for
  /// none.
  func prices(namedBy text: LabelSpot) -> (price: Int, counted: Int) {
    let name = text.withoutBracket
    let isPrice = name.begins(with: priceOpeners) || name.ends(in: priceEndings)
    let isCount = name.ends(in: pricedCounts)
    // Few texts are either.
    if !isPrice, !isCount { return (-1, -1) }
    return (
      unitPrices.firstIndex { name.begins(with: $0.openers) || name.ends(in: $0.endings) } ?? -1,
      unitPrices.firstIndex { name.ends(in: $0.counts) } ?? -1
    )
  }

  /// Whether a text over a column names what was paid for all.
  func namesAmount(_ text: LabelSpot) -> Bool { text.withoutBracket.ends(in: amounts) }
}

extension HeaderTexts {
  /// What the lowest text of a path names, as far as prices go.
  func price(_ path: HeaderPath) -> Int { path.isEmpty ? -1 : self[text(path)].price }
  func counted(_ path: HeaderPath) -> Int { path.isEmpty ? -1 : self[text(path)].counted }
  func isAmount(_ path: HeaderPath) -> Bool { !path.isEmpty && self[text(path)].isAmount }
}
