import Pages
import Records
import Storage
import Store
import Vocabulary

/// Who keeps a class from day to day: those within reach of its organiser, and the class teacher whom it names, of whatever unit.
extension Reading {
    func keeps(_ reader: Reader, _ found: TrainingClass) throws -> Bool {
        if try isWithinReach(found.scheme.organiser, of: reader) { return true }
        guard let person = reader.person else { return false }
        return try codes(of: person).contains(found.scheme.teacher)
    }
}

extension TrainingClass {
    /// Why whoever keeps it can do nothing with it now: it is not theirs, not approved, or closed.
    func notKept(in reading: some Reading, for reader: Reader) throws -> ClassProblem? {
        guard try reading.keeps(reader, self) else { return .notYours }
        return try notApprovedOrClosed(in: reading)
    }

    /// Those that somebody keeps.
    static func kept(by reader: Reader, in reading: some Reading) throws -> SQL {
        guard let unit = reader.unit else { return .always }
        guard let person = reader.person else { return .beneath(unit, column: "organiser") }
        return "(\(SQL.beneath(unit, column: "organiser")) or teacher in (\(list: try reading.codes(of: person))))"
    }

    static let keptFilter = ListFilter(name: "kept", words: Words("班次", "Classes"), control: nil) { ask, typed in
        guard typed == "me" else { return nil }
        return (ask.say("由我管理", "kept by me"), try kept(by: ask.reader, in: ask.reading))
    }
}

extension ActTransaction {
    /// For what is done by whoever keeps the class.
    func requireKeeper(of trainingClass: String, with right: Right) throws {
        guard let found = try one(TrainingClass.self, trainingClass, for: .everybody) else { return }
        guard try keeps(reader, found) else { throw NotAllowed(right: right, unit: found.scheme.organiser) }
    }
}
