public import Foundation
public import Store
public import Vocabulary

/// What becomes of the letters of a day: one for each account, tried some times, and told in the journal when it is settled.
public enum DigestStage: String, Stored, Sendable {
    case waiting, sending, sent, nothing, refused
}

extension Database {
    /// Puts those who want a letter today and have none in the queue, and gives so many whose turn it is, taken by nobody else.
    public func takeDigests(of day: Day, at now: Date, most: Int = 50) throws -> [DigestWish] {
        try write(by: DigestQueue.account) { writing in
            let connection = writing.connection
            try connection.execute(
                """
                insert into digest_letters (account, letter_day, stage, tries)
                select account, cast($1 as integer), 'waiting', 0 from digest_wishes
                where account in (select name from accounts where disabled_day is null)
                and account not in (select account from digest_letters where letter_day = $1)
                """, [SQLValue(day)])
            try connection.execute(
                "delete from digest_letters where letter_day < $1", [SQLValue(day - DigestQueue.daysKept)])
            let question: SQL = """
                select account from digest_letters where letter_day = \(day) and tries < \(DigestQueue.mostTries)
                and (stage = 'waiting' or stage = 'sending' and tried_at < \(Moment.after(now, seconds: -1800)))
                and account in (select account from digest_wishes) order by account limit \(most)
                """
            let accounts = try connection.rows(question.text, question.values) { try $0.text("account") }
            for account in accounts {
                try connection.execute(
                    """
                    update digest_letters set stage = 'sending', tries = tries + 1, tried_at = $3
                    where letter_day = $1 and account = $2
                    """, [SQLValue(day), SQLValue(account), SQLValue(Moment.text(now))])
            }
            return try accounts.compactMap { try writing.digestWish(of: $0) }
        }
    }

    /// What became of one. What waits on is told in the end.
    public func settleDigest(of account: String, on day: Day, as stage: DigestStage) throws {
        try write(by: DigestQueue.account) { writing in
            let key = [SQLValue(day), SQLValue(account)]
            try writing.connection.execute(
                "update digest_letters set stage = $3 where letter_day = $1 and account = $2", key + [stage.stored])
            let tries = try writing.connection.first(
                "select tries from digest_letters where letter_day = $1 and account = $2", key
            ) { try $0.integer("tries") }
            guard stage != .nothing, stage != .waiting || tries ?? 0 >= DigestQueue.mostTries else { return }
            try writing.journal(
                act: "sendDigest", kind: DigestWish.kind, code: account,
                after: StoredJSON.text(["day": day.iso, "stage": stage.rawValue, "tries": String(tries ?? 0)]))
        }
    }

    /// Whether letters of a day are still to be sent.
    public func hasDigests(of day: Day) throws -> Bool {
        try read { reading in
            let question: SQL = """
                select 1 as one from digest_wishes w where account in (select name from accounts where disabled_day is null)
                and not exists (select 1 from digest_letters l where l.account = w.account and letter_day = \(day)
                    and (stage in ('sent', 'nothing', 'refused') or tries >= \(DigestQueue.mostTries))) limit 1
                """
            return try reading.connection.first(question.text, question.values) { _ in true } ?? false
        }
    }
}

enum DigestQueue {
    /// As whom the journal names whoever sends them.
    static let account = "xingzhi"
    /// Once an hour, until noon has passed where they leave at eight.
    static let mostTries = 6
    static let daysKept = 30
}
