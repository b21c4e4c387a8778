// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds the whole of a share in the paragraphs before its own: `可用财力A万元，构成是：`, then paragraphs of a name, an amount and its share.
/// Fed one block after another.
struct WholeBinder {
  /// The amounts since the last heading, each with its label; those that are shares of something are no wholes.
  private var amounts: [(figure: FigureID, label: [UInt8])] = []
  /// The amount that the last paragraph before the shares announces, and the whole that they were found to be of.
  private var announced: FigureID?
  private var whole: FigureID?

  /// Amounts looked at for a whole.
  private static let reach = 60

  /// Forgets what was said: a heading, or a table.
  mutating func reset() { (amounts, announced, whole) = ([], nil, nil) }

  /// Takes the next passage of the report and gives its shares the whole they are of.
  /// - Parameter first: index of the passage's first statement.
  mutating func take(_ passage: Passage, _ statements: inout [Statement], from first: Int, figures: [Figure]) {
    var parts: Set<FigureID> = []
    for index in first..<statements.count where statements[index].shape == .rate && statements[index].rateBase == .whole {
      guard let part = statements[index].amount.first else { continue }
      parts.insert(part)
      guard statements[index].base.isEmpty, statements[index].isRightBehind else { continue }
      bind(&statements[index], passage, part, figures)
    }
    if parts.isEmpty { whole = nil }
    for index in passage.letters.indices where passage.isMainAmount(index) && passage.depth[index] == 0 {
      let figure = passage.tokens[index].figure
      if !parts.contains(figure) { amounts.append((figure, passage.labelName(index))) }
    }
    if amounts.count > Self.reach { amounts.removeFirst(amounts.count - Self.reach) }
    if passage.letters.last == Letter.colon { announced = amounts.last?.figure } else if parts.isEmpty { announced = nil }
  }

  private mutating func bind(_ statement: inout Statement, _ passage: Passage, _ part: FigureID, _ figures: [Figure]) {
    let name = passage.nameOfWhole(statement.compared)
    if name.isEmpty {
      guard let known = whole ?? announced, figures[known].isAlike(figures[part]) else { return }
      statement.base = [known]
      statement.practice = .sharesOfOne(known)
      return
    }
    guard let found = amounts.last(where: { $0.figure != part && $0.label.suffix(name.count).elementsEqual(name) })?.figure,
      figures[found].isAlike(figures[part])
    else { return }
    statement.base = [found]
    whole = found
    // Shares that follow the amount that announces them are of it; a name alone may mean another of that name.
    if found != announced { statement.practice = .sharesOfOne(found) }
  }
}
