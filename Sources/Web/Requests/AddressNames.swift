import Pages

/// The names that pages understand which show one thing, whatever else their address says. Lists know their own.
enum AddressNames {
    private static let pages: [String: Set<String>] = [
        "/": ["under"], "/ledger/entry": ["obligation", "kind", "subject", "from"], "/plan": [], "/plan/editions": [],
    ]

    /// Each name once that the page at this address does not know.
    static func slips(_ query: Query, at path: String) -> [AddressSlip] {
        guard let known = pages[path] else { return [] }
        return AddressSlip.unknownNames(in: query, besides: known, ofList: false)
    }
}
