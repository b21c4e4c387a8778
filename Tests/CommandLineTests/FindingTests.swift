// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What the commands do where there is something to find.
@Suite struct FindingTests {
  let workspace: Workspace
  /// 36 ÷ 240 is 15 %.
  private let wrong = "年初预算240万元，实际支出36万元，预算执行率51%。\n"

  init() throws {
    workspace = try Workspace()
    try workspace.write("a.txt", wrong)
  }

  @Test(
    "findings exit with 1 from the severity of --fail-on, and with 0 below it",
    arguments: [
      ([], 1), (["--fail-on", "error"], 1), (["--fail-on", "note"], 1), (["--fail-on", "none"], 0),
      (["--exit-zero"], 0),
    ] as [([String], Int32)])
  func exitCode(options: [String], expected: Int32) async throws {
    for format in ["text", "concise", "json"] {
      #expect(try await workspace.run(["check", "a.txt", "--format", format] + options).exitCode == expected)
    }
  }

  @Test("a path that cannot be checked outweighs findings and --exit-zero")
  func problemsFirst() async throws {
    let run = try await workspace.run("check", "--exit-zero", "--format", "concise", "a.txt", "没有.txt")
    #expect(run.exitCode == 2)
    #expect(run.output.hasPrefix("a.txt:1:"))
  }

  @Test("the concise line is the one that editors read, in scalars")
  func conciseLine() async throws {
    let run = try await workspace.run("check", "--format", "concise", "--lang", "en", "a.txt")
    #expect(run.output.hasPrefix("a.txt:1:25: error: "))
    #expect(run.output.hasSuffix(" [recalculation.execution-rate]\n"))
    #expect(run.errors.isEmpty)
  }

  @Test("findings of standard input carry its name")
  func standardInput() async throws {
    let run = try await workspace.run(
      ["check", "--format", "concise", "-", "--stdin-filename", "报告/原文.pdf"], input: wrong)
    #expect(run.exitCode == 1)
    #expect(run.output.hasPrefix("报告/原文.pdf:1:"))
  }

  @Test("a baseline accepts what it holds: new findings fail, and what is gone fails if asked for")
  func baseline() async throws {
    let create = try await workspace.run("baseline", "create", "--baseline", "b.jsonl", "./a.txt")
    #expect(create.exitCode == 0 && create.errors.contains("b.jsonl"))
    let check = ["check", "--baseline", "b.jsonl", "--strict-baseline", "--format", "concise"]
    let accepted = try await workspace.run(check + ["a.txt"])
    #expect(accepted.exitCode == 0 && accepted.output.isEmpty && accepted.errors.isEmpty)
    // Moved down, the finding is the same; a second one is new.
    try workspace.write("a.txt", "第一章 概述\n\n\(wrong)\n全年收入80万元，比上年的50万元增加10万元。\n")
    let more = try await workspace.run(check + ["a.txt"])
    #expect(more.exitCode == 1)
    #expect(more.output.split(separator: "\n").count == 1)
    // Other numbers at the same place are not the accepted ones.
    try workspace.write("a.txt", wrong.replacingOccurrences(of: "51%", with: "52%"))
    #expect(try await workspace.run(check + ["a.txt"]).exitCode == 1)
    try workspace.write("a.txt", wrong.replacingOccurrences(of: "51%", with: "15%"))
    let mended = try await workspace.run(check + ["a.txt"])
    #expect(mended.exitCode == 1 && mended.errors.contains("51%"))
    #expect(try await workspace.run("check", "--baseline", "b.jsonl", "a.txt").exitCode == 0)
  }

  @Test("a renamed report keeps its accepted findings, once")
  func renamed() async throws {
    _ = try await workspace.run("baseline", "create", "--baseline", "b.jsonl", "a.txt")
    try FileManager.default.moveItem(
      at: workspace.folder.appendingPathComponent("a.txt"), to: workspace.folder.appendingPathComponent("c.txt"))
    #expect(try await workspace.run("check", "--baseline", "b.jsonl", "c.txt").exitCode == 0)
    try workspace.write("d.txt", wrong)
    let run = try await workspace.run("check", "--baseline", "b.jsonl", "--format", "concise", "c.txt", "d.txt")
    #expect(run.exitCode == 1 && run.output.hasPrefix("d.txt:"))
  }

  @Test("a baseline is neither overwritten nor used if it is none")
  func badBaseline() async throws {
    try workspace.write("b.jsonl", "{\"crossfoot-baseline\":1,\"fp\":\"v1\"}\n{\"path\":\n")
    let create = try await workspace.run("baseline", "create", "--baseline", "b.jsonl", "a.txt")
    #expect(create.exitCode == 2)
    #expect(try workspace.read("b.jsonl").hasSuffix("{\"path\":\n"))
    for path in ["b.jsonl", "没有.jsonl"] {
      let check = try await workspace.run("check", "--baseline", path, "a.txt")
      #expect(check.exitCode == 2 && check.output.isEmpty && check.errors.contains(path))
    }
  }

  @Test("the finding in the README is what the tool says")
  func readme() async throws {
    let readme = try String(contentsOf: Workspace.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let lines = readme.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("    $ crossfoot ") })
    let shown = lines[(start + 1)...].prefix { $0.hasPrefix("    ") && $0 != "    …" }.map { $0.dropFirst(4) }
    #expect(shown.count > 5)
    let arguments = lines[start].split(separator: " ").dropFirst(2).map(String.init)
    let run = try await workspace.run(arguments, directory: Workspace.repository)
    #expect(run.output.contains(shown.joined(separator: "\n")))
  }

  @Test("figures lists each figure once, with its state", arguments: ["text", "tsv", "json"])
  func figures(format: String) async throws {
    let run = try await workspace.run("figures", "--format", format, "a.txt")
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    for figure in ["240", "36", "51"] { #expect(run.output.contains(figure)) }
    #expect(try await workspace.run("figures", "没有.txt").exitCode == 2)
  }

  @Test("rules lists what explain explains; an unknown rule is an error")
  func rules() async throws {
    let list = try await workspace.run("rules")
    let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.contains("recalculation.execution-rate") && ids == ids.sorted())
    for id in ids.prefix(3) {
      let run = try await workspace.run("explain", id)
      #expect(run.exitCode == 0 && run.output.hasPrefix(id))
    }
    let unknown = try await workspace.run("explain", "recalculation.execution")
    #expect(unknown.exitCode == 2 && unknown.errors.contains("recalculation.execution-rate"))
  }
}
