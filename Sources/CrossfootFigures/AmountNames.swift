// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// An amount of running text with the name that a table may give it.
public struct NamedAmount: Sendable, Hashable {
  public var figure: FigureID
  /// Its name without year, stage and organisation, and the one above it where both are printed (一般公共服务支出(类)商贸事务(款)).
  public var name: LabelID
  public var parent: LabelID
  /// The name as it is, also where it says too little to be looked for in tables (人员支出).
  public var word: LabelID
  /// What it is of, to the last aspect: another amount of the same key must be equal. 0 where an aspect is not known.
  public var key: LabelID
  /// The stage its label names.
  public var stage: TopicStage?
  /// The year that its label names, or the last label of its passage that names one.
  public var year: Int?
  /// The block it stands in, and that block's heading.
  public var block: Int
  public var heading: Int
}

/// A row of a table with its name in the same form.
public struct NamedRow: Sendable, Hashable {
  public var table: Int
  public var row: Int
  public var name: LabelID
  /// The name of the row that it is a part of, 0 where that is not known.
  public var parent: LabelID
}

/// Gives amounts of running text and rows of tables names that can be compared.
struct AmountNames {
  private let lexicon: Lexicon
  private let topics = TopicLexicon.chinese
  private let organisation: [UInt8]
  private let profile: DocumentProfile
  private let bytes: [UInt8]
  private let document: Document

  /// Bytes of the shortest name that tells one thing from another: three Han.
  private static let shortest = 9
  private static let shortestWord = 6
  /// Bytes of the shortest name that stands for itself: four Han.
  private static let shortestKey = 12
  /// Bytes of the shortest name of an item that is known without its number: six Han.
  private static let shortestItem = 18
  /// Rows that a table must have for running text to repeat it.
  static let fewestRows = 4

  init(_ document: Document, _ profile: DocumentProfile, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    self.document = document
    bytes = document.flow.bytes
    organisation = bytes[profile.organisation].filter { $0 > 0x20 }
    self.profile = profile
  }

  // MARK: running text

  /// The amounts of a passage that stand for themselves and have a name, those without a name of their own under that
  /// of the item which the passage opens with (`1.行政运行（项）。年初预算为A，支出决算为B`).
  func amounts(of passage: Passage, block: Int, heading: Int, _ labels: inout LabelTable, _ figures: [Figure])
    -> [NamedAmount]
  {
    var amounts: [NamedAmount] = []
    var lead: Path?
    var year: Int?
    // Whether a fund is named from here on, whose balances are not those of the whole.
    var isOfFund = heading >= 0 && namesFund(document.blocks[heading].range)
    for index in passage.amounts where passage.isMainAmount(index) {
      let figure = passage.tokens[index].figure
      guard figures[figure].quantity.unit.dimension == .money, figures[figure].quantity.qualifier == .exact else {
        continue
      }
      // A（按原口径）: another amount than the one of that name.
      if let bracket = passage.bracket(behind: index), topics.restatedHere.occurs(in: bytes, bracket) { continue }
      let label = topics.read(
        LabelText.stripped(bytes[passage.labelRange(index)]), organisation: organisation, fiscalYear: profile.fiscalYear
      )
      year = label.year ?? year
      var path = path(label.core, &labels)
      var key = key(of: label, path.name, &labels)
      isOfFund = isOfFund || namesFund(passage.labelRange(index))
      if isOfFund, key != 0, isBalance(passage.labelName(index)) { key = 0 }
      if topics.isTotal(label.core) {
        lead = lead ?? self.lead(of: passage, &labels)
        path = lead ?? Path()
      }
      if path.word == 0, key == 0 { continue }
      amounts.append(
        NamedAmount(
          figure: figure, name: path.name, parent: path.parent, word: path.word, key: key, stage: label.stage,
          year: year, block: block,
          heading: heading))
    }
    return amounts
  }

