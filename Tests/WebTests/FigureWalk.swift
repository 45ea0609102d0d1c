import Foundation
import Pages

@testable import Web

/// Goes from page to page and follows each figure.
final class FigureWalk {
    private let site: SmallSite
    private var known: [String: Answer] = [:]
    private var seen: Set<String> = []
    private(set) var figures: [String: Int] = [:]
    private(set) var entries = 0
    private(set) var problems: [String] = []
    private(set) var undeclared: [String] = []
    var mayFollow = true

    init(_ site: SmallSite) { self.site = site }

    private func get(_ address: String) async throws -> Answer {
        let address = String(address.prefix { $0 != "#" })
        if let answer = known[address] { return answer }
        let answer = try await site.get(address)
        known[address] = answer
        return answer
    }

    /// One page of each form of address; a town has hundreds of entries of the same make.
    func pages(from first: String, atMost most: Int) async throws {
        var waiting = [first]
        var left = most
        while let address = waiting.first, left > 0 {
            waiting.removeFirst()
            let path = String(address.prefix { $0 != "#" })
            guard seen.insert(path).inserted else { continue }
            left -= 1
            let page = try await get(path)
            guard page.status == 200 else {
                problems.append("\(path): \(page.status)")
                continue
            }
            for link in Anchor.all(in: page.main) {
                try await look(at: link, on: path)
                let isAnotherOrder = ["sort=", "size=", "page="].contains { link.address.contains($0) }
                if link.address.hasPrefix("/"), !link.address.contains(".csv"), !isAnotherOrder {
                    waiting.append(link.address)
                }
            }
        }
    }

    private func look(at link: Anchor, on page: String) async throws {
        if let count = link.attributes["data-count"].flatMap({ Int($0) }) {
            guard mayFollow, figures[link.address] != count else { return }
            figures[link.address] = count
            let rows = try await rows(link.address)
            if rows != count {
                problems.append("\(page): “\(link.text)” → \(link.address): \(count) said, \(rows) listed")
            }
            if let lines = try await lines(link.address), lines != count {
                problems.append("\(page): “\(link.text)” → \(link.address): \(count) said, \(lines) in the file")
            }
        } else if let figure = link.attributes["data-entry"] {
            guard mayFollow else { return }
            entries += 1
            if try await !get(link.address).text.contains(figure) {
                problems.append("\(page): \(link.address) does not show \(figure)")
            }
        } else if link.isFigure {
            undeclared.append("\(page): \(link.text) → \(link.address)")
        }
    }

    /// The lines of the list that an address opens, page by page.
    private func rows(_ address: String) async throws -> Int {
        let name = address.split(separator: "#").dropFirst().first.map(String.init)
        var counted = 0
        for number in 1...200 {
            let page = try await get(Self.setting("page", String(number), in: Self.setting("size", "100", in: address)))
            guard let list = page.list(named: name) else { return page.status == 200 ? counted : -page.status }
            counted += list.rows
            if counted >= list.all || list.rows == 0 { return counted }
        }
        return counted
    }

    private func lines(_ address: String) async throws -> Int? {
        let links = try await get(address).links
        guard let file = links.first(where: { $0.contains(".csv") }) else { return nil }
        let answer = try await get(file)
        return answer.status == 200 ? answer.text.split(separator: "\r\n").count - 1 : -answer.status
    }

    private static func setting(_ name: String, _ value: String, in address: String) -> String {
        let halves = address.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        var query = Query(parsing: halves.count > 1 ? halves[1] : "")
        query.set(name, value)
        return "\(halves[0])?\(query.text)"
    }
}
