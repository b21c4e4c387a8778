// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds the lists of a passage: a total, an opening word (其中, 包括), and parts, each a label with an amount.
///
/// How far a list reaches and how it nests cannot be read off with certainty, so extents are readings: to the end of
/// the sentence, to the first semicolon, without what stands under a second opening word.
struct ListBinder {
  let figures: [Figure]
  let passage: Passage

  /// Lists that were not bound because they are longer than ``Passage/reach``.
  private(set) var tooLong = 0
  /// The amount that the last list shares out, and the word that opens it.
  private var shared: (total: Int, opener: Int)?

  private static let maxReadings = 5
  private static let maxTotals = 4

  init(figures: [Figure], passage: Passage) {
    self.figures = figures
    self.passage = passage
  }

  /// Letters of which a passage with a list holds one: what opens it.
  static let needed = Letters([WordClass.listOpener.rawValue, Letter.open])

  mutating func bind() -> [Statement] {
    var statements: [Statement] = []
    for index in passage.letters.indices {
      let letter = passage.letters[index]
      let isOpener = letter == WordClass.listOpener.rawValue
      guard isOpener || letter == Letter.open && isPlainBracket(index), var statement = list(openedAt: index) else {
        continue
      }
      // A bracket behind an amount mostly shares it out, but nothing says so.
      if !isOpener {
        statement.isGuess = statement.isGuess || !statement.lists.contains { $0.closure == .closed && !$0.isTentative }
      }
      statements.append(statement)
      if isOpener { statements += groups(openedAt: index, of: statement) + sides(openedAt: index, of: statement) }
    }
    return statements
  }

  /// Whether a bracket right behind an amount holds nothing but names and amounts: `A（甲B，乙C）`.
  private func isPlainBracket(_ index: Int) -> Bool {
    guard index > 0, passage.isMainAmount(index - 1), index + 1 < passage.letters.count,
      passage.letters[index + 1] == Letter.label
    else { return false }
    for letter in passage.letters[(index + 1)...] {
      if letter == Letter.close { return true }
      if letter != Letter.amount, !Self.inBracket.contains(letter) { return false }
    }
    return false
  }

  private static let inBracket: [UInt8] = [
    Letter.label, Letter.comma, Letter.enumeration, Letter.semicolon, WordClass.period.rawValue,
  ]

