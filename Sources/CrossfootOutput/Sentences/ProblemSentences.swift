// SPDX-License-Identifier: Apache-2.0

/// Why a check did not happen, or not fully: the exit code is then 2.
public enum Problem: Error, Sendable, Hashable {
  /// Nothing is at the path.
  case missingPath
  /// The system refused to read; its own words.
  case unreadable(String)
  /// A binary file of a kind ("PDF", "Word/ZIP", "OLE", "binary").
  case binary(kind: String)
  /// The system offers no converter for a charset.
  case missingCharset(String)
  /// A file over the limit; both in bytes.
  case tooLarge(size: Int, limit: Int)
  /// A directory without a file of a report's kind.
  case noReports
  /// A word that an option does not take, with those it takes.
  case badOption(option: String, value: String, allowed: [String])
  /// A rule id that no rule has, with the nearest one that exists.
  case unknownRule(String, nearest: String?)
  /// Standard input was named twice or without need of a name.
  case standardInputTwice
  /// A file that must not be overwritten.
  case exists
  /// The system refused to write; its own words.
  case unwritable(String)
  /// git failed; its own words.
  case git(String)
  /// No commit goes by that name.
  case unknownRevision
  /// No baseline file was named, or none is where it was said to be.
  case noBaseline, missingBaseline
  /// No open finding has a fingerprint that begins like this.
  case unknownFingerprint(String)
  /// The report has no finding whose fingerprint begins like this.
  case notFound(fingerprint: String)
}

extension Sentences {
  /// `错误: PATH: …` for standard error: why a check did not happen.
  public func error(_ problem: Problem, path: String? = nil) -> String {
    let place = path.map { Sanitiser.clean($0) + say("：", ": ") } ?? ""
    return say("错误：", "error: ") + place + self.problem(problem)
  }

  /// A problem in words, without the path.
  public func problem(_ problem: Problem) -> String {
    switch problem {
    case .missingPath: say("文件或目录不存在", "no such file or directory")
    case .unreadable(let words): say("无法读取（\(words)）", "cannot be read (\(words))")
    case .binary(let kind):
      say("是二进制文件（\(kind)），请先提取其中的文字", "a binary file (\(kind)): extract its text first")
    case .missingCharset(let name):
      say("系统没有字符集 \(name) 的转换程序", "the system has no converter for the charset \(name)")
    case .tooLarge(let size, let limit): tooLarge(size, limit)
    case .noReports:
      say(
        "目录中没有报告（.txt .text .md .html .htm）", "the directory holds no reports (.txt .text .md .html .htm)")
    case .badOption(let option, let value, let allowed): badOption(option, value, allowed)
    case .unknownRule(let id, let nearest): unknownRule(id, nearest)
    case .standardInputTwice: say("标准输入只能指定一次", "standard input can be named only once")
    case .exists: say("文件已存在，不覆盖", "the file exists and is not overwritten")
    case .unwritable(let words): say("无法写入（\(words)）", "cannot be written (\(words))")
    case .git(let words): "git: \(words)"
    case .unknownRevision: say("git 中没有这个版本", "no such revision in git")
    case .noBaseline:
      say("请用 --baseline 或配置中的 baseline 指定基线文件", "name the baseline file with --baseline or in the configuration")
    case .missingBaseline:
      say("没有这个基线文件，可用 crossfoot baseline create 建立", "no such baseline; crossfoot baseline create writes one")
    case .unknownFingerprint(let digits):
      say("没有指纹以 \(digits) 开头且尚未接受的问题", "no finding that is not accepted has a fingerprint that begins with \(digits)")
    case .notFound(let digits):
      say("没有指纹以 \(digits) 开头的问题", "no finding has a fingerprint that begins with \(digits)")
    }
  }

  private func tooLarge(_ size: Int, _ limit: Int) -> String {
    say(
      "文件过大：\(bytes(size))，上限 \(bytes(limit))（--max-file-size）",
      "too large: \(bytes(size)), the limit is \(bytes(limit)) (--max-file-size)")
  }

  private func badOption(_ option: String, _ value: String, _ allowed: [String]) -> String {
    let words = list(allowed)
    return say(
      "选项 \(option) 不接受“\(value)”，可用：\(words)", "\(option) does not take “\(value)”; it takes \(words)")
  }

  func unknownRule(_ id: String, _ nearest: String?) -> String {
    unknown(say("没有规则“\(id)”", "no rule “\(id)”"), nearest)
      + say("（crossfoot rules 列出全部规则）", " (crossfoot rules lists them all)")
  }

  /// A size in the largest unit that keeps it a whole number of at least one.
  private func bytes(_ size: Int) -> String {
    if size >= 1 << 20 { return "\(size >> 20) MB" }
    return size >= 1 << 10 ? "\(size >> 10) KB" : "\(size) B"
  }
}
