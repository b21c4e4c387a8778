// SPDX-License-Identifier: Apache-2.0

extension Array {
  /// One value many times. The library's own initialiser looks the class of its storage up at run time, which costs
  /// more than filling a short array; this one is compiled for its element.
  @inlinable
  public init(of value: Element, times count: Int) { self.init(repeatElement(value, count: count)) }
}
