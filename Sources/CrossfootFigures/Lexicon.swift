// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText
import PCRE2

/// A language pack made ready for lookup: tries for its word lists, the compiled number grammar. Built once a process;
/// a class, so that handing it on copies one reference.
final class Lexicon: Sendable {
  let pack: LanguagePack
  let numbers: NumberFragments
  let units: WordTrie
  let unitWords: [Unit]
  let unitScales: [Int]
  private let before: WordTrie
  private let beforeInert: WordTrie
  let after: WordTrie
  let ordinals: WordTrie
  /// Ordinals, marks of negative numbers and qualifiers, read backwards: all that may stand right before a number and
  /// change it.
  let prefixes: WordTrie
  let negatives: WordTrie
  let negativeInert: WordTrie
  let listMarks: WordTrie
  let openings: WordTrie
  let yearMarks: WordTrie
  let yearWords: WordTrie
  let yearTails: WordTrie
  /// What may follow digits and make more of them than a number by itself.
  let numberTails: WordTrie
  let clause: WordTrie
  /// The words of ``LanguagePack/scales``.
  let scales: WordTrie
  /// Clause words, then inert words: an index past ``clauseTokens`` is inert.
  let clauseTokens: [(letter: UInt8, value: Int)]
  let numerals: WordTrie
  /// Numerals, and what opens a title: what is noted between two digits of a table. What is noted in running text.
  let noted: WordTrie
  let starts: WordStarts
  let wordCounters: WordTrie
  /// The unit of each of ``LanguagePack/wordCounters``, if it is one.
  let wordCounterUnits: [Unit?]
  let memberNouns: WordTrie
  let nameMarks: WordTrie
  let openEnds: WordTrie
  /// Nouns for members read backwards, words between them and their number, and what opens a list of names.
  let memberEnds: WordTrie
  let nameMarkAhead: WordTrie
  let nameJointsAhead: WordTrie
  let nameStopsAhead: WordTrie
  let countLinks: WordTrie
  let nameOpeners: WordTrie
  let itemOrdinals: WordTrie
  /// Income words are 0, expenditure words 1, the rest neither.
  let sideWords: WordTrie
  let deficitWords: WordTrie
  let rollingWords: WordTrie
  let meansEnds: WordTrie
  let carriedWords: WordTrie
  /// What a year opens and closes with, read backwards.
  let openingBalances: WordTrie
  let closingBalances: WordTrie
  /// Names of the funds that an organisation is paid from, and of what each of them takes over, earns, spends and
  /// leaves.
  let fundNames: WordTrie
  /// Words for the total of income and expenditure in one.
  let bothSides: WordTrie
  /// Words of change that are said of amounts and of their rates alike.
  let plainChanges: WordTrie
  /// Words for totals that a name may end in, backwards.
  let totalEnds: WordTrie
  let fundBalances: WordTrie
  /// Terms of what a year leaves, by their last words, each with its sign; 0 for what is left.
  let rollTerms: WordTrie
  let rollSigns: [Int]
  /// Last words of labels of changes, read backwards.
  let changeEnds: WordTrie
  /// Verbs that say more, then those that say less, read backwards.
  let changeVerbs: WordTrie
  let deductionEnds: WordTrie
  let stages: WordTrie
  /// The words for what was carried out, the shortest first.
  let actualStages: [[UInt8]]
  let stageEnds: WordTrie
  /// Names of funds that end in a word for a budget (一般公共预算), reversed.
  let fundEnds: WordTrie
  let headers: WordTrie
  /// Words that say how many are in use.
  let useWords: WordTrie
  let ratios: [RatioWords]
  /// Last words of rates of which one is what another leaves of a third, backwards: three a difference.
  let differences: WordTrie
  let balancedFunds: WordTrie
  /// Last words in the name of a target, read backwards.
  let targetEnds: WordTrie
  /// Words that open a comparison and are no words of comparison elsewhere.
  let comparandOpeners: WordTrie
  /// Last words of the names of full marks.
  let weightEnds: WordTrie
  /// What a cell of deviations says where there is none; labels before a grade.
  let noDeviation: WordTrie
  let gradeLabels: WordTrie
  /// Grade words with their ranks, 0 the best.
  private let grades: WordTrie
  private let gradeRanks: [Int]
  /// Labels of totals with the roles they give their rows.
  private let totals: WordTrie
  private let totalRoles: [RowRole]
  /// Marks that open the paragraphs of a list.
  let bulletMarks: WordTrie
  /// Names of all parts of a whole in one word; nouns for shares, read backwards.
  let wholeSets: WordTrie
  let shareNouns: WordTrie
  /// What may stand between such a name and the noun for its shares.
  let wholeNames: WordTrie
  let rests: WordTrie
  /// The parts of a set, and wholes that they make up.
  let wholeParts: WordTrie
  let sharedTotals: WordTrie
  /// Last words of labels of public debt, read backwards, as indices of the pack's names; words that make it other
  /// debt, words for what a year opens with and for who approves, and what joins a limit to its rate.
  let debtNames: WordTrie
  let otherDebts: WordTrie
  let openingTimes: WordTrie
  let deliveries: WordTrie
  let debtTotals: WordTrie
  let debtTimes: WordTrie
  let debtMoves: WordTrie
  let newDebts: WordTrie
  let inclusions: WordTrie
  let genitives: WordTrie
  let exclusions: WordTrie
  let grants: WordTrie
  let limitGenitives: WordTrie
  /// Words that say of a price that it is a norm.
  let priceNorms: WordTrie
  /// Marks between the names of a path.
  let pathMarks: WordTrie
  /// The names of wholes and of their parts, read backwards; a name's whole is that of ``sharedNames``.
  let sharedWholes: WordTrie
  let sharedNames: [(sum: Int, part: Int)]
  /// The pack's partitions as bytes.
  let partitions: [[[UInt8]]]
  /// All names of them, and the first name of each.
  private let partNames: WordTrie
  let partitionNames: WordTrie
  /// The pack's sets of kinds as bytes, and the names of all other kinds.
  private let kindSets: [[[UInt8]]]
  let otherKinds: WordTrie
  private let narrowingWords: [[UInt8]]
  private let narrowings: WordTrie
  private let exclusiveKinds: [[[UInt8]]]
  private let exclusives: WordTrie
  /// Names of the units in which events are counted, and persons and firms.
  let eventUnits: [UInt16]
  let memberUnits: [UInt16]
  let grammar: Pattern
  let groups: NumberGroups

