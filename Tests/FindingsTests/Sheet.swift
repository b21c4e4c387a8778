// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// A report built by hand: figures with their text, and the relations between them.
struct Sheet {
  private var bytes: [UInt8] = []
  private(set) var facts = Facts()
  var relations: [Relation] = []

  /// Adds a figure in a line of its own. Its unit is read from the text: `71.84亿元`, `17.5%`, `3个`, `10分`.
  mutating func figure(
    _ text: String, label: String = "", qualifier: Qualifier = .exact, readable: Bool = true
  ) -> FigureID {
    bytes += Array(label.utf8)
    let start = bytes.count
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D }
    bytes += Array(text.utf8)
    let (unit, scale) = Sheet.unit(String(text.dropFirst(digits.count)))
    var value = Decimal(printed: digits) ?? .zero
    if text.hasPrefix("-") { value.mantissa = -value.mantissa }
    let quantity = Quantity(
      digits: value, scale: scale, unit: unit, qualifier: qualifier)
    var figure = Figure(
      quantity: quantity, range: start..<start + digits.count, extent: start..<bytes.count,
      place: .passage(block: 0, sentence: 0))
    figure.readable = readable
    figure.label = facts.labels.intern(Array(label.utf8))
    bytes.append(0x0A)
    facts.figures.append(figure)
    return facts.figures.count - 1
  }

  /// Gives a figure another value, in base units, without changing the text.
  mutating func set(_ figure: FigureID, _ value: Decimal) {
    facts.figures[figure].quantity.digits = Decimal(
      value.mantissa, exponent: value.exponent - facts.figures[figure].quantity.scale)
  }

  /// Adds several figures.
  mutating func figures(_ texts: [String]) -> [FigureID] { texts.map { figure($0) } }

  /// Adds a mark.
  mutating func mark(_ kind: Mark.Kind, _ text: String) -> Int {
    let start = bytes.count
    bytes += Array(text.utf8) + [0x0A]
    facts.marks.append(
      Mark(kind, range: start..<start + text.utf8.count, place: .passage(block: 0, sentence: 0)))
    return facts.marks.count - 1
  }

  private static func unit(_ text: String) -> (Unit, Int) {
    switch text {
    case "%": (Unit(.percent), 0)
    case "元": (Unit(.money), 0)
    case "万元": (Unit(.money), 4)
    case "亿元": (Unit(.money), 8)
    case "分": (Unit(.score), 0)
    case "个": (Unit(.count), 0)
    default: (.none, 0)
    }
  }

  /// The stages after the rules.
  func examine() -> Examination {
    var map = OffsetMap()
    map.copy(bytes.count, from: 0)
    map.finish(sourceCount: bytes.count)
    let document = Document(
      source: SourceText(bytes: bytes), flow: Flow(bytes: bytes, map: map),
      blocks: [Block(kind: .passage, range: 0..<bytes.count, heading: -1)], tables: [], rests: [], markup: [])
    return Examination(path: "报告.txt", document: document, facts: facts, relations: relations)
  }
}

extension Sheet {
  /// total = Σ parts.
  mutating func footing(
    _ total: FigureID, _ parts: [FigureID], exact: Bool = false, force: Force = .identity
  ) {
    relations.append(
      Relation(
        rule: "footing.test", kind: .footing, force: force,
        readings: [Sheet.sum(total, parts, exact: exact)]))
  }

  /// rate = actual ÷ budget in percent.
  mutating func rate(_ rate: FigureID, _ actual: FigureID, of budget: FigureID) {
    relations.append(
      Relation(
        rule: "recalculation.test", kind: .executionRate,
        readings: [Sheet.ratio(rate, actual, of: budget)]))
  }

  /// Several statements of one figure.
  mutating func same(_ figures: [FigureID]) {
    relations.append(
      Relation(
        rule: "tie-out.test", kind: .tieOut,
        readings: [.equal(figures.map { Operand($0, .stated) })]))
  }

  static func sum(_ total: FigureID, _ parts: [FigureID], exact: Bool = false) -> Claim {
    let terms = parts.map { Term(1, Operand($0, .part, exact: exact)) }
    return .linear([Term(-1, Operand(total, .total, exact: exact))] + terms)
  }

  static func ratio(_ rate: FigureID, _ actual: FigureID, of budget: FigureID) -> Claim {
    .ratio(
      result: Operand(rate, .rate), numerator: [Term(1, Operand(actual, .actual))],
      denominator: [Term(1, Operand(budget, .budget))], power: 2)
  }
}
