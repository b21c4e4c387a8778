// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import TestSupport
import Testing

/// Random tables, broken in one digit.
@Suite struct NetworkTests {
  private func table(_ random: inout SplitMix64) -> Grid {
    let rows = Int.random(in: 2...5, using: &random)
    let columns = Int.random(in: 2...5, using: &random)
    return Grid((0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 1_000...9_999_999, using: &random) } })
  }

  @Test(arguments: 1...60)
  func oneBrokenDigitIsOneFindingThatNamesAndMendsIt(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var grid = table(&random)
    #expect(grid.examine().findings.isEmpty)
    let row = Int.random(in: 0..<grid.cells.count, using: &random)
    let column = Int.random(in: 0..<grid.cells[0].count, using: &random)
    let before = grid.cells[row][column]
    grid.cells[row][column] = brokenDigit(before, &random)
    let findings = grid.examine().findings
    try #require(findings.count == 1)
    #expect(findings[0].primary.text == Grid.text(grid.cells[row][column]))
    #expect(findings[0].expected == Grid.text(before))
    #expect(findings[0].cause == .wrongDigit)
  }

  @Test(arguments: 1...30)
  func aTickedFigureChangedByMoreThanItsSlackIsCited(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    var sheet = table(&random).sheet()
    let rate = sheet.figure("37.51%")
    let share = sheet.figures(["3751.24万元", "10001.00万元"])
    sheet.rate(rate, share[0], of: share[1])
    let examination = sheet.examine()
    let slacks = examination.slacks()
    for figure in examination.facts.figures.indices {
      #expect(examination.states[figure] == .ticked)
      let quantity = examination.facts[figure].quantity
      let slack = try #require(slacks[figure])
      let unit = Decimal(1, exponent: quantity.lastPlace)
      let steps = try #require(slack.rounded(to: quantity.lastPlace, .up)?.adding(unit))
      for sign in [1, -1] {
        var changed = sheet
        let value = try #require(steps.multiplied(by: sign).flatMap { quantity.value.adding($0) })
        changed.set(figure, value)
        let cited = changed.examine().findings.flatMap { $0.figures.map(\.range.start) }
        #expect(cited.contains(examination.facts[figure].range.lowerBound), "figure \(figure) by \(steps.plain())")
      }
    }
  }

  /// Another digit, but not in the last place: what is within rounding is no contradiction.
  private func brokenDigit(_ value: Int, _ random: inout SplitMix64) -> Int {
    var digits = String(value).compactMap(\.wholeNumberValue)
    let place = Int.random(in: 0..<digits.count - 1, using: &random)
    let old = digits[place]
    repeat { digits[place] = Int.random(in: (place == 0 ? 1 : 0)...9, using: &random) } while digits[place] == old
    return digits.reduce(0) { $0 * 10 + $1 }
  }
}
