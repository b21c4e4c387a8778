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
    self.path = String(decoding: path, as: UTF8.self)
    location = path
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
    let (source, notes) = try read(settings)
    return Examination(path: path, source: source, notes: notes)
  }

  private func read(_ settings: Settings) throws(InputProblem) -> (SourceText, [Note]) {
    let contents: [UInt8]?
    do {
      contents = try SystemCalls.contents(of: location, limit: settings.sizeLimit)
    } catch {
      throw InputProblem(path, error.problem)
    }
    guard let contents else { throw InputProblem(path, .tooLarge(limit: settings.sizeLimit)) }
    do {
      return try SourceText.decode(contents, as: settings.encoding)
    } catch {
      switch error {
      case .binary(let kind): throw InputProblem(path, .binary(kind: kind))
      case .missingCharset(let name): throw InputProblem(path, .missingCharset(name))
      }
    }
  }
}
