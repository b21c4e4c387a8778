// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The parts of the JSON output that are looked at here. Reading it fails unless it is one document.
struct Document: Decodable {
  struct Report: Decodable {
    var path: String
    var figures: Int
  }

  var schema: String
  var documents: [Report]

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }
}

@Suite struct CommandLineTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test("check is the default command")
  func defaultCommand() async throws {
    try workspace.write("a.txt", report)
    let named = try await workspace.run("check", "--format", "json", "a.txt")
    let bare = try await workspace.run("--format", "json", "a.txt")
    #expect(named.output == bare.output)
    #expect(named.exitCode == 0 && bare.exitCode == 0)
  }

  @Test("help and version are no errors and go to standard output", arguments: ["--help", "--version", "check --help"])
  func help(arguments: String) async throws {
    let run = try await workspace.run(arguments.split(separator: " ").map(String.init))
    #expect(run.exitCode == 0)
    #expect(!run.output.isEmpty && run.errors.isEmpty)
  }

  @Test(
    "the language comes from --lang, else from the first locale variable that is set",
    arguments: [
      (["--lang", "en"], ["LANG": "zh_CN.UTF-8"], "report"), (["--lang=zh"], ["LANG": "C"], "报告"),
      ([], ["LANG": "zh_TW.UTF-8"], "报告"), ([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"], "report"),
      ([], ["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"], "报告"),
    ])
  func language(options: [String], environment: [String: String], word: String) async throws {
    for arguments in [["--help"], []] {
      let run = try await workspace.run(["check"] + options + arguments, environment: environment)
      #expect((run.output + run.errors).contains(word))
    }
  }

  @Test("standard input is checked under the name it is given")
  func standardInput() async throws {
    for (options, path) in [([], "-"), (["--stdin-filename", "报告/a.txt"], "报告/a.txt")] {
      let run = try await workspace.run(["check", "--format", "json", "-"] + options, input: report)
      #expect(try Document(run.output).documents.map(\.path) == [path])
      #expect(run.exitCode == 0)
    }
  }

  @Test("any number of jobs gives the same bytes, in path order", arguments: ["text", "concise", "json"])
  func jobs(format: String) async throws {
    for index in 0..<40 {
      try workspace.write("\(index % 7)/报告\(index).txt", String(repeating: report, count: 1 + (index * 37) % 200))
    }
    try workspace.write("3/空.txt", "")
    let one = try await workspace.run("check", "--format", format, "--jobs", "1", ".")
    for jobs in ["2", "8"] {
      let many = try await workspace.run("check", "--format", format, "--jobs", jobs, ".")
      #expect(many.output == one.output)
      #expect(many.exitCode == one.exitCode)
    }
    #expect(one.output.contains("3/空.txt"))
  }

  @Test("many reports that are named are the same as the folder they stand in")
  func manyNames() async throws {
    let names = (100..<160).map { "报告 \($0).txt" }
    for name in names { try workspace.write(name, report) }
    let folder = try await workspace.run("check", "--format", "json", ".")
    let named = try await workspace.run(["check", "--format", "json"] + names)
    #expect(try Document(named.output).documents.map(\.path) == names)
    #expect(named.output == folder.output)
    let missing = try await workspace.run(["check", "--format", "json"] + names + ["没有.txt", "100.txt"])
    #expect(missing.exitCode == 2 && missing.errors.contains("没有.txt") && missing.errors.contains("100.txt"))
    // A command that takes one report tells the others as they were given.
    let figures = try await workspace.run(["figures"] + names)
    #expect(figures.exitCode == 2 && figures.errors.contains("\(names[50])'") && !figures.errors.contains("\0"))
  }

  @Test("machine output is one document, also over nothing to tell and over reports that failed")
  func oneDocument() async throws {
    try workspace.write("a.txt", report)
    for paths in [["a.txt"], ["a.txt", "没有.txt"], ["没有.txt"]] {
      let run = try await workspace.run(["check", "--format", "json"] + paths)
      #expect(try Document(run.output).schema == "crossfoot/1")
    }
  }

  @Test("the summary is on standard output, the time on standard error")
  func summary() async throws {
    try workspace.write("a.txt", report)
    let first = try await workspace.run("check", "a.txt")
    let second = try await workspace.run("check", "a.txt")
    #expect(first.output == second.output)
    #expect(first.output.contains("未核对"))
    #expect(first.errors.contains("用时"))
  }

  @Test("a reader that went away ends the run in silence", arguments: ["text", "concise", "json"])
  func brokenPipe(format: String) async throws {
    for index in 0..<50 { try workspace.write("报告\(index).txt", "") }
    let run = try await workspace.run(["check", "--format", format, "."], closedPipe: true)
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(
    "colour: the option first, then NO_COLOR, then FORCE_COLOR, never into a file by itself",
    arguments: [
      ([], [:], false), ([], ["FORCE_COLOR": "1"], true), ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1"], true), (["--color", "never"], ["FORCE_COLOR": "1"], false),
      ([], ["FORCE_COLOR": "1", "NO_COLOR": ""], true),
    ])
  func colour(options: [String], environment: [String: String], isColoured: Bool) async throws {
    try workspace.write("a.txt", "")
    let run = try await workspace.run(["check", "a.txt"] + options, environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColoured)
  }
}
