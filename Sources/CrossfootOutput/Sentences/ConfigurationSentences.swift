// SPDX-License-Identifier: Apache-2.0

/// What can be wrong at one place of a configuration file.
public enum ConfigurationFault: Sendable, Hashable {
  /// Not YAML; the words of its parser.
  case syntax(String)
  /// A line that is no text in UTF-8.
  case notUTF8
  /// A line that a merge left behind.
  case mergeConflict
  /// A version of the file that this tool does not read.
  case otherVersion(String)
  case unknownKey(String, nearest: String?)
  case repeatedKey(String)
  case missingKey(String)
  /// A value of the wrong type, with the type it should have.
  case wrongType(key: String, expected: ValueType)
  /// A value of the right type that cannot be, with what can.
  case badValue(key: String, value: String, allowed: String)
  /// An id that no rule has.
  case unknownRule(String, nearest: String?)
  /// A file that is extended cannot be read.
  case unreadable(path: String, words: String)
  /// A file extends itself, through others or not.
  case cycle(path: String)

  /// Types of values in a configuration file.
  public enum ValueType: Sendable, Hashable { case mapping, list, text, number, flag }
}

/// A part of the configuration file that `crossfoot init` writes.
public enum ConfigurationTopic: Sendable, CaseIterable {
  case head, baseline, threshold, files, reports, rules, reading, unrelated, overrides, extends, lang
}

extension Sentences {
  /// The comment at a part of the configuration file that `crossfoot init` writes.
  public func template(_ topic: ConfigurationTopic) -> String {
    switch topic {
    case .head:
      say(
        "Crossfoot 的配置。对每份报告，离它最近的 .crossfoot.yml 生效。crossfoot config schema 输出供编辑器使用的 JSON Schema。",
        "Configuration of Crossfoot. For each report the nearest .crossfoot.yml counts. crossfoot config schema prints a JSON Schema for editors."
      )
    case .baseline:
      say(
        "已接受的问题；strict-baseline：其中有不再出现的也算失败",
        "Accepted findings; with strict-baseline those that no longer occur fail too.")
    case .threshold:
      say(
        "何时失败：问题的级别，以及被核对数字的最低百分比",
        "What fails a check: severity of findings, and how many of a hundred figures must be checked.")
    case .files: say("目录中哪些文件是报告，哪些跳过", "Which files of a directory are reports, and which are passed over.")
    case .reports: say("合为一份报告的文件，如正文和表格", "Files that are one report, such as text and tables.")
    case .rules:
      say(
        "运行哪些规则，规则的级别（off、note、warning、error）；编号或类别",
        "Which rules run, and the severity of their findings (off, note, warning, error), by id or family.")
    case .reading:
      say(
        "报告的编码、类型、语言（zh，或 other 只读表格）；未注明单位的表格的单位；计算所得数字的取舍：detect、nearest（四舍五入）、truncate（截尾）",
        "Encoding, kind and language of reports (zh, or other for tables only); unit of tables that declare none; rounding of computed figures: detect, nearest, truncate."
      )
    case .unrelated: say("名称相近但互不勾稽的两个标签", "Labels that look alike and have nothing to do with each other.")
    case .overrides: say("部分报告的另外设置", "Other settings for some reports.")
    case .extends: say("先采用这些文件的设置", "Files whose settings go first.")
    case .lang: say("输出语言：zh 或 en（默认随系统区域设置）", "Language of the output: zh or en (default: from the locale).")
    }
  }

  /// `PATH:3:14: error: …`.
  func fault(_ path: String, line: Int, column: Int, _ words: String) -> String {
    Sanitiser.clean("\(path):\(line):\(column): \(say("错误：", "error: "))\(words)")
  }

  /// A fault of a configuration file in words.
  public func fault(_ fault: ConfigurationFault) -> String {
    switch fault {
    case .syntax(let words): say("不是有效的 YAML：\(words)", "not valid YAML: \(words)")
    case .notUTF8: say("此行不是 UTF-8 编码", "the line is not in UTF-8")
    case .mergeConflict: mergeConflict
    case .otherVersion(let version):
      say("配置版本 \(version) 无法读取，本程序读取版本 1", "version \(version) is not read; this tool reads version 1")
    case .unknownKey(let key, let nearest): unknown(say("未知的键“\(key)”", "unknown key “\(key)”"), nearest)
    case .repeatedKey(let key): repeatedKey(key)
    case .missingKey(let key): missingKey(key)
    case .wrongType("", let expected): say("文件应为\(type(expected))", "the file must be \(type(expected))")
    case .wrongType(let key, let expected):
      say("“\(key)”的值应为\(type(expected))", "“\(key)” must be \(type(expected))")
    case .badValue(let key, let value, let allowed):
      say("“\(key)”不接受“\(value)”，可用：\(allowed)", "“\(key)” does not take “\(value)”; it takes \(allowed)")
    case .unknownRule(let id, let nearest): unknownRule(id, nearest)
    case .unreadable(let path, let words):
      say("无法读取所扩展的文件 \(path)（\(words)）", "the file \(path) that is extended cannot be read (\(words))")
    case .cycle(let path): say("\(path) 又扩展了它自己", "\(path) extends itself")
    }
  }

  /// What was not known, and the word that may have been meant.
  func unknown(_ what: String, _ nearest: String?) -> String {
    what + (nearest.map { say("，是否指 \($0)", "; did you mean \($0)") } ?? "")
  }

  var mergeConflict: String { say("合并冲突标记，请先解决冲突", "merge conflict marker: resolve the conflict first") }

  func repeatedKey(_ key: String) -> String { say("键“\(key)”重复", "the key “\(key)” is repeated") }

  func missingKey(_ key: String) -> String { say("缺少键“\(key)”", "the key “\(key)” is missing") }

  private func type(_ type: ConfigurationFault.ValueType) -> String {
    switch type {
    case .mapping: say("键和值的集合", "a mapping")
    case .list: say("列表", "a list")
    case .text: say("文字", "a text")
    case .number: say("整数", "a whole number")
    case .flag: say("true 或 false", "true or false")
    }
  }
}