  private mutating func list(openedAt opener: Int) -> Statement? {
    if namesTerm(opener) { return nil }
    let again = sharedAgain(at: opener)
    let both = bothSides(at: opener)
    guard let nearest = both ?? again ?? total(before: opener, like: nil), !isMean(nearest) else { return nil }
    // What cannot be read is what is shared out.
    if !figures[passage.tokens[nearest].figure].readable { return nil }
    var end = extentEnd(from: opener)
    if both != nil { end = firstSemicolon(from: opener, to: end) ?? end }
    if end - opener > Passage.reach {
      tooLong += 1
      return nil
    }
    let own = (opener + 1..<end).filter { isPart($0, level: passage.depth(opener)) }
    let parts = own.count == 1 ? own + partition(with: own[0], from: end) : own
    guard parts.count >= 2, let last = parts.last else { return nil }
    let unit = figures[passage.tokens[parts[0]].figure]
    // 公务用车费A，购置1辆。其中：购置费B，运行费C: a list of money is of money.
    let total =
      figures[passage.tokens[nearest].figure].isAlike(unit)
      ? nearest : self.total(before: opener, like: unit) ?? nearest
    shared = (total, opener)
    let range = passage.tokens[total].range.lowerBound..<passage.tokens[last].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(total))
    statement.lists = readings(of: parts, total: total, end: end)
    // 超收A，主要是甲分享B。其中：乙C，丙D: what a sentence of its own shares out is not less than a part.
    let isLess = opener > 0 && passage.letters[opener - 1] == Letter.stop && parts.contains { exceeds($0, total) }
    let isClosed = !isLess && statement.lists.contains { $0.closure == .closed }
    statement.amount = Candidates(totals(total, closed: isClosed && !isOfOneOfSeveral(total, opener)))
    // In a sentence of its own it may be the last part that is shared out.
    if again != nil, passage.sentenceStart(opener) > nearest { statement.isGuess = true }
    // Too many to rule them all out.
    if statement.amount.count > Self.maxTotals { statement.isGuess = true }
    return statement.lists.isEmpty ? nil : statement
  }

  /// The amount that a list before has shared out, where the opening word shares it out in another respect:
  /// `余额A，分性质看，甲B，乙C；分级次看，丙D，丁E`.
  private func sharedAgain(at opener: Int) -> Int? {
    guard passage.tokens[opener].value == ClauseWord.respect, let shared, shared.opener + 1 < opener,
      passage.sentencesBack(1, from: opener) <= shared.opener, passage.depth(shared.total) == passage.depth(opener)
    else { return nil }
    return shared.total
  }

  private func exceeds(_ part: Int, _ total: Int) -> Bool {
    let (part, total) = (figures[passage.tokens[part].figure], figures[passage.tokens[total].figure])
    return part.isAlike(total) && part.quantity.value.order(total.quantity.value) > 0
  }

  /// Whether an amount is a mean (人均, 平均): means of parts do not add up.
  private func isMean(_ total: Int) -> Bool {
    let clause = passage.back(from: total, to: passage.sentenceStart(total))
    return passage.letters[clause].reversed().prefix { $0 != Letter.semicolon && $0 != Letter.amount }.contains(
      WordClass.mean.rawValue)
  }

  /// What the list may be of: the amount before it, and where nothing says that the list shares that amount out, any
  /// amount of its sentence: `共甲A件，乙B件，包括…`, `学校A所，学生B人，教师C人。其中…`.
  private func totals(_ nearest: Int, closed: Bool) -> [FigureID] {
    let near = passage.tokens[nearest].figure
    guard !closed, passage.depth(nearest) == 0 else { return [near] }
    let others = passage.front(from: passage.sentenceStart(nearest), to: nearest).lazy.filter {
      passage.isMainAmount($0) && passage.depth($0) == 0 && figures[passage.tokens[$0].figure].isAlike(figures[near])
    }
    return [near] + others.prefix(Self.maxTotals).map { passage.tokens[$0].figure }
  }

  /// The amount that the list is of: the nearest amount before the opening word, with at most marks and modifiers
  /// between; across a full stop only if the opening word starts the next sentence.
  /// - Parameter unit: a figure of the unit that it must be counted in.
  private func total(before opener: Int, like unit: Figure?) -> Int? {
    let least = max(0, opener - Passage.reach)
    var at = opener - 1
    var stops = 0
    // Brackets that closed before the one the list stands in are passed over.
    var level = passage.depth(opener)
    while at >= least {
      let letter = passage.letters[at]
      if letter == Letter.open, passage.depth(at) == level {
        // 比预算增加A（其中：甲B，乙C）: a change is shared out, not what stands before it.
        if at > 0, passage.letters[at - 1] == Letter.amount, !passage.isMainAmount(at - 1) { return nil }
        level -= 1
      }
      if letter == Letter.stop {
        stops += 1
        if stops > 1 || at != opener - 1 { return nil }
      } else if letter == Letter.semicolon
        || letter == Letter.open && passage.depth(at) <= passage.depth(opener) && at != opener - 1
          && !inside(at, opener)
      {
        return nil
      } else if letter == Letter.close, passage.depth(at) > level {
        at = passage.opening(of: at)
      } else if passage.isMainAmount(at), unit.map({ figures[passage.tokens[at].figure].isAlike($0) }) ?? true {
        return passage.depth(at) <= passage.depth(opener) ? at : nil
      } else if isNamedBehind(at, before: opener), unit.map({ figures[passage.tokens[at].figure].isAlike($0) }) ?? true
      {
        return at
      } else if letter == Letter.label, at == opener - 1 {
        // A label right before the opening word is the subject of the list, not the amount before it.
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// Whether a change is of what its amount is followed by, and the list opens right there: `新增A债务限额，其中：甲B，乙C`.
  private func isNamedBehind(_ amount: Int, before opener: Int) -> Bool {
    guard passage.letters[amount] == Letter.amount, passage.depth(amount) == passage.depth(opener), amount + 3 == opener
    else { return false }
    return passage.letters[amount + 1] == Letter.label && passage.letters[amount + 2] == Letter.comma
  }

  private func inside(_ open: Int, _ opener: Int) -> Bool { passage.depth(open) == passage.depth(opener) }

  /// Whether a weak opening word only says what the next term of a sum is for (扣减用于还本的A): nothing before it is shared
  /// out.
  private func namesTerm(_ opener: Int) -> Bool {
    guard opener > 0, passage.tokens[opener].value == ClauseWord.weak else { return false }
    let before = passage.letters[opener - 1]
    return before == WordClass.plus.rawValue || before == WordClass.minus.rawValue
      || before == WordClass.realGrowth.rawValue && passage.tokens[opener - 1].value == ClauseWord.deducting
  }

  /// Where the list ends at the latest: the end of the sentence, or of the bracket it stands in.
  func extentEnd(from opener: Int) -> Int {
    let level = passage.depth(opener)
    let isWeak = passage.tokens[opener].value == ClauseWord.weak
    var sawAmount = false
    var at = opener + 1
    while at < passage.letters.count, at - opener <= Passage.reach {
      // A purpose without amounts ends at its comma: what follows is another clause.
      if isWeak, passage.letters[at] == Letter.semicolon || passage.letters[at] == Letter.comma && !sawAmount { break }
      if passage.letters[at] == Letter.amount { sawAmount = true }
      if passage.letters[at] == Letter.stop, passage.depth(at) <= level { break }
      if passage.letters[at] == Letter.close, passage.depth(at) <= level { break }
      at += 1
    }
    return at
  }

  /// Whether a token is a part: an amount of the list's own level that names what it is of.
  func isPart(_ index: Int, level: Int) -> Bool {
    guard passage.isMainAmount(index), passage.depth(index) == level, index > 0, !passage.isWeight(index) else {
      return false
    }
    let before = passage.letters[index - 1]
    return before == Letter.label || before == Letter.close || before == WordClass.compare.rawValue
      || before == WordClass.period.rawValue && !passage.labelRange(index).isEmpty || isNamedBySome(index)
      || before == WordClass.total.rawValue && isVolume(index)
  }

  private func readings(of parts: [Int], total: Int, end: Int) -> [PartList] {
    let whole = figures[passage.tokens[total].figure]
    let alike = parts.filter { figures[passage.tokens[$0].figure].isAlike(whole) }
    guard whole.quantity.unit.dimension != .none, alike.count >= 2 else { return [] }
    // What a part that cannot be read comes to is not known.
    let isWhole = parts.allSatisfy { figures[passage.tokens[$0].figure].readable }
    var seen: [[Int]] = []
    var lists: [PartList] = []
    func add(_ extent: [Int], isTentative: Bool) {
      guard extent.count >= 2, seen.count < Self.maxReadings, !seen.contains(extent) else { return }
      seen.append(extent)
      var list = PartList(
        parts: extent.map { ListPart(figure: passage.tokens[$0].figure) },
        closure: isWhole ? closure(of: extent, total: total, end: end) : .open,
        isTight: isTight(extent, opened: parts[0]))
      list.isTentative = isTentative
      list.isLevel = list.isTight && isLevel(extent, whole)
      lists.append(list)
    }
    add(alike, isTentative: false)
    if let inner = (parts[0]..<end).first(where: { passage.letters[$0] == WordClass.listOpener.rawValue }) {
      add(withoutNested(alike, inner: inner, end: end), isTentative: false)
      add(alike.filter { $0 < inner }, isTentative: false)
    }
    if let cut = (parts[0]..<end).first(where: { Self.mayEnd.contains(passage.letters[$0]) }) {
      add(alike.filter { $0 < cut }, isTentative: false)
    }
    let more = continued(from: end, level: passage.depth(parts[0]), whole)
    add(alike + more.filter { !alike.contains($0) }, isTentative: true)
    // More than a few would not be taken.
    for length in stride(from: alike.count - 1, through: 2, by: -1).prefix(2 * Self.maxReadings)
    where seen.count < Self.maxReadings {
      add(Array(alike.prefix(length)), isTentative: true)
    }
    return lists
  }

  /// Marks and words after which another subject may begin.
  private static let mayEnd: [UInt8] = [Letter.semicolon, WordClass.total.rawValue, WordClass.plus.rawValue]

  /// Whether nothing but names and one and the same mark stands between the parts: then none of them can be a part of
  /// another. After a semicolon another subject may begin, unless a colon opened the list.
  private func isTight(_ parts: [Int], opened first: Int) -> Bool {
    var only: UInt8?
    for (before, part) in zip(parts, parts.dropFirst()) {
      for token in before + 1..<part
      where passage.depth(token) == passage.depth(part) && passage.letters[token] != Letter.close {
        let letter = passage.letters[token]
        if letter == Letter.label || letter == WordClass.period.rawValue || letter == only || isInName(token, of: part)
        {
          continue
        }
        if only != nil { return false }
        only = letter
      }
    }
    let mark = only ?? Letter.enumeration
    if mark == Letter.semicolon { return passage.letters[..<first].suffix(3).contains(Letter.colon) }
    return mark == Letter.comma || mark == Letter.enumeration
  }

  /// Whether the parts stand on one level and do not overlap. A sum of money is mostly shared out; of things
  /// (党员A人，女性B人) a name must say so: kinds that exclude each other. What happened is counted under one kind
  /// (信息泄露漏洞A起、弱口令漏洞B起).
  private func isLevel(_ parts: [Int], _ whole: Figure) -> Bool {
    if whole.quantity.unit.dimension == .money || whole.quantity.unit.dimension == .score {
      return isEnumerated(parts) || (parts.count == 2 ? !mayHold(parts[0], parts[1]) : areAlikeNames(parts))
    }
    if passage.lexicon.eventUnits.contains(whole.quantity.unit.name), parts.count > 2, isEnumerated(parts),
      areAlikeNames(parts)
    {
      return true
    }
    return passage.lexicon.areExclusive(parts.map { passage.bytes[passage.labelRange($0)] })
  }

  /// Whether an amount may be a part of the one before it: it is no larger.
  private func mayHold(_ first: Int, _ second: Int) -> Bool {
    figures[passage.tokens[second].figure].quantity.value.order(figures[passage.tokens[first].figure].quantity.value)
      <= 0
  }

  /// Whether the parts' names end in the same noun (重大隐患, 较大隐患, 一般隐患): kinds of one thing.
  private func areAlikeNames(_ parts: [Int]) -> Bool {
    let names = parts.map { LabelText.stripped(passage.bytes[passage.labelRange($0)]) }
    guard let first = names.first, first.count > Self.noun else { return false }
    return names.allSatisfy { $0.count > Self.noun && $0.suffix(Self.noun).elementsEqual(first.suffix(Self.noun)) }
  }

  /// Bytes of a noun of two Han.
  private static let noun = 6

  /// Whether enumeration marks stand between all parts.
  private func isEnumerated(_ parts: [Int]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { before, part in
      !passage.letters[before + 1..<part].contains { $0 == Letter.comma || $0 == Letter.semicolon }
    }
  }

  /// Parts named in the sentences after the list's own: an item that goes on over several sentences lists its last
  /// parts there.
  func continued(from end: Int, level: Int, _ whole: Figure) -> [Int] {
    guard level == 0, end < passage.letters.count, passage.letters[end] == Letter.stop else { return [] }
    return passage.front(from: end, to: passage.letters.count).prefix {
      passage.letters[$0] != WordClass.listOpener.rawValue
    }
    .filter { isPart($0, level: 0) && figures[passage.tokens[$0].figure].isAlike(whole) }
  }

  private func firstSemicolon(from start: Int, to end: Int) -> Int? {
    (start..<end).first { passage.letters[$0] == Letter.semicolon }
  }

  /// Parts without those under a second opening word, which reach to the next semicolon.
  private func withoutNested(_ parts: [Int], inner: Int, end: Int) -> [Int] {
    let until = firstSemicolon(from: inner, to: end) ?? end
    return parts.filter { $0 < inner || $0 > until }
  }

  /// Closed if the pack knows the labels to share out a whole; open if the list ends with 等.
  private func closure(of parts: [Int], total: Int, end: Int) -> ListClosure {
    // Most lists hold no name that a partition begins with.
    if parts.contains(where: { passage.label($0, holds: passage.lexicon.partitionNames) }) {
      let labels = parts.map { passage.bytes[passage.labelRange($0)] }
      let clause =
        passage.tokens[passage.sentenceStart(total)].range.lowerBound..<passage.tokens[total].range.upperBound
      // New bonds of both kinds are not all bonds.
      // A firm may supply goods and services.
      let mayOverlap =
        passage.lexicon.memberUnits.contains(figures[passage.tokens[total].figure].quantity.unit.name)
        && !passage.lexicon.areExclusive(labels)
      if !mayOverlap, let names = passage.lexicon.partition(of: labels),
        !passage.lexicon.areNarrower(labels, than: passage.bytes[clause], names)
      {
        return .closed
      }
    }
    guard let last = parts.last else { return .unknown }
    // 甲A，占P；乙B，占Q；at the end of a line: what follows may have a share too small to show.
    if passage.letters.last != Letter.semicolon, sharesAddUp(parts) { return .closed }
    if passage.label(last, holds: passage.lexicon.otherKinds),
      passage.lexicon.areAllKinds(parts.map { passage.bytes[passage.labelRange($0)] })
    {
      return .closed
    }
    let tail = passage.letters.indices.dropFirst(last + 1).prefix(3).prefix { $0 < max(end, last + 1) }
    return tail.contains { passage.letters[$0] == WordClass.andSoOn.rawValue } ? .open : .unknown
  }

  /// Whether every part is followed by its share (甲A，占P%；乙B，占Q%) and the shares, as printed, add up to 100 %: then they
  /// are all the parts there are.
  private func sharesAddUp(_ parts: [Int]) -> Bool {
    var shares: [FigureID] = []
    for part in parts {
      guard let share = share(of: part) else { return false }
      shares.append(share)
    }
    return figures.addUpToWhole(shares)
  }

  /// The share that follows an amount: `，占P` or `，占本年收入的P`.
  private func share(of part: Int) -> FigureID? {
    var at = part + 1
    while at < passage.letters.count, at - part <= Self.shareReach {
      switch passage.letters[at] {
      case Letter.percent
      where (part..<at).contains { passage.letters[$0] == WordClass.share.rawValue && passage.tokens[$0].value == 0 }:
        return passage.tokens[at].figure
      case Letter.comma, Letter.label, WordClass.share.rawValue, WordClass.total.rawValue, WordClass.period.rawValue:
        at += 1
      default: return nil
      }
    }
    return nil
  }

  /// Tokens between an amount and its share at most.
  private static let shareReach = 8
}
