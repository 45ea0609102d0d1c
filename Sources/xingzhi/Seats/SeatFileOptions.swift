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
            pins: try pins.map { try Self.seats(at: $0) } ?? [],
            forbids: try forbids.map { try Self.seats(at: $0) } ?? [])
        return (loaded, wishes)
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
    /// What the planner refused, with the file that it was found in.
    init(_ trouble: SeatTrouble, in path: String) {
        let sentence = SeatText(Speaking.language).trouble(trouble)
        self = .unusable("\(path)：\(sentence)", "\(path): \(sentence)")
    }
}
