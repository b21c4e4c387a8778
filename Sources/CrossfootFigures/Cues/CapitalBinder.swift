// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Binds an amount written out against forgery (壹佰万元整) to the digits beside it.
struct CapitalBinder {
  let bytes: [UInt8]
  let cues: CueLexicon

  /// The digits stand no further from the words than this many bytes.
  private static let reach = 60

  func statements(of figures: [Figure]) -> [Statement] {
    var statements: [Statement] = []
    for id in figures.indices where figures[id].quantity.inWords && isCapital(figures[id]) {
      for (digits, between) in neighbours(of: id, figures) where figures[digits].isMoneyInDigits && isLink(between) {
        var statement = Statement(shape: .capital, range: between, subject: 0..<0)
        statement.amount = [id, digits]
        statements.append(statement)
        break
      }
    }
    return statements
  }

  /// Whether a number in words is an amount written out.
  private func isCapital(_ figure: Figure) -> Bool {
    figure.quantity.unit.dimension == .money
      && cues.capitals.longest(in: bytes, at: figure.range.lowerBound, end: figure.range.upperBound) != nil
      // Jiao and fen follow: the amount goes on.
      && cues.capitals.longest(in: bytes, at: figure.extent.upperBound, end: bytes.count) == nil
  }

  /// The figures right after and right before one, with what stands between.
  private func neighbours(of id: FigureID, _ figures: [Figure]) -> [(FigureID, Range<Int>)] {
    let own = figures[id].extent
    var found: [(FigureID, Range<Int>)] = []
    if id + 1 < figures.count, figures[id + 1].extent.lowerBound >= own.upperBound {
      found.append((id + 1, own.upperBound..<figures[id + 1].extent.lowerBound))
    }
    if id > 0, figures[id - 1].extent.upperBound <= own.lowerBound {
      found.append((id - 1, figures[id - 1].extent.upperBound..<own.lowerBound))
    }
    return found
  }

  /// Whether nothing but words that join an amount to its digits stands in a range.
  private func isLink(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= Self.reach else { return false }
    var at = range.lowerBound
    while at < range.upperBound, let (_, end) = cues.capitalLinks.longest(in: bytes, at: at, end: range.upperBound) {
      at = end
    }
    return at == range.upperBound
  }
}

extension Figure {
  /// Whether a figure may be the same amount in digits: money, or digits without a unit.
  fileprivate var isMoneyInDigits: Bool {
    readable && !quantity.inWords && (quantity.unit.dimension == .money || quantity.unit.dimension == .none)
      && quantity.qualifier == .exact
  }
}
