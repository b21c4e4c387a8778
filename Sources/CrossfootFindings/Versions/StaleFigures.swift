// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds the figures that were left behind: one value was printed at several places of the old version, and the new
/// version changes it at some of them.
///
/// Two figures stated the same if they have one label and no aspect that differs, and the coarser one allows the value
/// of the finer one; or, whatever their labels, if they print the same value of five digits or more, which is changed
/// alike at two places or more.
struct StaleFigures {
  /// A figure of the new version with the changed ones that it should have followed.
  struct Found {
    var figure: FigureID
    var changes: [FigureID]
  }

  private(set) var found: [Found] = []
  private let changes: FigureChanges

  /// Digits that a value must have to be recognised under its label, and under any.
  private static let leastDigits = 3
  private static let tellingDigits = 5
  /// Figures of one label that are compared with each other.
  private static let most = 64

  init(_ changes: FigureChanges) {
    self.changes = changes
    var byLabel: [[UInt8]: [FigureID]] = [:]
    var byValue: [Value: [FigureID]] = [:]
    for figure in changes.changed where isTelling(before(figure), Self.leastDigits) {
      byLabel[label(figure), default: []].append(figure)
      if isTelling(before(figure), Self.tellingDigits) {
        byValue[Value(before(figure).quantity), default: []].append(figure)
      }
    }
    if byLabel.isEmpty { return }
    let isChanged = Set(changes.changed)
    for index in changes.new.figures.indices {
      guard changes.partners[index] != nil, !isChanged.contains(index), isTelling(changes.new[index], Self.leastDigits)
      else { continue }
      var left = leftBehind(index, by: byLabel[label(index)] ?? [])
      if left.isEmpty { left = leftBehindInValue(index, by: byValue[Value(changes.new[index].quantity)] ?? []) }
      if !left.isEmpty { found.append(Found(figure: index, changes: left)) }
    }
  }

  private struct Value: Hashable {
    let mantissa: Int128
    let exponent: Int
    let dimension: Dimension

    init(_ quantity: Quantity) {
      let value = quantity.value.trimmed
      (mantissa, exponent, dimension) = (value.mantissa, value.exponent, quantity.unit.dimension)
    }
  }

  private func before(_ figure: FigureID) -> Figure {
    let partner = changes.partners[figure] ?? nil
    return partner.map { changes.old[$0] } ?? changes.new[figure]
  }

  private func label(_ figure: FigureID) -> [UInt8] { changes.new.labels.bytes(changes.new[figure].label) }

  /// Whether a figure has so many digits that its value is more than chance.
  private func isTelling(_ figure: Figure, _ digits: Int) -> Bool {
    guard figure.readable, !figure.quantity.qualifier.isBound else { return false }
    var rest = figure.quantity.digits.trimmed.mantissa.magnitude
    for _ in 1..<digits { rest /= 10 }
    return rest > 0
  }

  /// The changed figures of the same label that agreed with an unchanged one and no longer do.
  private func leftBehind(_ figure: FigureID, by changed: [FigureID]) -> [FigureID] {
    let stays = changes.new[figure]
    if label(figure).isEmpty { return [] }
    return changed.prefix(Self.most).filter { other in
      let (was, now) = (before(other), changes.new[other])
      return isOne(stays, now) && agree(stays.quantity, was.quantity) && !agree(stays.quantity, now.quantity)
    }
  }

  /// The changed figures that printed the very same value, where at least two of them and all alike were changed.
  private func leftBehindInValue(_ figure: FigureID, by changed: [FigureID]) -> [FigureID] {
    guard changed.count >= 2, isTelling(changes.new[figure], Self.tellingDigits) else { return [] }
    return Set(changed.map { Value(changes.new[$0].quantity) }).count == 1 ? changed : []
  }

  /// Whether nothing tells two figures of one label apart.
  private func isOne(_ a: Figure, _ b: Figure) -> Bool {
    func differ(_ a: LabelID, _ b: LabelID) -> Bool { a != 0 && b != 0 && a != b }
    if a.quantity.unit.dimension != b.quantity.unit.dimension || differ(a.columnLabel, b.columnLabel) { return false }
    if differ(a.aspects.scope, b.aspects.scope) || differ(a.aspects.fund, b.aspects.fund) { return false }
    if a.aspects.stage != .unknown, b.aspects.stage != .unknown, a.aspects.stage != b.aspects.stage { return false }
    switch (a.aspects.period, b.aspects.period) {
    case (.year(let one), .year(let other)): return one == other
    case (.relative(let one), .relative(let other)): return one == other
    default: return true
    }
  }

  /// Whether the coarser of two numbers allows the finer.
  private func agree(_ a: Quantity, _ b: Quantity) -> Bool {
    let (coarse, fine) = a.lastPlace >= b.lastPlace ? (a, b) : (b, a)
    return coarse.interval?.contains(fine.value) ?? false
  }
}
