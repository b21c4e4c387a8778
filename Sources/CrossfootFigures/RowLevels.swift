// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Hierarchies of rows by what is printed before their labels. Each gives for every row the row it is a part of, or -1;
/// rows that a word makes a total stand in none of them.
struct RowLevels {
  let marks: [RowMark]
  /// The columns of the part, and the row of the table that is its first.
  private let columns: [ColumnFigures]
  private let first: Int
  /// Rows with a code, and with a number.
  private var coded = 0
  private var numbered = 0
  /// Whether there is: an item without number, a total with one, an item that is indented otherwise than the first, a
  /// word that opens a part, a whole whose parts the pack knows, the own share of a region.
  private var hasPlain = false
  private var hasNumberedTotal = false
  private var isIndented = false
  private var hasParts = false
  private var hasWholes = false
  private var hasShares = false

  /// Rows that must show a kind of level before it is believed.
  private static let fewest = 2

  init(marks: [RowMark], columns: [ColumnFigures] = [], first: Int = 0) {
    self.marks = marks
    self.columns = columns
    self.first = first
    var indent: Int?
    for row in marks.indices {
      let isItem = marks[row].counts && marks[row].word == .none
      if marks[row].code != nil { coded += 1 }
      if marks[row].numbering > 0 {
        numbered += 1
        if marks[row].word != .none { hasNumberedTotal = true }
      } else if isItem {
        hasPlain = true
      }
      if isItem {
        if let indent, indent != marks[row].indent { isIndented = true }
        indent = indent ?? marks[row].indent
      }
      if marks[row].isPart { hasParts = true }
      if marks[row].known.wholeOf != 0, marks[row].word == .none { hasWholes = true }
      if marks[row].isOwnLevel { hasShares = true }
    }
  }

  private func isItem(_ row: Int) -> Bool { marks[row].counts && marks[row].word == .none }

  /// Whether a column has a figure in a row, or one of figures what cannot be read.
  private func isFilled(_ row: Int) -> Bool {
    columns.isEmpty
      || columns.contains { column in
        column.figure(at: row + first) != nil
          || column.entries.count > column.gaps.count && column.hasGap(at: row + first)
      }
  }

  /// No row is a part of another.
  var none: [Int32] { [Int32](of: -1, times: marks.count) }

  /// By classification codes: a code is a part of the one whose digits it begins with. An item without code right above
  /// the codes is the unit they belong to. Words alone between codes are the rest of a name.
  func byCodes() -> [Int32]? {
    guard coded > RowLevels.fewest else { return nil }
    var parent = none
    var open: [(code: RowCode, row: Int)] = []
    var unit = -1
    var isNamed = false
    for row in marks.indices where marks[row].counts {
      guard let code = marks[row].code else {
        if isItem(row), !isFilled(row) {
          isNamed = true
          continue
        }
        open = []
        unit = isItem(row) ? row : -1
        continue
      }
      // A name without figures between two codes of one hierarchy is the rest of a name; else it may be that of another
      // unit.
      if isNamed, !open.contains(where: { code.isPart(of: $0.code) }) { (open, unit) = ([], -1) }
      isNamed = false
      while let last = open.last, !code.isPart(of: last.code) { open.removeLast() }
      parent[row] = Int32(open.last?.row ?? unit)
      open.append((code, row))
    }
    return byScatteredCodes(parent) ?? parent
  }

  /// The same for rows that come in turns from tables side by side: each code is a part of the longest one above that
  /// it begins with, whatever stands between. Nil where codes follow each other, occur twice, or belong to units.
  private func byScatteredCodes(_ inOrder: [Int32]) -> [Int32]? {
    let rows = marks.indices.filter { marks[$0].code != nil && marks[$0].counts }
    guard let shortest = rows.lazy.compactMap({ marks[$0].code?.length }).min(),
      rows.contains(where: { inOrder[$0] < 0 && marks[$0].code.map { $0.length > shortest } ?? false }),
      !marks.indices.contains(where: { isItem($0) && marks[$0].code == nil })
    else { return nil }
    var rowOf: [RowCode: Int] = [:]
    var parent = none
    for row in rows {
      guard let code = marks[row].code, rowOf.updateValue(row, forKey: code) == nil else { return nil }
      var head = code
      while head.length > shortest, parent[row] < 0 {
        head = RowCode(digits: head.digits / 10, length: head.length - 1)
        parent[row] = Int32(rowOf[head] ?? -1)
      }
    }
    return parent == inOrder ? nil : parent
  }

  /// By numbering: each new kind of number is a level inside the one before. Items without number are parts of the
  /// numbered one above them or stand beside it; a numbered total closes the numbers of its kind or is an item like
  /// them.
  func byNumbering() -> [[Int32]] {
    guard numbered >= RowLevels.fewest else { return [] }
    var readings: [[Int32]] = []
    for holdsPlain in hasPlain ? [true, false] : [false] {
      for closes in hasNumberedTotal ? [true, false] : [false] {
        readings.append(numbering(holdsPlain: holdsPlain, closes: closes))
      }
    }
    if marks.indices.contains(where: { opensUnderPlain($0) }) {
      readings.append(numbering(holdsPlain: false, closes: false, isUnderPlain: true))
    }
    return readings
  }

  /// Whether numbers begin anew below a row without number: they may be its parts.
  private func opensUnderPlain(_ row: Int) -> Bool {
    row > 0 && marks[row].ordinal == 1 && isItem(row) && isItem(row - 1) && marks[row - 1].numbering == 0
  }