  /// Name, year and stage of an amount whose label leaves nothing open: the total of the report's own organisation, or
  /// a name with the level of a place.
  private func key(of label: TopicLabel, _ name: LabelID, _ labels: inout LabelTable) -> LabelID {
    guard profile.language != nil, !organisation.isEmpty, let level = profile.level, let stage = stage(label),
      let year = year(label, stage)
    else { return 0 }
    let isTotal = label.isOwn && topics.isTotal(label.name)
    guard isTotal || name != 0 && label.name.count >= Self.shortestKey && (level != .government || !label.scope.isEmpty)
    else { return 0 }
    var key: [UInt8] = []
    key.reserveCapacity(label.name.count + 48)
    if isTotal { key += Topic.total.utf8 }
    // Income and budget of an organisation are its total; expenditure may differ from them.
    if !isTotal || topics.isExpense(label.name) { key += label.name[numberEnd(label.name)...] }
    key += "›".utf8
    key += stage.rawValue.utf8
    key += "›".utf8
    key += String(year).utf8
    return labels.intern(key)
  }

  /// Where a list number ends before a name that is long enough to be known without it.
  private func numberEnd(_ name: [UInt8]) -> Int {
    let end = Numbering.length(of: name)
    return end > 0 && name.count - end >= Self.shortestItem ? end : 0
  }

  /// Whether words name a fund.
  private func namesFund(_ range: Range<Int>) -> Bool { !range.isEmpty && lexicon.fundNames.occurs(in: bytes, range) }

  /// Whether a name is that of what was taken over or is left, or of the year's whole income or expenditure: each fund
  /// has its own.
  private func isBalance(_ name: ArraySlice<UInt8>) -> Bool {
    lexicon.fundBalances.longestSuffix(in: Array(name), before: name.count, start: 0) != nil
  }

  /// A budget is the initial one in a budget, and the accounts are meant in accounts; elsewhere the label must say it.
  private func stage(_ label: TopicLabel) -> TopicStage? {
    switch (label.stage, profile.kind) {
    case (nil, .budget), (.budget, .budget): .initialBudget
    case (nil, .finalAccounts): .accounts
    case (nil, _), (.budget, _): nil
    case (let stage, _): stage
    }
  }

  /// A report on one year's execution and the next year's budget has no year that goes without saying, but what was
  /// carried out is of the first.
  private func year(_ label: TopicLabel, _ stage: TopicStage) -> Int? {
    if let year = label.year { return year }
    return profile.kind != .budgetExecution || stage == .actual ? profile.fiscalYear : nil
  }

  /// The name before the first stop or colon of a passage, if no amount stands there.
  private func lead(of passage: Passage, _ labels: inout LabelTable) -> Path {
    guard
      let end = passage.letters.firstIndex(where: { $0 == Letter.stop || $0 == Letter.colon || $0 == Letter.amount }),
      end > 0, passage.letters[end] != Letter.amount
    else { return Path() }
    var range = passage.tokens[0].range.lowerBound..<passage.tokens[end].range.lowerBound
    if let item = itemEnd(range) { range = range.lowerBound..<item }
    if range.count > 240 { return Path() }
    return path(
      topics.read(LabelText.stripped(bytes[range]), organisation: organisation, fiscalYear: profile.fiscalYear).core,
      &labels)
  }

  /// Where the item's name ends before what it is for: 行政单位离退休（项），主要用于….
  private func itemEnd(_ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let mark = lexicon.pathMarks.nextWord(in: bytes, from: start, to: range.upperBound)?.range {
      if bytes[mark.upperBound...].starts(with: "，".utf8) || bytes[mark.upperBound...].starts(with: ",".utf8) {
        return mark.upperBound
      }
      start = mark.upperBound
    }
    return nil
  }

  /// The last two names of a path (类, 款, 项), without numbering; the last one as it is, and as one that tells one thing
  /// from another.
  private struct Path {
    var name: LabelID = 0
    var parent: LabelID = 0
    var word: LabelID = 0
  }

