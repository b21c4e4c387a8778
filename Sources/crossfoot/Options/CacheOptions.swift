// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput

/// Where results are remembered from run to run. Nowhere unless it is asked for: a check writes nothing by itself.
struct CacheOptions: ParsableArguments {
  @Option(name: .customLong("cache-dir"), help: help(.cacheDirectory, value: "directory"))
  var directory: String?

  @Flag(name: .customLong("no-cache"), help: help(.noCache))
  var isOff = false

  @Flag(name: .customLong("cache-stats"), help: help(.cacheStatistics))
  var isTold = false

  /// The directory of the option, else of the environment.
  private var place: String? {
    if isOff { return nil }
    let place = directory ?? SystemCalls.environment("CROSSFOOT_CACHE_DIR")
    return place?.isEmpty == false ? place : nil
  }

  /// The cache, if there is one.
  func start() -> ReportCache? { place.map { ReportCache(directory: $0, version: Crossfoot.version) } }

  /// Tells what went wrong with the cache, and what it did if that was asked for. Neither fails a check.
  func finish(_ cache: ReportCache?) {
    let sentences = Surroundings.sentences
    guard let cache else {
      if isTold { Console.tell(sentences.noCache) }
      return
    }
    cache.sweep()
    let statistics = cache.statistics
    if statistics.damaged > 0 { Console.tell(sentences.damagedEntries(statistics.damaged)) }
    if let problem = cache.problem { Console.tell(sentences.cacheFailed(problem.problem, path: problem.path)) }
    if isTold {
      Console.tell(
        sentences.cache(
          hits: statistics.hits, rejudged: statistics.rejudged, misses: statistics.misses, written: statistics.written))
    }
  }
}
