// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The pack's table words made ready for lookup. Built once a process; a class, so that handing it on copies one
/// reference.
final class TableLexicon: Sendable {
  let totals: WordTrie
  let subtotals: WordTrie
  /// Last words of names that say more than a name: of totals, rates, and shares of a region's own level.
  let tellingEnds: WordTrie
  let grands: WordTrie
  let parts: WordTrie
  let plus: WordTrie
  let minus: WordTrie
  let ownLevels: WordTrie
  /// Notes that a table is empty, words that make them conditional, and funds that they may name.
  let emptyNotes: WordTrie
  let emptyTitles: WordTrie
  /// Words by which a note says that there is nothing of a kind, and those by which it shows what it is about.
  let absences: WordTrie
  let someOfThem: WordTrie
  let sentenceEnds: WordTrie
  let clauseEnds: WordTrie
  let negations: WordTrie
  let fundTails: WordTrie
  let stops: WordTrie
  let noteOpeners: WordTrie
  let otherTables: WordTrie
  let sides: [WordTrie]
  let conditions: WordTrie
  let funds: WordTrie
  /// Names of quantities, and of prices, whose growth the printed figures do not give.
  let real: WordTrie
  let rates: WordTrie
  private let means: WordTrie
  /// The words of ``real`` and of means: most names hold none of them.
  private let meansOrReal: WordTrie
  /// Columns of prices and means: first and last words of their headers, and last words of those of what they are of.
  let unitPrices: [(openers: WordTrie, endings: WordTrie, counts: WordTrie, isMean: Bool)]
  /// The same words of all kinds of prices.
  let priceOpeners: WordTrie
  let priceEndings: WordTrie
  let pricedCounts: WordTrie
  let amounts: WordTrie
  /// Words of formulas between rows, and what each of ``formulaWords`` stands for.
  let itemOpeners: WordTrie
  let itemNouns: WordTrie
  let ordinals: WordTrie
  let formulaWords: WordTrie
  let formulaSigns: [FormulaSign]
  /// For each kind of row with placed names the names of its parts, and which of them is divided.
  let placed: [PlacedParts]
  private let counts: WordTrie
  private let dashes: WordTrie
  private let columnNumberLabels: WordTrie
  /// Names in known sums, and for each the sums it is a part and the whole of, one bit each.
  private let names: WordTrie
  private let known: [KnownName]
  /// The sums whose names rows may bear as well.
  private let rowSums: UInt64
  /// For each known sum the names of its parts with their places among the parts, and the number of parts.
  private let partNames: [WordTrie]
  private let partPlaces: [[Int]]
  private let partCounts: [Int]
  /// The known sums of things that are counted, a bit each.
  private let thingSums: UInt64
  private let scales: WordTrie
  private let scalePowers: [Int]

  static let chinese = TableLexicon(.chinese)

  init(_ pack: LanguagePack) {
    let words = pack.tables
    totals = WordTrie(reversed: words.totalEndings + pack.scoreTotalLabels)
    subtotals = WordTrie(reversed: words.subtotalEndings)
    tellingEnds = WordTrie(
      reversed: words.totalEndings + pack.scoreTotalLabels + words.subtotalEndings + words.rateEndings
        + words.ownLevelEndings)
    grands = WordTrie(reversed: words.grandEndings)
    parts = WordTrie(words.partOpeners)
    plus = WordTrie(words.plusOpeners)
    minus = WordTrie(words.minusOpeners)
    ownLevels = WordTrie(reversed: words.ownLevelEndings)
    emptyNotes = WordTrie(words.emptyNotes)
    emptyTitles = WordTrie(words.emptyTitles)
    absences = WordTrie(words.absences)
    someOfThem = WordTrie(words.partWords)
    sentenceEnds = WordTrie(words.sentenceEnds)
    clauseEnds = WordTrie(words.stops + ["：", ":"])
    negations = WordTrie(words.negations)
    fundTails = WordTrie(words.fundTails)
    stops = WordTrie(words.stops)
    noteOpeners = WordTrie(words.noteOpeners)
    otherTables = WordTrie(words.otherTables)
    sides = words.sides.map { WordTrie($0) }
    conditions = WordTrie(words.conditions)
    funds = WordTrie(words.funds)
    real = WordTrie(words.realGrowth)
    rates = WordTrie(reversed: words.rateEndings)
    means = WordTrie(words.means)
    meansOrReal = WordTrie(words.means + words.realGrowth)
    unitPrices = words.unitPrices.map {
      (WordTrie($0.openers), WordTrie(reversed: $0.endings), WordTrie(reversed: $0.counts), $0.isMean)
    }
    priceOpeners = WordTrie(words.unitPrices.flatMap(\.openers))
    priceEndings = WordTrie(reversed: words.unitPrices.flatMap(\.endings))
    pricedCounts = WordTrie(reversed: words.unitPrices.flatMap(\.counts))
    amounts = WordTrie(reversed: words.amountEndings)
    itemOpeners = WordTrie(words.itemOpeners)
    itemNouns = WordTrie(words.itemNouns)
    ordinals = WordTrie(words.ordinals)
    formulaWords = WordTrie(words.formulaWords.map(\.text))
    formulaSigns = words.formulaWords.map(\.sign)
    placed = words.placed.map { PlacedParts(parts: $0.parts.map { WordTrie($0) }, divided: $0.divided) }
    counts = WordTrie(reversed: words.countEndings)
    dashes = WordTrie(words.dashes)
    columnNumberLabels = WordTrie(words.columnNumberLabels)
    let known = TableLexicon.names(words.sums)
    names = WordTrie(known.map(\.key))
    self.known = known.map(\.value)
    rowSums = words.sums.enumerated().reduce(0) { $0 | ($1.element.isOfColumns ? 0 : 1 << UInt64($1.offset)) }
    thingSums = words.sums.enumerated().reduce(0) { $0 | ($1.element.isOfThings ? 1 << UInt64($1.offset) : 0) }
    partCounts = words.sums.map(\.parts.count)
    // Of equal names the last counts.
    let parts = words.sums.map { sum in
      sum.parts.enumerated().flatMap { part in part.element.map { ($0, part.offset) } }.reversed()
    }
    partNames = parts.map { WordTrie($0.map(\.0)) }
    partPlaces = parts.map { $0.map(\.1) }
    scales = WordTrie(pack.scales.map(\.text))
    scalePowers = pack.scales.map(\.power)
  }

