// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Files that people edit and merge can hold any bytes. They are read or refused; nothing is lost and nothing crashes.
@Suite struct DamageTests {
  let workspace: Workspace
  private let second = "全年收入80万元，比上年的50万元增加10万元。\n"

  init() throws {
    workspace = try Workspace()
    try workspace.write("a.txt", wrongReport + second)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: workspace.folder.appendingPathComponent(name)))
  }

  @Test("a damaged baseline is refused and left as it is, or read with all its entries", arguments: 0..<12)
  func baseline(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    _ = try await workspace.run("baseline", "create", "--baseline", "b.jsonl", "a.txt")
    let whole = try bytes("b.jsonl")
    for command in ["add", "update", "prune"] {
      let damaged = Damaged.copy(of: whole, &random)
      try workspace.write("b.jsonl", damaged)
      let run = try await workspace.run("baseline", command, "--baseline", "b.jsonl", "a.txt")
      #expect([0, 2].contains(run.exitCode), "\(command)")
      if run.exitCode == 2 {
        #expect(try bytes("b.jsonl") == damaged)
        #expect(run.errors.hasPrefix("b.jsonl:"))
      } else if command == "add" {
        let entries = try workspace.read("b.jsonl").split(whereSeparator: \.isNewline)
        for line in String(decoding: damaged, as: UTF8.self).split(whereSeparator: \.isNewline)
        where line.contains("\"rule\"") {
          let parts = line.split(separator: "\"")
          #expect(entries.contains { $0.split(separator: "\"").contains(parts[3]) }, "\(line)")
        }
      }
    }
  }

  @Test("a damaged configuration is refused with its place, or read", arguments: 0..<24)
  func configuration(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let whole = """
      version: 1
      fail-on: error
      rules: {footing.list: warning, score: off}
      unrelated:
        - [本年支出, 支出总计]
      overrides:
        - files: ['2019/**']
          min-coverage: 40
      """
    try workspace.write(".crossfoot.yml", Damaged.copy(of: Array(whole.utf8), &random))
    let run = try await workspace.run("check", "--format", "concise", "a.txt")
    #expect([0, 1, 2].contains(run.exitCode))
    if run.exitCode == 2 {
      #expect(run.output.isEmpty)
      #expect(run.errors.firstMatch(of: /^\.crossfoot\.yml:[0-9]+:[0-9]+:/) != nil, "\(run.errors)")
    }
  }
}

/// What becomes of files.
private enum Damaged {
  /// A copy with bytes changed, lines lost or doubled, or its end cut off.
  static func copy(of whole: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
      guard place < bytes.count else { return bytes }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 8))
      case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      case 3: bytes.insert(contentsOf: Array("\n<<<<<<< ours\n".utf8), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
