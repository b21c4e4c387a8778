// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Tries what figures may have been meant to be. One copy of the figures serves all trials.
struct SlipTrial {
  private var evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// Whether a slip of digits in one of some figures explains that none of the readings holds.
  mutating func explains(_ readings: [Claim], by figures: [FigureID]) -> Bool {
    for figure in figures {
      guard let printed = evaluator.printed(Operand(figure, .amount)) else { continue }
      var isFound = false
      for variant in SlipVariant.behind(printed) where !isFound && variant.slip.isOfDigits {
        guard let digits = variant.intended.scaled(by: 0 &- printed.scale) else { continue }
        var meant = printed
        meant.digits = digits
        _ = evaluator.replace(figure, with: meant)
        isFound = readings.contains { evaluator.holds($0) }
      }
      _ = evaluator.replace(figure, with: printed)
      if isFound { return true }
    }
    return false
  }
}

extension Slip {
  /// Whether digits were written wrong, swapped, left out or doubled.
  fileprivate var isOfDigits: Bool {
    switch self {
    case .wrongDigit, .swappedDigits, .droppedDigit, .doubledDigit: true
    case .movedPoint, .scale, .sign: false
    }
  }
}
