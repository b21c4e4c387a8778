// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// The grammar of printed numbers, as one PCRE2 pattern of named parts. It starts at a digit; what stands before the
/// digits (signs, qualifiers) is looked up backwards by the reader, because a pattern that may start with a word must
/// be tried at every word.
///
/// Alternatives come from the most special to the most general: a date holds digits that are no figure, a number with
/// misplaced separators is one unreadable figure and never two readable ones.
enum NumberGrammar {
  /// Names of the alternatives. Exactly one takes part in a match.
  enum Part: String, CaseIterable {
    case date, time, span, year, law, phone, idiom, monthDay, digits, malformed
  }

  /// Marks between two years, months or days.
  private static let dashes = ["-", "~", "—", "至", "到"]

  /// What may follow digits by the pattern; where none of it stands, they are a number by themselves.
  static func tails(_ language: NumberFragments) -> [String] {
    let digits = (0...9).map(String.init)
    // A time, a date, separators: only with a digit behind.
    let joined = [":", "/", ".", ",", ", ", "，"].flatMap { mark in digits.map { mark + $0 } }
    return language.tails + dashes + joined + ["×", "*", "x", "X"]
  }

  /// What may follow a year by the pattern, so that it is more than a year: the rest of a span or of a date.
  static let yearTails = dashes + (0...9).map(String.init)

  static func pattern(_ language: NumberFragments) -> String {
    // Parts are spliced in, not defined and called: a pattern with a DEFINE group has no known first bytes, and would
    // be tried at every character instead of at every digit.
    let year = "(?:19|20)[0-9]{2}"
    let yearMark = "(?: [ ]? (?:\(language.yearMark)) )?"
    let dash = "[ ]? (?: \(dashes.joined(separator: " | ")) ) [ ]?"
    /// 1,234, 567万: a separator with a space behind it, or two numbers
    let spaced = #", [ ] [0-9]{3} (?= (?: , [ ]? [0-9]{3} )* (?: \. [0-9]+ )? [ ]? (?: \#(language.scale) ) )"#
    /// 1,234,567
    let thousands = "[0-9]{1,3} (?: , [0-9]{3} )+ (?! [0-9] | \(spaced) )"
    /// 1，234.50: the point, or the scale word behind it, proves the separator
    let wide = #"[0-9]{1,3} (?: ， [0-9]{3} )+ (?= \. [0-9] | [ ]? \#(language.scale) )"#
    /// 1，234: a separator or a comma
    let doubtful = "(?: ， [0-9]{3} (?! [0-9] ) | \(spaced) )"
    return #"""
      (?x)
          (?<date>     \#(year) [ ]? \#(language.calendarDate)
                     | \#(year) [-/.] (?: 0?[1-9] | 1[0-2] ) [-/.] (?: 0?[1-9] | [12][0-9] | 3[01] ) (?! [0-9.] ) )
        | (?<time>     [0-2]?[0-9] : [0-5][0-9] (?: : [0-5][0-9] )? (?! [0-9:%.] ) )
        | (?<span>     \#(year) \#(yearMark) \#(dash) \#(year) \#(yearMark) (?! [0-9] ) )
        | (?<year>     \#(year) [ ]? \#(language.yearMark) )
        | (?<law>      \#(year) [ ]? [〕\])] [ ]? (?: 第 [ ]? )? [0-9]+ [ ]? 号
                     | [0-9]+ [ ]? (?: \#(language.documentNumber) ) )
        | (?<phone>    0 [0-9]{2,3} - [0-9]{7,8} (?! [0-9] ) | 1 [3-9] [0-9]{9} (?! [0-9.] ) )
        | (?<idiom>    7 [ ]? [×*xX] [ ]? 24 )
        | (?<monthDay> (?: \#(language.monthDay) ) )
        | (?<digits>   (?: \#(thousands) | \#(wide) | [0-9]{4,} | [0-9]{1,3} (?! \#(doubtful) ) ) (?: \. [0-9]+ )? (?! [0-9] | [.,] [0-9] ) )
          [ ]? (?<more> \#(language.more) )? (?<scale> \#(language.scale) )? (?<more2> \#(language.more) )?
          (?: [ ]? (?<rate> \#(language.rate) ) )?
        | (?<malformed> [0-9]++ (?: [.,] [0-9]++ | \#(doubtful) )*+ )
      """#
  }
}
