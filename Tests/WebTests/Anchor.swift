import Foundation

@testable import Web

/// A link as it stands on a page.
struct Anchor {
    var attributes: [String: String]
    var text: String
    var address: String { attributes["href"] ?? "" }

    /// A bare number. Names of tasks and clauses, and numbers of pages, count nothing.
    var isFigure: Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || " .,%/".contains($0) }
            && !["#task-", "#clause-", "page=", "size="].contains { address.contains($0) }
    }

    static func all(in text: some StringProtocol) -> [Anchor] {
        text.components(separatedBy: "<a ").dropFirst().map { part in
            let head = part.prefix { $0 != ">" }
            let body = part.dropFirst(head.count + 1).components(separatedBy: "</a>")[0]
            return Anchor(attributes: attributes(head), text: plain(body))
        }
    }

    /// `class="n" href="/"`: names and values by turns.
    static func attributes(_ head: some StringProtocol) -> [String: String] {
        let pieces = head.components(separatedBy: "\"")
        var found: [String: String] = [:]
        for place in stride(from: 0, to: pieces.count - 1, by: 2) {
            let name = pieces[place].trimmingCharacters(in: .whitespaces).dropLast()
            found[String(name)] = pieces[place + 1].replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
        return found
    }

    private static func plain(_ html: String) -> String {
        html.components(separatedBy: "<").enumerated().map { index, part in
            index == 0 ? part : String(part.drop { $0 != ">" }.dropFirst())
        }.joined()
    }
}

/// A form as it stands on a page.
struct SentForm {
    var attributes: [String: String]
    var body: String

    static func all(in text: some StringProtocol) -> [SentForm] {
        text.components(separatedBy: "<form").dropFirst().map { part in
            let head = part.prefix { $0 != ">" }
            return SentForm(
                attributes: Anchor.attributes(head),
                body: part.dropFirst(head.count + 1).components(separatedBy: "</form>")[0])
        }
    }
}

extension Answer {
    /// The page without its menu.
    var main: Substring { text.range(of: "<main").map { text[$0.lowerBound...] } ?? text[...] }

    /// A list on the page, by its name or the first: how many it says to have in all, and the lines shown.
    func list(named name: String?) -> (all: Int, rows: Int)? {
        var part = main
        if let name {
            guard let place = part.range(of: " id=\"\(name)\"") else { return nil }
            part = part[place.lowerBound...]
        }
        guard let mark = part.range(of: " data-list=\""), let all = Int(part[mark.upperBound...].prefix { $0 != "\"" })
        else { return nil }
        let rest = part[mark.upperBound...]
        let isTable = part[..<mark.lowerBound].components(separatedBy: "<").last?.hasPrefix("table") == true
        let lines = rest.components(separatedBy: isTable ? "</table>" : "</ul>")[0]
        guard isTable else { return (all, lines.components(separatedBy: "<li").count - 1) }
        let body = lines.components(separatedBy: "<tbody").dropFirst().joined()
        return (all, body.components(separatedBy: "<tr").count - 1)
    }
}
