import Foundation
import Storage
import Store
import Vocabulary

/// A change that a command asks for: performed by the server, or by the command itself where no server runs.
struct WriteRequest: Codable, Sendable {
    var act: Act
    /// The language of the answer.
    var language: Language
    /// Who asks.
    var by: String

    enum Act: Codable, Sendable {
        case publish(PublishRequest)
        case makeTown(TownRequest)
        case setTimeZone(String)
        case enterYear(YearRequest)
        case backup(BackupRequest)
        case importRows(ImportCall)
        case accounts(AccountsRequest)
    }

    /// Whoever types commands at this machine may do all work.
    var reader: Reader { .localOperator(named: by) }

    init(_ act: Act, language: Language) {
        self.act = act
        self.language = language
        by = NSUserName()
    }
}

/// How it went: what the command prints, and how it ends.
struct WriteReply: Codable, Sendable {
    var ending: Ending
    var message: String
    /// What it prints as its answer.
    var output: String?
}
