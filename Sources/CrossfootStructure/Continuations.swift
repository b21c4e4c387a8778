// SPDX-License-Identifier: Apache-2.0

/// Joins tables that go on over a page: title, caption and header are printed again there, and are furniture the second
/// time.
struct Continuations {
  let bytes: [UInt8]
  let lines: [Line]
  let classes: [LineClass]
  let words: Words

  /// Most blocks of a title.
  private static let longestLead = 6

  /// What is printed above a table's first row. Its text is put together where it is compared: few tables go on.
  private struct Lead {
    /// Drafts of the title and caption, and the lines of those that are not furniture.
    var drafts: Range<Int>
    var named: [LineIndices] = []
    /// The header's lines.
    var header: Slice<LineIndices> = LineIndices()[0..<0]
  }

  /// The blocks with continued tables joined.
  func join(_ drafts: [Draft]) -> [Draft] {
    guard drafts.contains(where: isCutByGaps) else { return drafts }
    var joined: [Draft] = []
    joined.reserveCapacity(drafts.count + 8)
    var last: (index: Int, lead: Lead)?
    for draft in drafts {
      guard isCutByGaps(draft) else {
        joined.append(draft)
        continue
      }
      let own = lead(of: draft, joined)
      if let before = last, continues(draft, own, joined[before.index], before.lead) {
        append(draft, own, to: before.index, before.lead, &joined)
      } else {
        var (table, repeated) = withoutRepeats(draft, own)
        if let before = last, isCutOff(table, joined[before.index], joined[(before.index + 1)...]) {
          joined[before.index].isFragment = true
          table.isFragment = true
        }
        joined.append(table)
        last = (joined.count - 1, own)
        joined += repeated
      }
    }
    return joined
  }

  /// Whether a block is a table whose cells only gaps and line ends part.
  private func isCutByGaps(_ draft: Draft) -> Bool {
    switch draft.kind {
    case .table(.columns), .table(.flattened), .table(.cellPerLine): true
    default: false
    }
  }

  private func lead(of draft: Draft, _ drafts: [Draft]) -> Lead {
    // On a single page no table goes on.
    guard let end = lines.last, end.page > 0 else { return Lead(drafts: 0..<0) }
    var start = drafts.count
    while start > 0, drafts.count - start < Continuations.longestLead, isLead(drafts[start - 1]) { start -= 1 }
    let named = drafts[start...].lazy.filter { $0.kind != .furniture }.map(\.lines)
    return Lead(drafts: start..<drafts.count, named: Array(named), header: header(draft))
  }

  private func isLead(_ draft: Draft) -> Bool {
    switch draft.kind {
    case .furniture, .heading: true
    case .passage:
      draft.lines.count <= 2 && draft.lines.allSatisfy { lines[Int($0)].stops == 0 && lines[Int($0)].fill <= 90 }
    case .table: false
    }
  }

  /// Lines of a table before its first figures.
  private func header(_ draft: Draft) -> Slice<LineIndices> { draft.lines.prefix { classes[Int($0)] != .figures } }

  private func text(of indices: some Sequence<Int32>) -> [UInt8] {
    indices.reduce(into: []) { $0 += bytes.compact(lines[Int($1)].range) }
  }

  private func continues(_ draft: Draft, _ own: Lead, _ before: Draft, _ lead: Lead) -> Bool {
    guard let first = draft.lines.first, let end = before.lines.last, lines[Int(first)].page > lines[Int(end)].page
    else {
      return false
    }
    if isTotal(Int(end)) { return false }
    guard !own.named.isEmpty else { return isCut(own.header, to: lead.header) }
    return (own.header.isEmpty || isCut(own.header, to: lead.header) || isCut(lead.header, to: own.header))
      && own.named.count <= lead.named.count
      && zip(own.named, lead.named.suffix(own.named.count)).allSatisfy { text(of: $0) == text(of: $1) }
  }

