// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// A figure that shows another value than in the old version.
public struct FigureChange: Sendable, Hashable {
  public var old: CitedFigure
  public var new: CitedFigure

  public init(old: CitedFigure, new: CitedFigure) {
    self.old = old
    self.new = new
  }
}

/// A figure that still shows an old value which was changed at other places.
public struct StaleFigure: Sendable, Hashable {
  /// In the new version.
  public var figure: CitedFigure
  /// The places where the value was changed, at least one, in the order of the text.
  public var changes: [FigureChange]

  public init(figure: CitedFigure, changes: [FigureChange]) {
    self.figure = figure
    self.changes = changes
  }
}

/// What became of a report from one version to the next.
public struct VersionComparison: Sendable {
  /// Findings of the new version that the old one does not have; where a place had another finding before, it is
  /// `updated`.
  public var new: [Finding] = []
  /// Findings of the old version that are gone.
  public var fixed: [Finding] = []
  /// Findings of the new version that the old one has too.
  public var persisting: [Finding] = []
  /// Figures that show another value, in the order of the new version.
  public var changes: [FigureChange] = []
  /// How many figures were added and removed.
  public var added = 0
  public var removed = 0
  /// Figures that were left behind.
  public var stale: [StaleFigure] = []

  /// Compares two examined versions. Findings are compared as sets, by what they say, not by where: a change of a total
  /// breaks a part far away.
  public init(old: Examination, new: Examination) {
    compareFindings(old.result.findings, new.result.findings)
    let pairs = FigurePairs(old: old, new: new).partners
    let changes = FigureChanges(old: old, new: new, partners: pairs)
    self.changes = changes.changed.map(changes.cited)
    stale = StaleFigures(changes).found.map { found in
      StaleFigure(figure: changes.newCited[found.figure], changes: found.changes.map(changes.cited))
    }
    let paired = pairs.count { $0 != nil }
    added = pairs.count - paired
    removed = old.facts.figures.count - paired
  }

  private mutating func compareFindings(_ old: [Finding], _ new: [Finding]) {
    let path = new.first?.path ?? old.first?.path ?? ""
    func named(_ finding: Finding) -> Finding {
      var finding = finding
      finding.path = path
      return finding
    }
    let before = old.map(named)
    let match = Baseline(accepting: before).match(new.map(named), scannedPaths: [path])
    for (finding, state) in zip(new, match.states) {
      var finding = finding
      finding.baseline = state
      if state == .unchanged { persisting.append(finding) } else { self.new.append(finding) }
    }
    // A finding whose numbers changed is another one: the old one is gone.
    let again = Baseline(accepting: persisting.map(named)).match(before, scannedPaths: [path])
    fixed = zip(old, again.states).filter { $1 != .unchanged }.map(\.0)
  }
}

/// The figures of two versions that show different values.
struct FigureChanges {
  let old: Facts
  let new: Facts
  /// For each figure of the new version its figure in the old one.
  let partners: [FigureID?]
  /// Changed figures of the new version.
  private(set) var changed: [FigureID] = []
  let oldCited: [CitedFigure]
  let newCited: [CitedFigure]

  init(old: Examination, new: Examination, partners: [FigureID?]) {
    self.old = old.facts
    self.new = new.facts
    self.partners = partners
    oldCited = old.citedFigures
    newCited = new.citedFigures
    for (index, partner) in partners.enumerated() {
      guard let partner, !shows(new.facts.figures[index], old.facts[partner]) else { continue }
      changed.append(index)
    }
  }

  /// A changed figure in both versions.
  func cited(_ figure: FigureID) -> FigureChange {
    let partner = partners[figure] ?? 0
    return FigureChange(old: oldCited[partner], new: newCited[figure])
  }

  /// Whether two figures show the same value in the same unit, however it is printed.
  private func shows(_ a: Figure, _ b: Figure) -> Bool {
    let (first, second) = (a.quantity, b.quantity)
    return a.readable == b.readable && first.unit.dimension == second.unit.dimension && first.value.equals(second.value)
  }
}
