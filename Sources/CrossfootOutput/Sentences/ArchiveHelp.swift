// SPDX-License-Identifier: Apache-2.0

/// A part of the command line that has to do with many reports, as `--help` describes it.
public enum ArchiveTopic: Sendable, CaseIterable {
  case archive, archiveAdd, archiveCheck, archiveQuery, archiveStats
  case store, ties, statisticsPage
  case querySubject, sql, limit
  case filterPath, filterOrganisation, filterYear, filterKind, filterLabel, filterRule, filterSeverity, filterState
  case cacheDirectory, noCache, cacheStatistics
}

extension Sentences {
  /// What `--help` says of a command, an argument or an option.
  public func help(_ topic: ArchiveTopic) -> String {
    switch topic {
    case .archive: say("把大量报告存入一个档案库，并整体查看", "Keep many reports in one archive and look at them together.")
    case .archiveAdd:
      say(
        "把报告存入档案库；已存且未变的跳过，可随时中断后继续",
        "Add reports to the archive; what is stored and unchanged is passed over, and a run that was ended goes on.")
    case .archiveCheck:
      say(
        "核对档案库中各报告之间的数字：上年数、年初预算",
        "Check figures that one report repeats of another: last year's, and the initial budget.")
    case .archiveQuery: say("查询或导出档案库的内容", "List or export what the archive holds.")
    case .archiveStats:
      say("档案库统计：按规则、年度、单位的问题数及核对覆盖率", "Findings by rule, year and organisation, and how much was checked.")
    case .store: say("档案库文件", "The archive's file.")
    case .ties: say("也列出各报告间相符的数字", "Also list the figures that reports agree on.")
    case .statisticsPage: say("另存为一个带图表的网页文件", "Also write a web page with charts to this file.")
    case .cacheDirectory:
      say(
        "在此目录中记住核对结果，内容未变的报告不再重新核对（默认取 CROSSFOOT_CACHE_DIR，未设则不记）",
        "Remember results in this directory and examine only what changed (default: CROSSFOOT_CACHE_DIR, else none)."
      )
    case .noCache: say("不使用缓存目录", "Use no cache directory.")
    case .cacheStatistics: say("结束时说明缓存命中情况", "Tell at the end how often the cache served.")
    default: queryHelp(topic)
    }
  }

  private func queryHelp(_ topic: ArchiveTopic) -> String {
    switch topic {
    case .querySubject:
      say("查询对象：reports、figures、findings、relations、runs", "What to list: reports, figures, findings, relations, runs.")
    case .sql:
      say("自己的只读 SQL 查询（视图见 docs/archive.md）", "A read-only SQL query of your own (docs/archive.md lists the views).")
    case .limit: say("最多列出的行数", "At most this many rows.")
    case .filterPath: say("报告路径，可用 * 与 ?", "Path of the report, with * and ?.")
    case .filterOrganisation: say("单位名称包含此文字", "The organisation's name holds this text.")
    case .filterYear: say("报告年度", "Year of the report.")
    case .filterKind:
      say(
        "报告类型：budget、final-accounts、budget-execution、performance、communique、other",
        "Kind of the report: budget, final-accounts, budget-execution, performance, communique, other.")
    case .filterLabel: say("数字的名称、栏目或标题包含此文字", "Label, column or heading of the figure holds this text.")
    case .filterRule: say("规则编号", "Id of the rule.")
    case .filterSeverity: say("问题级别：error、warning、note", "Severity of the finding: error, warning, note.")
    default:
      say(
        "数字的状态（ticked、contradicted、bounded、unchecked）或关系的结论（holds、contradicted 等）",
        "State of the figure (ticked, contradicted, bounded, unchecked), or verdict of the relation (holds, …)."
      )
    }
  }
}
