// SPDX-License-Identifier: Apache-2.0

/// The figures that an operand of a statement may be, the likeliest first. There are hardly ever more than three: so
/// many stand in the value itself, and neither making nor copying it costs memory of its own.
public struct Candidates: Sendable {
  @usableFromInline
  enum Storage: Sendable {
    case few(InlineArray<3, FigureID>, count: Int)
    case many([FigureID])
  }

  @usableFromInline var storage: Storage

  /// None.
  @inlinable
  public init() { storage = .few([0, 0, 0], count: 0) }

  /// One only.
  @inlinable
  public init(_ figure: FigureID) { storage = .few([figure, 0, 0], count: 1) }

  /// Several, the likeliest first.
  @inlinable
  public init(_ figures: some Collection<FigureID>) {
    guard figures.count <= 3 else {
      storage = .many(Array(figures))
      return
    }
    var few: InlineArray<3, FigureID> = [0, 0, 0]
    for (index, figure) in figures.enumerated() { few[index] = figure }
    storage = .few(few, count: figures.count)
  }
}

extension Candidates: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }

  @inlinable public var endIndex: Int {
    switch storage {
    case .few(_, let count): count
    case .many(let figures): figures.count
    }
  }

  @inlinable
  public subscript(index: Int) -> FigureID {
    switch storage {
    case .few(let figures, let count):
      precondition(index < count, "there are not so many candidates")
      return figures[index]
    case .many(let figures): return figures[index]
    }
  }
}

extension Candidates: Hashable {
  @inlinable
  public static func == (a: Candidates, b: Candidates) -> Bool { a.elementsEqual(b) }

  @inlinable
  public func hash(into hasher: inout Hasher) { for figure in self { hasher.combine(figure) } }
}

extension Candidates: CustomReflectable {
  /// The figures, however they are kept.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: self, displayStyle: .collection) }
}

extension Candidates: ExpressibleByArrayLiteral {
  @inlinable
  public init(arrayLiteral figures: FigureID...) { self.init(figures) }
}
