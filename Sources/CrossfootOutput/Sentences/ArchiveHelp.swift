// SPDX-License-Identifier: Apache-2.0

/// A part of the command line that has to do with many reports, as `--help` describes it.
public enum ArchiveTopic: Sendable, CaseIterable {
  case cacheDirectory, noCache, cacheStatistics
}

extension Sentences {
  /// What `--help` says of a command, an argument or an option.
  public func help(_ topic: ArchiveTopic) -> String {
    switch topic {
    case .cacheDirectory:
      say(
        "在此目录中记住核对结果，内容未变的报告不再重新核对（默认取 CROSSFOOT_CACHE_DIR，未设则不记）",
        "Remember results in this directory; reports that did not change are not examined again (default: CROSSFOOT_CACHE_DIR, else none).")
    case .noCache: say("不使用缓存目录", "Use no cache directory.")
    case .cacheStatistics: say("结束时说明缓存命中情况", "Tell at the end how often the cache served.")
    }
  }
}
