// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds shares that make up a whole: `三次产业结构为a:b:c`, `三次产业结构由a:b:c调整为d:e:f`, `第一、二、三产业的贡献率分别为A%、B%、C%`,
/// `基本支出和项目支出分别占A%、B%`. Only where their names are known to leave nothing out.
struct ShareSetBinder {
  let figures: [Figure]
  let passage: Passage

  /// Letters of which a passage with such shares holds one.
  static let needed = Letters([Letter.colon, Letter.percent])

  /// More shares than these are not named in one word.
  private static let most = 6
  /// Tokens that are looked through for the names of shares.
  private static let reach = 24

  func bind() -> [Statement] {
    let letters = passage.letters
    guard letters.count > 4 else { return [] }
    var found: [Statement] = []
    var at = 1
    while at < letters.count {
      let letter = letters[at]
      if letter == Letter.colon, letters[at - 1] == Letter.amount {
        let run = ratio(at - 1)
        if run.count > 2, namesWhole(before: run.lowerBound) {
          found.append(statement(stride(from: run.lowerBound, to: run.upperBound, by: 2).map(\.self)))
        }
        at = max(run.upperBound, at + 1)
      } else if letter == Letter.percent,
        letters[at - 1] == WordClass.listOpener.rawValue || letters[at - 1] == WordClass.share.rawValue
      {
        let run = percents(at)
        if run.count > 1, sharesOut(at - 1, run.count), !leavesRest(after: run[run.count - 1]) {
          found.append(statement(run))
        }
        at = (run.last ?? at) + 1
      } else {
        at += 1
      }
    }
    return found + ShareClauses(passage: passage).runs().map(statement)
  }

  private func statement(_ tokens: [Int]) -> Statement {
    let range = passage.tokens[tokens[0]].range.lowerBound..<passage.tokens[tokens[tokens.count - 1]].range.upperBound
    var statement = Statement(shape: .shares, range: range, subject: passage.labelRange(tokens[0]))
    let parts = tokens.map { ListPart(figure: passage.tokens[$0].figure) }
    statement.lists = [PartList(parts: parts, closure: .closed, isTight: true)]
    return statement
  }

  /// The tokens of `a:b:c` from its first number on; empty if it is no ratio of plain numbers.
  private func ratio(_ first: Int) -> Range<Int> {
    var end = first + 1
    while end + 1 < passage.letters.count, passage.letters[end] == Letter.colon,
      passage.letters[end + 1] == Letter.amount
    { end += 2 }
    let isPlain = stride(from: first, to: end, by: 2).allSatisfy { isPlainNumber($0) }
    return isPlain && (5...2 * Self.most).contains(end - first) ? first..<end : first..<first
  }

  private func isPlainNumber(_ token: Int) -> Bool {
    let figure = figures[passage.tokens[token].figure]
    return figure.readable && figure.quantity.unit.dimension == .none && figure.quantity.scale == 0
  }

  /// Percentages that follow each other with nothing but 、 or 和 between.
  private func percents(_ first: Int) -> [Int] {
    var run = [first]
    var at = first + 1
    while at < passage.letters.count, run.count < Self.most {
      if passage.letters[at] == Letter.percent { run.append(at) } else if !joins(at) { break }
      at += 1
    }
    return run
  }

  private func joins(_ token: Int) -> Bool {
    if passage.letters[token] == Letter.enumeration || passage.letters[token] == Letter.comma {
      return token + 1 < passage.letters.count && passage.letters[token + 1] == Letter.percent
    }
    guard passage.letters[token] == Letter.label else { return false }
    let text = passage.bytes[passage.tokens[token].range]
    return passage.lexicon.pack.nameJoints.contains { text.elementsEqual($0.utf8) }
  }

