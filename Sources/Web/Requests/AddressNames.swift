import Pages

/// The conditions that each list understands. Another one in its address was meant to narrow it: it is told, and nothing is
/// listed, for the whole would be more than was asked for (docs/decisions/0080, 0088).
enum AddressNames {
    private static let everywhere: Set<String> = ["asOf", "knownAt", "lang", "sort", "page", "size", "saved"]

    private static let ledger: Set<String> = [
        "standing", "task", "obligation", "unit", "kind", "window", "due", "ends", "from", "yearly", "at",
    ]
    private static let lists: [String: Set<String>] = [
        "/": ["under"], "/ledger": ledger, "/ledger.csv": ledger, "/ledger.xlsx": ledger,
        "/ledger/entry": ["obligation", "kind", "subject", "from"],
        "/units.xlsx": ["q", "group", "under"],
        "/people.xlsx": ["q", "unit", "scope"],
        "/ledger/entry/list": ["obligation", "kind", "subject", "from", "show"], "/units": ["q", "group", "under"],
        "/people": ["q", "unit", "scope"], "/activities": ["q", "unit", "kind", "year", "scope"], "/plan": [],
        "/plan/editions": [],
    ]

    /// These show one thing, whatever else the address says.
    private static let pages: Set<String> = ["/", "/ledger/entry", "/ledger/entry/list", "/plan", "/plan/editions"]

    /// Each name once that the list at this address does not know.
    static func slips(_ query: Query, at path: String) -> [AddressSlip] {
        guard let known = lists[path] else { return [] }
        var seen = everywhere.union(known)
        let isList = !pages.contains(path)
        let given = query.items.filter { !$0.value.allSatisfy(\.isWhitespace) }
        return given.filter { seen.insert($0.name).inserted }.map { item in
            let name = AddressSlip.shown(item.name)
            return AddressSlip(
                name: item.name, zh: "没有“\(name)”这个筛选条件" + (isList ? "，没有可列的内容。" : "，未予采用。"),
                en: "There is no condition \u{201C}\(name)\u{201D}"
                    + (isList ? "; nothing can be listed." : "; it was left aside."), isCondition: isList)
        }
    }
}
