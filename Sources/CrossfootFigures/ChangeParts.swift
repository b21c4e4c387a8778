// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds what a change is made up of, each item of it a change with a sign of its own: `调增D，其中：甲调增A，乙调减B`,
/// `比上年减少D（主要是甲减少A、乙增加B）`.
struct ChangeParts {
  let figures: [Figure]
  let passage: Passage

  /// Tokens from a change to the word that opens its parts: a mark, a rate, a bracket.
  private static let reach = 6
  /// Parts at least, and at most.
  private static let (fewest, most) = (2, 24)

  /// Letters of which a passage with such parts holds one.
  static let needed = Letters([WordClass.listOpener.rawValue])

  func bind() -> [Statement] {
    passage.letters.indices.lazy.filter { passage.letters[$0] == WordClass.listOpener.rawValue }.compactMap(parts)
  }

  private func parts(openedAt opener: Int) -> Statement? {
    guard let whole = whole(before: opener), let sign = sign(before: whole) else { return nil }
    let level = passage.depth(opener)
    var found: [ListPart] = []
    var end = opener
    var hasRates = false
    for at in passage.front(from: opener + 1, to: passage.letters.count) {
      let letter = passage.letters[at]
      if passage.depth(at) < level || letter == Letter.stop || letter == Letter.close && passage.depth(at) <= level {
        break
      }
      if passage.depth(at) > level { continue }
      switch letter {
      case Letter.amount:
        guard let own = self.sign(before: at), at > 1, isName(at - 2), found.count < Self.most,
          figures[passage.tokens[at].figure].isAlike(figures[passage.tokens[whole].figure])
        else { return nil }
        found.append(ListPart(figure: passage.tokens[at].figure, sign: own * sign))
        end = at
      case Letter.percent where !found.isEmpty && self.sign(before: at) != nil: hasRates = true
      case Letter.percent, Letter.points, Letter.multiple, WordClass.listOpener.rawValue, WordClass.changeTo.rawValue,
        WordClass.total.rawValue:
        return nil
      default: continue
      }
    }
    guard found.count >= Self.fewest, found.contains(where: { $0.sign != found[0].sign }) || found.count > Self.fewest
    else { return nil }
    // Items with rates are the large ones, unless they are known to be all there are.
    if hasRates, !areAll(after: opener, to: end) { return nil }
    let range = passage.tokens[whole].range.lowerBound..<passage.tokens[end].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(whole))
    statement.amount = Candidates(passage.tokens[whole].figure)
    statement.lists = [PartList(parts: found, closure: .closed, isTight: false)]
    // The main causes of a change are not all of them.
    statement.isGuess = true
    return statement
  }

  /// Whether the names that open the clauses behind a word are those of a whole set, whether their items changed or
  /// not.
  private func areAll(after opener: Int, to end: Int) -> Bool {
    let names = passage.front(from: opener + 1, to: end).filter {
      passage.letters[$0] == Letter.label && Self.opens.contains(passage.letters[$0 - 1])
        && passage.depth($0) == passage.depth(opener)
    }
    return passage.lexicon.isPartition(names.map { passage.bytes[passage.tokens[$0].range] })
  }

  private static let opens: [UInt8] = [WordClass.listOpener.rawValue, Letter.colon, Letter.semicolon, Letter.comma]

  /// The change that an opening word shares out.
  private func whole(before opener: Int) -> Int? {
    for at in (max(1, opener - Self.reach)..<max(1, opener)).reversed() {
      switch passage.letters[at] {
      case Letter.amount: return at
      case Letter.comma, Letter.open, Letter.percent, WordClass.up.rawValue, WordClass.down.rawValue: continue
      default: return nil
      }
    }
    return nil
  }

  /// 1 for an amount right behind a word that says more, -1 for one that says less.
  private func sign(before amount: Int) -> Int? {
    guard amount > 0 else { return nil }
    switch passage.letters[amount - 1] {
    case WordClass.up.rawValue: return 1
    case WordClass.down.rawValue: return -1
    default: return nil
    }
  }

  /// Whether a token may end the name of what changed.
  private func isName(_ token: Int) -> Bool {
    passage.letters[token] == Letter.label || passage.letters[token] == Letter.close
      || passage.letters[token] == WordClass.period.rawValue
      || passage.letters[token] == WordClass.andSoOn.rawValue
  }
}
