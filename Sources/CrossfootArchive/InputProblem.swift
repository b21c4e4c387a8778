// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput

/// Why a path was not checked. One path's problem never keeps the others from being checked.
public struct InputProblem: Error, Sendable, Hashable {
  /// The path as the user gave it or as the walk found it.
  public var path: String
  public var problem: Problem

  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}
