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
  public struct Settings: Sendable {
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
    let whole = try joined(settings)
    var examination = Examination(path: path, source: whole.source, notes: whole.notes, settings: settings.report)
    examination.parts = whole.parts
    return examination
  }

  private func joined(_ settings: Settings) throws(InputProblem) -> JoinedText {
    var whole = JoinedText()
    for file in [self] + others {
      let (source, notes) = try file.read(settings)
      whole.append(source, notes, path: file.path)
    }
    return whole
  }

  /// A path without `.` and empty parts, so that a report has one name however it is reached.
  private static func plain(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let parts = path.split(separator: slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    return (path.first == slash ? [slash] : []) + Array(parts.joined(separator: [slash]))
  }

  private func read(_ settings: Settings) throws(InputProblem) -> (SourceText, [Note]) {
    let bytes = try bytes(limit: settings.sizeLimit)
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
