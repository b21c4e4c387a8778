// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootFindings
import CrossfootOutput
import CrossfootText

extension FormatName: ExpressibleByArgument {}

/// A document that is written to a file: `sarif=crossfoot.sarif`.
struct ReportTarget {
  var format: FormatName
  var path: String

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let format = FormatName(rawValue: String(parts[0])), !parts[1].isEmpty else {
      let allowed = FormatName.allCases.map { $0.rawValue + "=…" }
      throw ValidationError(
        Surroundings.sentences.problem(.badOption(option: "--report", value: argument, allowed: allowed)))
    }
    self.format = format
    path = String(parts[1])
  }
}

/// Whether SARIF carries our own fingerprint for GitHub or leaves it to GitHub.
enum SARIFFingerprint: String, CaseIterable, ExpressibleByArgument {
  case stable, github
}

/// The gravest findings that still count as clean are those below this.
enum FailLevel: String, CaseIterable, ExpressibleByArgument {
  case error, warning, note, none

  /// Whether a finding of a severity fails the check.
  func includes(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .note: true
    case .none: false
    }
  }
}

/// When to use colour.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension Language: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
  /// Takes the names of `allCases` and the common other names for them, in any case.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    default: return nil
    }
  }
}

/// What text output shows beyond errors and warnings, as a list with commas.
struct ShownList: ExpressibleByArgument {
  var items: Set<Shown> = []

  init() {}

  init?(argument: String) {
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let item = Shown(rawValue: String(word)) else { return nil }
      items.insert(item)
    }
  }

  var defaultValueDescription: String { "" }
}

/// A number of bytes, with K, M or G for powers of 1024.
struct ByteCount: ExpressibleByArgument {
  /// Offsets into a report are 32 bits wide, and text can grow by half when it is converted to UTF-8.
  static let most = 1 << 30

  var bytes: Int

  init(megabytes: Int) { bytes = megabytes << 20 }

  init?(argument: String) {
    var digits = Substring(argument.uppercased())
    if digits.hasSuffix("B") { digits = digits.dropLast() }
    var shift = 0
    if let unit = digits.last, let index = ["K", "M", "G"].firstIndex(of: String(unit)) {
      shift = (index + 1) * 10
      digits = digits.dropLast()
    }
    guard let number = Int(digits), number > 0, number <= Self.most >> shift else { return nil }
    bytes = number << shift
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}
