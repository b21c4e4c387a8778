// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// A share that names no whole, right behind its amount.
struct OpenShare {
  /// Index of its statement.
  var statement: Int
  var amount: Int
  var rate: Int
}

/// Shares that are all there are: `常住人口中，男性A，占P；女性B，占Q`.
extension StatementBinder {
  /// Shares of one sentence that add up to 100 % as printed are of the sum of their amounts, unless that is known to be
  /// something else; those that do not may be but for one of them.
  mutating func completeSharesOfSums() {
    // At the end of a line the list may go on with a share too small to show.
    if passage.letters.last == Letter.semicolon { return }
    var run: [OpenShare] = []
    for share in openShares {
      if let last = run.last, passage.sentenceStart(last.amount) != passage.sentenceStart(share.amount) {
        completeShares(of: run)
        run = []
      }
      if !isNested(share, behind: run.last) { run.append(share) }
    }
    completeShares(of: run)
  }

  /// Whether a word opens a list between two amounts: the second is a part of the first.
  private func isNested(_ share: OpenShare, behind last: OpenShare?) -> Bool {
    guard let last else { return false }
    // Two shares of one amount are of two wholes.
    guard last.rate < share.amount else { return true }
    return passage.letters[last.rate..<share.amount].contains(WordClass.listOpener.rawValue)
  }

  private mutating func completeShares(of run: [OpenShare]) {
    guard run.count > 1, run.count <= Self.mostOfSum,
      run.allSatisfy({
        isUnsure(statements[$0.statement]) && figures[figure($0.amount)].isAlike(figures[figure(run[0].amount)])
      })
    else { return }
    let areAll = figures.addUpToWhole(run.map { figure($0.rate) })
    let parts = PartList(
      parts: run.map { ListPart(figure: figure($0.amount)) }, closure: areAll ? .closed : .unknown, isTight: areAll)
    for share in run {
      statements[share.statement].lists = [parts]
      if !areAll { continue }
      statements[share.statement].base = []
      statements[share.statement].practice = nil
    }
  }

  /// More shares than these are not those of one sum: each is computed from all of them.
  private static let mostOfSum = 32

  private func isUnsure(_ share: Statement) -> Bool { share.base.isEmpty || share.practice != nil }
}

extension [Figure] {
  /// Whether amounts, as printed, add up to another.
  func addUp(_ parts: [FigureID], to total: FigureID) -> Bool {
    var sum: Decimal? = .zero
    for part in parts { sum = sum?.adding(self[part].quantity.value) }
    return sum?.equals(self[total].quantity.value) ?? false
  }

  /// Whether shares, as printed with decimals, add up to 100 %: each is off by half a unit of its last digit at most.
  func addUpToWhole(_ shares: [FigureID]) -> Bool {
    var sum = Decimal.zero
    var place = 0
    for share in shares {
      guard let next = sum.adding(self[share].quantity.digits) else { return false }
      sum = next
      place = Swift.min(place, self[share].quantity.digits.exponent)
    }
    guard place < 0, let hundred = Decimal(100).mantissa(at: place), let total = sum.mantissa(at: place) else {
      return false
    }
    return (total - hundred).magnitude * 2 <= shares.count
  }
}
