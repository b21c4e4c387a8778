// SPDX-License-Identifier: Apache-2.0

/// A part of the command line that has to do with many reports, as `--help` describes it.
public enum ArchiveTopic: Sendable, CaseIterable {
  case archive, archiveAdd, archiveCheck
  case store, ties
  case cacheDirectory, noCache, cacheStatistics
}

extension Sentences {
  /// What `--help` says of a command, an argument or an option.
  public func help(_ topic: ArchiveTopic) -> String {
    switch topic {
    case .archive: say("把大量报告存入一个档案库，并整体查看", "Keep many reports in one archive and look at them together.")
    case .archiveAdd: say("把报告存入档案库；已存且未变的跳过，可随时中断后继续", "Add reports to the archive; what is stored and unchanged is passed over, and a run that was ended goes on.")
    case .archiveCheck: say("核对档案库中各报告之间的数字：上年数、年初预算", "Check figures that one report repeats of another: last year's, and the initial budget.")
    case .ties: say("也列出各报告间相符的数字", "Also list the figures that reports agree on.")
    case .store: say("档案库文件", "The archive's file.")
    case .cacheDirectory:
      say(
        "在此目录中记住核对结果，内容未变的报告不再重新核对（默认取 CROSSFOOT_CACHE_DIR，未设则不记）",
        "Remember results in this directory; reports that did not change are not examined again (default: CROSSFOOT_CACHE_DIR, else none).")
    case .noCache: say("不使用缓存目录", "Use no cache directory.")
    case .cacheStatistics: say("结束时说明缓存命中情况", "Tell at the end how often the cache served.")
    }
  }
}
