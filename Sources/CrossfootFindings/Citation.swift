// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// Quotes figures as the report prints them.
struct Citation {
  private let document: PrintedText
  private let figures: [Figure]
  private let labels: LabelTable
  private let memory = Memory()

  private struct UnitKey: Hashable {
    var unit: Unit
    var scale: Int
  }

  /// What was quoted before.
  private final class Memory {
    /// Words of scale and unit by what they stand for, for table figures whose unit is declared elsewhere; collected
    /// when they are first asked for: few findings print units.
    var words: [UnitKey: String]?
    /// The last title that was quoted: most figures of a finding stand under one.
    var title: (block: Int, text: String)?
  }

  init(_ document: PrintedText, _ facts: Facts) {
    self.document = document
    (figures, labels) = (facts.figures, facts.labels)
  }

  private func collectUnitWords() -> [UnitKey: String] {
    var words: [UnitKey: String] = [:]
    var last: UnitKey?
    for figure in figures where figure.extent.upperBound > figure.range.upperBound {
      let key = UnitKey(unit: figure.quantity.unit, scale: figure.quantity.scale)
      if key == last { continue }
      if words[key] != nil || figure.quantity.qualifier.isApproximate { continue }
      words[key] = Citation.text(figure.range.upperBound..<figure.extent.upperBound, document)
      last = key
    }
    return words
  }

  /// A figure as printed: sign, digits and percent sign.
  func text(_ figure: FigureID) -> String { number(figure) + percentSign(figure) }

  /// A figure as printed, with its unit: for expressions that mix scales.
  func textWithUnit(_ figure: FigureID) -> String { number(figure) + unit(figure) }

  /// The word of scale and unit of a figure, as the report prints it here or elsewhere.
  func unit(_ id: FigureID) -> String {
    let figure = figures[id]
    let own = Citation.text(after(figure), document)
    if !own.isEmpty { return own }
    let scale = figure.quantity.scale
    return word(figure.quantity.unit, scale: scale) ?? (scale == 0 ? "" : "×10^\(scale)")
  }

  /// The word that the report uses for a unit at a scale, if it does.
  func word(_ unit: Unit, scale: Int) -> String? {
    let words = memory.words ?? collectUnitWords()
    memory.words = words
    return words[UnitKey(unit: unit, scale: scale)]
  }

  /// Percent or per-mille sign right after the digits.
  func percentSign(_ id: FigureID) -> String {
    let unit = Citation.text(after(figures[id]), document)
    return unit.hasPrefix("%") ? "%" : unit.hasPrefix("‰") ? "‰" : ""
  }

  /// Whether the figure is printed with thousands separators.
  func isGrouped(_ figure: FigureID) -> Bool { number(figure).utf8.contains(UInt8(ascii: ",")) }

  private func number(_ id: FigureID) -> String {
    let figure = figures[id]
    let text = Citation.text(figure.range, document)
    let isSigned = text.utf8.first.map { !(0x30...0x39).contains($0) } ?? true
    return figure.quantity.digits.isNegative && !isSigned ? "-" + text : text
  }

  private func after(_ figure: Figure) -> Range<Int> {
    figure.range.upperBound..<max(figure.range.upperBound, figure.extent.upperBound)
  }

  /// The flow's text in a range without gaps; empty for a range outside of it.
  private static func text(_ range: Range<Int>, _ document: PrintedText) -> String {
    let bytes = document.flow.bytes
    let inside = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[inside].filter { $0 > 0x20 }, as: UTF8.self)
  }
}

extension Citation {
  /// A figure as a finding cites it. Lines and columns are filled in later, for all figures in one sweep.
  func cite(_ id: FigureID, _ role: Role) -> CitedFigure {
    let figure = figures[id]
    let label = labels.text(figure.label != 0 ? figure.label : figure.columnLabel)
    var cited = cited(figure.range, role, text: text(id), label: label, at: figure.place)
    if case .cell = figure.place {
      cited.spot.row = figure.label != 0 ? label : ""
      cited.spot.column = figure.label != 0 ? labels.text(figure.columnLabel) : label
    }
    return cited
  }

  /// A figure as printed, and its range; what it is about is left out.
  func quote(_ id: FigureID) -> CitedFigure {
    let nowhere = Position(line: 1, column: 1)
    return CitedFigure(
      role: .stated, text: text(id), range: document.sourceRange(figures[id].range), start: nowhere, end: nowhere,
      label: "", spot: Spot())
  }

  /// A mark as a finding cites it.
  func cite(_ mark: Mark) -> CitedFigure {
    cited(mark.range, .mark, text: Citation.text(mark.range, document), label: "", at: mark.place)
  }

  private func cited(
    _ range: Range<Int>, _ role: Role, text: String, label: String, at place: Place
  ) -> CitedFigure {
    let nowhere = Position(line: 1, column: 1)
    return CitedFigure(
      role: role, text: text, range: document.sourceRange(range), start: nowhere, end: nowhere,
      label: label, spot: spot(place))
  }

  /// The section, table and block of a place.
  private func spot(_ place: Place) -> Spot {
    var spot = Spot()
    var title = -1
    switch place {
    case .passage(let block, _): spot.block = block + 1
    case .cell(let table, _, _):
      guard document.tables.indices.contains(table) else { return spot }
      spot.table = table + 1
      spot.block = document.tables[table].block + 1
      title = document.tables[table].title
    }
    guard document.blocks.indices.contains(spot.block - 1) else { return spot }
    if title < 0 { title = document.blocks[spot.block - 1].heading }
    if document.blocks.indices.contains(title) { spot.section = headline(title) }
    return spot
  }

  private func headline(_ block: Int) -> String {
    if let last = memory.title, last.block == block { return last.text }
    let text = document.flow.headline(document.blocks[block].range)
    memory.title = (block, text)
    return text
  }
}

extension Flow {
  /// A heading on one line, its first words where it is long.
  func headline(_ range: Range<Int>) -> String {
    let whole = range.clamped(to: 0..<bytes.count)
    var end = min(whole.upperBound, whole.lowerBound + 240)
    while end > whole.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var words: [UInt8] = []
    words.reserveCapacity(end - whole.lowerBound)
    var isGap = false
    for at in whole.lowerBound..<end {
      // Folding has left no other gaps than these.
      if bytes[at] == 0x20 || 0x09...0x0D ~= bytes[at] {
        isGap = true
        continue
      }
      if isGap, !words.isEmpty { words.append(0x20) }
      isGap = false
      words.append(bytes[at])
    }
    let text = String(decoding: words, as: UTF8.self)
    guard words.count > 60, text.unicodeScalars.count > 60 else { return text }
    return String(text.unicodeScalars.prefix(60)) + "…"
  }
}
