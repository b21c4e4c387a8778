// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Tells whether the numbers of a part count things: sums of numbers that were rounded are off by one now and then,
/// sums of things never.
enum WholeNumbers {
  /// Rows of two parts or more that must add up to the last one: of rounded numbers two rows in three do.
  private static let fewest = 10

  /// Whether the pack says so of a sum of its columns, or the rows show it. One row in many may be wrong.
  static func count(in part: PartModel) -> Bool {
    part.formulas.contains { formula in
      guard formula.divisor.isEmpty, areWhole(formula, part) else { return false }
      if formula.isOfThings { return true }
      guard !namesAmounts(formula, part) else { return false }
      let (exact, others) = rows(formula, part)
      return exact >= fewest && others * fewest <= exact
    }
  }

  /// Whether all columns of a sum hold whole numbers and no amounts in a larger unit.
  private static func areWhole(_ formula: ColumnFormula, _ part: PartModel) -> Bool {
    ([formula.target] + formula.terms.map(\.column)).allSatisfy {
      $0 < part.figures.count && (part.figures[$0].place == 0 || part.figures[$0].entries.isEmpty)
    }
  }

  /// Whether a column of a sum is called one of amounts: their unit may be declared where nobody finds it.
  private static func namesAmounts(_ formula: ColumnFormula, _ part: PartModel) -> Bool {
    ([formula.target] + formula.terms.map(\.column)).contains {
      switch $0 < part.columns.count ? part.columns[$0] : .unknown {
      case .initialBudget, .budget, .actual, .prior, .changeAmount, .amount: true
      default: false
      }
    }
  }

  /// In how many rows two parts or more add up to the last one, and in how many they do not.
  private static func rows(_ formula: ColumnFormula, _ part: PartModel) -> (exact: Int, others: Int) {
    var (exact, others) = (0, 0)
    for entry in part.figures[formula.target].entries {
      var sum: Int128 = 0
      var filled = 0
      for term in formula.terms {
        guard let value = part.figures[term.column].value(at: Int(entry.row)), value != 0 else { continue }
        sum &+= term.sign < 0 ? 0 &- value : value
        filled += 1
      }
      if filled < 2 { continue }
      if sum == entry.value { exact += 1 } else { others += 1 }
    }
    return (exact, others)
  }
}
