import Vocabulary

/// A population as bare tables, for looking at everybody; good for as long as the test that it was made from.
struct BareTest: @unchecked Sendable {
    private enum Way { case nobody, plain, intricate }
    private let way: Way
    private let units: UnsafeMutablePointer<Bool>
    /// By number of category, whether it is wanted; kept by the test. Nil where categories do not matter.
    private let categories: UnsafeMutablePointer<Bool>?
    /// 2 where it does not matter.
    private let sex: UInt8

    init(_ test: PopulationTest, in moment: Moment) {
        way = test.unknownRoster ? .nobody : test.roster != nil || test.asksTeam ? .intricate : .plain
        units = test.units.start
        categories = test.asksCategories ? test.wantedCategories.start : nil
        sex = test.sex.map { $0 == .female ? 0 : 1 } ?? 2
    }

    /// The one stretch of days in which somebody belongs, where their facts are as simple as most people's are; nil where
    /// it takes a closer look.
    @inline(__always)
    func stretch(
        _ posts: UnsafeBufferPointer<AppointmentRow>, _ held: UnsafeBufferPointer<HoldingRow>, _ sex: UInt8,
        _ knownAt: Int32
    ) -> Stretch? {
        if way != .plain { return way == .nobody ? Stretch.none : nil }
        if posts.count != 1 { return posts.isEmpty ? Stretch.none : nil }
        let post = posts[0]
        guard units[Int(post.unit)], post.dated.recorded <= knownAt else { return Stretch.none }
        if self.sex != 2, self.sex != sex { return Stretch.none }
        var from = post.dated.from
        var until = post.dated.end(knownAt: knownAt)
        guard let categories else { return until >= from ? Stretch(from: from, until: until) : Stretch.none }
        var count = 0
        for holding in held where categories[Int(holding.category)] && holding.dated.recorded <= knownAt {
            count += 1
            from = max(from, holding.dated.from)
            until = min(until, holding.dated.end(knownAt: knownAt))
        }
        if count > 1 { return nil }
        return count == 1 && until >= from ? Stretch(from: from, until: until) : Stretch.none
    }
}
