import Storage
import Vocabulary

extension WriteRequest {
    /// Does what is asked, in whichever process holds the database. Every failure becomes an answer.
    func perform(in database: Database) -> WriteReply {
        do {
            switch act {
            case .publish(let request): return try request.perform(in: database, asked: self)
            case .makeTown(let request): return try request.perform(in: database, asked: self)
            }
        } catch {
            let trouble = Trouble(explaining: error, in: language)
            return WriteReply(ending: trouble.ending, message: trouble.message)
        }
    }

    /// An answer in the language of whoever asks.
    func reply(_ zh: String, _ en: String, _ ending: Ending = .done) -> WriteReply {
        WriteReply(ending: ending, message: language == .zh ? zh : en)
    }
}
