// SPDX-License-Identifier: Apache-2.0

/// Fragments of the number grammar (PCRE2, extended syntax) that depend on the language. Each is the body of a named
/// part.
public struct NumberFragments: Sendable {
  /// Marks after a four-digit number that make it a year, with what may follow (month, day).
  public var calendarDate: String
  /// A year, written with its mark.
  public var yearMark: String
  /// Month, day, quarter and clock time written with their marks.
  public var monthDay: String
  /// What follows the number of a document or law.
  public var documentNumber: String
  /// Number words that mean "and some more", between digits and scale word or after it.
  public var more: String
  /// Scale words.
  public var scale: String
  /// Percent and percentage points.
  public var rate: String
  /// The words of ``yearMark``.
  public var yearWords: [String]
  /// What may follow digits, at once or after a gap, by one of the fragments above, but for ``yearMark``. Where none of
  /// it stands, the digits are a number by themselves.
  public var tails: [String]
  /// Marks of a year, for a year right after a list number.
  public var yearMarks: [String]
  /// Marks after a list number, and what ends the sentence before one.
  public var listMarks: [String]
  public var sentenceEnds: [String]
  /// Words before a number that make it an ordinal.
  public var ordinalPrefixes: [String]
  /// Marks before a number that make it negative.
  public var negativeMarks: [String]
  /// Words that end in such a mark and say nothing of the number (减负).
  public var negativeInert: [String]
  /// Numerals in words, each with its value.
  public var numerals: [(text: String, value: Int)]
  /// Multipliers in words.
  public var multipliers: [(text: String, power: Int)]
}

extension NumberFragments {
  /// Chinese.
  public static let chinese = NumberFragments(
    calendarDate: "年[ ]?[0-9]{1,2}[ ]?月(?:[ ]?[0-9]{1,2}[ ]?日)?",
    yearMark: "年度?",
    monthDay:
      "(?:[0-9]{1,2}[ ]?[-~—至到][ ]?)?[0-9]{1,2}[ ]?月(?:份|底|初|末|[ ]?[0-9]{1,2}[ ]?日)?|[0-9]{1,2}[ ]?日|[1-4][ ]?季度|[0-9]{1,2}[ ]?时[0-9]{1,2}[ ]?分|[0-9]{1,2}[ ]?时(?!间|段|效)",
    documentNumber: "号|次(?:会议|全体)|届|条(?=第|规定|款)",
    more: "余|多(?!家|于)",
    scale: "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?!瓦|米|克)|百(?!分)",
    rate: "%|‰|个?百分点",
    yearWords: ["年", "年度"],
    tails: [
      "月", "日", "季度", "时", "号", "次会议", "次全体", "届", "条第", "条规定", "条款", "余", "多", "百", "千", "万", "十万", "十亿", "亿", "%",
      "‰", "个百分点", "百分点",
    ],
    yearMarks: ["年"],
    listMarks: [".", "、", ")"],
    sentenceEnds: ["。", ";", ":", "!", "?", "”", "\"", "："],
    ordinalPrefixes: ["第", "〔", "文号:", "附件", "附表", "附图", "专栏", "(图", "(表"],
    negativeMarks: ["△", "▲", "负"],
    negativeInert: ["减负", "增负", "降负", "担负", "肩负", "背负", "胜负", "正负", "自负"],
    numerals: [
      ("零", 0), ("〇", 0), ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8),
      ("九", 9),
      ("壹", 1), ("贰", 2), ("叁", 3), ("肆", 4), ("伍", 5), ("陆", 6), ("柒", 7), ("捌", 8), ("玖", 9),
    ],
    multipliers: [("十", 1), ("百", 2), ("千", 3), ("万", 4), ("亿", 8), ("拾", 1), ("佰", 2), ("仟", 3)])
}
