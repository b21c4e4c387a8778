// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds the whole of a share in the paragraphs before its own: `可用财力A万元，构成是：`, then paragraphs of a name, an amount
/// and its share. Fed one block after another.
struct WholeBinder {
  /// The amounts since the last heading, each with where its label stands; those that are shares of something are no
  /// wholes.
  private var amounts: [(figure: FigureID, label: Range<Int>)] = []
  /// The amount that the last paragraph before the shares announces, and the whole that they were found to be of.
  private var announced: FigureID?
  private var whole: FigureID?
  /// The first part of the shares that follow each other, of a whole that no label names.
  private var group: FigureID?
  /// The labelled amounts of earlier sections.
  private var earlier: [(figure: FigureID, label: Range<Int>)] = []

  /// Amounts that are looked at, and those that are tried where no label names the whole.
  private static let reach = 60
  private static let candidates = 12
  /// Amounts of earlier sections that are looked at, and bytes of the shortest name of one: five Han.
  private static let memory = 120
  private static let longName = 15

  init() { amounts.reserveCapacity(2 * Self.reach) }

  /// Forgets what was said: a heading, or a table.
  mutating func reset() {
    for amount in amounts where !amount.label.isEmpty { earlier.append(amount) }
    if earlier.count > Self.memory { earlier.removeFirst(earlier.count - Self.memory) }
    amounts.removeAll(keepingCapacity: true)
    (announced, whole, group) = (nil, nil, nil)
  }

  /// Takes the next passage of the report and gives its shares the whole they are of.
  /// - Parameter first: index of the passage's first statement.
  mutating func take(_ passage: Passage, _ statements: inout [Statement], from first: Int, figures: [Figure]) {
    var parts: Set<FigureID> = []
    for index in first..<statements.count where statements[index].shape == .rate && statements[index].rateBase == .whole
    {
      guard let part = statements[index].amount.first else { continue }
      parts.insert(part)
      guard statements[index].base.isEmpty, statements[index].isRightBehind else { continue }
      bind(&statements[index], passage, part, figures)
    }
    if parts.isEmpty { (whole, group) = (nil, nil) }
    note(passage, parts)
    if passage.letters.last == Letter.colon {
      announced = passage.amounts.last { passage.isMainAmount($0) && passage.depth($0) == 0 }.map {
        passage.tokens[$0].figure
      }
    } else if parts.isEmpty {
      announced = nil
    }
  }

  /// Notes the amounts of a passage. Of an amount and a nameless one behind it (收入预算为A，实际完成B) neither is known by the
  /// name.
  private mutating func note(_ passage: Passage, _ parts: Set<FigureID>) {
    for index in passage.amounts where passage.isMainAmount(index) && passage.depth(index) == 0 {
      let figure = passage.tokens[index].figure
      if !parts.isEmpty, parts.contains(figure) { continue }
      let name = passage.labelNameRange(index)
      if LabelText.isEmpty(passage.bytes, name), let last = amounts.indices.last { amounts[last].label = 0..<0 }
      amounts.append((figure, name))
    }
    if amounts.count > Self.reach { amounts.removeFirst(amounts.count - Self.reach) }
  }

  /// The total that bears the very name of a whole (占本年支出合计的P), and nothing but a year before it, if it is always the
  /// same amount.
  private func total(of statement: Statement, _ passage: Passage, _ part: FigureID, _ figures: [Figure]) -> FigureID? {
    let name = passage.nameOfWhole(passage.withPeriod(statement.comparedWords))
    guard name.count >= Self.longName,
      passage.lexicon.totalEnds.longestSuffix(in: name, before: name.count, start: 0) != nil
    else { return nil }
    var (found, other): (FigureID?, FigureID?)
    for (figure, range) in [earlier, amounts].joined()
    where range.count >= name.count && figures[figure].isAlike(figures[part]) {
      let label = LabelText.core(passage.bytes[range])
      guard label.suffix(name.count).elementsEqual(name) else { continue }
      if let other, !figures[other].quantity.value.equals(figures[figure].quantity.value) { return nil }
      other = figure
      if passage.isYear(label.dropLast(name.count)) { found = found ?? figure }
    }
    return found
  }

  private mutating func bind(_ statement: inout Statement, _ passage: Passage, _ part: FigureID, _ figures: [Figure]) {
    if let total = total(of: statement, passage, part, figures) {
      statement.base = Candidates(total)
      return
    }
    let name = passage.nameOfWhole(statement.comparedWords)
    let named = amounts.last {
      !name.isEmpty && $0.figure != part
        && LabelText.core(passage.bytes[$0.label]).suffix(name.count).elementsEqual(name)
    }?
    .figure
    // Shares that are known to be of their sum are of a printed whole only if that is what they come to.
    let isOfSum = statement.lists.first?.closure == .closed
    if !isOfSum, let found = named ?? (name.isEmpty ? whole : nil) ?? announced {
      guard figures[found].isAlike(figures[part]) else { return }
      statement.base = Candidates(found)
      // Shares that follow the amount that announces them are of it; a name alone may mean another of that name.
      if named == nil || found != announced { statement.practice = .sharesOfOne(found) }
      whole = found
    } else {
      // （一）规模A，（二）结构：甲B，占P；乙C，占Q: in a section of their own shares are of what the section before says.
      let isFirst =
        group != nil || !passage.amounts.contains { passage.isMainAmount($0) && passage.tokens[$0].figure < part }
      let tried = (amounts.isEmpty && isFirst ? earlier : amounts).lazy.filter {
        figures[$0.figure].isAlike(figures[part])
      }.map(\.figure).suffix(
        Self.candidates)
      guard !tried.isEmpty else { return }
      statement.base = Candidates(tried)
      statement.practice = .sharesOfOne(group ?? part)
      group = group ?? part
    }
  }
}
