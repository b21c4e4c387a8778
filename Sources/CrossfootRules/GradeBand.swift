// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// The bands of scores that grades stand for, on a scale of 100.
enum GradeBand {
  /// A score lies in the band of a grade; nil for a grade that the scale does not have.
  static func claim(_ rank: Int, _ score: FigureID) -> Claim? {
    let bands = LanguagePack.chinese.gradeScales[0]
    guard bands.indices.contains(rank) else { return nil }
    let least = Decimal(Int128(bands[rank].least), exponent: -1)
    let next = rank > 0 ? Decimal(Int128(bands[rank - 1].least), exponent: -1) : nil
    return .within(Operand(score, .score, exact: true), least: least, below: next)
  }
}
