import Vocabulary

/// What an answer tells of its giver besides: by it results are cut. Empty: not told.
struct AnswerGroup: Sendable, Hashable {
    /// The unit right beneath the top.
    var unit = ""
    var kind = ""
    var category = ""

    /// From the most to the least that is told.
    private static let levels: [@Sendable (AnswerGroup) -> AnswerGroup] = [
        { $0 }, { AnswerGroup(unit: $0.unit, kind: $0.kind) }, { AnswerGroup(kind: $0.kind, category: $0.category) },
        { AnswerGroup(kind: $0.kind) },
    ]

    /// Of each only what so many share (docs/decisions/0160): whoever has a unit or a category nearly to themselves is told by
    /// less. Those left over are told by nothing, and are so many at least too.
    static func told(of groups: [AnswerGroup], fewest: Int) -> [AnswerGroup] {
        var told = [AnswerGroup](repeating: AnswerGroup(), count: groups.count)
        var left = Array(groups.indices)
        var kept: [(group: AnswerGroup, members: [Int])] = []
        for level in levels {
            let shared = Dictionary(grouping: left) { level(groups[$0]) }
                .filter { $0.key != AnswerGroup() && $0.value.count >= fewest }
            kept += shared.map { ($0.key, $0.value) }
            let taken = Set(shared.values.joined())
            left.removeAll(where: taken.contains)
        }
        // The same whatever order a dictionary has.
        kept.sort {
            ($0.members.count, $0.group.unit, $0.group.kind, $0.group.category)
                < ($1.members.count, $1.group.unit, $1.group.kind, $1.group.category)
        }
        while !left.isEmpty, left.count < fewest, !kept.isEmpty { left += kept.removeFirst().members }
        for (group, members) in kept { for member in members { told[member] = group } }
        return told
    }
}
