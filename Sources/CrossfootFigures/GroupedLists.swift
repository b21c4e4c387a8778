// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Lists whose items share out an amount each.
extension ListBinder {
  /// Whether an amount is that of several names of one item, `，契税、房产税等A`: not one of them has an amount of its own.
  func isNamedBySome(_ index: Int) -> Bool {
    guard index > 1, passage.letters[index - 1] == WordClass.andSoOn.rawValue,
      passage.letters[index - 2] == Letter.label
    else { return false }
    for at in passage.back(from: index - 1, to: 0).reversed() {
      switch passage.letters[at] {
      case Letter.label, WordClass.period.rawValue: continue
      case Letter.enumeration: if at == 0 || passage.letters[at - 1] == Letter.amount { return false }
      case Letter.comma, Letter.semicolon, Letter.colon, WordClass.listOpener.rawValue: return true
      default: return false
      }
    }
    return false
  }

  /// The other parts of a partition whose first part stands alone in its sentence: they open the sentences behind it
  /// (其中：一般债券A，用于…。专项债券B，用于…).
  func partition(with first: Int, from end: Int) -> [Int] {
    guard passage.label(first, holds: passage.lexicon.partitionNames) else { return [] }
    let next = continued(from: end, level: passage.depth(first), figures[passage.tokens[first].figure])
    return (1...Self.mostSentences).lazy.filter { $0 <= next.count }.map { Array(next.prefix($0)) }.first { rest in
      rest.allSatisfy { !passage.back(from: $0, to: passage.sentenceStart($0)).contains(where: passage.isMainAmount) }
        && passage.lexicon.isPartition(([first] + rest).map { passage.bytes[passage.labelRange($0)] })
    } ?? []
  }

  /// Further sentences of a list at most.
  private static let mostSentences = 3

  /// Whether a list in a sentence of its own may be of another amount than the one before it, though it is known to be
  /// whole: things are named side by side (常住人口A，户籍人口B。其中：城镇C，乡村D), and a part of what was said comes first where
  /// the list shares it out in a respect (零售额A，其中限额以上B。按经营地分，城镇C，乡村D).
  func isOfOneOfSeveral(_ total: Int, _ opener: Int) -> Bool {
    guard passage.sentenceStart(opener) > total else { return false }
    return passage.tokens[opener].value == ClauseWord.respect
      || figures[passage.tokens[total].figure].quantity.unit.dimension != .money
  }

  /// Whether an amount is called a volume of what its name says (城镇零售总额A, 邮政业务总量B): that is no sum of what
  /// stands before.
  func isVolume(_ part: Int) -> Bool {
    guard part > 1, passage.letters[part - 2] == Letter.label else { return false }
    let word = passage.bytes[passage.tokens[part - 1].range]
    return passage.lexicon.pack.volumeWords.contains { word.elementsEqual($0.utf8) }
  }

  /// Whether a mark stands inside the name of an item: between two names without an amount, or before its amount.
  func isInName(_ token: Int, of part: Int) -> Bool {
    if passage.letters[token] == WordClass.andSoOn.rawValue { return token + 1 == part }
    return passage.letters[token] == Letter.enumeration && token > 0 && passage.letters[token - 1] == Letter.label
      && passage.letters[token + 1] == Letter.label
  }

  /// The total of both sides that a list of one of them shares out: `收支总预算A。收入包括：甲B、乙C；支出包括：丙D、丁E`.
  func bothSides(at opener: Int) -> Int? {
    guard opener > 1, passage.letters[opener - 1] == Letter.label,
      passage.letters[opener - 2] == Letter.stop || passage.letters[opener - 2] == Letter.semicolon
    else { return nil }
    let name = LabelText.stripped(passage.bytes[passage.tokens[opener - 1].range])
    guard
      name.elementsEqual(passage.lexicon.pack.incomeWord.utf8)
        || name.elementsEqual(passage.lexicon.pack.expenseWord.utf8)
    else { return nil }
    let start = passage.sentenceStart(opener)
    guard start > 0,
      let total = passage.back(from: start, to: passage.sentenceStart(start - 1)).last(where: {
        passage.isMainAmount($0) && passage.depth($0) == 0
      }),
      passage.label(total, holds: passage.lexicon.bothSides)
    else { return nil }
    return total
  }

  /// `基金总收入A，总支出B。其中，甲收入C，支出D；乙收入E，支出F`: what one side of each item comes to is that side of the whole. So it is with
  /// `项目N个，资金A。其中，甲M个，资金B；乙K个，资金C`, if the other side adds up: then no item is left out.
  func sides(openedAt opener: Int, of list: Statement) -> [Statement] {
    let last = opener > 0 && passage.letters[opener - 1] == Letter.stop ? opener - 1 : opener
    let start = passage.sentenceStart(last)
    let heads = passage.front(from: start, to: last).filter {
      passage.isMainAmount($0) && passage.depth($0) == passage.depth(opener)
    }
    guard heads.count == 2 else { return [] }
    let isSided = passage.side(of: heads[0]) == 0 && passage.side(of: heads[1]) == 1
    guard isSided || !isAlike(heads[0], heads[1]) else { return [] }
    let groups = grouped(openedAt: opener)
    guard groups.count >= 2, groups.allSatisfy({ isPair($0, like: heads, isSided: isSided) }) else { return [] }
    return heads.indices.compactMap { side in
      let other = 1 - side
      let others = groups.map { passage.tokens[$0[other]].figure }
      if !isSided, !figures.addUp(others, to: passage.tokens[heads[other]].figure) { return nil }
      var statement = grouped(
        passage.tokens[heads[side]].figure, groups.map { passage.tokens[$0[side]].figure }, in: list)
      // Items of both sides are mostly all there are: a slip of a digit tells.
      statement.lists[0].closure = .unknown
      statement.lists[0].isTight = true
      (statement.isGuess, statement.listForm) = (false, nil)
      return statement
    }
  }

  private func isPair(_ group: [Int], like heads: [Int], isSided: Bool) -> Bool {
    group.count == 2 && (!isSided || passage.side(of: group[0]) == 0 && passage.side(of: group[1]) == 1)
      && zip(group, heads).allSatisfy(isAlike)
  }

  private func isAlike(_ a: Int, _ b: Int) -> Bool {
    figures[passage.tokens[a].figure].isAlike(figures[passage.tokens[b].figure])
  }

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

  /// The parts of a list between its semicolons, up to a second opening word: behind that nothing tells the levels
  /// apart.
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
    statement.amount = Candidates(total)
    statement.lists = [PartList(parts: parts.map { ListPart(figure: $0) }, closure: .closed, isTight: false)]
    statement.isGuess = true
    statement.listForm = .grouped
    return statement
  }
}
