import ArgumentParser
import Exchange
import Seats

/// The instance, and what a person wished about it.
struct SeatFileOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(said("班次、人员与限制（JSON）", "classes, people and limits, as JSON"), valueName: "instance"))
    var instance: String
    @Option(help: ArgumentHelp(said("必须安排的名额（JSON）", "seats that must be there, as JSON"), valueName: "file"))
    var pins: String?
    @Option(help: ArgumentHelp(said("不得安排的名额（JSON）", "seats that must not, as JSON"), valueName: "file"))
    var forbids: String?

    /// The instance, tested, and the wishes.
    func load() throws -> (SeatInstance, SeatWishes) {
        let loaded = try Self.read(instance) { bytes throws(UnreadableJSON) in try SeatFile.instance(bytes) }
        do throws(SeatTrouble) { try loaded.validate() } catch { throw Trouble(error, in: instance) }
        let wishes = SeatWishes(
            pins: try pins.map { try Self.seats(at: $0, in: loaded) } ?? [],
            forbids: try forbids.map { try Self.seats(at: $0, in: loaded) } ?? [])
        return (loaded, wishes)
    }

    /// What the planner refused, with the file that it stands in: most of it is about pins.
    func trouble(_ trouble: SeatTrouble, _ wishes: SeatWishes) -> Trouble {
        let pinned: Seat? =
            switch trouble {
            case .pin(let seat, _), .pinnedAndForbidden(let seat): seat
            case .tooManyPins(let id, _, _), .pinsBreakShares(let id): wishes.pins.last { $0.classID == id }
            case .instance, .unknownSeat: nil
            }
        guard let pins, let item = pinned.flatMap({ wishes.pins.firstIndex(of: $0) }) else {
            return Trouble(trouble, in: instance)
        }
        return Trouble(trouble, in: pins, item: item)
    }

    /// Seats of the instance; the first that names nobody of it, or no class, is refused.
    private static func seats(at path: String, in instance: SeatInstance) throws -> [Seat] {
        let seats = try seats(at: path)
        let classes = Set(instance.classes.map(\.id))
        let people = 0..<instance.persons.count
        if let item = seats.firstIndex(where: { !people.contains($0.person) || !classes.contains($0.classID) }) {
            throw Trouble(.unknownSeat(seats[item]), in: path, item: item)
        }
        return seats
    }

    static func seats(at path: String) throws -> [Seat] {
        try read(path) { bytes throws(UnreadableJSON) in try SeatFile.seats(bytes) }
    }

    private static func read<Value>(
        _ path: String, _ parse: ([UInt8]) throws(UnreadableJSON) -> Value
    ) throws -> Value {
        let bytes = try MaterialFile.bytes(at: path)
        do throws(UnreadableJSON) { return try parse(bytes) } catch {
            let sentence = error.sentence(in: Speaking.language)
            throw Trouble.unusable("\(path)：\(sentence)", "\(path): \(sentence)")
        }
    }
}

extension Trouble {
    /// What the planner refused, with the file that it was found in, and the place in its list from 0.
    init(_ trouble: SeatTrouble, in path: String, item: Int? = nil) {
        let sentence = SeatText(Speaking.language).trouble(trouble)
        self = .unusable(
            "\(path)：\(item.map { "第\($0 + 1)项，" } ?? "")\(sentence)",
            "\(path): \(item.map { "item \($0 + 1), " } ?? "")\(sentence)")
    }
}
