import Plans
public import Vocabulary

/// Standing, forecast and next due day from figures alone (docs/ledger.md, "Standing").
struct Pace {
    let window: WindowSpan
    let asOf: Int32

    private var isOver: Bool { asOf > window.to }
    private var elapsed: Double { Double(min(asOf, window.to) - window.from) + 1 }

    /// How much should be done by now: the share of the window gone by, rounded down, with a quarter's head start.
    func expected(_ required: Double) -> Double {
        window.to == never ? 0 : (required * elapsed / window.length + 0.25).rounded(.down)
    }

    func standing(required: Double, done: Double, comparison: Comparison) -> Standing {
        if comparison == .atMost { return done > required ? .overdue : .met }
        if done >= required { return .met }
        if isOver { return .overdue }
        let expected = expected(required)
        if done < expected { return .behind }
        return done > 0 || expected > 0 ? .onCourse : .notYetDue
    }

    /// `done` at the end of the window if it goes on as before; nil before a twelfth of it has passed, and once it is over.
    func forecast(done: Double, limit: Double? = nil) -> Double? {
        guard window.to != never, !isOver, elapsed * 12 >= window.length else { return nil }
        let estimate = (done * window.length / elapsed * 10 + 0.5).rounded(.down) / 10
        return min(max(estimate, done), limit ?? .infinity)
    }

    /// The first day on which the expected figure exceeds what is done; the window's last day where none does.
    func nextDue(required: Double, done: Double) -> Int32? {
        guard window.to != never, !isOver, done < required else { return nil }
        // Multiplied before divided, so that a day that comes out whole stays so; expected figures are whole, done may not be.
        let days = ((done.rounded(.down) + 0.75) * window.length / required).rounded(.up)
        return min(window.to, window.from + Int32(max(1, min(days, window.length))) - 1)
    }
}

extension LedgerEntry {
    /// How much should be done by a day at a steady pace; nil where the window has no end.
    public func expected(by asOf: Day) -> Double? {
        guard let to else { return nil }
        return Pace(window: WindowSpan(from: from.number, to: to.number), asOf: asOf.number).expected(required)
    }
}

extension Rule {
    /// A figure "about" so much may fall this part short.
    static let aboutShare = 0.9

    /// What must be reached of a plain figure.
    var threshold: Double { aboutShare(of: value) }

    /// What must be reached of a figure that is asked for as the rule's value is.
    func aboutShare(of figure: Double) -> Double {
        comparison == .about ? Self.up(figure * Self.aboutShare) : figure
    }

    /// How many of `members` a percentage comes to.
    func required(of members: Int) -> Double {
        let percent = comparison == .about ? value * Self.aboutShare : value
        let exact = Double(members) * percent / 100
        return comparison == .atMost ? (exact + Self.slack).rounded(.down) : Self.up(exact)
    }

    /// How many of `parts` a pass share comes to.
    static func share(_ percent: Double, of parts: Int) -> Double { up(Double(parts) * percent / 100) }

    /// Products of decimal fractions miss whole numbers by a hair: 33.3 % of 1000 are 333.
    private static let slack = 1e-9
    private static func up(_ figure: Double) -> Double { (figure - slack).rounded(.up) }

    /// How a subject's figure stands to what is required of it: "within 15 days" and "a class of at most 5 days" ask for
    /// one that is in time or of that length, so it is only ever too few.
    var figureComparison: Comparison {
        switch measure {
        case .deadline: .atLeast
        case .duration where bearer != .person && bearer != .activity: .atLeast
        default: comparison
        }
    }
}
