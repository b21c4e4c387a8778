// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput

extension QuerySubject: ExpressibleByArgument {}
extension RowFormat: ExpressibleByArgument {}

extension ArchiveCommand {
  /// Lists what an archive holds.
  struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "query", abstract: Surroundings.sentences.help(.archiveQuery))

    @Argument(help: help(.querySubject))
    var subject: QuerySubject = .findings

    @OptionGroup var store: StoreOptions

    @Option(help: help(.filterPath, value: "pattern")) var path: String?
    @Option(help: help(.filterOrganisation, value: "text")) var organisation: String?
    @Option(help: help(.filterYear, value: "year")) var year: Int?
    @Option(help: help(.filterKind, value: "kind")) var kind: String?
    @Option(help: help(.filterLabel, value: "text")) var label: String?
    @Option(help: help(.filterRule, value: "rule")) var rule: String?
    @Option(help: help(.filterSeverity, value: "severity")) var severity: String?
    @Option(help: help(.filterState, value: "state")) var state: String?
    @Option(help: help(.limit, value: "number")) var limit: Int?

    @Option(help: help(.sql, value: "query"))
    var sql: String?

    @Option(help: help(.format))
    var format: RowFormat = .text

    @OptionGroup var language: LanguageOptions

    private var filters: [(QueryFilter, String)] {
      let all: [(QueryFilter, String?)] = [
        (.path, path), (.organisation, organisation), (.year, year.map(String.init)), (.kind, kind), (.label, label),
        (.rule, rule), (.severity, severity), (.state, state),
      ]
      return all.compactMap { filter, value in value.map { (filter, $0) } }
    }

    func validate() throws {
      if sql != nil, !filters.isEmpty || limit != nil { throw ValidationError(Surroundings.sentences.filtersWithSQL) }
      for (filter, value) in filters {
        guard let allowed = filter.values(of: subject), !allowed.contains(value) else { continue }
        let problem = Problem.badOption(option: "--\(filter.rawValue)", value: value, allowed: allowed)
        throw ValidationError(Surroundings.sentences.problem(problem))
      }
      if let limit, limit < 0 {
        let problem = Problem.badOption(option: "--limit", value: "\(limit)", allowed: ["0…"])
        throw ValidationError(Surroundings.sentences.problem(problem))
      }
    }

    func run() throws {
      let archive = try Store.openToRead(store.path)
      var text = ""
      func write(_ columns: [String], _ row: [RowValue]?) throws {
        text += row.map { format.row($0, columns) } ?? format.header(columns)
        guard text.utf8.count > 1 << 16 else { return }
        try Console.write(text)
        text = ""
      }
      do {
        if let sql {
          try archive.query(sql: sql, consume: write)
        } else {
          try archive.query(subject, filters, limit: limit, consume: write)
        }
      } catch let filter as QueryFilter {
        Console.tell(Surroundings.sentences.noSuchFilter("--\(filter.rawValue)", subject: subject.rawValue))
        throw ExitCode(2)
      }
      try Console.write(text)
    }
  }
}
