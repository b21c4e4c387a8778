// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Crypto
import Synchronization

/// What was said of reports that were seen before, by their content: one file for each under `DIR/2/ab/cdef…`.
///
/// An entry's name is made of two keys. The first stands for the figures: the bytes of the report, how they are read,
/// and the build that reads them. The second stands for the findings: the rules that judge, and what its user sets
/// about judging. An entry that was cut or changed is no entry. Writing goes through a temporary file and a rename, so
/// that any number of processes can share a cache and be killed at any moment. Baselines, severities, formats and
/// languages apply later and are part of neither key.
public final class ReportCache: Sendable {
  /// The layout of entries. Another number is another directory.
  private static let format = 2
  private static let magic = Array("CFRC".utf8)
  private static let longestEntry = 1 << 28

  private let directory: String
  /// The directory of this layout, with a slash at its end.
  private let root: [UInt8]
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

  /// Where an entry stands below the directory.
  struct Key {
    /// 64 hex digits for the report's bytes, how they are read, and by what.
    var figures: [UInt8]
    /// 16 hex digits for how they are judged, and by what.
    var findings: [UInt8]
    /// Below the directory, with the first two digits as a directory of their own.
    var path: [UInt8] {
      figures.prefix(2) + [UInt8(ascii: "/")] + figures.dropFirst(2) + [UInt8(ascii: "-")] + findings
    }
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

  private func path(_ key: Key) -> [UInt8] { root + key.path }

  // MARK: reading

  /// What is remembered under a key, nil if nothing is.
  /// - Parameters:
  ///   - size: bytes of the report.
  ///   - report: path of the report that it is read for.
  func result(_ key: Key, size: Int, for report: String = "") -> StoredResult? {
    guard let contents = try? SystemCalls.contents(of: path(key), limit: Self.longestEntry) else {
      count(\.misses)
      return nil
    }
    do throws(ByteReader.Damage) {
      guard case .whole(let bytes) = contents else { throw ByteReader.Damage() }
      let result = try read(bytes, size: size, path: report)
      count(\.hits)
      return result
    } catch {
      count(\.damaged)
      return nil
    }
  }

  private func read(_ bytes: [UInt8], size: Int, path: String) throws(ByteReader.Damage) -> StoredResult {
    let checked = Self.magic.count + Self.checkLength
    guard bytes.count > checked, bytes.starts(with: Self.magic),
      bytes[Self.magic.count..<checked].elementsEqual(Self.check(bytes[checked...]))
    else { throw ByteReader.Damage() }
    var reader = ByteReader(bytes, from: checked)
    // Conversion to UTF-8 can make a text longer than its file, but not four times as long.
    return try StoredResult(from: &reader, size: size * 4, path: path)
  }

  private static let checkLength = 16

  /// The first bytes of the payload's digest: a cut or changed entry does not carry them.
  private static func check(_ payload: ArraySlice<UInt8>) -> some Sequence<UInt8> {
    SHA256.hash(data: payload).prefix(checkLength)
  }

  // MARK: writing

  /// Remembers a result. A failure is kept for ``problem``; the run goes on.
  func store(_ result: ReportResult, _ key: Key) {
    guard state.withLock({ $0.failure == nil }) else { return }
    var writer = ByteWriter()
    StoredResult(result).write(to: &writer)
    let entry = Self.magic + Self.check(writer.bytes[...]) + writer.bytes
    do throws(SystemCalls.Failure) {
      try prepare()
      try SystemCalls.makeDirectory(String(decoding: root + key.figures.prefix(2), as: UTF8.self))
      try SystemCalls.replace(String(decoding: path(key), as: UTF8.self), with: entry, isDurable: false)
      count(\.written)
    } catch {
      state.withLock { $0.failure = error }
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
