// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds wholes that the sentences after them share out by name: `一般公共预算收入A。…税收收入B，…。非税收入C，…`. Fed one passage after
/// another; a heading starts anew.
struct SharedWholeBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var open: [Open]
  private(set) var statements: [Statement] = []

  /// A whole with the parts that have been read.
  private struct Open {
    var whole: FigureID = -1
    var subject = 0..<0
    var start = 0
    /// Where the whole's sentence ends: parts in the same sentence are a list of its own.
    var sentence = 0
    var passages = 0
    var parts: [FigureID] = []
  }

  /// Passages from a whole to its last part.
  private static let reach = 4

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
    open = lexicon.pack.sharedWholes.map { _ in Open() }
  }

  /// Takes the next passage.
  mutating func take(_ passage: Passage, figures: [Figure]) {
    for index in open.indices where open[index].whole >= 0 {
      open[index].passages += 1
      open[index].sentence = 0
      if open[index].passages > Self.reach { open[index] = Open() }
    }
    for index in passage.amounts where passage.isMainAmount(index) && passage.depth(index) == 0 {
      guard let (sum, part) = passage.sharedName(index) else { continue }
      if part < 0 { begin(sum, index, passage) } else { add(part, of: sum, index, passage, figures) }
    }
  }

  private mutating func begin(_ sum: Int, _ index: Int, _ passage: Passage) {
    var whole = Open()
    whole.whole = passage.tokens[index].figure
    whole.subject = passage.labelRange(index)
    whole.start = passage.tokens[index].range.lowerBound
    whole.sentence =
      passage.front(from: index, to: passage.letters.count).first { passage.letters[$0] == Letter.stop }
      ?? passage.letters.count
    whole.parts = [FigureID](repeating: -1, count: lexicon.pack.sharedWholes[sum].parts.count)
    open[sum] = whole
  }

  private mutating func add(_ part: Int, of sum: Int, _ index: Int, _ passage: Passage, _ figures: [Figure]) {
    let figure = passage.tokens[index].figure
    guard open[sum].whole >= 0, figures[figure].isAlike(figures[open[sum].whole]) else { return }
    // A part named again belongs to another whole.
    guard index > open[sum].sentence || open[sum].passages > 0, open[sum].parts[part] < 0 else {
      open[sum] = Open()
      return
    }
    open[sum].parts[part] = figure
    guard !open[sum].parts.contains(-1) else { return }
    let range = open[sum].start..<passage.tokens[index].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: open[sum].subject)
    statement.amount = Candidates(open[sum].whole)
    statement.lists = [PartList(parts: open[sum].parts.map { ListPart(figure: $0) }, closure: .closed, isTight: false)]
    statement.isGuess = true
    statements.append(statement)
    open[sum] = Open()
  }
}

extension Passage {
  /// The whole, or the part of a whole, that an amount's label ends in.
  func sharedName(_ token: Int) -> (sum: Int, part: Int)? {
    guard token > 0, letters[token - 1] == Letter.label else { return nil }
    let range = tokens[token - 1].range
    return lexicon.sharedWholes.longestSuffix(in: bytes, before: range.upperBound, start: range.lowerBound).map {
      lexicon.sharedNames[$0.word]
    }
  }
}
