// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads what is known of the report as a whole. Only the beginning of a report is looked at, so that its length costs
/// nothing.
struct ProfileReader {
  let document: Document
  let lexicon: Lexicon
  private let words = ProfileLexicon.chinese

  /// A title stands among the first blocks; a web page prints its navigation before it.
  private static let farthestBlock = 140
  private static let farthestLine = 400
  /// The organisation's name stands closer to the title, or in the first rows of a form.
  private static let farthestLabel = 40
  private static let farthestRow = 8
  /// Bytes of the beginning that tell the script.
  private static let scriptSample = 4_000

  init(document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
  }

  func profile(of facts: Facts) -> DocumentProfile {
    var profile = DocumentProfile()
    let isOurs =
      hasHan && !words.isInOtherScript(document.flow.bytes, upTo: min(document.flow.bytes.count, Self.scriptSample))
    profile.language = isOurs ? lexicon.pack.code : nil
    readMoneyScale(&profile)
    guard profile.language != nil else { return profile }
    if let title = title() {
      profile.title = title.range
      profile.kind = title.kind
      profile.kindEvidence = title.kindEvidence
      profile.fiscalYear = title.year
      profile.fiscalYearEvidence = title.yearEvidence
      profile.organisation = title.organisation
      profile.level = title.level
      profile.levelEvidence = title.levelEvidence
    }
    if let name = labelledName() { profile.organisation = name }
    if profile.organisation.isEmpty, profile.kind != .performance, let place = assemblyPlace() {
      profile.organisation = place
    }
    readGovernment(&profile)
    return profile
  }

  /// A report named after a place is that of its government, and one of a government goes by the name of its place.
  private func readGovernment(_ profile: inout DocumentProfile) {
    guard profile.level == .government || profile.level == nil && profile.kind != .performance,
      let place = words.place(document.flow.bytes, profile.organisation)
    else { return }
    if profile.level == nil {
      // The treasury of a place gives reports of its own, too.
      guard place == profile.organisation || words.isGovernment(document.flow.bytes, profile.organisation) else {
        return
      }
      profile.level = .government
      profile.levelEvidence = profile.organisation
    }
    profile.organisation = place
  }

  /// The place whose assembly heard the report.
  private func assemblyPlace() -> Range<Int>? {
    var place: Range<Int>?
    eachLine { line in
      if line.count <= TitleReader.longest { place = words.assemblyPlace(document.flow.bytes, line) }
      return place == nil
    }
    return place
  }

  /// Whether the report holds enough Han to be read with this pack: one lead byte of Han in a hundred bytes of its
  /// beginning.
  private var hasHan: Bool {
    let length = min(document.flow.bytes.count, 20_000)
    let bytes = document.flow.bytes
    let span = bytes.span
    var han = 0
    for index in 0..<length where span[index] &- 0xE4 < 6 {
      han += 1
      if han * 100 > length { return true }
    }
    return false
  }

  // MARK: title

  /// The line, or two lines, that say most of what a title says; of equal ones the first.
  private func title() -> TitleReading? {
    let reader = TitleReader(bytes: document.flow.bytes, words: words)
    var best: TitleReading?
    var before: Range<Int>?
    eachLine { line in
      guard line.count <= TitleReader.longest else {
        before = nil
        return true
      }
      defer { before = line }
      guard reader.mayEndTitle(line) else { return true }
      for reading in [reader.read(line), before.flatMap { reader.read($0.lowerBound..<line.upperBound) }].compactMap(
        \.self)
      where reading.worth > best?.worth ?? 0 {
        best = reading
      }
      return best?.isComplete != true
    }
    if best != nil, best?.year == nil { best?.take(yearFrom: headings.lazy.compactMap { reader.year(in: $0) }.first) }
    return best
  }

  /// Goes through the lines a title can stand in: blocks are cut where they hold several, and a table gives its first
  /// row if that has one cell only.
  /// - Parameter takes: takes a line, and says whether to go on.
  private func eachLine(_ takes: (Range<Int>) -> Bool) {
    var lines: [Range<Int>] = []
    var count = 0
    for block in document.blocks.prefix(Self.farthestBlock) where count < Self.farthestLine {
      lines.removeAll(keepingCapacity: true)
      if case .table(let index) = block.kind {
        guard document.tables.indices.contains(index), !document.tables[index].rows.isEmpty else { continue }
        let cells = document.tables[index].cells(of: 0).lazy.filter { !$0.range.isEmpty }
        if let cell = cells.first, cells.dropFirst().isEmpty { lines.append(cell.range) }
      } else if block.range.count <= TitleReader.longest * 8 {
        addLines(of: block.range, to: &lines)
      }
      for line in lines where !takes(line) { return }
      count += lines.count
    }
  }

  /// Cuts a range at line feeds; empty lines are left out.
  private func addLines(of range: Range<Int>, to lines: inout [Range<Int>]) {
    let bytes = document.flow.bytes
    let span = bytes.span
    var start = range.lowerBound
    while start < range.upperBound {
      let end = span.next(0x0A, from: start, to: range.upperBound)
      if end > start { lines.append(start..<end) }
      start = end + 1
    }
  }

  private var headings: [Range<Int>] {
    document.blocks.prefix(Self.farthestBlock).compactMap { block in
      if case .heading = block.kind { block.range } else { nil }
    }
  }

  // MARK: organisation

  /// The name behind the surest of the words that introduce it (部门名称：, 实施单位).
  private func labelledName() -> Range<Int>? {
    var best: (rank: Int, name: Range<Int>)?
    func take(_ label: Range<Int>, _ name: Range<Int>) {
      guard let rank = words.labelRank(document.flow.bytes, label), rank < best?.rank ?? .max,
        let name = words.name(document.flow.bytes, name)
      else { return }
      best = (rank, name)
    }
    for block in document.blocks.prefix(Self.farthestLabel) {
      if case .table(let index) = block.kind {
        guard document.tables.indices.contains(index) else { continue }
        for row in document.tables[index].rows.indices.prefix(Self.farthestRow) {
          labelled(in: document.tables[index].cells(of: row), take)
        }
      } else {
        labelled(in: block.range, take)
      }
    }
    return best?.name
  }

  /// A cell that is a label, and the next one that holds something.
  private func labelled(in cells: ArraySlice<Cell>, _ take: (Range<Int>, Range<Int>) -> Void) {
    var label: Range<Int>?
    for cell in cells where !cell.range.isEmpty {
      if let label { take(label, cell.range) }
      label = cell.range
    }
    for cell in cells { labelled(in: cell.range, take) }
  }

  /// A label and a name parted by a colon.
  private func labelled(in range: Range<Int>, _ take: (Range<Int>, Range<Int>) -> Void) {
    if range.count > TitleReader.longest { return }
    let bytes = document.flow.bytes
    let colon = bytes.span.next(UInt8(ascii: ":"), from: range.lowerBound, to: range.upperBound)
    if colon == range.upperBound { return }
    take(range.lowerBound..<colon, colon + 1..<range.upperBound)
  }

  // MARK: unit

  private func readMoneyScale(_ profile: inout DocumentProfile) {
    let reader = UnitReader(lexicon: lexicon, words: .chinese)
    for case let range? in document.tables.map(\.unit) {
      guard let declared = reader.unit(Array(document.flow.bytes[range])), declared.unit.dimension == .money else {
        continue
      }
      let scale = declared.scale
      guard let known = profile.moneyScale else {
        profile.moneyScale = scale
        profile.moneyScaleEvidence = range
        continue
      }
      if known != scale {
        profile.moneyScale = nil
        profile.moneyScaleEvidence = 0..<0
        return
      }
    }
  }
}
