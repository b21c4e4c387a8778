// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A run of the built product.
struct Run {
  var exitCode: Int32
  var output: String
  var errors: String
}

/// A temporary folder to run the built product in.
final class Workspace: Sendable {
  let folder: URL

  /// The root of the repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The product, which stands beside the test bundle.
  private static let product: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("crossfoot")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return repository.appendingPathComponent(".build/debug/crossfoot")
  }()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("crossfoot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file with the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Runs the product here or in another directory. Output goes through files, so that no amount of it can block.
  /// - Parameter largestFile: blocks of 512 bytes that a file may have, as on a disk that has no more room.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], closedPipe: Bool = false,
    directory: URL? = nil, largestFile: Int? = nil
  ) async throws -> Run {
    let id = UUID().uuidString
    try write(".\(id).in", input)
    for stream in ["out", "err"] { try write(".\(id).\(stream)", "") }
    let process = Process()
    process.executableURL = Self.product
    process.arguments = arguments
    if let largestFile {
      // Without the signal a write beyond the limit fails like one to a full disk.
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      let script = "trap '' XFSZ; ulimit -f \(largestFile); exec \"$0\" \"$@\""
      process.arguments = ["-c", script, Self.product.path] + arguments
    }
    process.currentDirectoryURL = directory ?? folder
    process.environment = ["LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent(".\(id).in"))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent(".\(id).err"))
    let pipe = Pipe()
    if closedPipe {
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe
    } else {
      process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent(".\(id).out"))
    }
    let exitCode: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        // A signal is no exit code of ours.
        let status = ended.terminationStatus
        continuation.resume(returning: ended.terminationReason == .exit ? status : -status)
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return Run(exitCode: exitCode, output: try read(".\(id).out"), errors: try read(".\(id).err"))
  }

  func run(_ arguments: String...) async throws -> Run { try await run(arguments) }

  /// Runs the product and kills it.
  /// - Parameter moment: returns when the time has come. Standard input stays open until then, so that a run that reads
  ///   it has not ended.
  func kill(_ arguments: [String], at moment: () async throws -> Void) async throws {
    let process = Process()
    process.executableURL = Self.product
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try await moment()
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
  }
}
