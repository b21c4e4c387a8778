// SPDX-License-Identifier: Apache-2.0

/// What a piece of a rendering is. The layout names it; the colours are decided here.
enum Style: Sendable {
  case plain, title, error, warning, note, gutter, secondary
}

/// Decorates pieces of a rendering. Layout knows nothing of it: the text is the same in every mode.
public enum Colour: Sendable, Hashable {
  case none
  /// Escape sequences of a terminal (ECMA-48, the eight basic colours).
  case ansi

  /// The text with what this mode puts around it.
  func paint(_ text: String, _ style: Style) -> String {
    guard self == .ansi, let code = code(style), !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ style: Style) -> String? {
    switch style {
    case .plain: nil
    case .title: "1"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .gutter, .secondary: "1;34"
    }
  }
}

/// Text that grows piece by piece, each painted as it comes.
struct Canvas {
  private(set) var text = ""
  let colour: Colour

  init(_ colour: Colour) { self.colour = colour }

  mutating func write(_ piece: String, _ style: Style = .plain) { text += colour.paint(piece, style) }

  mutating func newLine() { text += "\n" }
}
