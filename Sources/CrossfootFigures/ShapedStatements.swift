// SPDX-License-Identifier: Apache-2.0

/// The statements of one shape, in the order of the text. Most rules ask for one, and a statement holds too much to be
/// copied only to see that it is another.
public struct ShapedStatements: Sequence, IteratorProtocol {
  private let statements: [Statement]
  private let shape: Statement.Shape
  /// Index of the first statement that was not looked at.
  private var place = 0

  fileprivate init(_ statements: [Statement], _ shape: Statement.Shape) {
    self.statements = statements
    self.shape = shape
  }

  public mutating func next() -> Statement? {
    while place < statements.count {
      place += 1
      if statements[place - 1].shape == shape { return statements[place - 1] }
    }
    return nil
  }
}

extension Facts {
  /// The statements of a shape.
  public func statements(_ shape: Statement.Shape) -> ShapedStatements { ShapedStatements(statements, shape) }
}
