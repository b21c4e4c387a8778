// SPDX-License-Identifier: Apache-2.0

import PCRE2

/// A pattern over the token string of a passage, with its named groups.
struct ClauseShape: Sendable {
  let pattern: Pattern
  private let groups: [String: Int]

  /// - Parameters:
  ///   - names: the named groups that are asked for.
  init(_ source: String, _ names: [String]) {
    pattern = Lexicon.compile(source)
    var groups: [String: Int] = [:]
    for name in names { groups[name] = pattern.group(name) }
    self.groups = groups
  }

  /// All matches from left to right, each as the token indices of its named groups.
  func matches(in subject: Subject) throws(MatchError) -> [ShapeMatch] {
    var matcher = Matcher(pattern)
    var found: [ShapeMatch] = []
    var at = 0
    while at < subject.count, try matcher.match(in: subject, from: at) {
      guard let whole = matcher.range(of: 0), !whole.isEmpty else { break }
      var tokens: [String: Int] = [:]
      for (name, group) in groups { tokens[name] = matcher.range(of: group)?.lowerBound }
      found.append(ShapeMatch(range: whole, tokens: tokens))
      at = whole.upperBound
    }
    return found
  }
}

/// One match of a shape: which tokens it spans, and the token of each named part that is there.
struct ShapeMatch {
  let range: Range<Int>
  private let tokens: [String: Int]

  init(range: Range<Int>, tokens: [String: Int]) {
    self.range = range
    self.tokens = tokens
  }

  subscript(name: String) -> Int? { tokens[name] }
}

/// Sentence shapes as patterns over the token string of a passage, one letter a token (see ``WordClass`` and ``Letter``). The language
/// pack says which words are which letter; the shapes say in which order they make a statement.
enum ClauseGrammar {
  /// Words that may stand inside one comparison: anything else opens another statement.
  private static let parts = #"""
    (?x)
    (?(DEFINE)
      (?<name> [LYTem/:] )
      (?<link> ,? [LYTe/]{0,2} )
    )
    """#

  /// `由B减少到A，减少D` · `由72.0%提高到72.4%，提高0.4个百分点`.
  static let fromTo = ClauseShape(
    parts + #"""
      (?<base> [AP] ) (?&name){0,3} (?<to> t ) (?&name){0,2} (?<amount> [AP] )
      (?: (?&link) (?<direction> [uds] ) (?<delta> [AQ] ) )?
      (?: (?&link) (?<direction2> [uds] ) [LY]{0,2} (?<rate> P ) )?
      """#, ["base", "amount", "direction", "delta", "direction2", "rate"])

  /// `较2023年减少A，下降P` · `比上年决算数B增加A，增长P` · `增加A，增长P`.
  static let change = ClauseShape(
    parts + #"""
      (?<real> g [LY,=]* )?
      (?: (?<compare> v ) (?&name)* (?: \( [LY]* \) )? (?<base> A )? (?&name)* ,? )?
      (?<direction> [udfs] )
      (?<delta> [AQ] )?
      (?: (?&link) (?<direction2> [uds] ) [LY]{0,2} (?<rate> [PM] ) | (?<rate1> [PM] ) )?
      """#, ["real", "compare", "base", "direction", "delta", "direction2", "rate", "rate1"])

  /// `为预算的P` · `完成年初预算B的P` · `预算执行率P`.
  static let completion = ClauseShape(
    #"(?x) (?<word> [cr] ) (?: (?<base> A ) L? | [LYTx] )? (?<rate> P )"#, ["word", "base", "rate"])

  /// `占L的P` · `占比P`.
  static let share = ClauseShape(
    #"(?x) (?<word> h ) (?<whole> [LYT]* ) h? [LYT]? (?<rate> P )"#, ["word", "whole", "rate"])
}
