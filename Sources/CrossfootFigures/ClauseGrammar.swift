// SPDX-License-Identifier: Apache-2.0

import PCRE2

/// Sentence shapes as patterns over the token string of a passage, one letter a token (see ``WordClass`` and ``Letter``). The language
/// pack says which words are which letter; the shapes say in which order they make a statement.
struct ClauseGrammar: Sendable {
  /// A comparison with a base: `较2023年减少A，下降P` · `比上年决算数B增加A，增长P` · `增加A，增长P`.
  let change: Pattern
  let changeBase, changeDirection, changeDelta, changeDirection2, changeRate, changeRate1, changeReal, changeTo: Int
  /// A rate of a budget: `为预算的P` · `预算执行率P`.
  let completion: Pattern
  let completionWord, completionRate: Int
  /// A share: `占L的P`.
  let share: Pattern
  let shareWord, shareRate: Int

  static let shared = ClauseGrammar()

  private init() {
    // Between the words of one comparison only names and periods may stand: anything else opens another statement.
    change = Lexicon.compile(
      #"""
      (?x)
      (?(DEFINE) (?<name> [LYTem/:] ) (?<link> ,? [LYTe/]{0,2} ) )
      (?<real> g [LY,=]* )?
      (?: v (?&name)* (?: \( [LY]* \) )? (?<base> A )? (?&name)* ,? )?
      (?<direction> [udfs] )
      (?<to> t )?
      (?<delta> A )?
      (?: (?&link) (?<direction2> [uds] ) [LY]{0,2} (?<rate> [PM] ) | (?<rate1> [PM] ) )?
      """#)
    func group(_ pattern: Pattern, _ name: String) -> Int { pattern.group(name) ?? 0 }
    changeReal = group(change, "real")
    changeBase = group(change, "base")
    changeDirection = group(change, "direction")
    changeTo = group(change, "to")
    changeDelta = group(change, "delta")
    changeDirection2 = group(change, "direction2")
    changeRate = group(change, "rate")
    changeRate1 = group(change, "rate1")
    completion = Lexicon.compile(#"(?x) (?<word> [cr] ) [LYTx]? (?<rate> P )"#)
    completionWord = group(completion, "word")
    completionRate = group(completion, "rate")
    share = Lexicon.compile(#"(?x) (?<word> h ) [LYT]* h? (?<rate> P )"#)
    shareWord = group(share, "word")
    shareRate = group(share, "rate")
  }
}
