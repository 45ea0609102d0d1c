public import Vocabulary

/// A piece of a page: an element, a text, an attribute of the element around it, or several pieces.
///
/// Text is escaped when it is written; there is no way to write it otherwise.
public indirect enum HTML: Equatable, Sendable {
    case element(StaticName, [HTML])
    case attribute(StaticName, String)
    /// An attribute that stands alone: `checked`.
    case flag(StaticName)
    case text(String)
    /// A text in both languages. Which of them is read, and what goes along with an address, is chosen by `read(by:)`.
    case words(Words)
    /// An attribute in both languages.
    case spokenAttribute(StaticName, Words)
    /// An attribute that is an address of this site.
    case address(StaticName, String)
    /// What goes along, as hidden fields.
    case travelling
    case group([HTML])

    public static let nothing = HTML.group([])

    public static func when(_ condition: Bool, _ html: @autoclosure () -> HTML) -> HTML {
        condition ? html() : .nothing
    }

    public static func each<Items: Sequence>(_ items: Items, _ html: (Items.Element) -> HTML) -> HTML {
        .group(items.map(html))
    }
}

/// A name that stands in the source: no name of an element or attribute ever comes from data.
public struct StaticName: Equatable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// An element of HTML without an end tag. Those of SVG all have one: unclosed, they would hold what follows.
    var isVoid: Bool {
        guard (2...5).contains(text.utf8.count) else { return false }
        return switch text {
        case "input", "meta", "link", "br", "hr", "img", "col": true
        default: false
        }
    }

    public init(stringLiteral value: StaticString) { text = value.description }
    /// For trees that are read back in tests.
    package init(_ text: String) { self.text = text }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .text(value) }
}

extension HTML {
    /// The page's bytes, in UTF-8, as `travel` reads it.
    public func rendered(for travel: Travel) -> [UInt8] { read(by: travel).rendered() }

    /// The bytes of a tree that was read by somebody already.
    public func rendered() -> [UInt8] {
        var bytes: [UInt8] = Array("<!doctype html>".utf8)
        bytes.reserveCapacity(64 * 1024)
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.escape(text, quotes: false, into: &bytes)
        case .words(let words): Self.escape(words.zh, quotes: false, into: &bytes)
        case .group(let parts): for part in parts { part.write(to: &bytes) }
        case .attribute, .flag, .spokenAttribute, .address, .travelling: break
        case .element(let name, let parts):
            bytes.append(UInt8(ascii: "<"))
            bytes += name.text.utf8
            for part in parts { part.writeAttributes(to: &bytes) }
            bytes.append(UInt8(ascii: ">"))
            if name.isVoid { return }
            for part in parts { part.write(to: &bytes) }
            bytes += "</".utf8
            bytes += name.text.utf8
            bytes.append(UInt8(ascii: ">"))
        }
    }

    private func writeAttributes(to bytes: inout [UInt8]) {
        switch self {
        case .attribute(let name, let value):
            bytes.append(UInt8(ascii: " "))
            bytes += name.text.utf8
            bytes += "=\"".utf8
            Self.escape(value, quotes: true, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .spokenAttribute(let name, let words): HTML.attribute(name, words.zh).writeAttributes(to: &bytes)
        case .address(let name, let address): HTML.attribute(name, address).writeAttributes(to: &bytes)
        case .flag(let name):
            bytes.append(UInt8(ascii: " "))
            bytes += name.text.utf8
        case .group(let parts): for part in parts { part.writeAttributes(to: &bytes) }
        case .element, .text, .words, .travelling: break
        }
    }

    /// Most texts hold nothing to be escaped, and are taken over at once.
    private static func escape(_ text: String, quotes: Bool, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { letters in
            var start = 0
            for place in letters.indices {
                let written: StaticString
                switch letters[place] {
                case UInt8(ascii: "&"): written = "&amp;"
                case UInt8(ascii: "<"): written = "&lt;"
                case UInt8(ascii: ">"): written = "&gt;"
                case UInt8(ascii: "\"") where quotes: written = "&quot;"
                // No document may hold them (HTML 13.2.3.5); a form that refuses them shows where they stood.
                case 0...8, 11, 12, 14...31: written = "\u{FFFD}"
                default: continue
                }
                bytes += letters[start..<place]
                written.withUTF8Buffer { bytes += $0 }
                start = place + 1
            }
            bytes += letters[start...]
        }
    }
}
