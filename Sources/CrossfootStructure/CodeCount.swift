// SPDX-License-Identifier: Apache-2.0

/// Counts numbers that may be codes, and others.
struct CodeCount {
  private var before = 0
  private var plain = 0
  private var formed = 0
  private var numbers = 0
  private var run = 0
  /// Whether the numbers of the run are a class of three digits and levels of two below it (302 12).
  private var isLevels = false
  /// Whether a name stands right before on the line.
  private var isBehindName = false

  mutating func beginLine() { isBehindName = false }

  /// - Parameter isBeforeName: whether a number opens a line below its name.
  mutating func add(_ piece: Piece, isBeforeName: Bool) {
    guard piece.isNumber else {
      before += run
      run = 0
      isBehindName = true
      return
    }
    // A nought is printed in no form.
    if piece.range.count > 1 || piece.kind == .dash { numbers += 1 }
    if piece.isFormed { formed += 1 }
    if piece.isCode { plain += 1 }
    if isBeforeName { before += 1 }
    // The name of 302 12 0.00 may stand on other lines.
    if piece.isFormed, run > 1, isLevels { before += run }
    let digits = piece.range.count
    isLevels = run == 0 ? digits == 3 && !isBehindName : isLevels && digits == 2
    run = piece.isCode && !isBeforeName ? run + 1 : 0
    isBehindName = false
  }

  var isFound: Bool {
    before >= 2 && formed * 2 >= before && plain <= before + before / 2 + 3 && formed * 10 >= (numbers - before) * 8
  }
}
