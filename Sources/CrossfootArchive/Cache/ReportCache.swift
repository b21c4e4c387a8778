// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Crypto
import Synchronization

/// What was read from reports that were seen before, and what was said of them, by their content.
///
/// Two layers: under `DIR/3/ab/cdef…` the figures of a report, under `DIR/3/ab/cdef…-0123…` its findings. The first
/// name stands for the bytes of the report, how they are read, and the build that reads them; what it has more in the
/// second for the rules that judge, and what its user sets about judging. So a report is read again where it changed,
/// and judged again where only the settings of judging did. An entry that was cut or changed is no entry. Writing goes
/// through a temporary file and a rename, so that any number of processes can share a cache and be killed at any
/// moment. Baselines, severities, formats and languages apply later and are part of neither key.
public final class ReportCache: Sendable {
  /// The layout of entries. Another number is another directory.
  private static let format = 3
  private static let longestEntry = 1 << 28

  let directory: String
  /// The directory of this layout, with a slash at its end.
  let root: [UInt8]
  private let stamp: BuildStamp
  private let state = Mutex(State())

  private struct State {
    var statistics = CacheStatistics()
    var isPrepared = false
    /// Nothing more is written once writing has failed: a full disk stays full.
    var failure: SystemCalls.Failure?
    /// The parts of keys that do not depend on the report.
    var ways: [Way: WayKeys] = [:]
  }

  /// How a report is read and judged.
  private struct Way: Hashable {
    var encoding: TextEncoding?
    var settings: ReportSettings
  }

  /// A cache in a directory, which is made when the first entry is written.
  /// - Parameter version: the tool's version.
  public init(directory: String, version: String) {
    self.directory = directory
    root = Array("\(directory)/\(Self.format)/".utf8)
    stamp = BuildStamp(version: version)
  }

  /// What the cache did so far.
  public var statistics: CacheStatistics { state.withLock(\.statistics) }

  /// Why entries could not be written, if they could not.
  public var problem: InputProblem? {
    state.withLock(\.failure).map { InputProblem(directory, .unwritable($0.words)) }
  }

  // MARK: keys

  /// Where entries stand below the directory.
  struct Key {
    /// 64 hex digits for the report's bytes, how they are read, and by what.
    var figures: [UInt8]
    /// 16 hex digits for how they are judged, and by what.
    var findings: [UInt8]

    /// Place of the figures, with the first two digits as a directory of their own.
    var figuresPath: [UInt8] { figures.prefix(2) + [UInt8(ascii: "/")] + figures.dropFirst(2) }
    /// Place of the findings: beside the figures.
    var findingsPath: [UInt8] { figuresPath + [UInt8(ascii: "-")] + findings }
  }

  /// What a key holds beside the report's bytes.
  private struct WayKeys {
    /// A digest that has taken in how reports are read.
    var reading: SHA256
    var findings: [UInt8]
  }

  /// The key of a report's bytes, read and judged with some settings.
  func key(of bytes: [UInt8], _ settings: ReportFile.Settings) -> Key {
    var way = Way(encoding: settings.encoding, settings: settings.report)
    way.settings.severities = [:]
    var keys = keys(way)
    keys.reading.update(data: bytes)
    return Key(figures: Digest.hexDigits(keys.reading.finalize()), findings: keys.findings)
  }

  /// What a key holds beside the report: worked out once for all reports that are read and judged alike.
  private func keys(_ way: Way) -> WayKeys {
    state.withLock { state in
      if let known = state.ways[way] { return known }
      let reading = [stamp.extractor, way.encoding?.rawValue ?? "", way.settings.extracting].joined(separator: "\u{1F}")
      var hash = SHA256()
      // Of one length, whatever it says, so that it cannot be taken for the beginning of a report.
      hash.update(data: Digest.bytes(of: Array(reading.utf8)))
      let judging = Digest.hex(of: "\(stamp.rules)\u{1E}\(way.settings.judging)".utf8)
      let keys = WayKeys(reading: hash, findings: Array(judging.utf8.prefix(16)))
      state.ways[way] = keys
      return keys
    }
  }

