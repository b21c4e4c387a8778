// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Lists whose items share out an amount each.
extension ListBinder {
  /// `债券A，其中：新增债券B，本级留用C，转贷县区D；再融资债券E，本级留用F，转贷县区G`: the items come to the total, and what follows
  /// an item's amount up to the semicolon comes to the item.
  func groups(openedAt opener: Int, of list: Statement) -> [Statement] {
    guard let total = list.amount.first else { return [] }
    let groups = grouped(openedAt: opener).map { group in
      group.map { passage.tokens[$0].figure }.filter { figures[$0].isAlike(figures[total]) }
    }.filter { !$0.isEmpty }
    guard groups.count >= 2, groups.contains(where: { $0.count > 2 }) else { return [] }
    let items = groups.filter { $0.count > 2 }.map { grouped($0[0], Array($0.dropFirst()), in: list) }
    return [grouped(total, groups.map { $0[0] }, in: list)] + items
  }

  /// The parts of a list between its semicolons, up to a second opening word: behind that nothing tells the levels apart.
  private func grouped(openedAt opener: Int) -> [[Int]] {
    let level = passage.depth(opener)
    var groups: [[Int]] = [[]]
    for index in opener + 1..<extentEnd(from: opener) {
      if passage.letters[index] == WordClass.listOpener.rawValue { return [] }
      if passage.letters[index] == Letter.semicolon, passage.depth(index) == level {
        groups.append([])
      } else if isPart(index, level: level) {
        groups[groups.count - 1].append(index)
      }
    }
    return groups
  }

  private func grouped(_ total: FigureID, _ parts: [FigureID], in list: Statement) -> Statement {
    var statement = Statement(shape: .list, range: list.range, subject: list.subject)
    statement.amount = [total]
    statement.lists = [PartList(parts: parts.map { ListPart(figure: $0) }, closure: .closed, isTight: false)]
    statement.isGuess = true
    statement.listForm = .grouped
    return statement
  }
}