  static let chinese = Lexicon(.chinese, .chinese, .chinese)

  init(_ pack: LanguagePack, _ numbers: NumberFragments, _ cues: CueLexicon) {
    self.pack = pack
    self.numbers = numbers
    units = WordTrie(pack.units.map(\.text))
    unitWords = pack.units.enumerated().map {
      Unit(Dimension($0.element.kind), name: UInt16($0.offset + 1))
    }
    unitScales = pack.units.map(\.scale)
    before = WordTrie(reversed: pack.qualifiersBefore.map(\.text))
    beforeInert = WordTrie(reversed: pack.qualifierInert)
    after = WordTrie(pack.qualifiersAfter.map(\.text))
    ordinals = WordTrie(reversed: numbers.ordinalPrefixes)
    prefixes = WordTrie(reversed: numbers.ordinalPrefixes + numbers.negativeMarks + pack.qualifiersBefore.map(\.text))
    negatives = WordTrie(reversed: numbers.negativeMarks)
    negativeInert = WordTrie(reversed: numbers.negativeInert)
    scales = WordTrie(pack.scales.map(\.text))
    listMarks = WordTrie(numbers.listMarks)
    openings = WordTrie(reversed: numbers.sentenceEnds)
    yearMarks = WordTrie(numbers.yearMarks)
    yearWords = WordTrie(numbers.yearWords)
    yearTails = WordTrie(NumberGrammar.yearTails)
    numberTails = WordTrie(NumberGrammar.tails(numbers))
    clause = WordTrie(pack.clauseWords.map(\.text) + pack.inertWords)
    clauseTokens = pack.clauseWords.map { ($0.kind.rawValue, $0.value) }
    sideWords = WordTrie([pack.incomeWord, pack.expenseWord] + pack.sidelessWords)
    deficitWords = WordTrie(pack.deficitWords)
    rollingWords = WordTrie(pack.rollingWords)
    meansEnds = WordTrie(reversed: pack.meansWords)
    carriedWords = WordTrie(pack.carriedWords)
    fundNames = WordTrie(pack.fundNames)
    bothSides = WordTrie(pack.bothSides)
    plainChanges = WordTrie(pack.plainChanges)
    totalEnds = WordTrie(reversed: pack.totalWords)
    fundBalances = WordTrie(reversed: pack.openingBalances + pack.closingBalances + pack.rollTerms.map(\.name))
    let rolls =
      pack.openingBalances.map { ($0, 1) } + pack.closingBalances.map { ($0, 0) }
      + pack.rollTerms.map { ($0.name, $0.sign) }
    rollTerms = WordTrie(reversed: rolls.map(\.0))
    rollSigns = rolls.map(\.1)
    openingBalances = WordTrie(reversed: pack.openingBalances)
    closingBalances = WordTrie(reversed: pack.closingBalances)
    changeEnds = WordTrie(reversed: pack.changeEnds)
    changeVerbs = WordTrie(reversed: pack.verbsUp + pack.verbsDown)
    deductionEnds = WordTrie(pack.deductionEnds)
    let numerals = numbers.numerals.map(\.text) + numbers.multipliers.map(\.text)
    self.numerals = WordTrie(numerals)
    noted = WordTrie(numerals + [FlowNotes.titleOpener])
    starts = FlowNotes.starts(numerals: self.numerals, clauses: clause, cues: cues.cues)
    wordCounters = WordTrie(pack.wordCounters)
    wordCounterUnits = pack.wordCounters.map { [units, unitWords] in units.word(Array($0.utf8)).map { unitWords[$0] } }
    memberNouns = WordTrie(pack.memberNouns)
    nameMarks = WordTrie(reversed: [pack.nameMark] + pack.nameJoints + pack.nameStops)
    openEnds = WordTrie(reversed: pack.openEnds)
    memberEnds = WordTrie(reversed: pack.memberNouns)
    nameMarkAhead = WordTrie([pack.nameMark])
    nameJointsAhead = WordTrie(pack.nameJoints)
    nameStopsAhead = WordTrie(pack.nameStops)
    countLinks = WordTrie(reversed: pack.countLinks)
    nameOpeners = WordTrie(pack.nameOpeners)
    itemOrdinals = WordTrie(pack.itemOrdinals)
    stages = WordTrie(pack.stageWords.map(\.text))
    actualStages = pack.stageWords.filter { $0.stage == .actual }.map { Array($0.text.utf8) }.sorted {
      $0.count < $1.count
    }
    stageEnds = WordTrie(reversed: pack.stageEnds.map(\.text))
    fundEnds = WordTrie(
      reversed: SubjectWords.chinese.funds.joined().filter { fund in pack.stageEnds.contains { fund.hasSuffix($0.text) }
      })
    headers = WordTrie(pack.headerWords.map(\.text))
    useWords = WordTrie(pack.useWords)
    ratios = pack.ratios.map(RatioWords.init)
    differences = WordTrie(reversed: pack.differences.flatMap { [$0.whole, $0.taken, $0.rest] })
    balancedFunds = WordTrie(pack.balancedFunds)
    targetEnds = WordTrie(reversed: pack.targetEnds)
    comparandOpeners = WordTrie(pack.comparandOpeners)
    weightEnds = WordTrie(reversed: pack.headerWords.lazy.filter { $0.role == .weight }.map(\.text))
    noDeviation = WordTrie(pack.noDeviationWords)
    gradeLabels = WordTrie(pack.gradeLabels)
    let scales = pack.gradeScales.flatMap { $0.enumerated().map { (rank: $0.offset, name: $0.element.name) } }
    grades = WordTrie(scales.map(\.name))
    gradeRanks = scales.map(\.rank)
    totals = WordTrie(pack.subtotalWords + pack.totalWords + pack.scoreTotalLabels)
    totalRoles =
      pack.subtotalWords.map { _ in .subtotal } + (pack.totalWords + pack.scoreTotalLabels).map { _ in .total }
    bulletMarks = WordTrie(pack.bulletMarks)
    wholeSets = WordTrie(pack.wholeSets)
    shareNouns = WordTrie(reversed: pack.shareNouns)
    wholeNames = WordTrie(pack.wholeNames)
    rests = WordTrie(pack.restWords)
    wholeParts = WordTrie(pack.wholeParts)
    sharedTotals = WordTrie(pack.sharedTotals)
    debtNames = WordTrie(reversed: pack.debts.names.map(\.text))
    otherDebts = WordTrie(pack.debts.others)
    openingTimes = WordTrie(pack.debts.openings)
    deliveries = WordTrie(pack.debts.deliveries)
    debtTotals = WordTrie(pack.debts.totals)
    debtTimes = WordTrie(pack.debts.times)
    debtMoves = WordTrie(pack.debts.moves)
    newDebts = WordTrie(pack.debts.news)
    inclusions = WordTrie(pack.debts.inclusions)
    genitives = WordTrie(pack.genitives)
    exclusions = WordTrie(pack.debts.exclusions)
    grants = WordTrie(pack.debts.grants)
    limitGenitives = WordTrie(reversed: pack.debts.limitGenitives)
    priceNorms = WordTrie(pack.prices.norms)
    pathMarks = WordTrie(pack.pathMarks)
    let shared = pack.sharedWholes.enumerated().flatMap { index, sum in
      sum.wholes.map { (text: $0, sum: index, part: -1) }
        + sum.parts.enumerated().flatMap { part, names in names.map { (text: $0, sum: index, part: part) } }
    }
    sharedWholes = WordTrie(reversed: shared.map(\.text))
    sharedNames = shared.map { ($0.sum, $0.part) }
    partitions = pack.partitions.map { $0.map { Array($0.utf8) } }
    partNames = WordTrie(pack.partitions.flatMap(\.self))
    partitionNames = WordTrie(pack.partitions.compactMap(\.first))
    kindSets = pack.kindSets.map { $0.map { Array($0.utf8) } }
    otherKinds = WordTrie(pack.kindSets.compactMap(\.last))
    narrowingWords = pack.narrowingWords.map { Array($0.utf8) }
    narrowings = WordTrie(pack.narrowingWords)
    exclusives = WordTrie(pack.exclusiveKinds.flatMap(\.self))
    exclusiveKinds = pack.exclusiveKinds.map { $0.map { Array($0.utf8) } }
    memberUnits = pack.units.indices.filter { pack.memberUnits.contains(pack.units[$0].text) }.map { UInt16($0 + 1) }
    eventUnits = pack.units.indices.filter { pack.eventUnits.contains(pack.units[$0].text) }.map { UInt16($0 + 1) }
    grammar = Self.compile(NumberGrammar.pattern(numbers))
    groups = NumberGroups(grammar)
  }

