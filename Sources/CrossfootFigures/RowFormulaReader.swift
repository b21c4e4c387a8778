// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// A row that is added or taken off.
public struct RowTerm: Sendable, Hashable {
  public var row: Int
  public var sign: Int

  public init(_ row: Int, _ sign: Int) {
    self.row = row
    self.sign = sign
  }
}

/// Reads sentences that say how the rows of a table add up: the sum of items one and two equals that of items three and
/// four.
struct RowFormulaReader {
  let document: Document
  let words: TableLexicon

  /// Blocks before a table that may hold such a sentence, bytes of them all, and items of a formula.
  private static let reach = 4
  private static let longest = 1_200
  private static let most = 24

  /// The text over a table and in its header, if an item could be named in it: few have one.
  func text(over table: Table) -> [UInt8]? {
    var blocks: [Int] = []
    for block in document.blocks.indices[..<table.block].reversed() where document.blocks[block].kind != .furniture {
      guard !document.blocks[block].kind.isTable, blocks.count < RowFormulaReader.reach,
        document.blocks[block].range.count <= RowFormulaReader.longest
      else { break }
      blocks.append(block)
    }
    let rows = table.rows[table.parts.first?.header ?? 0..<0]
    let header = table.cells[(rows.first?.cells.lowerBound ?? 0)..<(rows.last?.cells.upperBound ?? 0)]
    guard
      blocks.contains(where: { mayName(document.blocks[$0].range) }) || header.contains(where: { mayName($0.range) })
    else { return nil }
    var text: [UInt8] = []
    for block in blocks.reversed() { text += LabelText.compact(document.flow.bytes[document.blocks[block].range]) }
    for cell in header { text += LabelText.compact(document.flow.bytes[cell.range]) }
    return text
  }

  /// The terms of a formula in such a text, of which the sum is nothing in every column, or none.
  func terms(in text: [UInt8], _ model: TableModel, _ table: Table) -> [RowTerm] {
    guard text.count <= RowFormulaReader.longest, let items = items(in: text) else { return [] }
    let rows = rows(of: model, table)
    return items.allSatisfy { rows.indices.contains($0.row - 1) && rows[$0.row - 1] >= 0 }
      ? items.map { RowTerm(rows[$0.row - 1], $0.sign) } : []
  }

  /// Whether a character stands in a range that begins the name of an item.
  private func mayName(_ range: Range<Int>) -> Bool {
    words.itemOpeners.nextStart(in: document.flow.bytes, from: range.lowerBound, to: range.upperBound)
      < range.upperBound
  }

  // MARK: the sentence

  /// The items of the first formula in a text, those behind the equals sign taken off.
  private func items(in text: [UInt8]) -> [RowTerm]? {
    var at = 0
    while at < text.count {
      if let items = formula(text, at) { return items }
      at += 1
    }
    return nil
  }

  private func formula(_ text: [UInt8], _ start: Int) -> [RowTerm]? {
    guard var (item, at) = item(text, start) else { return nil }
    var terms: [RowTerm] = []
    var side = 1
    var sign = 1
    var isFirst = true
    while terms.count < RowFormulaReader.most {
      if !isFirst {
        guard let next = self.item(text, at) else { break }
        (item, at) = next
      }
      isFirst = false
      terms.append(RowTerm(item, side * sign))
      sign = 1
      while let (word, end) = words.formulaWords.longest(in: text, at: at, end: text.count) {
        switch words.formulaSigns[word] {
        case .equal where side < 0: return nil
        case .equal: side = -1
        case .minus: sign = -1
        case .plus, .filler: break
        }
        at = end
      }
    }
    return side < 0 && terms.contains { $0.sign < 0 } && terms.count > 2 && Set(terms.map(\.row)).count == terms.count
      ? terms : nil
  }

  /// 第三项: the number of an item, and where it ends.
  private func item(_ text: [UInt8], _ start: Int) -> (item: Int, end: Int)? {
    guard let (_, begin) = words.itemOpeners.longest(in: text, at: start, end: text.count) else { return nil }
    var number = 0
    var end = begin
    if let (word, next) = words.ordinals.longest(in: text, at: begin, end: text.count) {
      (number, end) = (word + 1, next)
    } else {
      while end < text.count, end < begin + 2, text[end] &- 0x30 < 10 {
        number = number * 10 + Int(text[end] &- 0x30)
        end += 1
      }
    }
    guard number > 0, let (_, close) = words.itemNouns.longest(in: text, at: end, end: text.count) else { return nil }
    return (number, close)
  }

  // MARK: the rows

  /// The rows of the outermost numbers in order. One without figures of its own stands for the last total under it; -1
  /// where there is none.
  private func rows(of model: TableModel, _ table: Table) -> [Int] {
    let numbered = model.rowMarks.indices.compactMap { number(of: $0, model, table) }
    guard let level = numbered.map(\.level).min() else { return [] }
    let outer = numbered.filter { $0.level == level }
    return outer.enumerated().map { index, own in
      if own.isName, model.hasFigure(row: own.row) { return own.row }
      let end = index + 1 < outer.count ? outer[index + 1].row : model.rows.count
      return (own.row..<end).last { model.rowMarks[$0].word == .total && model.hasFigure(row: $0) } ?? -1
    }
  }

  /// The level of the number that a row opens with, and whether it stands before the row's name: before a name in a
  /// further cell stands that of a merged cell over several rows.
  private func number(of row: Int, _ model: TableModel, _ table: Table) -> (row: Int, level: Int, isName: Bool)? {
    guard model.rows[row] != .header else { return nil }
    let cells = table.rows[row].cells.filter { !table.cells[$0].isEmpty }
    guard let first = cells.first, model.figures[at: first] < 0,
      let level = document.numbering(of: table.cells[first])?.level
    else { return nil }
    return (row, level, cells.count < 2 || model.figures[at: cells[1]] >= 0)
  }
}
