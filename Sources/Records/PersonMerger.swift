public import Vocabulary

/// That two records of people are one human's (合并): from the day this was recorded, what was recorded of one is the other's.
public struct PersonMerger: Hashable, Sendable {
    public var code: String
    /// The staff number that no longer stands by itself.
    public var person: String
    /// Whose records they are; never one that was merged itself.
    public var kept: String
    /// Participations that say once more what another of the same human in the same activity says: they do not count.
    public var doubles: [String]
    public var recorded: Day

    public init(code: String, person: String, kept: String, doubles: [String] = [], recorded: Day) {
        self.code = code
        self.person = person
        self.kept = kept
        self.doubles = doubles
        self.recorded = recorded
    }
}

/// Which staff numbers are one human's, by the mergers that stand.
public struct SamePersons: Hashable, Sendable {
    private var kept: [String: String] = [:]
    private var doubles: Set<String> = []

    public init(_ mergers: some Sequence<PersonMerger> = []) {
        for merger in mergers {
            kept[merger.person] = merger.kept
            doubles.formUnion(merger.doubles)
        }
    }

    public var isEmpty: Bool { kept.isEmpty }

    /// The staff numbers that were merged.
    public var merged: some Collection<String> { kept.keys }

    /// Whose records those of a staff number are.
    public func whose(_ code: String) -> String { kept[code] ?? code }

    /// Every staff number of one human, theirs first, then the others in order.
    public func codes(of person: String) -> [String] {
        kept.isEmpty ? [person] : [person] + kept.filter { $0.value == person }.keys.sorted()
    }

    /// Whether a participation says once more what another says.
    public func isDouble(_ participation: String) -> Bool { doubles.contains(participation) }

    /// Participations as they count: under whom they are now, none of them twice.
    public func settled(_ participations: [Participation]) -> [Participation] {
        guard !isEmpty else { return participations }
        return participations.compactMap { item in
            guard !isDouble(item.code) else { return nil }
            var item = item
            item.person = whose(item.person)
            return item
        }
    }
}
