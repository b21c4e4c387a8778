// SPDX-License-Identifier: Apache-2.0

/// A heading or word of an archive's statistics.
enum StatisticsWord: CaseIterable {
  case title, rules, years, kinds, organisations, runs, coverage
  case reports, figures, findings, errors, warnings, notes, unknown, perThousand
  case ticked, contradicted, bounded, unchecked
}

extension Sentences {
  /// A heading or word of an archive's statistics.
  func word(_ word: StatisticsWord) -> String {
    switch word {
    case .title: say("报告档案统计", "Archive of reports")
    case .rules: say("各规则的问题", "Findings by rule")
    case .years: say("各年度", "By year of the report")
    case .kinds: say("各类报告", "By kind of report")
    case .organisations: say("问题最多的单位", "Organisations with most findings")
    case .runs: say("历次存入后的档案库", "The archive after each run")
    case .coverage: say("核对覆盖率", "How much was checked")
    case .reports: say("报告", "reports")
    case .figures: say("数字", "figures")
    case .findings: say("问题", "findings")
    case .errors: say("错误", "errors")
    case .warnings: say("警告", "warnings")
    case .notes: say("提示", "notes")
    case .unknown: say("不明", "unknown")
    case .perThousand: say("每千个数字的问题数", "findings per 1,000 figures")
    case .ticked: say("相符", "ticked")
    case .contradicted: say("矛盾", "contradicted")
    case .bounded: say("仅核上下限", "bounded")
    case .unchecked: say("未核对", "unchecked")
    }
  }

  /// The kind of a report as a word.
  func reportKind(_ kind: String) -> String {
    switch kind {
    case "budget": say("预算", "budget")
    case "final-accounts": say("决算", "final accounts")
    case "budget-execution": say("预算执行", "budget execution")
    case "performance": say("绩效", "performance")
    case "communique": say("统计公报", "communiqué")
    default: say("其他", "other")
    }
  }

  /// How many organisations are not in the list.
  func moreOrganisations(_ number: Int) -> String {
    say("另有 \(number) 个单位", "and \(plural(number, "more organisation"))")
  }
}
