// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// A reading of what the figures of a row are whose names are scattered above it: a total and parts of it, behind one
/// of them the two that it is divided into.
struct PlacedReading: Hashable {
  /// Positions of the parts among the figures behind the total, of the one that is divided, and of what it is divided
  /// into.
  private var parts: [Int] = []
  private var whole = 0
  private var halves: [Int] = []

  /// - Parameters:
  ///   - order: the parts in the order of their columns.
  ///   - divided: which of the parts is divided.
  ///   - kept: the columns that are printed, counted from that of the total.
  init?(_ order: [Int], _ divided: Int, _ kept: Set<Int>) {
    var column = 1
    var position = 1
    func place() -> Int? {
      defer { column += 1 }
      guard kept.contains(column) else { return nil }
      defer { position += 1 }
      return position
    }
    for part in order {
      let own = place()
      if let own { parts.append(own) }
      guard part == divided else { continue }
      halves = [place(), place()].compactMap(\.self)
      // What is divided is printed with its parts or not at all.
      guard let own, !halves.isEmpty else { return nil }
      whole = own
    }
  }

  /// All readings of some figures: what is divided may stand in any place among the parts, and blanks may have been
  /// dropped.
  static func all(_ order: [Int], _ divided: Int, figures: Int) -> [PlacedReading] {
    let others = order.filter { $0 != divided }
    var readings: [PlacedReading] = []
    for place in 0...others.count {
      let order = others[..<place] + [divided] + others[place...]
      for kept in subsets(of: 1...order.count + 2, count: figures - 1) {
        if let reading = PlacedReading(Array(order), divided, kept.union([0])), !readings.contains(reading) {
          readings.append(reading)
        }
      }
    }
    return readings
  }

  private static func subsets(of columns: ClosedRange<Int>, count: Int) -> [Set<Int>] {
    (0..<(1 << columns.count)).lazy.filter { $0.nonzeroBitCount == count }.map { bits in
      Set(columns.filter { bits >> ($0 - columns.lowerBound) & 1 != 0 })
    }
  }

  /// The sums of a row.
  func sums(_ row: [FigureID]) -> (whole: PlacedSum, divided: PlacedSum) {
    (
      PlacedSum(total: row[0], parts: parts.map { row[$0] }),
      PlacedSum(total: row[whole], parts: halves.map { row[$0] })
    )
  }

  /// Whether both sums of a row hold, but for what rounding does.
  func holds(_ row: [FigureID], _ facts: Facts) -> Bool {
    let sums = sums(row)
    return isSum(sums.whole, facts) && isSum(sums.divided, facts)
  }

  private func isSum(_ sum: PlacedSum, _ facts: Facts) -> Bool {
    let total = facts.figures[sum.total].quantity.digits
    var rest: Decimal? = total
    for part in sum.parts { rest = rest?.subtracting(facts.figures[part].quantity.digits) }
    return rest.map { $0.mantissa.magnitude <= 1 && !total.isZero } ?? false
  }
}

/// The names of the parts of a total, of which one is divided into two more.
struct PlacedParts: Sendable {
  var parts: [WordTrie]
  var divided: Int

  /// The columns of a row: a total, the parts, and what one of them is divided into.
  var columns: Int { parts.count + 3 }
}
