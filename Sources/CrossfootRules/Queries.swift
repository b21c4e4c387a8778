// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

extension Facts {
  /// Whether two figures are counted in the same thing: both money, or the same unit.
  func areAlike(_ a: FigureID, _ b: FigureID) -> Bool {
    let x = figures[a].quantity.unit
    let y = figures[b].quantity.unit
    return x.dimension == y.dimension && (x.dimension == .money || x.name == y.name)
  }
}

extension PartModel {
  /// The only column of a role, or nil if there is none or more than one.
  func only(_ role: ColumnRole) -> Int? {
    guard let first = columns.firstIndex(of: role), columns.lastIndex(of: role) == first else { return nil }
    return first
  }

  /// The powers of ten that a rate of this part may be printed at: percent, a fraction, or either where it cannot be told.
  func powers(of rate: Figure) -> [Int] {
    if rate.quantity.unit.dimension == .percent { return [2] }
    return switch rateScale {
    case 100: [2]
    case 1: [0]
    default: [0, 2]
    }
  }

  /// The columns of this year's and last year's amount, where both are certain.
  var changeColumns: (amount: Int, base: Int)? {
    guard let base = only(.prior), let amount = only(.actual) ?? only(.budget) ?? only(.amount) else { return nil }
    return (amount, base)
  }
}
