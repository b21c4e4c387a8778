// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Judges relations: the only place where claims are computed.
public struct Evaluator: Sendable {
  private let figures: [Figure]

  /// - Parameter figures: the figures that operands refer to.
  public init(_ figures: [Figure]) { self.figures = figures }

  /// The verdict of each relation, in order.
  public func judge(_ relations: [Relation]) -> [Judgement] { [] }
}

extension Evaluator { func holds(_ c: Claim) -> Bool { false } }
