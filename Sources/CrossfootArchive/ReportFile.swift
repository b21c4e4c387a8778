// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText

/// A report to be read: a file or standard input.
public struct ReportFile: Sendable, Hashable {
  /// The path as findings show it.
  public var path: String
  /// The path as the system knows it; nil for standard input.
  let location: [UInt8]?

  /// A file at a path.
  public init(path: [UInt8]) {
    let plain = Self.plain(path)
    self.path = String(decoding: plain, as: UTF8.self)
    location = plain
  }

  /// Standard input under a name.
  public init(standardInputAs name: String) {
    path = name
    location = nil
  }

  /// How reports are read.
  public struct Settings: Sendable {
    /// The encoding to read in, or nil to detect it for each report.
    public var encoding: TextEncoding?
    /// Longest report that is read, in bytes.
    public var sizeLimit: Int

    public init(encoding: TextEncoding? = nil, sizeLimit: Int = 64 << 20) {
      self.encoding = encoding
      self.sizeLimit = sizeLimit
    }
  }

  /// Reads and examines the report.
  public func examine(_ settings: Settings) throws(InputProblem) -> Examination {
    try examine(try bytes(limit: settings.sizeLimit), settings)
  }

  /// Examines bytes as this report's.
  func examine(_ bytes: [UInt8], _ settings: Settings) throws(InputProblem) -> Examination {
    let (source, notes) = try decode(bytes, settings)
    return Examination(path: path, source: source, notes: notes)
  }

  /// Reads the report and says what there is to say of it, from memory if it was seen before.
  public func check(_ settings: Settings, cache: ReportCache?) throws(InputProblem) -> CheckedReport {
    let bytes = try bytes(limit: settings.sizeLimit)
    guard let cache else { return CheckedReport(try examine(bytes, settings).result, size: bytes.count) }
    let key = cache.key(of: bytes, settings)
    if let stored = cache.result(key, size: bytes.count) {
      let source = try text(of: bytes, stored, settings)
      return CheckedReport(stored.result(path: path, source: source), size: bytes.count)
    }
    let result = try examine(bytes, settings).result
    cache.store(result, of: bytes, key)
    return CheckedReport(result, size: bytes.count)
  }

  /// The text that a remembered result is about. It is needed only where something is told of it.
  private func text(
    of bytes: [UInt8], _ stored: StoredResult, _ settings: Settings
  ) throws(InputProblem) -> SourceText {
    if stored.findings.isEmpty, stored.notes.isEmpty { return SourceText(bytes: []) }
    return stored.isPlain ? SourceText(bytes: bytes) : try decode(bytes, settings).0
  }

  /// A path without `.` and empty parts, so that a report has one name however it is reached.
  private static func plain(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let parts = path.split(separator: slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    return (path.first == slash ? [slash] : []) + Array(parts.joined(separator: [slash]))
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

  /// The report's bytes as they are.
  func bytes(limit: Int) throws(InputProblem) -> [UInt8] {
    let contents: SystemCalls.Contents
    do {
      contents = try SystemCalls.contents(of: location, limit: limit)
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
  /// Bytes of the report's file.
  public var size: Int

  init(_ result: ReportResult, size: Int) {
    self.result = result
    self.size = size
  }
}