  /// Whether a cell's text stands for nothing.
  func isDash(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { range.count <= 6 && dashes.word(bytes, range) != nil }

  /// Whether a row of this name holds means, which do not add up across, and whether it holds growth at constant
  /// prices.
  func kinds(of name: LabelSpot) -> (isMean: Bool, isReal: Bool) {
    guard meansOrReal.occurs(in: name.bytes, name.range) else { return (false, false) }
    return (means.occurs(in: name.bytes, name.range), real.occurs(in: name.bytes, name.range))
  }

  /// Whether a label is that of the row which numbers the columns.
  func namesColumns(_ text: [UInt8]) -> Bool { columnNumberLabels.word(text) != nil }

  /// Whether a header or label names things that are counted or measured, not paid.
  func namesCount(_ text: LabelSpot) -> Bool { text.withoutBracket.ends(in: counts) }

  /// Whether a name ends in a word that makes it a total or a subtotal.
  func isTotal(_ text: LabelSpot) -> Bool {
    let name = text.withoutBracket
    return name.ends(in: totals) || name.ends(in: subtotals)
  }

  /// Whether a text is nothing but the name of a total or a subtotal.
  func isOnlyTotal(_ text: LabelSpot) -> Bool {
    let name = text.withoutBracket
    return name.isOnly(oneOf: totals) || name.isOnly(oneOf: subtotals)
  }

  private static func names(_ sums: [KnownSum]) -> [String: KnownName] {
    var names: [String: KnownName] = [:]
    for (index, sum) in sums.prefix(64).enumerated() {
      let bit = UInt64(1) << UInt64(index)
      for whole in sum.wholes { names[whole, default: KnownName()].wholeOf |= bit }
      for part in sum.parts.joined() { names[part, default: KnownName()].partOf |= bit }
    }
    return names
  }

  /// What is known of a row's or column's name, without gaps and quotes.
  func known(_ name: LabelSpot) -> KnownName {
    let core = name.withoutBracket
    let word =
      names.word(name.bytes, name.range) ?? (core.range == name.range ? nil : names.word(name.bytes, core.range))
    return word.map { known[$0] } ?? KnownName()
  }

  /// The same of the name of a row.
  func known(ofRow name: LabelSpot) -> KnownName {
    let known = known(name)
    return KnownName(partOf: known.partOf & rowSums, wholeOf: known.wholeOf & rowSums)
  }

  /// The longest name in known sums that begins at an offset, and where it ends.
  func known(in bytes: [UInt8], at start: Int) -> (known: KnownName, end: Int)? {
    names.longest(in: bytes, at: start, end: bytes.count).map { (known[$0.word], $0.end) }
  }

  /// Which of the parts of a known sum a name is, or nil.
  func place(of name: LabelSpot, in sum: Int) -> Int? {
    let names = partNames[sum]
    let core = name.withoutBracket
    let word =
      names.word(name.bytes, name.range) ?? (core.range == name.range ? nil : names.word(name.bytes, core.range))
    return word.map { partPlaces[sum][$0] }
  }

  /// Number of the known sums, and of the parts of one.
  var sumCount: Int { partCounts.count }
  func partCount(_ sum: Int) -> Int { partCounts[sum] }

  /// Whether a known sum is one of things that are counted.
  func isOfThings(_ sum: Int) -> Bool { thingSums >> UInt64(sum) & 1 != 0 }

  /// The power of ten of a scale word at an offset, and the offset after it.
  func scale(in bytes: [UInt8], at start: Int, end: Int) -> (power: Int, end: Int)? {
    scales.longest(in: bytes, at: start, end: end).map { (scalePowers[$0.word], $0.end) }
  }
}

/// The known sums that a name is a part of, and those it is the whole of: one bit for each sum of the pack.
public struct KnownName: Sendable, Hashable {
  public var partOf: UInt64 = 0
  public var wholeOf: UInt64 = 0
}