  private func numbering(holdsPlain: Bool, closes: Bool, isUnderPlain: Bool = false) -> [Int32] {
    var parent = none
    var open: [(level: Int, row: Int)] = []
    // Of each numbered row the one before it that a total may close together with it, or -1.
    var earlier = closes ? none : []
    for row in marks.indices where marks[row].counts {
      let level = marks[row].numbering
      if isUnderPlain, opensUnderPlain(row), open.isEmpty { open.append((0, row - 1)) }
      if level == 0 {
        if marks[row].word != .none || !holdsPlain && !marks[row].isPart {
          open.removeAll(keepingCapacity: true)
        } else if let last = open.last {
          parent[row] = Int32(last.row)
        }
        continue
      }
      while let last = open.last, last.level > level { open.removeLast() }
      var sibling = -1
      if let last = open.last, last.level == level { sibling = open.removeLast().row }
      parent[row] = Int32(open.last?.row ?? -1)
      if closes {
        if marks[row].word != .none {
          while sibling >= 0 {
            parent[sibling] = Int32(row)
            sibling = Int(earlier[sibling])
          }
        }
        earlier[row] = Int32(sibling)
      }
      open.append((level, row))
    }
    return parent
  }

  /// By numbered totals: one that is numbered as the last of several rows ((七)总计) adds up all rows from the first of
  /// them on, whatever their level: of names in merged cells a row may bear only that of its part.
  func byNumberedTotals() -> [Int32]? {
    var parent = none
    var isFound = false
    for row in marks.indices where marks[row].word != .none && marks[row].ordinal >= 3 {
      guard let start = firstRow(numberedAs: row) else { continue }
      isFound = true
      for part in start..<row where marks[part].counts { parent[part] = Int32(row) }
    }
    return isFound ? parent : nil
  }

  /// The row numbered one on a numbered row's level, with no total and no figures of an outer level between.
  private func firstRow(numberedAs row: Int) -> Int? {
    let level = marks[row].numbering
    for above in marks[..<row].indices.reversed() where marks[above].counts {
      if marks[above].word != .none { return nil }
      if marks[above].numbering == level, marks[above].ordinal == 1 { return above }
      if 1..<level ~= marks[above].numbering, columns.contains(where: { $0.figure(at: above + first) != nil }) {
        return nil
      }
    }
    return nil
  }

  /// By indentation: an item is a part of the last one above it that is less indented. Gaps are compared within a page;
  /// where the next page prints the same gaps, the hierarchy goes on.
  func byIndentation() -> [Int32]? {
    guard isIndented else { return nil }
    var parent = none
    // The item before; those that are open are the ones it is a part of.
    var open = -1
    var page = -1
    for row in marks.indices where isItem(row) {
      if marks[row].page != page {
        if page >= 0, !continues(page, marks[row].page, from: row) { open = -1 }
        page = marks[row].page
      }
      while open >= 0, marks[open].indent >= marks[row].indent { open = Int(parent[open]) }
      parent[row] = Int32(open)
      open = row
    }
    return parent
  }

  /// Whether a page prints no gap that the page before does not print.
  private func continues(_ before: Int, _ page: Int, from row: Int) -> Bool {
    var known: Set<Int> = []
    for row in marks[..<row].indices.reversed() {
      if marks[row].page != before { break }
      if isItem(row) { known.insert(marks[row].indent) }
    }
    for row in marks[row...].indices {
      if marks[row].page != page { break }
      if isItem(row), !known.contains(marks[row].indent) { return false }
    }
    return true
  }

  /// By words that open a part (其中, #): the marked items are parts of the last one without mark, alone or with those
  /// after them.
  func byParts() -> [[Int32]] {
    guard hasParts else { return [] }
    return [false, true].map { holdsRest in
      var parent = none
      var whole = -1
      var opener = -1
      for row in marks.indices where marks[row].counts {
        if marks[row].isPart {
          parent[row] = Int32(whole)
          opener = row
        } else if opener >= 0, holdsRest,
          isItem(row) || marks[row].numbering > 0 && marks[row].numbering == marks[opener].numbering
        {
          parent[row] = Int32(whole)
        } else {
          whole = row
          opener = -1
        }
      }
      return parent
    }
  }

  /// By names: rows right below a whole whose parts the pack knows, and that are among them.
  func byNames() -> [Int32]? {
    guard hasWholes else { return nil }
    var parent = none
    var open: [(row: Int, sums: UInt64)] = []
    for row in marks.indices where marks[row].counts {
      let known = marks[row].known
      while let last = open.last, last.sums & known.partOf == 0 { open.removeLast() }
      if marks[row].word != .none {
        open = []
        continue
      }
      if let last = open.last { parent[row] = Int32(last.row) }
      if known.wholeOf != 0 { open.append((row, known.wholeOf)) }
    }
    return parent.contains { $0 >= 0 } ? parent : nil
  }

  /// By region: a region's own share follows it, and so do its parts until the next region that prints its own share.
  func byOwnLevel() -> [Int32]? {
    guard hasShares else { return nil }
    let shares = marks.indices.dropFirst().filter {
      marks[$0].isOwnLevel && !marks[$0 - 1].isOwnLevel && marks[$0 - 1].counts
    }
    guard !shares.isEmpty else { return nil }
    var parent = none
    let regions = shares.map { $0 - 1 }
    var next = 0
    var region = -1
    for row in marks.indices where marks[row].counts {
      if next < regions.count, regions[next] == row {
        // The first region is the whole: the others are its parts.
        parent[row] = next > 0 ? Int32(regions[0]) : -1
        region = row
        next += 1
      } else if region >= 0 {
        parent[row] = Int32(region)
      }
    }
    return parent
  }
}
