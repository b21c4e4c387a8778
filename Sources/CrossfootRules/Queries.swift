// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage
import CrossfootText

extension Facts {
  /// Whether two figures are counted in the same thing: both money, or the same unit.
  func areAlike(_ a: FigureID, _ b: FigureID) -> Bool {
    let x = figures[a].quantity.unit
    let y = figures[b].quantity.unit
    return x.dimension == y.dimension && (x.dimension == .money || x.name == y.name)
  }

  /// Whether two figures are counted in the same thing and agree at the coarser precision.
  func agree(_ a: FigureID, _ b: FigureID) -> Bool {
    guard areAlike(a, b) else { return false }
    let (x, y) = (figures[a].quantity, figures[b].quantity)
    if x.value.exponent == y.value.exponent { return x.value.mantissa == y.value.mantissa }
    let coarser = max(x.lastPlace, y.lastPlace)
    guard let twice = x.value.subtracting(y.value)?.magnitude?.multiplied(by: 2) else { return false }
    return x.lastPlace == y.lastPlace ? twice.isZero : twice.order(Decimal(1, exponent: coarser)) <= 0
  }

  /// Whether two figures are apart by what is printed beside one of them, in its passage or table: then the other may
  /// hold that as well (a grant with and without what was carried over).
  func differByNeighbour(_ a: FigureID, _ b: FigureID) -> Bool {
    guard areAlike(a, b), let apart = figures[a].quantity.value.subtracting(figures[b].quantity.value)?.magnitude,
      apart.digitCount >= Self.tellingDigits
    else { return false }
    return [a, b].contains { figure in
      let near = max(0, figure - Self.neighbours)...min(figures.count - 1, figure + Self.neighbours)
      return near.contains {
        $0 != a && $0 != b && figures[$0].quantity.value.equals(apart) && areAlike($0, figure)
          && figures[$0].place.isBeside(figures[figure].place)
      }
    }
  }

  /// Figures to each side that are beside one, and digits that are hardly found among them by chance.
  private static let neighbours = 48
  private static let tellingDigits = 3

  /// Whether two figures are less than a unit of the coarser precision apart (negative), a unit (zero) or more
  /// (positive). What cannot be computed is taken for near.
  func gap(_ a: FigureID, _ b: FigureID) -> Int {
    let (x, y) = (figures[a].quantity, figures[b].quantity)
    guard let apart = x.value.subtracting(y.value)?.magnitude else { return -1 }
    return apart.order(Decimal(1, exponent: max(x.lastPlace, y.lastPlace)))
  }
}

extension Place {
  /// Whether two places are in one passage or in one table.
  fileprivate func isBeside(_ other: Place) -> Bool {
    switch (self, other) {
    case (.passage(let own, _), .passage(let block, _)): own == block
    case (.cell(let own, _, _), .cell(let table, _, _)): own == table
    default: false
    }
  }
}

extension [ColumnRole] {
  /// The only column of a role, or nil if there is none or more than one.
  func only(_ role: ColumnRole) -> Int? {
    guard let first = firstIndex(of: role), lastIndex(of: role) == first else { return nil }
    return first
  }
}

extension Figure {
  /// The powers of ten that a rate of a part may be printed at: percent, a fraction, or either where it cannot be told.
  /// - Parameter scale: the ``PartModel/rateScale`` of the part.
  func powers(ofScale scale: Int?) -> [Int] {
    if quantity.unit.dimension == .percent { return [2] }
    return switch scale {
    case 100: [2]
    case 1: [0]
    default: [0, 2]
    }
  }
}

extension PartModel {
  /// The only column of a role, or nil if there is none or more than one.
  func only(_ role: ColumnRole) -> Int? { has(role) ? columns.only(role) : nil }

  /// The powers of ten that a rate of this part may be printed at.
  func powers(of rate: Figure) -> [Int] { rate.powers(ofScale: rateScale) }

  /// The columns of this year's and last year's amount, where both are certain: by their roles, or by the years they
  /// name.
  var changeColumns: (amount: Int, base: Int)? {
    if let base = only(.prior) {
      return (only(.actual) ?? only(.budget) ?? only(.amount)).map { ($0, base) }
    }
    let dated = columns.indices.filter {
      $0 < years.count && years[$0] > 0 && !columns[$0].isApart && !columns[$0].isRate
    }
    guard dated.count == 2, let first = dated.first, let last = dated.last, years[first] != years[last] else {
      return nil
    }
    return years[first] < years[last] ? (last, first) : (first, last)
  }
}
