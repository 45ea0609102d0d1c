extension HTML {
    /// The same page for whoever may go hardly anywhere: what leads elsewhere is a text.
    func leading(onlyTo open: Set<String>) -> HTML {
        switch self {
        case .element(let name, let parts):
            let leads = parts.contains { part in
                if case .attribute(let attribute, let address) = part, attribute.text == "href" {
                    return address.hasPrefix("/") && !Self.isOpen(address.prefix { $0 != "?" && $0 != "#" }, open)
                }
                return false
            }
            guard name.text == "a", leads else { return .element(name, parts.map { $0.leading(onlyTo: open) }) }
            let kept = parts.filter {
                if case .attribute(let attribute, _) = $0 { attribute.text == "class" } else { true }
            }
            return .element("span", kept)
        case .group(let parts): return .group(parts.map { $0.leading(onlyTo: open) })
        case .attribute, .flag, .text, .words, .spokenAttribute, .address, .travelling: return self
        }
    }

    /// `/me/*` stands for all beneath `/me`.
    private static func isOpen(_ path: Substring, _ open: Set<String>) -> Bool {
        open.contains(String(path)) || open.contains { $0.hasSuffix("/*") && path.hasPrefix($0.dropLast()) }
    }
}
