// SPDX-License-Identifier: Apache-2.0

/// Why an archive's store could not be used: the exit code is then 2.
public enum StoreProblem: Sendable, Hashable {
  /// There is no file.
  case missing
  /// The file is no store.
  case notAStore
  /// A later version of this tool made it, or an earlier one that needs `archive add` to bring it up to date.
  case newer, older
  /// It, or its directory, cannot be written.
  case readOnly
  /// The disk is full.
  case full
  /// Another program kept it to itself for too long.
  case busy
  /// Its contents are damaged; the database's own words.
  case damaged(String)
  /// It cannot be opened, read or written; the database's own words.
  case unusable(String)
  /// A query of the user's is wrong; the database's own words.
  case query(String)
  /// A query of the user's would write.
  case wouldWrite
}

extension Sentences {
  /// `错误: PATH: …` for standard error.
  public func error(_ problem: StoreProblem, path: String) -> String {
    say("错误：", "error: ") + Sanitiser.clean(path) + say("：", ": ") + self.problem(problem)
  }

  /// Said where filters stand beside a query of the user's own.
  public var filtersWithSQL: String { say("--sql 不能与其他筛选条件同用", "--sql goes without filters") }

  /// Said where a filter does not apply to what is asked for.
  public func noSuchFilter(_ filter: String, subject: String) -> String {
    say("错误：\(subject) 没有 \(filter) 这一筛选条件", "error: \(filter) does not apply to \(subject)")
  }

  /// Said after a run of `archive add`.
  public func stored(added: Int, replaced: Int, unchanged: Int, path: String) -> String {
    say(
      "\(Sanitiser.clean(path))：新存入 \(added) 份，更新 \(replaced) 份，未变 \(unchanged) 份",
      "\(Sanitiser.clean(path)): \(plural(added, "report")) added, \(replaced) replaced, \(unchanged) unchanged")
  }

  private func problem(_ problem: StoreProblem) -> String {
    switch problem {
    case .missing:
      say("没有这个档案库（crossfoot archive add 可建立）", "there is no such archive (crossfoot archive add makes one)")
    case .notAStore: say("不是档案库", "not an archive")
    case .newer: say("由更新版本的 crossfoot 建立，本版本无法读取", "made by a later version of crossfoot")
    case .older:
      say("由较早版本建立，请先运行 crossfoot archive add", "made by an earlier version: run crossfoot archive add first")
    case .readOnly: say("无法写入（只读）", "cannot be written (read-only)")
    case .full:
      say(
        "磁盘已满；已存入的报告不受影响，腾出空间后重新运行即可继续",
        "the disk is full; what is stored is safe, and the same command goes on from there")
    case .busy: say("另一程序正在写入，等候超时", "another program is writing to it and did not finish in time")
    case .damaged(let words): say("内容已损坏（\(words)）", "damaged (\(words))")
    case .unusable(let words): say("无法使用（\(words)）", "cannot be used (\(words))")
    case .query(let words): say("查询有误：\(Sanitiser.clean(words))", "wrong query: \(Sanitiser.clean(words))")
    case .wouldWrite:
      say("只能查询（SELECT、WITH、VALUES、EXPLAIN），且只能有一条语句", "only one SELECT, WITH, VALUES or EXPLAIN statement is run")
    }
  }
}
