// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Yams

/// Reads the text of a configuration file. All that is wrong is collected, so that one run tells it all.
struct ConfigurationReader {
  private(set) var faults: [(position: Position, fault: ConfigurationFault)] = []
  /// Files to extend, with the places that name them.
  private(set) var extended: [(path: String, position: Position)] = []

  mutating func report(_ fault: ConfigurationFault, at position: Position) { faults.append((position, fault)) }

  private mutating func report(_ fault: ConfigurationFault, at node: Node) {
    report(fault, at: Position(node.mark))
  }

  /// Reads the whole file.
  mutating func read(_ bytes: [UInt8], into file: inout ConfigurationFile) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where MergeConflict.isMarker(line) {
      report(.mergeConflict, at: Position(line: index + 1, column: 1))
    }
    for (index, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      report(.notUTF8, at: Position(line: index + 1, column: 1))
    }
    if !faults.isEmpty { return }
    guard let root = compose(String(decoding: bytes, as: UTF8.self)), !root.isNothing else { return }
    for (key, name, value) in members(root, "", SettingKey.ofFile) {
      switch key {
      case .version: readVersion(value)
      case .extends: readExtended(value)
      case .overrides: file.overrides = overrides(value)
      default: file.settings += settings(key, name, value)
      }
    }
  }

  private mutating func compose(_ text: String) -> Node? {
    do {
      // The basic resolver leaves all scalars as they are written: `off` and `2024` are words here.
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      let (fault, position) = ConfigurationReader.fault(error)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      // What is missing at the end is told there, not on a line that does not exist.
      let isInside = position.line <= lines.count
      let end = Position(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
      report(fault, at: isInside ? position : end)
    } catch {
      report(.syntax("\(error)"), at: Position(line: 1, column: 1))
    }
    return nil
  }

  private static func fault(_ error: YamlError) -> (ConfigurationFault, Position) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (.syntax(problem), Position(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      return (.repeatedKey(duplicates.first ?? ""), Position(context.mark))
    case .reader(let problem, _, _, _): return (.syntax(problem), Position(line: 1, column: 1))
    default: return (.syntax("\(error)"), Position(line: 1, column: 1))
    }
  }

  /// The known members of a mapping; the others are faults. A key without a value sets nothing.
  private mutating func members(
    _ node: Node, _ name: String, _ keys: [SettingKey]
  ) -> [(key: SettingKey, name: Node, value: Node)] {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(key: name, expected: .mapping), at: node)
      return []
    }
    var members: [(SettingKey, Node, Node)] = []
    for (name, value) in mapping {
      let word = name.text ?? ""
      if let key = SettingKey(rawValue: word), keys.contains(key) {
        if !value.isNothing { members.append((key, name, value)) }
      } else {
        report(.unknownKey(word, nearest: Likeness.nearest(to: word, in: keys.map(\.rawValue))), at: name)
      }
    }
    return members
  }

  private mutating func readVersion(_ node: Node) {
    if node.text != "1" { report(.otherVersion(node.text ?? "…"), at: node) }
  }

  private mutating func readExtended(_ node: Node) {
    let nodes = node.text == nil ? elements(node, .extends) : [node]
    for node in nodes {
      if let path = text(node, .extends) { extended.append((path, Position(node.mark))) }
    }
  }

  private mutating func overrides(_ node: Node) -> [ConfigurationFile.Override] {
    elements(node, .overrides).compactMap { element in
      var override = ConfigurationFile.Override(files: [], settings: [])
      for (key, name, value) in members(element, SettingKey.overrides.rawValue, SettingKey.ofOverride) {
        if key == .files {
          override.files = elements(value, .files).compactMap { text($0, .files).map(Glob.init) }
        } else {
          override.settings += settings(key, name, value)
        }
      }
      if override.files.isEmpty { report(.missingKey(SettingKey.files.rawValue), at: element) }
      return override
    }
  }

  /// What a key of a whole file or of an override sets.
  private mutating func settings(_ key: SettingKey, _ name: Node, _ value: Node) -> [PlacedSetting] {
    if key == .rules { return rules(value) }
    guard let setting = setting(key, value) else { return [] }
    return [PlacedSetting(setting: setting, line: Position(name.mark).line)]
  }

  private mutating func setting(_ key: SettingKey, _ node: Node) -> Setting? {
    switch key {
    case .lang: choice(node, key).map(Setting.lang)
    case .baseline: text(node, key).map(Setting.baseline)
    case .strictBaseline: flag(node, key).map(Setting.strictBaseline)
    case .include: .include(elements(node, key).compactMap { text($0, key).map(Glob.init) })
    case .exclude: .exclude(elements(node, key).compactMap { text($0, key).map(Glob.init) })
    case .reports: .reports(reports(node))
    case .failOn: choice(node, key).map(Setting.failOn)
    case .minCoverage: percent(node, key).map(Setting.minCoverage)
    case .encoding: encoding(node).map(Setting.encoding)
    case .select: .select(elements(node, key).compactMap { selector($0, key) })
    case .ignore: .ignore(elements(node, key).compactMap { selector($0, key) })
    case .rounding: choice(node, key).map(Setting.rounding)
    case .kind: choice(node, key).map(Setting.kind)
    case .language: choice(node, key).map(Setting.language)
    case .unit: unit(node).map(Setting.unit)
    case .unrelated: .unrelated(pairs(node))
    case .version, .extends, .rules, .overrides, .files: nil
    }
  }

  /// The levels of rules: those of families before those of single rules, which are more exact.
  private mutating func rules(_ node: Node) -> [PlacedSetting] {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(key: SettingKey.rules.rawValue, expected: .mapping), at: node)
      return []
    }
    var placed: [(isFamily: Bool, setting: PlacedSetting)] = []
    for (name, value) in mapping {
      guard let selector = selector(name, .rules), let level: RuleLevel = choice(value, name.text ?? "") else {
        continue
      }
      let setting = PlacedSetting(setting: .rule(selector, level), line: Position(name.mark).line)
      placed.append((selector.isFamily, setting))
    }
    return placed.filter(\.isFamily).map(\.setting) + placed.filter { !$0.isFamily }.map(\.setting)
  }

  private mutating func reports(_ node: Node) -> [[String]] {
    elements(node, .reports).map { report in
      let files = elements(report, .reports).compactMap { text($0, .reports) }
      if files.count < 2 {
        self.report(.badValue(key: "reports", value: files.joined(), allowed: "[a.txt, b.txt]"), at: report)
      }
      return files
    }
  }

  private mutating func pairs(_ node: Node) -> [LabelPair] {
    elements(node, .unrelated).compactMap { pair in
      let labels = elements(pair, .unrelated).compactMap { text($0, .unrelated) }
      if labels.count == 2 { return LabelPair(labels[0], labels[1]) }
      report(.badValue(key: "unrelated", value: labels.joined(separator: ", "), allowed: "[a, b]"), at: pair)
      return nil
    }
  }
}

