/// Which part is meant by a link of another: `xl/_rels/workbook.xml.rels` holds those of `xl/workbook.xml`.
final class PartLinks: XMLHandler {
    struct Link {
        /// The last word of the address that names what it is: `worksheet`, `styles`.
        var kind: String
        var part: String
    }

    /// The folder from which links without a slash in front lead.
    private let folder: [Substring]
    private(set) var links: [String: Link] = [:]

    init(of part: String) { folder = part.split(separator: "/").dropLast() }

    static func name(of part: String) -> String {
        var path = part.split(separator: "/", omittingEmptySubsequences: false)
        let last = path.popLast() ?? ""
        return (path + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    func first(_ kind: String) -> String? { links.values.filter { $0.kind == kind }.map(\.part).min() }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        if name == "Relationships" { return true }
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            let type = attributes["Type"], attributes["TargetMode"] != "External", links.count < 10_000
        else { return false }
        links[id] = Link(kind: String(type.split(separator: "/").last ?? ""), part: resolved(target))
        return false
    }

    private func resolved(_ target: String) -> String {
        let steps = target.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        var path = steps.hasPrefix("/") ? [] : folder
        for step in steps.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
