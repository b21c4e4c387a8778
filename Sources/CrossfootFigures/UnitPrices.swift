// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Finds columns of prices and of means (单价, 人均) with the columns of counts and amounts that they go with.
struct UnitPrices {
  let words: TableLexicon
  /// The flow text.
  let bytes: [UInt8]

  /// What a column holds, as far as prices go.
  private enum Kind: Equatable {
    /// Of the pack's kinds of prices and of things that are counted.
    case price(Int), count(Int)
    case amount
    /// Names, remarks, rates and changes, which have no part in a price times a count.
    case idle
    /// Figures that may be factors as well.
    case unknown
  }

  /// Columns of a header that are looked at, and columns that may hold one amount.
  private static let widest = 64
  private static let most = 4

  /// The prices of a part.
  func read(
    _ headers: [ColumnHeader], _ part: PartModel, _ table: Table, _ model: TableModel, _ facts: Facts
  ) -> [UnitPrice] {
    guard 3...UnitPrices.widest ~= headers.count, headers.contains(where: { words.unitPrice($0) != nil }) else { return [] }
    let filled = part.figures.indices.filter { !part.figures[$0].entries.isEmpty }
    guard filled.allSatisfy({ $0 < headers.count }) else { return [] }
    let kinds = headers.map(kind)
    // One more factor (months, a discount) would make every product another one; a mean is of its amount whatever else is printed.
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
    let group = filled.filter { headers[$0].pieces.dropLast().elementsEqual(headers[price].pieces.dropLast()) }
    let counts = group.filter { kinds[$0] == .count(index) }
    let amounts = group.filter { kinds[$0] == .amount }
    guard counts.count == 1, group.count(where: { kinds[$0] == kinds[price] }) == 1, 1...UnitPrices.most ~= amounts.count
    else { return nil }
    return UnitPrice(price: price, count: counts[0], amounts: amounts, isMean: words.unitPrices[index].isMean)
  }

  private func kind(_ header: ColumnHeader) -> Kind {
    if let price = words.unitPrice(header) { return .price(price) }
    if let count = words.unitPrice(countedIn: header) { return .count(count) }
    switch header.role {
    case .label, .code, .unit, .remark, .executionRate, .changeRate, .changeAmount, .share, .prior: return .idle
    case .amount, .actual, .budget, .initialBudget, .total: return .amount
    default: return words.namesAmount(header) ? .amount : .unknown
    }
  }

  /// Rows with a remark of their own, which may tell of a discount, with figures in cells of names, and those with figures in no known column.
  private func rowsApart(
    _ part: PartModel, _ table: Table, _ model: TableModel, _ facts: Facts
  ) -> [Int] {
    let usual = usualRemark(part, table, model)
    return part.body.filter { row in
      var next = 0
      return table.rows[row].cells.indices.contains(where: { cell in
        let content = table.rows[row].cells[cell]
        if content.isEmpty { return false }
        if isRemark(model.alignments[row][cell], part), !bytes[content.range].elementsEqual(bytes[usual]) { return true }
        if model.figures[row, cell] >= 0 { return isName(model.alignments[row][cell], part) }
        let ids = facts.figures.ids(in: content.range, near: next)
        next = ids.upperBound
        return !ids.isEmpty
      })
    }
  }

  /// The remark that more than half of the rows bear, which tells nothing of one of them; empty if there is none.
  private func usualRemark(_ part: PartModel, _ table: Table, _ model: TableModel) -> Range<Int> {
    let remarks = part.body.compactMap { row in
      table.rows[row].cells.indices.first { isRemark(model.alignments[row][$0], part) }.map { table.rows[row].cells[$0].range }
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
  /// Which of the pack's kinds of prices a column holds, by its header.
  func unitPrice(_ header: ColumnHeader) -> Int? {
    guard let leaf = header.pieces.last else { return nil }
    let name = LabelText.withoutBracket(leaf)
    return unitPrices.firstIndex { kind in
      kind.openers.longest(in: name, at: 0, end: name.count) != nil || Self.ends(name, in: kind.endings)
    }
  }

  /// Of which of the pack's kinds of prices a column counts the things.
  func unitPrice(countedIn header: ColumnHeader) -> Int? {
    guard let leaf = header.pieces.last else { return nil }
    let name = LabelText.withoutBracket(leaf)
    return unitPrices.firstIndex { Self.ends(name, in: $0.counts) }
  }

  /// Whether a header names what was paid for all.
  func namesAmount(_ header: ColumnHeader) -> Bool {
    header.pieces.last.map { Self.ends(LabelText.withoutBracket($0), in: amounts) } ?? false
  }

  private static func ends(_ name: [UInt8], in words: WordTrie) -> Bool {
    words.longestSuffix(in: name, before: name.count, start: 0) != nil
  }
}
