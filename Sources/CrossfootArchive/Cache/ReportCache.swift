// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Synchronization

/// What was said of reports that were seen before, by their content: one file for each under `DIR/1/ab/cdef…`.
///
/// The name of an entry stands for the bytes of the report, the options that matter and the build that read it; the entry itself
/// names the rules that judged. An entry that was cut or changed is no entry. Writing goes through a temporary file and a rename,
/// so that any number of processes can share a cache and be killed at any moment. Baselines, severities to fail on, formats and
/// languages apply later and are no part of it.
public final class ReportCache: Sendable {
  /// The layout of entries. Another number is another directory.
  private static let format = 1
  private static let magic = Array("CFRC".utf8)
  private static let longestEntry = 1 << 28

  private let directory: [UInt8]
  private let stamp: BuildStamp
  private let state = Mutex(State())

  private struct State {
    var statistics = CacheStatistics()
    var isPrepared = false
    /// Nothing more is written once writing has failed: a full disk stays full.
    var failure: SystemCalls.Failure?
    var names = 0
  }

  /// A cache in a directory, which is made when the first entry is written.
  /// - Parameter version: the tool's version.
  public init(directory: String, version: String) {
    self.directory = Array(directory.utf8)
    stamp = BuildStamp(version: version)
  }

  /// What the cache did so far.
  public var statistics: CacheStatistics { state.withLock(\.statistics) }

  /// Why entries could not be written, if they could not.
  public var problem: InputProblem? {
    state.withLock(\.failure).map { InputProblem(String(decoding: directory, as: UTF8.self), .unwritable($0.words)) }
  }

  // MARK: keys

  /// The name of an entry: where it stands below the directory.
  struct Key {
    var shard: [UInt8]
    var name: [UInt8]
  }

  /// The key of a report's bytes, read with some settings.
  func key(of bytes: [UInt8], _ settings: ReportFile.Settings) -> Key {
    let parts = ["\(Self.format)", stamp.extractor, settings.encoding?.rawValue ?? ""].joined(separator: "\u{1F}")
    let hex = Array(Digest.hex(of: Digest.bytes(of: bytes) + Array(parts.utf8)).utf8)
    return Key(shard: Array(hex.prefix(2)), name: Array(hex.dropFirst(2)))
  }

  private func path(_ parts: [UInt8]...) -> [UInt8] {
    Array(([directory, Array(String(Self.format).utf8)] + parts).joined(separator: [UInt8(ascii: "/")]))
  }

  // MARK: reading

  /// What is remembered under a key, nil if nothing is.
  /// - Parameter size: bytes of the report.
  func result(_ key: Key, size: Int) -> StoredResult? {
    guard let contents = try? SystemCalls.contents(of: path(key.shard, key.name), limit: Self.longestEntry) else {
      count(\.misses)
      return nil
    }
    do throws(ByteReader.Damage) {
      guard case .whole(let bytes) = contents else { throw ByteReader.Damage() }
      guard let result = try read(bytes, size: size) else {
        count(\.misses)
        return nil
      }
      count(\.hits)
      return result
    } catch {
      count(\.damaged)
      return nil
    }
  }

  /// Reads an entry; nil if other rules judged.
  private func read(_ bytes: [UInt8], size: Int) throws(ByteReader.Damage) -> StoredResult? {
    let checked = Self.magic.count + Self.checkLength
    guard bytes.count > checked, bytes.starts(with: Self.magic),
      bytes[Self.magic.count..<checked].elementsEqual(Self.check(Array(bytes[checked...])))
    else { throw ByteReader.Damage() }
    var reader = ByteReader(bytes, from: checked)
    guard try reader.text() == stamp.rules else { return nil }
    // Conversion to UTF-8 can make a text longer than its file, but not four times as long.
    return try StoredResult(from: &reader, size: size * 4)
  }

  private static let checkLength = 16

  /// The first bytes of the payload's digest: a cut or changed entry does not carry them.
  private static func check(_ payload: [UInt8]) -> ArraySlice<UInt8> { Digest.bytes(of: payload).prefix(checkLength) }

  // MARK: writing

  /// Remembers a result. A failure is kept for ``problem``; the run goes on.
  func store(_ result: ReportResult, of bytes: [UInt8], _ key: Key) {
    let number: Int? = state.withLock { state in
      state.names += 1
      return state.failure == nil ? state.names : nil
    }
    guard let number else { return }
    var writer = ByteWriter()
    writer.write(stamp.rules)
    StoredResult(result, of: bytes).write(to: &writer)
    let entry = Self.magic + Self.check(writer.bytes) + writer.bytes
    let temporary = path(key.shard, Array(".\(SystemCalls.process)-\(number)".utf8))
    do throws(SystemCalls.Failure) {
      try prepare()
      try SystemCalls.makeDirectory(path(key.shard))
      try SystemCalls.replace(path(key.shard, key.name), by: entry, through: temporary)
      count(\.written)
    } catch {
      state.withLock { $0.failure = error }
    }
  }

  /// Makes the directory and marks it as a cache for backup programs and for git, once.
  private func prepare() throws(SystemCalls.Failure) {
    if state.withLock(\.isPrepared) { return }
    try SystemCalls.makeDirectories(path())
    let slash = UInt8(ascii: "/")
    for (name, text) in [("CACHEDIR.TAG", Self.tag), (".gitignore", "*\n")] {
      let file = directory + [slash] + Array(name.utf8)
      if (try? SystemCalls.entry(file, follow: true)) == nil {
        try SystemCalls.replace(file, by: Array(text.utf8), through: file + Array(".\(SystemCalls.process)".utf8))
      }
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
