// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText

/// A report to be read: a file, several files that are one report, or standard input.
public struct ReportFile: Sendable, Hashable {
  /// The path as findings show it.
  public var path: String
  private let location: Location
  /// Further files of the same report, in the order of its text.
  public var others: [ReportFile] = []

  /// The paths of all its files.
  public var paths: [String] { [path] + others.map(\.path) }

  /// Where its bytes are.
  private enum Location: Hashable {
    /// In a file, by its path as the system knows it.
    case file([UInt8])
    case standardInput
    case memory([UInt8])
  }

  /// A file at a path.
  public init(path: [UInt8]) {
    let plain = Self.plain(path)
    self.path = String(decoding: plain, as: UTF8.self)
    location = .file(plain)
  }

  /// Standard input under a name.
  public init(standardInputAs name: String) {
    path = name
    location = .standardInput
  }

  /// Bytes that were read already, such as an older version of a file, under a name.
  public init(bytes: [UInt8], as name: String) {
    path = name
    location = .memory(bytes)
  }

  /// How reports are read.
  public struct Settings: Sendable, Equatable {
    /// The encoding to read in, or nil to detect it for each report.
    public var encoding: TextEncoding?
    /// Longest report that is read, in bytes.
    public var sizeLimit: Int
    /// How it is judged.
    public var report: ReportSettings

    public init(
      encoding: TextEncoding? = nil, sizeLimit: Int = 64 << 20, report: ReportSettings = ReportSettings()
    ) {
      self.encoding = encoding
      self.sizeLimit = sizeLimit
      self.report = report
    }
  }

  /// Reads and examines the report.
  public func examine(_ settings: Settings) throws(InputProblem) -> Examination {
    try examine(try contents(settings), settings)
  }

  /// Examines what the report's files hold.
  func examine(_ contents: [[UInt8]], _ settings: Settings) throws(InputProblem) -> Examination {
    var whole = JoinedText()
    for (file, bytes) in zip([self] + others, contents) {
      let (source, notes) = try file.decode(bytes, settings)
      whole.append(source, notes, path: file.path)
    }
    var examination = Examination(path: path, source: whole.source, notes: whole.notes, settings: settings.report)
    examination.parts = whole.parts
    return examination
  }

  /// Reads the report and says what there is to say of it, from memory if it was seen before.
  /// - Parameter needsText: whether findings are shown with the text around them.
  public func check(
    _ settings: Settings, cache: ReportCache?, needsText: Bool = true
  ) throws(InputProblem) -> CheckedReport {
    let contents = try contents(settings)
    let size = contents.reduce(0) { $0 + $1.count }
    // A report in several files is told by file: too rare to be worth remembering.
    guard let cache, contents.count == 1 else {
      return CheckedReport(try examine(contents, settings).result, size: size)
    }
    return CheckedReport(try remembered(contents[0], settings, cache, needsText), size: size)
  }

  /// What is to say of a report in one file. Severities that the user sets apply to what is remembered.
  private func remembered(
    _ bytes: [UInt8], _ settings: Settings, _ cache: ReportCache, _ needsText: Bool
  ) throws(InputProblem) -> ReportResult {
    let key = cache.key(of: bytes, settings)
    var result: ReportResult
    if let stored = cache.result(key, size: bytes.count, for: path) {
      let isTextNeeded = !stored.notes.isEmpty || needsText && !stored.findings.isEmpty
      let source = isTextNeeded ? try text(of: bytes, stored, settings) : SourceText(bytes: [])
      result = stored.result(path: path, source: source)
    } else {
      var ungraded = settings.report
      ungraded.severities = [:]
      result = try reading(bytes, settings, cache, key).result(path: path, settings: ungraded)
      cache.store(result, key)
    }
    settings.report.grade(&result.findings)
    return result
  }

  /// What is read from a report in one file.
  private func reading(
    _ bytes: [UInt8], _ settings: Settings, _ cache: ReportCache, _ key: ReportCache.Key
  ) throws(InputProblem) -> ReportReading {
    let (source, notes) = try decode(bytes, settings)
    if let reading = cache.reading(key, of: source) { return reading }
    let reading = ReportReading(source, notes: notes, settings: settings.report.reading)
    cache.store(reading, key)
    return reading
  }

  /// The text that a remembered result is about.
  private func text(
    of bytes: [UInt8], _ stored: StoredResult, _ settings: Settings
  ) throws(InputProblem) -> SourceText {
    stored.isVerbatim ? SourceText(bytes: bytes) : try decode(bytes, settings).0
  }

  /// A path without `.` and empty parts, so that a report has one name however it is reached.
  private static func plain(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    if isPlain(path) { return path }
    let parts = path.split(separator: slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    return (path.first == slash ? [slash] : []) + Array(parts.joined(separator: [slash]))
  }

  /// Whether no part of a path is empty or begins with a point.
  private static func isPlain(_ path: [UInt8]) -> Bool {
    var last = UInt8(ascii: "/")
    for (index, byte) in path.enumerated() {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") && index > 0 { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }

  /// The bytes of each of the report's files.
  public func contents(_ settings: Settings) throws(InputProblem) -> [[UInt8]] {
    var contents: [[UInt8]] = []
    for file in [self] + others { contents.append(try file.bytes(limit: settings.sizeLimit)) }
    return contents
  }

  private func decode(_ bytes: [UInt8], _ settings: Settings) throws(InputProblem) -> (SourceText, [Note]) {
    do {
      return try SourceText.decode(bytes, as: settings.encoding)
    } catch {
      switch error {
      case .binary(let kind): throw InputProblem(path, .binary(kind: kind))
      case .missingCharset(let name): throw InputProblem(path, .missingCharset(name))
      }
    }
  }

  private func bytes(limit: Int) throws(InputProblem) -> [UInt8] {
    let contents: SystemCalls.Contents
    do {
      switch location {
      case .file(let path): contents = try SystemCalls.contents(of: path, limit: limit)
      case .standardInput: contents = try SystemCalls.contents(of: nil, limit: limit)
      case .memory(let bytes): contents = bytes.count > limit ? .tooLarge(size: bytes.count) : .whole(bytes)
      }
    } catch {
      throw InputProblem(path, error.problem)
    }
    switch contents {
    case .whole(let bytes): return bytes
    case .tooLarge(let size): throw InputProblem(path, .tooLarge(size: size, limit: limit))
    }
  }
}

/// A report with what is to say about it.
public struct CheckedReport: Sendable {
  /// What is to say. The text of a report from a cache is left out where nothing is told of it.
  public var result: ReportResult
  /// Bytes of the report's files.
  public var size: Int

  init(_ result: ReportResult, size: Int) {
    self.result = result
    self.size = size
  }
}
