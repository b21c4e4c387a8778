// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// An archive of reports that are right, of several organisations and years, whose figures repeat each other.
struct InventedArchive {
  /// A report, and where it repeats figures of another one: offsets of their digits.
  struct Report {
    var name: String
    var text: [UInt8]
    var repeated: [Range<Int>] = []

    /// - Parameter marked: the text with ⟦ and ⟧ around each figure that it repeats.
    init(_ name: String, _ marked: String) {
      self.name = name
      text = []
      var start = 0
      for scalar in marked.unicodeScalars {
        switch scalar {
        case "⟦": start = text.count
        case "⟧": repeated.append(start..<text.count)
        default: text += Array(String(scalar).utf8)
        }
      }
    }

    /// The report with one digit of a repeated figure changed, by more than the one that rounding may explain.
    func broken(_ figure: Int, using random: inout SplitMix64) -> [UInt8] {
      var text = text
      let digits = repeated[figure].filter { (0x30...0x39).contains(text[$0]) }
      // The first digit is left: a number far from another one is of something else.
      let at = digits.dropFirst().randomElement(using: &random) ?? digits[0]
      text[at] = 0x30 + (text[at] - 0x30 + UInt8.random(in: 2...8, using: &random)) % 10
      return text
    }
  }

  private(set) var reports: [Report] = []
  private var random: SplitMix64
  private let years = 2021...2025

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for name in ["松屿市渔港管理中心", "松屿市气象服务中心"] { addDepartment(name) }
    for name in ["松屿市", "望川县"] { addGovernment(name) }
  }

  // MARK: departments

  private static let items = ["码头维护", "航标检修", "渔船监测", "安全巡查"]

  private mutating func addDepartment(_ name: String) {
    var before: [Int]?
    for year in years {
      let budget = amounts(Self.items.count, about: before)
      let spent = budget.map { $0 + Int.random(in: -900...900, using: &random) }
      reports.append(Report("\(name)-\(year)-budget", Self.budget(name, year, budget)))
      reports.append(Report("\(name)-\(year)-accounts", Self.accounts(name, year, budget, spent, before)))
      reports.append(Report("\(name)-\(year)-evaluation", Self.evaluation(name, year, budget, spent)))
      before = spent
    }
  }

  private static func budget(_ name: String, _ year: Int, _ budget: [Int]) -> String {
    let lines = zip(items, budget).map { "\($0)经费预算\(wan($1))万元。" }.joined()
    return "\(name)\(year)年部门预算\n\n一、部门预算收支情况\n\(year)年本部门预算收入\(wan(sum(budget)))万元。\(lines)\n"
  }

  private static func accounts(
    _ name: String, _ year: Int, _ budget: [Int], _ spent: [Int], _ before: [Int]?
  ) -> String {
    func compared(_ now: Int, _ then: Int?) -> String {
      guard let then else { return "。" }
      let change = now < then ? "减少" : "增加"
      return "，比\(year - 1)年的⟦\(wan(then))⟧万元\(change)\(wan(abs(now - then)))万元。"
    }
    var text = "\(name)\(year)年度部门决算\n\n一、收入支出决算情况\n"
    text += "\(year)年本部门收入总计\(wan(sum(spent)))万元\(compared(sum(spent), before.map(sum)))"
    text += "本部门年初预算为⟦\(wan(sum(budget)))⟧万元。"
    for (index, item) in items.enumerated() {
      text += "\(item)经费支出\(wan(spent[index]))万元\(compared(spent[index], before?[index]))"
    }
    return text + "\n"
  }

  private static func evaluation(_ name: String, _ year: Int, _ budget: [Int], _ spent: [Int]) -> String {
    "\(name)\(year)年度部门整体支出绩效自评报告\n\n一、资金情况\n"
      + "\(year)年本部门年初预算数⟦\(wan(sum(budget)))⟧万元，全年支出\(wan(sum(spent)))万元。\n"
  }

  // MARK: governments

  private static let funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"]

  /// For each year a report on its budget and the next one: of each level and fund income and expenditure.
  private mutating func addGovernment(_ name: String) {
    let levels = name.hasSuffix("县") ? ["全县", "县本级"] : ["全市", "市本级"]
    var plan: [Int]?
    for year in years {
      let count = levels.count * Self.funds.count * 2
      let done = amounts(count, about: plan)
      let next = amounts(count, about: done)
      reports.append(Report("\(name)-\(year)-execution", Self.execution(name, levels, year, plan, done, next)))
      plan = next
    }
  }

  private static func execution(
    _ name: String, _ levels: [String], _ year: Int, _ plan: [Int]?, _ done: [Int], _ next: [Int]
  ) -> String {
    var text = "关于\(name)\(year)年预算执行情况和\(year + 1)年预算草案的报告\n\n一、\(year)年预算执行情况\n\n"
    var at = 0
    for (level, fund) in levels.flatMap({ level in funds.map { (level, $0) } }) {
      for side in ["收入", "支出"] {
        let planned = plan.map { "\(level)\(fund)\(side)年初预算⟦\(wan($0[at]))⟧亿元，" } ?? ""
        text += "\(year)年\(planned)\(level)\(fund)\(side)完成\(wan(done[at]))亿元。"
        at += 1
      }
      text += "\n\n"
    }
    text += "二、\(year + 1)年预算草案\n\n"
    at = 0
    for (level, fund) in levels.flatMap({ level in funds.map { (level, $0) } }) {
      for side in ["收入", "支出"] {
        text += "\(year + 1)年\(level)\(fund)\(side)安排\(wan(next[at]))亿元。"
        at += 1
      }
      text += "\n\n"
    }
    return text
  }

  // MARK: amounts

  /// Amounts in hundredths, near those before.
  private mutating func amounts(_ count: Int, about before: [Int]?) -> [Int] {
    if let before { return before.map { $0 + Int.random(in: -4000...4000, using: &random) } }
    return (0..<count).map { _ in Int.random(in: 30_000...90_000, using: &random) }
  }

  private static func sum(_ amounts: [Int]) -> Int { amounts.reduce(0, +) }

  private static func wan(_ hundredths: Int) -> String {
    "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
