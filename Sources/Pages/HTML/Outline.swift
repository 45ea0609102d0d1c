import Vocabulary

extension HTML {
    /// The tree as lines of text, as one reads it who sees no layout: headings, labels, values, links with their addresses.
    /// For reviewing pages like code.
    public func text(_ travel: Travel = Travel()) -> String {
        var outline = Outline()
        outline.read(chosen(by: travel))
        return outline.text
    }
}

/// Writes a tree down line by line.
private struct Outline {
    private var lines: [String] = []
    private var line = ""
    /// What stands before the next line that has something to say.
    private var pending = ""

    var text: String {
        var all = lines
        if !line.isBlank { all.append(line.trimmed) }
        return all.map { $0 + "\n" }.joined()
    }

    mutating func read(_ html: HTML) {
        switch html {
        case .text(let text): write(text)
        case .words(let words): write(words.zh)
        case .group(let parts): for part in parts { read(part) }
        case .element(let name, let parts): read(name.text, parts)
        case .attribute, .flag, .spokenAttribute, .address, .travelling: break
        }
    }

    private mutating func read(_ name: String, _ parts: [HTML]) {
        let said = HTML.group(parts).attributes
        switch name {
        case "head", "style", "script", "symbol", "defs": return
        case "h1", "h2", "h3", "h4": block(parts, String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " ")
        case "li": block(parts, "- ")
        case "caption", "summary", "legend": block(parts, "\(name): ")
        case "dt":
            endLine()
            for part in parts { read(part) }
            write(": ")
        case "dd":
            for part in parts { read(part) }
            endLine()
        case "tr":
            endLine()
            for part in parts { read(part) }
            while line.hasSuffix(" | ") { line.removeLast(3) }
            endLine()
        case "td", "th":
            let isMarked = said["aria-sort"].map { " (\($0))" } ?? ""
            for part in parts { read(part) }
            write(isMarked + " | ")
        case "a": link(parts, said)
        case "button":
            write("[")
            for part in parts { read(part) }
            write("\(said["name"].map { " \($0)=\(said["value"] ?? "")" } ?? "")] ")
        case "input", "textarea", "select": field(name, parts, said)
        case "svg":
            if said["aria-hidden"] == nil {
                write("‹\(said["aria-label"] ?? "")›")
            } else if let names = said["class"], names.hasPrefix("mark ") {
                write(" ‹\(names.dropFirst(5))›")
            }
        case "form":
            block(parts, "(\(said["method"] ?? "get") \(said["action"] ?? "")) ")
        case _ where Self.blocks.contains(name):
            block(parts, said["aria-label"].map { "(\($0)) " } ?? "")
        case "br": endLine()
        default: for part in parts { read(part) }
        }
    }

    private mutating func block(_ parts: [HTML], _ start: String) {
        endLine()
        pending += start
        for part in parts { read(part) }
        endLine()
        if !start.isEmpty, pending.hasSuffix(start) { pending.removeLast(start.count) }
    }

    private mutating func link(_ parts: [HTML], _ said: [String: String]) {
        write("[")
        for part in parts { read(part) }
        let here = said["aria-current"] == nil ? "" : " here"
        write("](\(said["href"] ?? "")\(here))")
        if let name = said["aria-label"] { write("{\(name)}") }
    }

    private mutating func field(_ name: String, _ parts: [HTML], _ said: [String: String]) {
        let key = said["name"] ?? ""
        let value = said["value"] ?? ""
        let wrong = said["aria-invalid"] == nil ? "" : " !"
        switch said["type"] {
        // A mark that differs each time tells a reader nothing.
        case "hidden": write(key == "once" ? "(once) " : "(\(key)=\(value)) ")
        case "checkbox", "radio": write("\(said["checked"] == nil ? "[ ]" : "[x]") \(key)=\(value) ")
        default:
            switch name {
            case "select": write("{\(key)\(wrong): \(options(parts).joined(separator: ", "))} ")
            case "textarea":
                let text = HTML.group(parts).plainText.split(separator: "\n", omittingEmptySubsequences: false)
                write("{\(key)\(wrong): \(text.joined(separator: " ⏎ "))} ")
            default: write("{\(key)\(wrong): \(value)\(said["placeholder"].map { " (\($0))" } ?? "")} ")
            }
        }
    }

    /// The chosen one in stars, of many only so many.
    private func options(_ parts: [HTML]) -> [String] {
        let all = parts.flatMap(\.elements).flatMap { $0.0 == "optgroup" ? $0.1.flatMap(\.elements) : [$0] }
            .map {
                HTML.group($0.1).attributes["selected"] == nil
                    ? HTML.group($0.1).plainText : "*\(HTML.group($0.1).plainText)*"
            }
        guard all.count > 12 else { return all }
        let chosen = all.dropFirst(5).filter { $0.hasPrefix("*") }
        return all.prefix(5) + chosen + ["… \(all.count)"]
    }

    private mutating func write(_ text: String) {
        let text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        if line.isEmpty, !text.isBlank {
            line = pending
            pending = ""
        }
        if line.isEmpty || line.hasSuffix(" ") {
            line += text.drop { $0 == " " }
        } else {
            line += text
        }
    }

    private mutating func endLine() {
        if !line.isBlank { lines.append(line.trimmed) }
        line = ""
    }

    private static let blocks: Set<String> = [
        "div", "section", "article", "p", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "fieldset", "label",
        "option", "header", "main", "footer", "nav", "aside", "details", "figure", "pre", "html", "body",
    ]
}

extension HTML {
    /// By name; a flag is the empty text.
    var attributes: [String: String] {
        switch self {
        case .attribute(let name, let value), .address(let name, let value): [name.text: value]
        case .spokenAttribute(let name, let words): [name.text: words.zh]
        case .flag(let name): [name.text: ""]
        case .group(let parts):
            parts.reduce(into: [:]) { all, part in all.merge(part.attributes) { first, _ in first } }
        case .element, .text, .words, .travelling: [:]
        }
    }

    var elements: [(String, [HTML])] {
        switch self {
        case .element(let name, let parts): [(name.text, parts)]
        case .group(let parts): parts.flatMap(\.elements)
        default: []
        }
    }

    /// All that is said within, one after the other.
    var plainText: String {
        switch self {
        case .text(let text): text
        case .words(let words): words.zh
        case .group(let parts), .element(_, let parts): parts.map(\.plainText).joined()
        case .attribute, .flag, .spokenAttribute, .address, .travelling: ""
        }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    fileprivate var trimmed: String {
        String(String(drop(while: \.isWhitespace).reversed()).drop(while: \.isWhitespace).reversed())
    }
}