  private func path(_ label: [UInt8], _ labels: inout LabelTable) -> Path {
    var (parent, last) = (0..<0, 0..<0)
    var start = Numbering.length(of: label)
    while start <= label.count {
      let mark =
        lexicon.pathMarks.nextWord(in: label, from: start, to: label.count)?.range ?? label.count..<label.count + 1
      let name = topics.withoutEdges(label, start..<mark.lowerBound)
      // 住房保障支出（类）支出A: the last word says no more than the name before it.
      if name.count >= Self.shortestWord, last.isEmpty || !isSide(label[name]) { (parent, last) = (last, name) }
      start = mark.upperBound
    }
    var path = Path()
    guard !last.isEmpty else { return path }
    path.word = labels.intern(label[last])
    guard last.count >= Self.shortest, !topics.isVague(label, last) else { return path }
    path.name = path.word
    if !parent.isEmpty { path.parent = labels.intern(label[parent]) }
    return path
  }

  private func isSide(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual(lexicon.pack.incomeWord.utf8) || name.elementsEqual(lexicon.pack.expenseWord.utf8)
  }

  // MARK: tables

  /// The rows of all tables that have a name and figures.
  func rows(_ facts: inout Facts) -> [NamedRow] {
    var known = [LabelID](of: Self.unread, times: facts.labels.count)
    var rows: [NamedRow] = []
    for index in facts.tables.indices {
      for part in facts.tables[index].parts.indices where facts.tables[index].parts[part].body.count >= Self.fewestRows
      {
        for row in facts.tables[index].parts[part].body where facts.tables[index].hasFigure(row: row) {
          let name = name(facts.tables[index].rowNames[row], &known, &facts.labels)
          if name == 0 { continue }
          let above = facts.tables[index].parts[part].above(row).map { facts.tables[index].rowNames[$0] } ?? 0
          rows.append(NamedRow(table: index, row: row, name: name, parent: self.name(above, &known, &facts.labels)))
        }
      }
    }
    return rows
  }

  /// The totals of tables that have one, under the names of the tables (一般公共预算支出决算表).
  func totals(_ facts: inout Facts) -> [NamedRow] {
    var totals: [NamedRow] = []
    for index in facts.tables.indices where facts.tables[index].title != 0 && !facts.tables[index].isPartial {
      guard let row = facts.tables[index].rowMarks.onlyTotal,
        let name = tableName(facts.tables[index].title, &facts.labels)
      else { continue }
      totals.append(NamedRow(table: index, row: row, name: name, parent: 0))
    }
    return totals
  }

  /// What a table is of, by its title: behind its number and before the words that make it a table.
  private func tableName(_ title: LabelID, _ labels: inout LabelTable) -> LabelID? {
    let bytes = labels.bytes(title)
    let own = Array(bytes[topics.tableNumber(in: bytes)...])
    let read = topics.read(own, organisation: organisation, fiscalYear: profile.fiscalYear).core
    let core = LabelText.withoutBracket(read)
    let name = Array(core[topics.withoutTableWords(core)])
    return name.count < Self.shortest || topics.isVague(name) ? nil : labels.intern(name)
  }

  /// What stands for a label whose name was not read yet.
  private static let unread: LabelID = -1

  private func name(_ label: LabelID, _ known: inout [LabelID], _ labels: inout LabelTable) -> LabelID {
    if label == 0 { return 0 }
    if known[Int(label)] != Self.unread { return known[Int(label)] }
    let read = topics.read(labels.bytes(label), organisation: organisation, fiscalYear: profile.fiscalYear)
    let name = path(read.core, &labels).name
    known[Int(label)] = name
    return name
  }
}

extension PartModel {
  /// The row that a row is a part of, by the likeliest reading; nil for none.
  fileprivate func above(_ row: Int) -> Int? {
    guard let parent = trees.first?.parent[row - body.lowerBound], parent >= 0 else { return nil }
    return body.lowerBound + Int(parent)
  }
}

extension [RowMark] {
  /// The row that a word makes a total, if there is but one.
  fileprivate var onlyTotal: Int? {
    guard let row = firstIndex(where: { $0.word == .total }),
      !self[(row + 1)...].contains(where: { $0.word == .total })
    else { return nil }
    return row
  }
}
