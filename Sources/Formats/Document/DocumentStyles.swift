/// The styles of paragraphs: a heading has its number nearly always from its style.
final class DocumentStyles: XMLHandler {
    struct Style {
        var name = ""
        var basedOn: String?
        var number: String?
        var level: Int?
    }

    private let limits: DocumentLimits
    private var styles: [String: Style] = [:]
    private var standard: String?
    private var id: String?
    private var style = Style()

    init(limits: DocumentLimits) { self.limits = limits }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch name {
        case "styles", "pPr", "numPr": return true
        case "style":
            // Numbering styles name a numbering in the same way as paragraphs do.
            guard ["paragraph", "numbering", nil].contains(attributes.named("type")),
                let id = attributes.named("styleId")
            else { return false }
            guard styles.count < limits.parts else {
                throw WorkbookRefused(.tooMuch(.styles, limit: limits.parts))
            }
            (self.id, style) = (id, Style())
            if attributes.named("type") != "numbering", ["1", "true", "on"].contains(attributes.named("default")) {
                standard = id
            }
            return true
        case "name": style.name = attributes.named("val") ?? ""
        case "basedOn": style.basedOn = attributes.named("val")
        case "numId": style.number = attributes.named("val")
        case "ilvl": style.level = attributes.named("val").flatMap { Int($0) }
        default: break
        }
        return false
    }

    override func end(_ name: String) throws {
        guard name == "style", let id else { return }
        styles[id] = style
        self.id = nil
    }

    /// A style and those that it is based on, nearest first; without a name the one that paragraphs have by themselves.
    private func chain(_ id: String?) -> [(id: String, style: Style)] {
        var chain: [(id: String, style: Style)] = []
        var met: Set<String> = []
        var next = id ?? standard
        while let id = next, met.insert(id).inserted, let style = styles[id] {
            chain.append((id, style))
            next = style.basedOn
        }
        return chain
    }

    /// The numbering of a style: its own, or that of the nearest it is based on. `of` is the style that names it.
    func numbering(of id: String?) -> (number: String, level: Int?, of: String)? {
        let chain = chain(id)
        let level = chain.lazy.compactMap(\.style.level).first
        for (id, style) in chain { if let number = style.number { return (number, level, id) } }
        return nil
    }

    /// Whether paragraphs of this style are lines of the list of contents.
    func isOfContents(_ id: String?) -> Bool {
        guard let id, let name = styles[id]?.name.lowercased() else { return false }
        return name.hasPrefix("toc ") || name.hasPrefix("contents ") || name.hasPrefix("目录 ")
    }
}