  /// Whether labels are those of a partition, one each.
  func isPartition(_ labels: [ArraySlice<UInt8>]) -> Bool { partition(of: labels) != nil }

  /// The names that share out a whole, if the labels hold one each.
  func partition(of labels: [ArraySlice<UInt8>]) -> [[UInt8]]? {
    // Few labels hold a name of any of them.
    guard labels.allSatisfy(partNames.occurs) else { return nil }
    return partitions.first { names in
      names.count == labels.count && names.allSatisfy { name in labels.count { Self.contains($0, name) } == 1 }
        && labels.allSatisfy { label in names.contains { Self.contains(label, $0) } }
    }
  }

  /// Whether labels are those of kinds of one set, the last one that of all other kinds.
  func areAllKinds(_ labels: [ArraySlice<UInt8>]) -> Bool {
    guard labels.count > 2, let last = labels.last else { return false }
    return kindSets.contains { kinds in
      guard let rest = kinds.last, Self.contains(last, rest) else { return false }
      return labels.dropLast().allSatisfy { label in
        !Self.contains(label, rest) && kinds.dropLast().contains { Self.contains(label, $0) }
      }
    }
  }

  /// Whether labels bear a word that makes them less than their name says, and the text that names the whole does not.
  /// - Parameter names: the names that they hold; what these say themselves narrows nothing.
  func areNarrower(_ labels: [ArraySlice<UInt8>], than whole: ArraySlice<UInt8>, _ names: [[UInt8]]) -> Bool {
    // Few labels hold any of them.
    labels.contains(where: narrowings.occurs)
      && narrowingWords.contains { word in
        labels.contains { Self.contains($0, word) } && !Self.contains(whole, word)
          && !names.contains { Self.contains($0[...], word) }
      }
  }

