/// Who is a member of a population, and when that is asked (在册口径; docs/ledger.md, "Who belongs where").
public struct Membership: Hashable, Sendable, Codable {
    /// The day on which somebody must belong to be counted in a window.
    public var reckoning: Reckoning
    /// Whether those who joined after the middle of a window are left out unless the duty is done.
    public var excusesLate: Bool
    /// Whether a record counts only if its person belonged on the activity's last day; else records go with the person.
    public var onTheDay: Bool

    public enum Reckoning: String, Codable, Sendable, CaseIterable {
        /// 年初在册
        case windowStart
        /// 年末在册; the as-of day while the window is open
        case windowEnd
        /// 现有人员, whatever the window
        case asOf
    }

    public init(_ reckoning: Reckoning = .windowEnd, excusesLate: Bool = true, onTheDay: Bool = true) {
        self.reckoning = reckoning
        self.excusesLate = excusesLate
        self.onTheDay = onTheDay
    }

    /// What is left out is as in `atEnd`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        reckoning = try container.decodeIfPresent(Reckoning.self, forKey: .reckoning) ?? .windowEnd
        excusesLate = try container.decodeIfPresent(Bool.self, forKey: .excusesLate) ?? true
        onTheDay = try container.decodeIfPresent(Bool.self, forKey: .onTheDay) ?? true
    }

    /// Who belongs at the window's end, was there by its middle, and belonged on the day of each record.
    public static let atEnd = Membership()
}
