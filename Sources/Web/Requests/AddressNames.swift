import Pages

/// The conditions that each list understands which is no desk's.
enum AddressNames {
    private static let ledger: Set<String> = [
        "standing", "task", "obligation", "unit", "kind", "window", "due", "ends", "from", "yearly", "at",
    ]
    private static let lists: [String: Set<String>] = [
        "/": ["under"], "/ledger": ledger, "/ledger.csv": ledger, "/ledger.xlsx": ledger,
        "/ledger/entry": ["obligation", "kind", "subject", "from"],
        "/units.xlsx": ["q", "group", "under"],
        "/people.xlsx": ["q", "unit", "scope"],
        "/ledger/entry/list": ["obligation", "kind", "subject", "from", "show"], "/units": ["q", "group", "under"],
        "/people": ["q", "unit", "scope"], "/plan": [],
        "/plan/editions": [],
    ]

    /// These show one thing, whatever else the address says.
    private static let pages: Set<String> = ["/", "/ledger/entry", "/ledger/entry/list", "/plan", "/plan/editions"]

    /// Each name once that the list at this address does not know.
    static func slips(_ query: Query, at path: String) -> [AddressSlip] {
        guard let known = lists[path] else { return [] }
        return AddressSlip.unknownNames(in: query, besides: known, ofList: !pages.contains(path))
    }
}
