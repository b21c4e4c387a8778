// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Two versions of a report: files, or revisions of git.
@Suite struct VersionTests {
  let workspace: Workspace
  private let second = "全年收入80万元，比上年的50万元增加10万元。\n"

  init() throws {
    workspace = try Workspace()
    try workspace.write("old.txt", wrongReport + second)
  }

  static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = ["-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main"] + arguments
    process.currentDirectoryURL = workspace.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  @Test("findings are compared by what they say, not by where: new, gone, still there")
  func findings() async throws {
    try workspace.write("new.txt", "第一章\n\n" + wrongReport + "\n项目支出预算50万元，实际支出20万元，预算执行率45%。\n")
    let run = try await workspace.run("diff", "old.txt", "new.txt", "--show", "baselined")
    #expect(run.exitCode == 1)
    #expect(run.output.contains("old.txt:2:") && run.output.contains("已消除 1 条"))
    #expect(run.output.contains("仍存在 1 条"))
    let same = try await workspace.run("diff", "old.txt", "old.txt")
    #expect(same.exitCode == 0 && same.output.hasPrefix("新出现 0 条，已消除 0 条，仍存在 2 条"))
  }

  @Test("a value that was changed at some places only is told at the others")
  func stale() async throws {
    let old = """
      一、总体情况
      全年支出合计1,234.56万元，主要用于日常运转。
      二、决算
      全年支出合计1,234.56万元，另有往来款800.25万元。
      三、绩效
      全年支出合计0.123亿元，已全部纳入绩效管理。

      """
    try workspace.write("a.txt", old)
    try workspace.write("b.txt", "新增的第一行。\n" + old.replacingOccurrences(of: "合计1,234.56万元，主要", with: "合计1,334.56万元，主要"))
    let run = try await workspace.run("diff", "a.txt", "b.txt", "--lang", "en")
    #expect(run.output.contains("2:7 → 3:7") && run.output.contains("1,234.56 → 1,334.56"))
    #expect(run.output.contains("2 figures left behind:\n  5:7") && run.output.contains("\n  7:7  "))
    #expect(run.exitCode == 1)
    let json = try await workspace.run("diff", "a.txt", "b.txt", "--format", "json")
    #expect(json.output.contains(#""schema":"crossfoot-diff/1""#) && json.output.contains(#""text":"1,234.56""#))
    #expect(try await workspace.run("diff", "a.txt", "b.txt", "--fail-on", "error").exitCode == 0)
  }

  @Test(
    "what is named wrong is an error", arguments: [["old.txt"], ["old.txt", "none.txt"], ["--git", "HEAD", "."], []])
  func usage(arguments: [String]) async throws {
    #expect(try await workspace.run(["diff"] + arguments).exitCode == 2)
  }

  @Test(
    "since a revision: changed, renamed, new and ignored reports, each against its own past",
    .enabled(if: hasGit, "no git"))
  func revision() async throws {
    try git("init", "-q")
    try workspace.write(".gitignore", "ignored.txt\n")
    try workspace.write("报告/same.txt", wrongReport)
    try workspace.write("moved.txt", "概述\n" + wrongReport + second)
    try git("add", "-A")
    try git("commit", "-qm", "one")
    try FileManager.default.moveItem(
      at: workspace.folder.appendingPathComponent("moved.txt"),
      to: workspace.folder.appendingPathComponent("报告/new name.txt"))
    try git("add", "-A")
    try workspace.write("old.txt", wrongReport.replacingOccurrences(of: "51%", with: "15%") + second)
    try workspace.write("ignored.txt", second)
    let check = ["check", "--diff-base", "HEAD", "--format", "concise"]
    let run = try await workspace.run(check + ["."])
    #expect(run.exitCode == 1)
    #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["ignored.txt"])
    let inside = workspace.folder.appendingPathComponent("报告")
    #expect(try await workspace.run(check + [".", "../old.txt"], directory: inside).exitCode == 0)
    let diff = try await workspace.run("diff", "--git", "HEAD", ".")
    #expect(diff.output.contains("--- HEAD:old.txt\n+++ old.txt") && diff.output.contains("+++ ignored.txt"))
    #expect(!diff.output.contains("same.txt") && diff.output.contains("已消除 1 条"))
    #expect(try await workspace.run("diff", "--git", "HEAD").output == diff.output)
    for revision in ["none", "--help", ""] {
      #expect(try await workspace.run(check + ["old.txt", "--diff-base=\(revision)"]).exitCode == 2)
    }
  }
}
