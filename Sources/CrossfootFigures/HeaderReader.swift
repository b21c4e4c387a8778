// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Reads what a column holds from its header text. Headers recur, so answers are remembered.
struct HeaderReader {
  private let exact: [[UInt8]: ColumnRole]
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    var exact: [[UInt8]: ColumnRole] = [:]
    for word in lexicon.pack.headerWords { exact[LabelText.stripped(Array(word.text.utf8)[...])] = word.role }
    self.exact = exact
  }

  /// Role of a header: its text as it is, without a leading year, without a unit in brackets.
  func role(of text: [UInt8]) -> (role: ColumnRole, unit: Range<Int>?) {
    if text.isEmpty { return (.unknown, nil) }
    if let role = exact[text] { return (role, nil) }
    var core = text[...]
    var unit: Range<Int>?
    if core.last == 0x29, let open = core.lastIndex(of: 0x28) {
      unit = open + 1..<core.endIndex - 1
      core = core[..<open]
    }
    if let role = exact[Array(core)] { return (role, unit) }
    core = withoutYear(core)
    return (exact[Array(core)] ?? .unknown, unit)
  }

  private func withoutYear(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = text.prefix { $0 &- 0x30 < 10 }
    guard digits.count == 4 else { return text }
    let bytes = Array(text)
    guard let (_, end) = lexicon.yearMarks.longest(in: bytes, at: 4, end: bytes.count) else { return text }
    return text[(text.startIndex + end)...]
  }
}

/// Error tokens that spreadsheets print in place of a value.
enum SpreadsheetError {
  private static let tokens = ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NULL!", "#NUM!"].map { Array($0.utf8) }

  static func matches(_ bytes: ArraySlice<UInt8>) -> Bool { tokens.contains { bytes.elementsEqual($0) } }
}

extension Lexicon {
  func isNoDeviation(_ bytes: ArraySlice<UInt8>) -> Bool {
    pack.noDeviationWords.contains { bytes.elementsEqual($0.utf8) }
  }

  func isGradeLabel(_ text: [UInt8]) -> Bool { pack.gradeLabels.contains { text.elementsEqual($0.utf8) } }

  /// Rank of a grade word, 0 the best.
  func gradeRank(_ text: [UInt8]) -> Int? {
    for scale in pack.gradeScales {
      if let rank = scale.firstIndex(where: { text.elementsEqual($0.name.utf8) }) { return rank }
    }
    return nil
  }

  /// Role of a row by its label.
  func rowRole(_ text: [UInt8]) -> RowRole {
    if pack.subtotalWords.contains(where: { text.elementsEqual($0.utf8) }) { return .subtotal }
    if pack.totalWords.contains(where: { text.elementsEqual($0.utf8) }) { return .total }
    if pack.scoreTotalLabels.contains(where: { text.elementsEqual($0.utf8) }) { return .total }
    return .item
  }
}
