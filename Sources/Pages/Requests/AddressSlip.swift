/// Something in an address that cannot be followed. It is said on the page, with a way to take it out, and never passed over
/// in silence: a page of another day than the one asked for, or of more than was asked for, is a wrong figure.
public struct AddressSlip: Equatable, Sendable {
    /// The parameter that is to be taken out.
    public var name: String
    public var zh: String
    public var en: String
    /// Whether it was meant to narrow a list in a way that the list does not know.
    public var isCondition: Bool

    public init(name: String, zh: String, en: String, isCondition: Bool = false) {
        self.name = name
        self.zh = zh
        self.en = en
        self.isCondition = isCondition
    }
}

extension AddressSlip {
    /// A value that is none of those a parameter can have.
    public static func unknown(_ name: String, _ value: String, zh: String, en: String) -> AddressSlip {
        AddressSlip(
            name: name, zh: "没有“\(shown(value))”这样的\(zh)，没有可列的内容。",
            en: "There is no \(en) \u{201C}\(shown(value))\u{201D}; nothing can be listed.")
    }

    /// An order that a list does not have.
    public static func unknownOrder(_ value: String) -> AddressSlip {
        AddressSlip(
            name: "sort", zh: "不能按“\(shown(value))”排序，现按原来的顺序排列。",
            en: "There is no order \u{201C}\(shown(value))\u{201D}; this is the list's own.")
    }

    /// What every page understands.
    private static let everywhere: Set<String> = ["asOf", "knownAt", "lang", "sort", "page", "size", "saved"]

    /// So many names are told; what else is not known changes nothing any more.
    private static let mostTold = 5

    /// Each name once, of those that have a value, that a page does not know. One in the address of a list was meant to narrow
    /// it: nothing is listed then, for the whole would be more than was asked for (docs/decisions/0080, 0088).
    public static func unknownNames(
        in query: Query, besides known: some Sequence<String>, ofList isList: Bool = true
    ) -> [AddressSlip] {
        var seen = everywhere.union(known)
        let given = query.items.filter { !$0.value.allSatisfy(\.isWhitespace) }
        return given.filter { seen.insert($0.name).inserted }.prefix(mostTold).map { item in
            AddressSlip(
                name: item.name,
                zh: "没有“\(shown(item.name))”这个筛选条件" + (isList ? "，没有可列的内容。" : "，未予采用。"),
                en: "There is no condition \u{201C}\(shown(item.name))\u{201D}"
                    + (isList ? "; nothing can be listed." : "; it was left aside."), isCondition: isList)
        }
    }

    /// What was typed, short enough to be read.
    public static func shown(_ value: String) -> String { value.count > 40 ? value.prefix(40) + "…" : value }
}

/// An address that a file cannot be made for: a file has no place to say what was left out.
public struct BadAddress: Error {
    public var context: PageContext
}

extension PageContext {
    /// The same, with what else of the address cannot be followed.
    public func with(_ slips: [AddressSlip]) -> PageContext {
        var context = self
        context.slips += slips
        return context
    }

    /// Whether the list was to be narrowed in a way that it does not know: then nothing is listed.
    public var isUnknownCondition: Bool { slips.contains(where: \.isCondition) }

    /// For what is sent as a file: nothing rather than something else than was asked for.
    public func requireWhole() throws(BadAddress) {
        if !slips.isEmpty { throw BadAddress(context: self) }
    }
}
