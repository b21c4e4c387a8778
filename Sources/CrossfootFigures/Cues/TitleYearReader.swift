// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds the one table of a form whose title names another year than all the others: a title left from last year's
/// form.
struct TitleYearReader {
  let document: Document
  let cues: CueLexicon

  /// Titles that must agree before one that differs is told.
  private static let leastTitles = 4

  /// A title with one year. Titles of one `form` hold the same telling words.
  private struct Title {
    var form: UInt32
    var year: Int
    var range: Range<Int>
    var block: Int
  }

  func read(_ facts: inout Facts) {
    guard facts.profile.level == .department || facts.profile.level == .unit else { return }
    for titles in Dictionary(grouping: titles(of: facts), by: \.form).values {
      let years = Dictionary(grouping: titles, by: \.year)
      guard years.count == 2, let odd = years.values.first(where: { $0.count == 1 })?.first,
        titles.count > Self.leastTitles
      else { continue }
      facts.marks.append(Mark(.titleYear, range: odd.range, place: .passage(block: odd.block, sentence: -1)))
    }
  }

  private func titles(of facts: Facts) -> [Title] {
    var titles: [Title] = []
    var next = 0
    for (index, block) in document.blocks.enumerated() {
      while next < facts.excluded.count, facts.excluded[next].range.lowerBound < block.range.lowerBound { next += 1 }
      guard case .heading = block.kind, next < facts.excluded.count else { continue }
      let year = facts.excluded[next]
      // A second year makes it a title of two years.
      let isOnly =
        next + 1 >= facts.excluded.count || facts.excluded[next + 1].range.lowerBound >= block.range.upperBound
      guard year.reason == .year, isOnly, year.range.upperBound <= block.range.upperBound,
        let form = form(of: block.range)
      else { continue }
      titles.append(
        Title(form: form, year: year.value, range: year.range.lowerBound..<block.range.upperBound, block: index))
    }
    return titles
  }

  /// The telling words of a title that ends like that of a table; nil for other titles.
  private func form(of range: Range<Int>) -> UInt32? {
    let bytes = document.flow.bytes
    guard range.count <= 240,
      cues.titleEnds.longestSuffix(in: bytes, before: range.upperBound, start: range.lowerBound) != nil
    else { return nil }
    var form: UInt32 = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if let (word, _) = cues.titleWords.longest(in: bytes, at: at, end: range.upperBound) {
        form |= 1 << UInt32(word & 31)
      }
      at += 1
    }
    // Without a word of the form it may be a table of anything.
    return form == 0 ? nil : form
  }
}