  /// Whether the sentence names a whole set before a ratio, as that of its shares: only periods, joining words and
  /// another ratio of the set stand between.
  private func namesWhole(before token: Int) -> Bool {
    let start = passage.sentenceStart(token)
    var at = token - 1
    while at >= max(start, token - Self.reach) {
      switch passage.letters[at] {
      case Letter.label, WordClass.share.rawValue, WordClass.listOpener.rawValue, WordClass.compare.rawValue:
        if passage.endsInShareNoun(at) {
          // What others use as well is not shared out among the parts (用电结构).
          return wholeSet(from: start, to: at).map {
            endOfWhole($0, to: passage.tokens[at].range.upperBound) == passage.tokens[at].range.upperBound
          } ?? false
        }
        if passage.tokens[at].range.count > Self.longestJoint { return false }
      case WordClass.period.rawValue, WordClass.changeTo.rawValue, WordClass.total.rawValue, Letter.colon,
        Letter.amount:
        break
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// Bytes of a word that joins two ratios: three Han.
  private static let longestJoint = 9

  /// Whether percentages after `分别为` or `分别占` are the shares of names that leave nothing out.
  private func sharesOut(_ opener: Int, _ count: Int) -> Bool {
    guard opener > 1 else { return false }
    let start = passage.sentenceStart(opener)
    let isShare = passage.letters[opener] == WordClass.share.rawValue
    if isShare, passage.letters[opener - 1] != WordClass.respectively.rawValue { return false }
    // Of all parts, and of nothing else: three industries do not use all the power.
    if count == 3, isShare || passage.endsInShareNoun(opener - 1), let end = wholeSet(from: start, to: opener - 1),
      isWhole(end, to: opener)
    {
      return true
    }
    guard isShare else { return false }
    let names = passage.name(before: opener - 1).parts.flatMap(split)
    return names.count == count && passage.lexicon.isPartition(names.map { $0[...] })
  }

  /// Whether the sentence goes on with more shares or a rest.
  private func leavesRest(after last: Int) -> Bool {
    let rest = passage.letters[(last + 1)...].prefix(Passage.reach).prefix {
      $0 != Letter.stop && $0 != Letter.semicolon
    }
    guard let end = rest.indices.last else { return false }
    return rest.contains(WordClass.share.rawValue)
      || passage.lexicon.rests.occurs(
        in: passage.bytes, passage.tokens[last + 1].range.lowerBound..<passage.tokens[end].range.upperBound)
  }

  /// Whether the words from an offset up to `分别` say no more than that shares of the whole follow.
  private func isWhole(_ start: Int, to opener: Int) -> Bool {
    let end = passage.tokens[opener].range.lowerBound
    let at = endOfWhole(start, to: end)
    return at == end || at == passage.tokens[opener - 1].range.lowerBound
  }

  /// Where the words end that say no more of the whole than what it is.
  private func endOfWhole(_ start: Int, to end: Int) -> Int {
    var at = start
    while at < end, let (_, next) = passage.lexicon.wholeNames.longest(in: passage.bytes, at: at, end: end) {
      at = next
    }
    return at
  }

  /// A name that joins two (基本支出和项目支出) as both.
  private func split(_ name: [UInt8]) -> [[UInt8]] {
    for joint in passage.lexicon.pack.nameJoints {
      let bytes = Array(joint.utf8)
      guard name.count > bytes.count else { continue }
      for at in 1..<name.count - bytes.count
      where name[at] == bytes[0] && name[at..<at + bytes.count].elementsEqual(bytes) {
        return [Array(name[..<at]), Array(name[(at + bytes.count)...])]
      }
    }
    return [name]
  }

  /// Offset after the name of all parts that stands in the clause of a token, near before it.
  private func wholeSet(from start: Int, to end: Int) -> Int? {
    let near = max(start, end - Self.reach)
    let clause =
      (near...end).last { passage.letters[$0] == Letter.comma || passage.letters[$0] == Letter.semicolon } ?? near
    return passage.lexicon.wholeSets.nextWord(
      in: passage.bytes, from: passage.tokens[clause].range.lowerBound, to: passage.tokens[end].range.upperBound)?.range
      .upperBound
  }
}