  /// Whether a header is another but for its last lines: pieces of the first row's name.
  private func isCut(_ whole: Slice<LineIndices>, to header: Slice<LineIndices>) -> Bool {
    header.count >= 1 && whole.count <= header.count + Continuations.longestName
      && whole.starts(with: header, by: isSame)
  }

  /// Whether two lines say the same, gaps left out.
  private func isSame(_ line: Int32, _ other: Int32) -> Bool {
    let span = bytes.span
    var (a, b) = (lines[Int(line)].range, lines[Int(other)].range)
    while true {
      while let at = a.first, span[at].isGap { a = at + 1..<a.upperBound }
      while let at = b.first, span[at].isGap { b = at + 1..<b.upperBound }
      guard let first = a.first, let second = b.first else { return a.isEmpty && b.isEmpty }
      if span[first] != span[second] { return false }
      (a, b) = (first + 1..<a.upperBound, second + 1..<b.upperBound)
    }
  }

  /// Most lines of a name that are printed above its figures.
  private static let longestName = 2
  /// Most lines of text in a cell that cuts a table in two.
  private static let longestCell = 15

  /// Whether only text stands between two tables with as many figures in a row: text of a cell, it may be.
  private func isCutOff(_ table: Draft, _ before: Draft, _ between: ArraySlice<Draft>) -> Bool {
    let text = between.filter { $0.kind != .furniture }
    guard text.allSatisfy({ $0.kind == .passage || $0.kind == .heading(level: 1) }), !text.contains(where: isNamed),
      text.reduce(0, { $0 + $1.lines.count }) <= Continuations.longestCell
    else { return false }
    return figures(table) == figures(before)
  }

  /// A caption or a numbered line begins something new.
  private func isNamed(_ draft: Draft) -> Bool {
    guard let first = draft.lines.first.map({ Int($0) }) else { return false }
    return classes[first] == .caption
      || Numbering.read(bytes, lines[first].range, words: words).map { $0.level <= 3 } ?? false
  }

  /// The most frequent number of figures in a row.
  private func figures(_ draft: Draft) -> Int {
    var frequency: [Int32: Int] = [:]
    for index in draft.lines where classes[Int(index)] == .figures {
      frequency[lines[Int(index)].numbers, default: 0] += 1
    }
    return Int(frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0)
  }

  private func isTotal(_ index: Int) -> Bool {
    guard words.totals.mayBegin(bytes, lines[index].range) else { return false }
    let text = bytes.compact(lines[index].range)
    guard let length = words.totals.match(text, at: 0, end: text.count) else { return false }
    return length < text.count && Script.at(length, in: text) == .digit
  }

  /// Adds a table to the one it continues; what was printed again follows as furniture.
  private func append(_ draft: Draft, _ own: Lead, to index: Int, _ lead: Lead, _ drafts: inout [Draft]) {
    for title in own.drafts { drafts[title].kind = .furniture }
    // Lines below those of the first page's header are pieces of a name.
    let header = header(draft).prefix(lead.header.count)
    drafts[index].lines.append(contentsOf: draft.lines.dropFirst(header.count))
    drafts += header.map { Draft(.furniture, Int($0)) }
  }

  /// A table without the header lines printed again at the top of its later pages, and these.
  private func withoutRepeats(_ draft: Draft, _ lead: Lead) -> (Draft, [Draft]) {
    guard !lead.header.isEmpty, let first = draft.lines.first, let end = draft.lines.last,
      lines[Int(end)].page > lines[Int(first)].page
    else { return (draft, []) }
    let known = Set(lead.header.map { text(of: CollectionOfOne($0)) })
    var kept = LineIndices()
    var repeated: [Draft] = []
    var page = lines[Int(first)].page
    var isTop = false
    for index in draft.lines {
      let line = lines[Int(index)]
      if line.page != page { isTop = true }
      page = line.page
      if classes[Int(index)] == .figures { isTop = false }
      if isTop, known.contains(text(of: CollectionOfOne(index))) {
        repeated.append(Draft(.furniture, Int(index)))
      } else {
        kept.append(index)
      }
    }
    return (Draft(kind: draft.kind, lines: kept), repeated)
  }
}
