// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// The sentences of a passage that are not known in full, because the lines that they go on in could not be told for certain. What is
/// said in them may be confirmed, but its parts may be missing: nothing is contradicted.
struct CutSentences {
  private var first: Range<Int>
  private var last: Range<Int>

  init(_ block: Block, _ bytes: [UInt8]) {
    first = block.range.lowerBound..<block.range.lowerBound
    last = block.range.upperBound..<block.range.upperBound
    if block.isContinuation {
      first = first.lowerBound..<SentenceScanner.end(in: bytes, from: block.range.lowerBound, to: block.range.upperBound)
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
    guard !first.isEmpty || !last.isEmpty else { return }
    for index in index..<statements.count
    where statements[index].range.overlaps(first) || statements[index].range.overlaps(last) {
      statements[index].isGuess = true
      statements[index].isOpen = true
      for list in statements[index].lists.indices { statements[index].lists[list].closure = .open }
    }
  }
}
