import Foundation
import Testing

@testable import Pages

/// WCAG 2.2, 1.4.3: text stands out from its ground by 4.5 to 1; shapes and the focus by 3 to 1 (1.4.11).
@Suite("Contrast of the tokens")
struct ContrastTests {
    private let colours: [String: String] = Dictionary(
        Stylesheet.tokens.matches(of: /--([A-Za-z0-9-]+): (#[0-9a-f]{6})/).map { (String($0.1), String($0.2)) },
        uniquingKeysWith: { first, _ in first })

    private func luminance(_ name: String) throws -> Double {
        let hex = try #require(colours[name], "no token --\(name)").dropFirst()
        let number = try #require(Int(hex, radix: 16))
        func linear(_ byte: Int) -> Double {
            let channel = Double(byte & 255) / 255
            return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(number >> 16) + 0.7152 * linear(number >> 8) + 0.0722 * linear(number)
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        let (a, b) = (try luminance(one), try luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("text on paper, on the ground and on a tinted row", arguments: ["ink", "ink-2", "ink-3", "brand"])
    func text(name: String) throws {
        for ground in ["paper", "ground", "brand-tint"] {
            #expect(try contrast(name, ground) >= 4.5, "--\(name) on --\(ground)")
        }
    }

    @Test(
        "a standing's word on paper and on its tint",
        arguments: Mark.allCases.map(\.rawValue))
    func standings(name: String) throws {
        #expect(try contrast(name, "paper") >= 4.5)
        #expect(try contrast(name, "\(name)-t") >= 4.5)
        #expect(try contrast(name, "brand-tint") >= 4.5, "in a row under the pointer")
    }

    @Test("white on the button and on the menu, the edge of a field, the focus on the menu")
    func surfaces() throws {
        #expect(try contrast("paper", "brand") >= 4.5)
        #expect(try contrast("paper", "brand-2") >= 4.5)
        #expect(try contrast("line-2", "paper") >= 3)
        // The focus has two rings: the bright one shows on the menu, the dark one everywhere else.
        #expect(try contrast("focus", "brand-2") >= 3)
        #expect(try contrast("ink", "paper") >= 3)
        #expect(Stylesheet.text.contains("outline: 2px solid var(--ink)"))
    }

    @Test("the menu's words on the menu, an entry under the pointer and the current one")
    func menu() throws {
        for name in ["menu", "menu-2", "menu-3", "paper"] { #expect(try contrast(name, "brand-2") >= 4.5, "--\(name)") }
    }

    @Test("figures on the pictures of seats, and the ground of a bar beside its paper")
    func pictures() throws {
        for ground in ["seats", "seats-2", "brand-tint", "behind-t"] {
            #expect(try contrast("ink", ground) >= 4.5, "--\(ground)")
        }
    }

    /// What a page colours must be a token, or no test would know it; a hue with transparency only shades what is there.
    @Test("no colour of a text stands outside the tokens")
    func onlyTokens() {
        let rest = Stylesheet.text.replacing(Stylesheet.tokens, with: "")
        let named = rest.matches(of: /[^-](?:color|fill): *(#[0-9a-f]{3,8})/).map { String($0.1) }
        #expect(named == [], "in place of a token")
        for token in rest.matches(of: /var\(--([A-Za-z0-9-]+)\)/).map({ String($0.1) }) {
            #expect(Stylesheet.tokens.contains("--\(token): "), "no token --\(token)")
        }
    }

    @Test("a disabled step of a pager can be read")
    func pager() throws {
        #expect(Stylesheet.text.contains(".pager .off { color: var(--ink-3) }"))
        #expect(try contrast("ink-3", "paper") >= 4.5)
    }
}