  // MARK: reading

  /// What was said under a key, nil if that is not remembered.
  /// - Parameters:
  ///   - size: bytes of the report.
  ///   - report: path of the report that it is read for.
  func result(_ key: Key, size: Int, for report: String = "") -> StoredResult? {
    let result = entry(key.findingsPath) { reader throws(ByteReader.Damage) in
      // Conversion to UTF-8 can make a text longer than its file, but not four times as long.
      try StoredResult(from: &reader, size: size * 4, path: report)
    }
    if result != nil { count(\.hits) }
    return result
  }

  /// What was read under a key, nil if that is not remembered.
  /// - Parameter source: the decoded report.
  func reading(_ key: Key, of source: SourceText) -> ReportReading? {
    let reading = entry(key.figuresPath) { reader throws(ByteReader.Damage) in try ReportReading(source, from: &reader)
    }
    count(reading == nil ? \.misses : \.rejudged)
    return reading
  }

  private func entry<Value>(
    _ path: [UInt8], _ read: (inout ByteReader) throws(ByteReader.Damage) -> Value
  ) -> Value? {
    guard
      let contents = try? SystemCalls.contents(of: root + path, limit: Self.longestEntry, renewingAfter: Self.day)
    else { return nil }
    do throws(ByteReader.Damage) {
      guard case .whole(let bytes) = contents else { throw ByteReader.Damage() }
      var reader = try CacheEntry.payload(bytes)
      return try read(&reader)
    } catch {
      count(\.damaged)
      return nil
    }
  }

  // MARK: writing

  /// Remembers what was said of a report. A failure is kept for ``problem``; the run goes on.
  func store(_ result: ReportResult, _ key: Key) {
    store(key.findingsPath) { StoredResult(result).write(to: &$0) }
  }

  /// Remembers what was read from a report, likewise.
  func store(_ reading: ReportReading, _ key: Key) {
    store(key.figuresPath) { reading.write(to: &$0) }
  }

  private func store(_ path: [UInt8], _ write: (inout ByteWriter) -> Void) {
    guard state.withLock({ $0.failure == nil }) else { return }
    var writer = ByteWriter()
    write(&writer)
    do throws(SystemCalls.Failure) {
      try prepare()
      try replace(path, with: CacheEntry.sealed(writer.bytes))
      count(\.written)
    } catch {
      state.withLock { $0.failure = error }
    }
  }

  /// Writes a file, and makes its directory where there is none yet.
  private func replace(_ path: [UInt8], with entry: [UInt8]) throws(SystemCalls.Failure) {
    let file = String(decoding: root + path, as: UTF8.self)
    do throws(SystemCalls.Failure) {
      try SystemCalls.replace(file, with: entry, isDurable: false)
    } catch {
      guard error.isMissing else { throw error }
      try SystemCalls.makeDirectory(String(decoding: root + path.prefix(2), as: UTF8.self))
      try SystemCalls.replace(file, with: entry, isDurable: false)
    }
  }

  /// Makes the directory and marks it as a cache for backup programs and for git, once.
  private func prepare() throws(SystemCalls.Failure) {
    if state.withLock(\.isPrepared) { return }
    try SystemCalls.makeDirectories("\(directory)/\(Self.format)")
    for (name, text) in [("CACHEDIR.TAG", Self.tag), (".gitignore", "*\n")]
    where !SystemCalls.exists("\(directory)/\(name)") {
      // Two jobs may be here at once; both write the same.
      try SystemCalls.replace("\(directory)/\(name)", with: Array(text.utf8), isDurable: false)
    }
    state.withLock { $0.isPrepared = true }
  }

  private static let tag = """
    Signature: 8a477f597d28d172789f06886806bc55
    # Results of crossfoot by content. It is safe to delete this directory at any time.

    """

  private func count(_ counter: any WritableKeyPath<CacheStatistics, Int> & Sendable) {
    state.withLock { $0.statistics[keyPath: counter] += 1 }
  }
}
