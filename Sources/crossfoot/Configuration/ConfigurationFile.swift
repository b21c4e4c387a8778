// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput
import CrossfootText

/// A setting with the place that sets it.
struct PlacedSetting {
  var setting: Setting
  /// Line in the file, from 1.
  var line: Int
}

/// A configuration file that was read, with the files it extends.
struct ConfigurationFile {
  /// What a file is called where none is named.
  static let name = ".crossfoot.yml"

  /// As the user is told of it.
  let path: String
  /// Absolute path of its folder, which its paths and patterns are relative to.
  let folder: String
  /// Files it extends, in order.
  var bases: [ConfigurationFile] = []
  var settings: [PlacedSetting] = []
  var overrides: [Override] = []

  /// Settings for the reports that fit one of some patterns.
  struct Override {
    var files: [Glob]
    var settings: [PlacedSetting]
  }

  /// All settings that are in force for a report, each later one before the earlier ones.
  /// - Parameter report: absolute path of the report; nil for what goes for a run as a whole.
  func settings(for report: String?) -> [(PlacedSetting, ConfigurationFile)] {
    var all = bases.flatMap { $0.settings(for: report) }
    all += settings.map { ($0, self) }
    guard let report, let relative = relative(report) else { return all }
    for override in overrides where override.files.contains(where: { $0.matches(relative) }) {
      all += override.settings.map { ($0, self) }
    }
    return all
  }

  /// A path below the file's folder, from there; nil for one outside.
  func relative(_ path: String) -> String? {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }
}

/// A configuration file cannot be used.
struct ConfigurationError: Error {
  var path: String
  var bytes: [UInt8]
  var faults: [(position: Position, fault: ConfigurationFault)]

  /// The faults for standard error.
  func text(_ sentences: Sentences) -> String {
    FaultListing.text(
      path: path, bytes: bytes, faults: faults.map { ($0.position, sentences.fault($0.fault)) },
      language: sentences.language)
  }
}

extension ConfigurationFile {
  /// Longest configuration file that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads a file and those it extends.
  /// - Parameters:
  ///   - path: absolute path.
  ///   - names: paths as the user is told of them.
  ///   - above: files that extend this one, for finding circles.
  /// - Throws: ``ConfigurationError`` for what is wrong in it, `InputProblem` if it cannot be read.
  static func read(_ path: String, names: PathNames, above: [String] = []) throws -> ConfigurationFile {
    let shown = names.relative(path)
    let bytes: [UInt8]?
    do {
      bytes = try SystemCalls.bytes(ofFile: path, limit: limit)
    } catch {
      throw InputProblem(shown, .unreadable(error.words))
    }
    guard let bytes else { throw InputProblem(shown, .tooLarge(size: limit + 1, limit: limit)) }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var reader = ConfigurationReader()
    var file = ConfigurationFile(path: shown, folder: "/" + folder)
    reader.read(bytes, into: &file)
    for base in reader.extended {
      let target = PathNames(root: file.folder).absolutePath(base.path)
      if (above + [path]).contains(target) {
        reader.report(.cycle(path: base.path), at: base.position)
        continue
      }
      do {
        file.bases.append(try read(target, names: names, above: above + [path]))
      } catch let problem as InputProblem {
        guard case .unreadable(let words) = problem.problem else { throw problem }
        reader.report(.unreadable(path: base.path, words: words), at: base.position)
      }
    }
    if reader.faults.isEmpty { return file }
    let faults = reader.faults.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
    throw ConfigurationError(path: shown, bytes: bytes, faults: faults)
  }
}
