// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What a text over a column says, whichever column it is.
struct HeaderTerm {
  var role = ColumnRole.unknown
  /// The year it begins with, or 0.
  var year = 0
  /// The unit printed with it, if one is.
  var unit: DeclaredUnit?
  /// The known sums that it takes part in.
  var known = KnownName()
  /// The text behind a word that makes its column a part of another one (其中); without such a word the text itself.
  var name: LabelID = 0
  /// The pack's kind of prices that it names, and the one of whose things it names the number; -1 for none.
  var price = -1
  var counted = -1
  /// Whether it is nothing but the name of a total, apart from a bracket.
  var isTotal = false
  /// Whether it begins with a word that makes its column a part of another one.
  var isPart = false
  /// Whether it names what was paid for all; whether it names things that are counted or measured.
  var isAmount = false
  var isCount = false
  fileprivate var isRead = false

  init() {}
}

/// The texts over the columns of a report: each is read once, however many columns bear it. Those that stand over one
/// column, from the lowest up, are a path.
struct HeaderTexts {
  /// What the texts say, by label.
  private var terms: [HeaderTerm] = []
  private var steps: [Step] = []

  /// The lowest text of a path, and what it and those above it say together.
  private struct Step {
    var text: LabelID
    /// The path above it.
    var above: HeaderPath
    /// The unit and the year that the lowest of the texts with one names.
    var unit: DeclaredUnit?
    var year: Int
    var hasPart: Bool
    var hasCount: Bool
  }

  /// What a label says as a text over a column.
  subscript(text: LabelID) -> HeaderTerm { terms[Int(text)] }

  /// Whether a label was read.
  func isRead(_ text: LabelID) -> Bool { Int(text) < terms.count && terms[Int(text)].isRead }

  /// Keeps what a label says.
  mutating func keep(_ term: HeaderTerm, of text: LabelID) {
    while terms.count <= Int(text) { terms.append(HeaderTerm()) }
    terms[Int(text)] = term
    terms[Int(text)].isRead = true
  }

  /// The path of a text, which was read, below others.
  mutating func path(_ text: LabelID, below above: HeaderPath) -> HeaderPath {
    let term = terms[Int(text)]
    var step = Step(
      text: text, above: above, unit: term.unit, year: term.year, hasPart: term.isPart, hasCount: term.isCount)
    if !above.isEmpty {
      let upper = steps[above.step]
      step.unit = step.unit ?? upper.unit
      if step.year == 0 { step.year = upper.year }
      step.hasPart = step.hasPart || upper.hasPart
      step.hasCount = step.hasCount || upper.hasCount
    }
    steps.append(step)
    return HeaderPath(step: steps.count - 1)
  }

  /// The lowest text of a path that is not empty, and the path above it.
  func text(_ path: HeaderPath) -> LabelID { steps[path.step].text }
  func above(_ path: HeaderPath) -> HeaderPath { path.isEmpty ? path : steps[path.step].above }

  /// The unit of a path, and its year, or 0: of its texts the lowest with one counts.
  func unit(_ path: HeaderPath) -> DeclaredUnit? { path.isEmpty ? nil : steps[path.step].unit }
  func year(_ path: HeaderPath) -> Int { path.isEmpty ? 0 : steps[path.step].year }

  /// Whether a text of a path makes its column a part of another one; whether one names things that are counted.
  func hasPart(_ path: HeaderPath) -> Bool { !path.isEmpty && steps[path.step].hasPart }
  func hasCount(_ path: HeaderPath) -> Bool { !path.isEmpty && steps[path.step].hasCount }

  /// Whether two paths are of the same texts.
  func areEqual(_ path: HeaderPath, _ other: HeaderPath) -> Bool {
    var (one, two) = (path, other)
    while one.step != two.step {
      guard !one.isEmpty, !two.isEmpty, text(one) == text(two) else { return false }
      (one, two) = (above(one), above(two))
    }
    return true
  }

  /// Whether a path is of the texts of another one and more below them.
  func stands(_ path: HeaderPath, below group: HeaderPath) -> Bool {
    var upper = above(path)
    while !areEqual(upper, group) {
      if upper.isEmpty { return false }
      upper = above(upper)
    }
    return !path.isEmpty
  }

  /// The texts of a path from top to bottom as one label.
  func label(of path: HeaderPath, _ labels: inout LabelTable) -> LabelID {
    if path.isEmpty { return 0 }
    return above(path).isEmpty ? text(path) : labels.intern(bytes(of: path, labels))
  }

  /// The texts of a path from top to bottom as one.
  func bytes(of path: HeaderPath, _ labels: LabelTable) -> [UInt8] {
    var end = 0
    var rest = path
    while !rest.isEmpty {
      end += labels.length(text(rest))
      rest = above(rest)
    }
    var bytes = [UInt8](of: 0, times: end)
    rest = path
    while !rest.isEmpty {
      let piece = labels.slice(text(rest))
      bytes.replaceSubrange(end - piece.count..<end, with: piece)
      end -= piece.count
      rest = above(rest)
    }
    return bytes
  }
}

/// The texts that stand over a column among ``HeaderTexts``.
struct HeaderPath: Equatable {
  /// -1 for none.
  fileprivate(set) var step = -1

  var isEmpty: Bool { step < 0 }
}