  /// Whether labels name kinds that exclude each other, one each.
  func areExclusive(_ labels: [ArraySlice<UInt8>]) -> Bool {
    // Few labels name a kind at all.
    guard labels.allSatisfy(exclusives.occurs) else { return false }
    return exclusiveKinds.contains { names in
      var taken: [Int] = []
      for label in labels {
        guard let kind = names.firstIndex(where: { Self.contains(label, $0) }), !taken.contains(kind) else {
          return false
        }
        taken.append(kind)
      }
      return true
    }
  }

  /// The qualifier whose word ends right before an offset, and where the word begins.
  func qualifier(in bytes: [UInt8], before end: Int, start: Int) -> (kind: QualifierWord, start: Int)? {
    guard let (word, from) = before.longestSuffix(in: bytes, before: end, start: start),
      beforeInert.longestSuffix(in: bytes, before: end, start: start) == nil
    else { return nil }
    return (pack.qualifiersBefore[word].kind, from)
  }

  /// Rank of a grade word, 0 the best.
  func gradeRank(_ text: [UInt8]) -> Int? { grades.word(text).map { gradeRanks[$0] } }

  /// Role of a row by its label.
  func rowRole(_ label: LabelSpot) -> RowRole { totals.word(label.bytes, label.range).map { totalRoles[$0] } ?? .item }