// MARK: Values

extension ConfigurationReader {
  private mutating func elements(_ node: Node, _ key: SettingKey) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    report(.wrongType(key: key.rawValue, expected: .list), at: node)
    return []
  }

  private mutating func text(_ node: Node, _ key: SettingKey) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    report(.wrongType(key: key.rawValue, expected: .text), at: node)
    return nil
  }

  private mutating func flag(_ node: Node, _ key: SettingKey) -> Bool? {
    if let flag = node.text.flatMap(Bool.init) { return flag }
    report(.wrongType(key: key.rawValue, expected: .flag), at: node)
    return nil
  }

  private mutating func percent(_ node: Node, _ key: SettingKey) -> Int? {
    guard let text = node.text, let number = Int(text) else {
      report(.wrongType(key: key.rawValue, expected: .number), at: node)
      return nil
    }
    if (0...100).contains(number) { return number }
    report(.badValue(key: key.rawValue, value: text, allowed: "0–100"), at: node)
    return nil
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, _ key: SettingKey) -> Choice?
  where Choice.RawValue == String { choice(node, key.rawValue) }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, _ key: String) -> Choice?
  where Choice.RawValue == String {
    guard let word = node.text else {
      report(.wrongType(key: key, expected: .text), at: node)
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(.badValue(key: key, value: word, allowed: allowed), at: node)
    return nil
  }

  private mutating func encoding(_ node: Node) -> TextEncoding? {
    guard let word = text(node, .encoding) else { return nil }
    if let encoding = TextEncoding(argument: word) { return encoding }
    let allowed = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    report(.badValue(key: SettingKey.encoding.rawValue, value: word, allowed: allowed), at: node)
    return nil
  }

  private mutating func unit(_ node: Node) -> String? {
    guard let word = text(node, .unit) else { return nil }
    if ReadingSettings.isUnit(word) { return word }
    report(.badValue(key: SettingKey.unit.rawValue, value: word, allowed: "元, 万元, 亿元 …"), at: node)
    return nil
  }

  private mutating func selector(_ node: Node, _ key: SettingKey) -> RuleSelector? {
    guard let word = text(node, key) else { return nil }
    if let selector = RuleSelector(word) { return selector }
    report(.unknownRule(word, nearest: RuleSelector.nearest(to: word)), at: node)
    return nil
  }
}

extension Node {
  /// The text of a scalar as written, or nil for a mapping or a list.
  fileprivate var text: String? {
    if case .scalar(let scalar) = self { scalar.string } else { nil }
  }

  /// Whether nothing is written: a key without value.
  fileprivate var isNothing: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}

extension Position {
  /// Yams counts both from 1, columns in Unicode scalars, as positions here do.
  fileprivate init(_ mark: Yams.Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
