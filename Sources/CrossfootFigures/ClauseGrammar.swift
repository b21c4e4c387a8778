// SPDX-License-Identifier: Apache-2.0

import PCRE2

/// A pattern over the token string of a passage, with its named parts.
struct ClauseShape: Sendable {
  /// What a named group of a shape stands for. `direction2` is the word before a rate of its own; `rate1` follows
  /// without one; `rate2`, `direction3` and `delta1` are a rate that stands before its change, `rate2` also a doubling;
  /// `mean` is a rate by year, `times` a multiple.
  enum Part: Int {
    case base, amount, direction, delta, direction2, rate, rate1, real, compare, word, whole, rate2, direction3, delta1,
      mean, times, each
  }

  /// The parts' names in patterns, by ``Part/rawValue``.
  private static let names = [
    "base", "amount", "direction", "delta", "direction2", "rate", "rate1", "real", "compare", "word", "whole", "rate2",
    "direction3",
    "delta1", "mean", "times", "each",
  ]

  let pattern: Pattern
  /// The group of each part, by ``Part/rawValue``; -1 for parts that the shape does not have.
  private let groups: [Int]
  /// Letters of which every match holds one.
  private let needed: Letters

  /// - Parameter needed: letters of which every match holds one.
  init(_ source: String, needs needed: String) {
    let pattern = Lexicon.compile(source)
    groups = Self.names.map { pattern.group($0) ?? -1 }
    self.pattern = pattern
    self.needed = Letters(needed.utf8)
  }

  /// All matches from left to right, each as the token indices of its parts.
  /// - Parameter letters: the letters of the subject.
  func matches(in subject: Subject, of letters: Letters) throws(MatchError) -> [ShapeMatch] {
    guard letters.hold(oneOf: needed) else { return [] }
    var matcher = Matcher(pattern)
    var found: [ShapeMatch] = []
    var at = 0
    while at < subject.count, try matcher.match(in: subject, from: at) {
      guard let whole = matcher.range(of: 0), !whole.isEmpty else { break }
      var match = ShapeMatch(range: whole)
      for part in groups.indices { match.tokens[part] = matcher.range(of: groups[part])?.lowerBound ?? -1 }
      found.append(match)
      at = whole.upperBound
    }
    return found
  }
}

/// A set of token letters.
struct Letters: Sendable {
  private var bits: UInt128 = 0

  init(_ letters: some Sequence<UInt8>) {
    for letter in letters { bits |= 1 << UInt128(letter & 0x7F) }
  }

  /// Whether one of some letters is among these.
  func hold(oneOf others: Letters) -> Bool { bits & others.bits != 0 }
}

/// One match of a shape: which tokens it spans, and the token of each part that is there.
struct ShapeMatch {
  let range: Range<Int>
  /// By ``ClauseShape/Part``; -1 for a part that is not there.
  fileprivate var tokens = InlineArray<17, Int>(repeating: -1)

  fileprivate init(range: Range<Int>) { self.range = range }

  subscript(part: ClauseShape.Part) -> Int? {
    let token = tokens[part.rawValue]
    return token < 0 ? nil : token
  }
}

/// Sentence shapes as patterns over the token string of a passage, one letter a token (see ``WordClass`` and
/// ``Letter``). The language pack says which words are which letter; the shapes say in which order they make a
/// statement.
enum ClauseGrammar {
  // Fragments are spliced in, not defined and called: a pattern with a DEFINE group is tried at every token.
  /// A word that may stand inside one comparison: anything else opens another statement.
  private static let name = "[LYTem/:]"
  private static let link = "(?: ,? [LYTe/]{0,2} )"

  /// `由B减少到A，减少D` · `由72.0%提高到72.4%，提高0.4个百分点`.
  static let fromTo = ClauseShape(
    #"""
    (?x)
      (?<base> [AP] ) \#(name){0,3} t \#(name){0,2} (?<amount> [AP] )
      (?: \#(link) (?<direction> [uds] ) (?<delta> [AQ] ) )?
      (?: \#(link) (?<direction2> [uds] ) [LY]{0,2} (?<rate> P ) )?
      (?: ,? Y? (?<direction3> u ) (?<rate1> M ) )?
      (?: ,? (?: [LYu]{0,2} (?<times> M ) | (?<rate2> n ) ) )?
      (?: \#(link) m [ud]? [LY]{0,2} (?<mean> P ) )?
    """#, needs: "t")

  /// `增加D，达到A，增长P` · `较2023年减少A，下降P` · `比上年决算数B增加A，增长P` · `增加A，增长P`.
  static let change = ClauseShape(
    #"""
    (?x)
      (?<real> g [LY,=]* )?
      (?: (?<compare> v ) \#(name)* (?: \( [LY]* \) )? (?<base> [AP] )? \#(name)* ,? )?
      (?<direction> [udfs] )
      (?:
        (?<rate2> P ) \#(link) (?<direction3> [ud] ) (?<delta1> A )
      | (?<delta> [AQ] )? (?: , t? (?<amount> A ) (?= ,? [ud] P ) )? (?: \#(link) (?<direction2> [uds] ) [LY]{0,2} (?<rate> [PM] ) | (?<rate1> [PM] ) )?
      )
    """#, needs: "udfs")

  /// `为预算的P` · `完成年初预算B的P` · `完成预算(B)的P` · `预算执行率P`.
  static let completion = ClauseShape(
    #"(?x) (?<word> [cr] ) (?: \(? (?<base> A ) \)? L? | [LYTx] )? (?<rate> P )"#, needs: "cr")

  /// `，是2015年B的M` · `，是2010年的M`.
  static let multiple = ClauseShape(
    #"(?x) , (?<whole> [LYT] )? [LYT]{0,2} (?<base> A )? (?<word> L ) (?<rate> M )"#, needs: "M")

  /// `占L的P` · `占比P` · `占L的比重分别为P` · `占总额A的P`.
  static let share = ClauseShape(
    #"(?x) (?<word> h ) (?<whole> [LYT]* ) (?: (?<base> A ) L )? h? (?<each> [xo] )? [LYT]? (?: \( [LY]* \) )? (?<rate> P )"#,
    needs: "h")
}
