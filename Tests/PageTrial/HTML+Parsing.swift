public import Pages

extension HTML {
    /// A page as it was sent, taken apart again: for a page that is known by its bytes only.
    public init(parsing bytes: String) {
        var reader = TagReader(rest: Substring(bytes))
        self = .group(reader.parts(until: nil))
    }

    /// The first element of a name that has all these classes.
    public func first(_ wanted: String, class names: String = "") -> HTML? {
        switch self {
        case .element(let name, let parts):
            if name.text == wanted, HTML.group(parts).hasClass(names) { return self }
            return HTML.group(parts).first(wanted, class: names)
        case .group(let parts):
            for part in parts {
                if let found = part.first(wanted, class: names) { return found }
            }
            return nil
        default: return nil
        }
    }

    private func hasClass(_ names: String) -> Bool {
        guard !names.isEmpty else { return true }
        guard case .group(let parts) = self else { return false }
        return parts.contains { part in
            if case .attribute(let name, let value) = part {
                return name.text == "class" && value.split(separator: " ").contains(Substring(names))
            }
            return false
        }
    }
}

/// Reads what `HTML.rendered` writes, and no other HTML.
private struct TagReader {
    var rest: Substring
    private static let void: Set<Substring> = ["input", "meta", "link", "br", "hr", "img", "col", "!doctype"]

    mutating func parts(until end: Substring?) -> [HTML] {
        var parts: [HTML] = []
        while let first = rest.first {
            guard first == "<", let close = rest.firstIndex(of: ">") else {
                let text = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(text.count)
                parts.append(.text(Self.unescaped(text)))
                continue
            }
            let tag = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            if tag.first == "/" { return parts }
            let name = tag.prefix { $0 != " " }
            let attributes = Self.attributes(tag.dropFirst(name.count))
            if name == "!doctype" { continue }
            let content = Self.void.contains(name) ? [] : self.parts(until: name)
            parts.append(.element(StaticName(String(name)), attributes + content))
        }
        return parts
    }

    private static func attributes(_ text: Substring) -> [HTML] {
        text.matches(of: #/ ([a-zA-Z-]+)(="([^"]*)")?/#).map { match in
            let name = StaticName(String(match.1))
            return match.3.map { .attribute(name, unescaped($0)) } ?? .flag(name)
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}
