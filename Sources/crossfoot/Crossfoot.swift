// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

@main
struct Crossfoot: AsyncParsableCommand {
  /// Version of the tool, as `--version` and machine formats give it.
  static let version = "0.1.0"

  // Every command gives its name. To print a type instead, as the parser would do for each, is to search all
  // conformances of the binary four times.
  static let configuration = CommandConfiguration(
    commandName: "crossfoot", abstract: Surroundings.sentences.help(.tool), version: fullVersion,
    subcommands: [
      Check.self, Figures.self, CoverageCommand.self, DiffCommand.self, Rules.self, Explain.self,
      BaselineCommand.self,
      ConfigCommand.self, Init.self, ArchiveCommand.self, Outline.self, Stages.self,
    ],
    defaultSubcommand: Check.self)

  /// What `--version` says: the tool and the rule set, which is worked out only if it is asked for.
  private static var fullVersion: String {
    CommandLine.arguments.contains("--version") ? Surroundings.sentences.version(version, RuleSet.current) : version
  }

  /// Exit codes: 0 clean, 1 findings, 2 the check did not happen or not fully. Usage errors are the latter.
  static func main() async {
    SystemCalls.ignoreBrokenPipes()
    do {
      var command = try parse(Array(CommandLine.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try Console.flush()
    } catch {
      end(error)
    }
  }

  /// What the arguments ask for. The parser reads what commands there are, and all options of the default one, several
  /// times over before it comes to a command: one that is named first, or left out, is asked itself. Where that fails,
  /// as it does for help and for what is wrong, the parser is given the arguments as they are, and tells it of the
  /// whole tool.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let joined = PathList.joined(arguments)
    if let first = joined.first, !first.hasPrefix("-"), first != "help" {
      let named = configuration.subcommands.first { $0.configuration.commandName == first }
      if named?.configuration.subcommands.isEmpty ?? true,
        let command = try? (named ?? Check.self).parseAsRoot(named == nil ? joined : Array(joined.dropFirst()))
      {
        return command
      }
    }
    if joined.count < arguments.count, let command = try? parseAsRoot(joined) { return command }
    return try parseAsRoot(arguments)
  }

  private static func end(_ error: any Error) -> Never {
    var error = error
    // What was found out before is written first; where that fails, there is nothing worse to tell.
    do { try Console.flush() } catch let failure where !(error is Console.ReaderGone) { error = failure } catch {}
    switch error {
    case is Console.ReaderGone:
      exit(withError: ExitCode.success)
    case let code as ExitCode:
      exit(withError: code)
    case let problem as InputProblem:
      Console.tell(problem)
    case let error as StoreError:
      Console.tell(Surroundings.sentences.error(error.problem, path: error.path))
    case let error as ConfigurationError:
      Console.tell(error.text(Surroundings.sentences))
    default:
      let text = fullMessage(for: error)
      // Help and version are what was asked for; anything else is a usage error.
      if exitCode(for: error) == .success {
        let isWritten = (try? Console.write(text + "\n")) != nil && (try? Console.flush()) != nil
        exit(withError: isWritten ? ExitCode.success : ExitCode(2))
      }
      Console.tell(text)
    }
    exit(withError: ExitCode(2))
  }
}
