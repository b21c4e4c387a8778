// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootStructure
import CrossfootText

/// How much of a report was checked, and where: as a whole, by section and by table. It keeps no text of the report.
public struct CoverageBreakdown: Sendable {
  /// A section, or a table, with what was checked of its figures.
  public struct Area: Sendable, Hashable {
    /// The heading, or the table's title; empty where there is none.
    public var title: String
    /// Number of the table in the report, from 1; nil for a section.
    public var table: Int?
    /// Level of the heading, 1 for the outermost; of a table that of the heading it stands under. 0 before the first
    /// heading.
    public var level: Int
    /// The file and the line that the area begins in.
    public var path: String
    public var line: Int
    /// The figures of a section are all that stand under its heading and under no other, those of its tables included.
    public var coverage: Coverage
  }

  /// The report's path, and its files where it is kept in several.
  public var path: String
  public var files: [String]
  public var whole: Coverage
  /// Digit runs that are no figures, by the reason.
  public var exclusions: [Exclusion: Int]
  /// Sections in the order of the text, each followed by its tables. Only those with figures or excluded digit runs.
  public var areas: [Area]
}

extension Examination {
  /// How much was checked, by place.
  public var breakdown: CoverageBreakdown {
    var exclusions: [Exclusion: Int] = [:]
    for token in facts.excluded { exclusions[token.reason, default: 0] += 1 }
    return CoverageBreakdown(
      path: path, files: parts.map(\.path), whole: coverage, exclusions: exclusions, areas: AreaReader(self).areas())
  }
}

/// Counts the figures of a report by section and table.
private struct AreaReader {
  private let examination: Examination
  private var document: Document { examination.document }
  /// What stands in a section or a table: the states of its figures, and how many digit runs are none.
  private struct Content {
    var states: [FigureState] = []
    var excluded = 0
    var isEmpty: Bool { states.isEmpty && excluded == 0 }

    mutating func add(_ other: Content) {
      states += other.states
      excluded += other.excluded
    }
  }

  init(_ examination: Examination) { self.examination = examination }

  func areas() -> [CoverageBreakdown.Area] {
    let blocks = document.blocks
    let (text, tables) = contents()
    // A heading's own figures are those of its section; the first section has no heading.
    var sections = [Content](repeating: Content(), count: blocks.count + 1)
    var inside = [[Int]](repeating: [], count: blocks.count + 1)
    for (index, block) in blocks.enumerated() where !text[index].isEmpty {
      sections[1 + (block.kind.isHeading ? index : block.heading)].add(text[index])
    }
    for (index, table) in document.tables.enumerated() where !tables[index].isEmpty {
      let section = 1 + blocks[table.block].heading
      sections[section].add(tables[index])
      inside[section].append(index)
    }
    var areas: [CoverageBreakdown.Area] = []
    for section in sections.indices where !sections[section].isEmpty {
      let heading = section - 1
      let level = heading >= 0 ? blocks[heading].kind.level : 0
      areas.append(area(sections[section], heading, title: heading, level, nil))
      for table in inside[section] {
        areas.append(
          area(tables[table], document.tables[table].block, title: document.tables[table].title, level, table + 1))
      }
    }
    return areas
  }

  /// What stands in each block outside of its tables, and in each table. Digit runs that are no figures count for the
  /// first of tables that stand side by side.
  private func contents() -> (text: [Content], tables: [Content]) {
    var text = [Content](repeating: Content(), count: document.blocks.count)
    var tables = [Content](repeating: Content(), count: document.tables.count)
    for (figure, state) in zip(examination.facts.figures, examination.states) {
      switch figure.place {
      case .passage(let block, _): text[block].states.append(state)
      case .cell(let table, _, _): tables[table].states.append(state)
      }
    }
    var block = 0
    for token in examination.facts.excluded where token.reason != .markup {
      while block < text.count, document.blocks[block].range.upperBound <= token.range.lowerBound { block += 1 }
      if block == text.count { break }
      if case .table(let table) = document.blocks[block].kind {
        tables[table].excluded += 1
      } else {
        text[block].excluded += 1
      }
    }
    return (text, tables)
  }

  private func area(
    _ content: Content, _ block: Int, title: Int, _ level: Int, _ table: Int?
  ) -> CoverageBreakdown.Area {
    var coverage = Coverage(of: content.states)
    coverage.excluded = content.excluded
    let start = document.blocks.indices.contains(block) ? document.sourceRange(document.blocks[block].range).start : 0
    let result = examination.place(start)
    return CoverageBreakdown.Area(
      title: document.blocks.indices.contains(title) ? document.flow.headline(document.blocks[title].range) : "",
      table: table, level: level, path: result.path, line: result.line, coverage: coverage)
  }
}

extension Examination {
  /// The file and line of an offset into the report's text.
  fileprivate func place(_ offset: Int) -> (path: String, line: Int) {
    let part = parts.part(at: offset)
    return (part?.path ?? path, document.source.position(offset).line - (part?.firstLine ?? 0))
  }
}

extension BlockKind {
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
  fileprivate var level: Int { if case .heading(let level) = self { level } else { 0 } }
}
