// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// The sentences of a passage that are not known in full, because the lines that they go on in could not be told for
/// certain. What is said in them may be confirmed, but its parts may be missing: nothing is contradicted.
struct CutSentences {
  private var first: Range<Int>
  private var last: Range<Int>
  /// The first sentence of a passage below one that ends in a semicolon: a sum in it may have begun there.
  private var below: Range<Int>

  init(_ block: Block, _ bytes: [UInt8]) {
    first = block.range.lowerBound..<block.range.lowerBound
    last = block.range.upperBound..<block.range.upperBound
    below = first
    let opening = block.range.lowerBound
    // A line feed parts blocks.
    let followsSemicolon = opening > 1 && bytes[opening - 2] == UInt8(ascii: ";")
    if block.isContinuation || followsSemicolon {
      let end = SentenceScanner.end(in: bytes, from: opening, to: block.range.upperBound)
      if block.isContinuation { first = opening..<end } else { below = opening..<end }
    }
    guard block.goesOn else { return }
    var start = block.range.lowerBound
    while start < block.range.upperBound {
      last = start..<block.range.upperBound
      start = SentenceScanner.end(in: bytes, from: start, to: block.range.upperBound)
    }
  }

  /// Makes guesses of the statements that stand in such a sentence, and their lists open.
  func loosen(_ statements: inout [Statement], from index: Int) {
    guard !first.isEmpty || !last.isEmpty || !below.isEmpty else { return }
    for index in index..<statements.count
    where statements[index].range.overlaps(first) || statements[index].range.overlaps(last)
      || statements[index].range.overlaps(below) && statements[index].isSumBeforeTotal
    {
      statements[index].isGuess = true
      statements[index].isOpen = true
      for list in statements[index].lists.indices { statements[index].lists[list].closure = .open }
    }
  }
}

extension Statement {
  /// Whether the terms of the list stand before its total: `收入A，加上B，总计T`. Ids of figures ascend.
  fileprivate var isSumBeforeTotal: Bool {
    guard shape == .list, let total = amount.first else { return false }
    return lists.contains { $0.parts.contains { $0.figure < total } }
  }
}