  /// Compiles a pattern of ours. A pattern that does not compile is a defect of the program, found by every test.
  static func compile(_ pattern: String) -> Pattern {
    do { return try Pattern(pattern) } catch {
      fatalError("\(error.message) at \(error.offset) in \(pattern)")
    }
  }
}

/// Group numbers of the number grammar's parts.
struct NumberGroups: Sendable {
  let exclusions: [(group: Int, reason: Exclusion)]
  let digits, malformed, more, more2, scale, rate: Int

  init(_ pattern: Pattern) {
    func group(_ name: String) -> Int { pattern.group(name) ?? 0 }
    exclusions = [
      (group("date"), .date), (group("time"), .time), (group("span"), .period), (group("year"), .year),
      (group("law"), .lawNumber),
      (group("phone"), .phone), (group("idiom"), .idiom), (group("monthDay"), .date),
    ]
    digits = group("digits")
    malformed = group("malformed")
    more = group("more")
    more2 = group("more2")
    scale = group("scale")
    rate = group("rate")
  }
}

extension Dimension {
  init(_ kind: UnitKind) {
    switch kind {
    case .money: self = .money
    case .percent: self = .percent
    case .permille: self = .permille
    case .percentagePoint: self = .percentagePoint
    case .basisPoint: self = .basisPoint
    case .multiple: self = .multiple
    case .score: self = .score
    case .count: self = .count
    case .measure: self = .measure
    }
  }
}
