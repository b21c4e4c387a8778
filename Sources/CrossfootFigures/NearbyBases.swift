// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What rates are taken of where it stands a little further off.
extension StatementBinder {
  /// `年初预算A，调整为B，实际完成C，为调整预算的P`: an amount that is called a budget was not carried out, if another was;
  /// and of an amount without a name of its own, right behind the budget, no other is meant.
  func dropBudgets(from amounts: inout [Int], _ bases: [Int]) {
    guard amounts.count > 1, let first = amounts.first else { return }
    let isCarriedOut = passage.isCarriedOut(first)
    if isCarriedOut, let before = passage.amountBefore(first), bases.contains(before) {
      amounts = [first]
    } else if isCarriedOut || passage.stage(first) == .actual {
      amounts.removeAll { $0 != first && Self.matches(passage.stage($0), .budget) }
    }
  }

  /// Whether an amount without a stage is the plan of one that has no name of its own: it stands right before it.
  func isPlan(_ plan: Int, of actual: Int, named: BudgetStage) -> Bool {
    let stage = passage.stage(plan)
    let isPast = passage.name(before: plan).period.map { $0 < 0 } ?? false
    // 下达资金A，实际完成B，为预算的P: what was handed down is no budget.
    let isKnown = stage == .budget || stage == .unknown && passage.side(of: plan) != nil
    return isKnown && !isPast && passage.isCarriedOut(actual) && passage.amountBefore(actual) == plan
  }

  /// The budget that ends the sentence before an amount which is called nothing but what was carried out:
  /// `支出预算调整为B。实际支出A，完成调整预算的P`.
  func budgetBefore(_ actual: Int, named: BudgetStage) -> Int? {
    let start = passage.sentenceStart(actual)
    guard passage.isAllCarriedOut(actual),
      let base = passage.back(from: start, to: passage.sentencesBack(1, from: actual)).last(where: {
        passage.isMainAmount($0) && passage.depth($0) == passage.depth(actual)
      }), isBudget(base), Self.matches(passage.stage(base), named),
      figures[figure(base)].isAlike(figures[figure(actual)])
    else { return nil }
    let sides = (passage.side(of: base), passage.side(of: actual))
    return sides.0 == nil || sides.1 == nil || sides.0 == sides.1 ? base : nil
  }

  /// `支出预算调整为A。公共预算支出实际完成B，为调整预算的P`: the only adjusted budget of the sentence before, where the amount
  /// has a name. No word says so: a report that does it does so throughout.
  func bindBudgetBefore(_ statement: inout Statement, _ actual: Int) {
    let start = passage.sentenceStart(actual)
    guard start > 0, passage.amountBefore(actual) == nil else { return }
    let budgets = passage.back(from: start, to: passage.sentenceStart(start - 1)).filter {
      isBudget($0) && passage.depth($0) == passage.depth(actual) && passage.stage($0) == .adjustedBudget
    }
    guard budgets.count == 1, figures[figure(budgets[0])].isAlike(figures[figure(actual)]) else { return }
    let (adjusted, done) = (subject(of: budgets[0]), subject(of: actual))
    guard Self.mayBeOne(adjusted.scope, done.scope), Self.mayBeOne(adjusted.name, done.name) else { return }
    statement.amount = [figure(actual)]
    statement.base = [figure(budgets[0])]
    statement.practice = .budgetOfSentenceBefore
  }

  /// The level that an amount's name says, and whether it is income or expenditure; the name may stand before 调整为.
  private func subject(of amount: Int) -> (scope: [UInt8], name: [UInt8]) {
    let isChanged = amount > 1 && passage.letters[amount - 1] == WordClass.changeTo.rawValue
    let range = isChanged ? passage.tokens[amount - 2].range : passage.labelRange(amount)
    let words = LabelText.stripped(passage.bytes[range])
    let side = [passage.lexicon.pack.incomeWord, passage.lexicon.pack.expenseWord].first {
      Lexicon.contains(words[...], Array($0.utf8))
    }
    return (SubjectLexicon.chinese.read(words).scope, Array((side ?? "").utf8))
  }

  /// What a part is of that stands alone behind an opening word: `收入A，增长P，其中甲B，占比Q`. Only one amount stands before
  /// the word in its sentence.
  func head(ofOnly part: FigureID) -> FigureID? {
    guard let token = passage.amounts.first(where: { figure($0) == part }), !figures[part].quantity.digits.isZero else {
      return nil
    }
    let start = passage.sentenceStart(token)
    let before = passage.back(from: token, to: start)
    guard
      let opener = before.last(where: {
        passage.letters[$0] == WordClass.listOpener.rawValue && passage.tokens[$0].value != ClauseWord.weak
      }),
      passage.depth(opener) == passage.depth(token),
      (opener + 1..<token).allSatisfy({ isInName($0, of: token) })
    else { return nil }
    let heads = passage.back(from: opener, to: start).filter {
      passage.isMainAmount($0) && figures[figure($0)].isAlike(figures[part])
    }
    guard heads.count == 1, passage.depth(heads[0]) == passage.depth(token) else { return nil }
    return figure(heads[0])
  }

  /// Whether a token belongs to the name of an amount: words, or a bracket.
  private func isInName(_ token: Int, of amount: Int) -> Bool {
    passage.depth(token) > passage.depth(amount) || passage.letters[token] == Letter.label
      || passage.letters[token] == Letter.close || passage.letters[token] == WordClass.period.rawValue
  }
}
