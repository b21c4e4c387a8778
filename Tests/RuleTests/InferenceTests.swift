// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import TestSupport
import Testing

/// Sums and rates that headers do not name are inferred from the figures: never from chance, and always where they are
/// there.
@Suite struct InferenceTests {
  /// What stands in the tables of a run.
  enum Kind: CaseIterable, Sendable {
    case amounts, smallCounts, zeroColumns, copiedColumns, multiples, rates
  }

  private static let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]

  @Test("nothing is found in tables of random figures", arguments: Kind.allCases)
  func chance(kind: Kind) throws {
    for seed in 0..<120 {
      var random = SplitMix64(seed: UInt64(seed) &* 31 &+ 7)
      let rows = Int.random(in: 4...16, using: &random)
      let columns = Int.random(in: 3...8, using: &random)
      let cells = (0..<rows).map { _ in Self.row(kind, columns, &random) }
      let text = Self.text(cells)
      let told = try Examination.reading(Array(text.utf8)).findings
      #expect(told.isEmpty, "seed \(seed): \(told.map { "\($0.rule) at \($0.primary.text)" })\n\(text)")
    }
  }

  private static func row(_ kind: Kind, _ columns: Int, _ random: inout SplitMix64) -> [String] {
    func amount() -> Int { Int.random(in: 1...999_999, using: &random) }
    switch kind {
    case .amounts: return (0..<columns).map { _ in text(amount()) }
    case .smallCounts: return (0..<columns).map { _ in "\(Int.random(in: 0...12, using: &random))" }
    case .zeroColumns: return (0..<columns).map { text($0 % 3 == 1 ? 0 : amount()) }
    case .copiedColumns:
      let copied = amount()
      return (0..<columns).map { $0 % 2 == 0 ? text(copied) : text(amount()) }
    case .multiples:
      let unit = amount()
      return (0..<columns).map { text(unit * [1, 2, 5, 7, 11, 16, 29, 37][$0]) }
    case .rates:
      return (0..<columns).map {
        $0 % 3 == 2
          ? "\(Int.random(in: 100...9999, using: &random) / 100).\(Int.random(in: 10...99, using: &random))%"
          : text(amount())
      }
    }
  }

  @Test("a sum that no header names is found in every layout of its columns", arguments: [2, 3, 5])
  func broken(parts: Int) throws {
    var found = 0
    var broken = 0
    for seed in 0..<24 {
      var random = SplitMix64(seed: UInt64(seed) &+ 100)
      var cells = (0..<10).map { _ in (0..<parts).map { _ in Int.random(in: 1_000...999_999, using: &random) } }
      let isLast = seed % 2 == 0
      for row in cells.indices { cells[row].insert(cells[row].reduce(0, +), at: isLast ? parts : 0) }
      let row = Int.random(in: 0..<10, using: &random)
      let column = Int.random(in: 0...parts, using: &random)
      cells[row][column] += [10, 200, -300, 4000].randomElement(using: &random) ?? 10
      broken += 1
      let text = Self.text(cells.map { $0.map(Self.text) })
      let told = try Examination.reading(Array(text.utf8)).told
      if told.contains(where: { $0.primary.start.line == row + 2 }) { found += 1 }
      #expect(told.allSatisfy { $0.primary.start.line == row + 2 }, "seed \(seed): another row is accused\n\(text)")
    }
    #expect(found * 100 >= broken * 95, "\(found) of \(broken)")
  }

  @Test("work on tables grows with their length and width", arguments: [(2_500, 4), (40, 75)])
  func linear(rows: Int, columns: Int) throws {
    /// Operands of all relations: what the rules went through.
    func operands(_ rows: Int, _ columns: Int) throws -> Int {
      var random = SplitMix64(seed: 3)
      var cells = (0..<rows).map { _ in (1..<columns).map { _ in Int.random(in: 1_000...999_999, using: &random) } }
      for row in cells.indices { cells[row].append(cells[row].reduce(0, +)) }
      let examination = try Examination.reading(Array(Self.text(cells.map { $0.map(Self.text) }).utf8))
      #expect(examination.told.isEmpty)
      return examination.relations.reduce(0) { $0 + $1.readings.reduce(0) { $0 + $1.operands.count } }
    }
    let once = try operands(rows, columns)
    let (tall, wide) = rows > columns ? (4 * rows, columns) : (rows, 4 * columns)
    let four = try operands(tall, wide)
    #expect(four <= 5 * once + 64, "\(once) operands, then \(four)")
    #expect(rows < columns || four >= tall, "the sums of a long table are not found")
  }

  private static func text(_ hundredths: Int) -> String { Decimal(Int128(hundredths), exponent: -2).plain() }

  private static func text(_ cells: [[String]]) -> String {
    let width = cells.first?.count ?? 0
    let header = ["街道"] + (0..<width).map { names[$0 % names.count] + ($0 < names.count ? "" : "\($0)") }
    let rows = cells.enumerated().map { ["第\($0)街道"] + $1 }
    return ([header] + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
  }
}
