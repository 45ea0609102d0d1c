import Storage
import Store
import Training
import Vocabulary

extension WriteRequest {
    /// Does what is asked, in whichever process holds the database. Every failure becomes an answer.
    func perform(in database: Database) -> WriteReply {
        do {
            switch act {
            case .publish(let request): return try request.perform(in: database, asked: self, on: today(database))
            case .setTimeZone(let name): return try setTimeZone(name, in: database)
            case .enterYear(let request): return try request.perform(in: database, asked: self, on: today(database))
            case .makeTown(let request): return try request.perform(in: database, asked: self)
            case .accounts(let request): return try request.perform(in: database, asked: self, on: today(database))
            case .backup(let request): return try request.perform(in: database, asked: self)
            case .importRows(let call): return try call.perform(in: database, asked: self, on: today(database))
            }
        } catch {
            let trouble = Trouble(explaining: error, in: language)
            return WriteReply(ending: trouble.ending, message: trouble.message)
        }
    }

    /// The day it is by the clock of the site, not of whoever asks.
    private func today(_ database: Database) throws -> Day { try database.read { try TownClock($0).today } }

    private func setTimeZone(_ name: String, in database: Database) throws -> WriteReply {
        // By the clock that is to be: a zone that this machine does not know could else never be changed.
        let clock = try database.perform(SetTimeZone(name), by: reader, on: TownClock(zone: name).today)
        return reply(
            "时区已设为\(clock.zone)，今天是\(clock.today.iso)。", "The time zone is \(clock.zone); today is \(clock.today.iso).")
    }

    /// An answer in the language of whoever asks.
    func reply(_ zh: String, _ en: String, _ ending: Ending = .done) -> WriteReply {
        WriteReply(ending: ending, message: language == .zh ? zh : en)
    }
}
