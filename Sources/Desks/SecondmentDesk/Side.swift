import Pages
import Storage
import Store
import Vocabulary

/// The side of a secondment that somebody acts for.
enum Side: String, Named {
    case home, host

    var words: Words { self == .home ? Words("派出单位", "home unit") : Words("接收单位", "host") }
}

extension Secondment {
    func unit(of side: Side) -> String { side == .home ? home : host }

    /// Why a reader may not act for a side; nil: they may. Whose reach is the whole town acts for both.
    func notTheirs(_ side: Side, _ reading: some Reading, _ reader: Reader) throws -> SecondmentProblem? {
        // Whoever is away does not note, grant or appraise their own.
        if let own = reader.person, try reading.codes(of: own).contains(person) { return .notYours }
        return try reading.isWithinReach(unit(of: side), of: reader) ? nil : .notYours
    }
}

extension ListFilter {
    /// Those that came from one's own units, or went there; for whoever sees the whole town both are all.
    static let side = ListFilter.choice("side", Words("本单位作为", "One's own unit as"), Side.self) { side, ask in
        ask.reader.unit.map { .beneath($0, column: side == .home ? "home" : "host") } ?? .always
    }
}
