import Pages
import Store
import Vocabulary

/// What the hall's code leads to: a class, a half-day and a window of twenty seconds, sealed with the hall's secret
/// (docs/decisions/0150).
struct HallPass: Hashable, Sendable {
    /// How long one code is shown, in seconds.
    static let window = 20

    var trainingClass: String
    var place: ClassHalf
    var number: Int
    var seal: String

    /// The code that is shown at a moment (seconds since 1970).
    init(_ hall: Hall, at moment: Double) {
        (trainingClass, place) = (hall.trainingClass, hall.place)
        number = Int(moment) / Self.window
        seal = ""
        seal = KeyedDigest.mark(of: sealed, key: Array(hall.secret.text.utf8))
    }

    /// As it stands in an address: `B2026-000001.k1f.m.1r2f3.0123…`; nil for what no hall has ever shown.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard text.utf8.count <= 120, parts.count == 5, let day = Int32(parts[1], radix: 36),
            let half = HalfDay.allCases.first(where: { $0.sign == parts[2] }), let number = Int(parts[3], radix: 36),
            number > 0
        else { return nil }
        (trainingClass, self.number, seal) = (parts[0], number, parts[4])
        place = ClassHalf(day: Day(number: day), half: half)
    }

    private var sealed: String {
        "\(trainingClass).\(String(place.day.number, radix: 36)).\(place.half.sign).\(String(number, radix: 36))"
    }

    var text: String { "\(sealed).\(seal)" }
    var address: String { "\(PageContext.countsByMoment)\(text)" }
    /// Its hall, whose key is that of the roll.
    var hall: String { RollCall.code(of: trainingClass, place) }

    /// When the next code is shown, in seconds from a moment.
    static func left(at moment: Double) -> Int { window - Int(moment) % window }

    /// Whether the hall has made it.
    func isOf(_ hall: Hall) -> Bool { KeyedDigest.holds(seal, of: sealed, key: Array(hall.secret.text.utf8)) }

    /// Whether it was shown at a moment, or just before.
    func isShown(at moment: Double, by hall: Hall) -> Bool {
        let from = Double(number * Self.window)
        return moment >= from && moment < from + Double(Self.window + hall.grace)
    }
}

extension HalfDay {
    fileprivate var sign: String { String(rawValue.prefix(1)) }
}
