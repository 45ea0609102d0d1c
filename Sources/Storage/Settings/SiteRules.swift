public import Store

/// Numbers that a site sets for itself, each under a name of its own; what was never set is as usual.
public protocol SiteRules: Sendable {
    /// As they usually are.
    init()
    static var settings: [(SettingName, any WritableKeyPath<Self, Int> & Sendable)] { get }
}

extension Reading {
    /// What the site has set.
    public func siteRules<Rules: SiteRules>(_ type: Rules.Type) throws -> Rules {
        var rules = Rules()
        for (name, path) in Rules.settings {
            if let value = try setting(name).flatMap({ Int($0) }) { rules[keyPath: path] = value }
        }
        return rules
    }

    /// As they stand now, by the one that was set last.
    public func seen<Rules: SiteRules>(_ type: Rules.Type) throws -> Seen {
        let rows = try Rules.settings.compactMap { name, _ in
            try journal(ofKind: "setting", code: name.rawValue).last
        }
        let last = rows.max { $0.seq < $1.seq }
        return Seen(kind: "setting", code: last?.objectCode ?? "", seq: last?.seq ?? 0)
    }
}

extension WriteTransaction {
    /// Whether any of them differs from what was set.
    public func set<Rules: SiteRules>(_ rules: Rules) throws -> Bool {
        let before = try revision()
        for (name, path) in Rules.settings { try set(name, to: String(rules[keyPath: path])) }
        return try revision() != before
    }
}
