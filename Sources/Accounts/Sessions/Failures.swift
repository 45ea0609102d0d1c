public import Foundation
import Spelling
import Store

/// About what failures are counted: an account, whether it exists or not, an address, or the codes that begin a site.
public enum FailureSubject: Hashable, Sendable {
    case account(String)
    case address(String)
    case firstCode

    /// What was typed in the place of a name may be anything, also a password: only its hash is kept.
    var key: String {
        switch self {
        case .account(let typed): Token.hash("account:" + String(typed.prefix(200)).folded)
        case .address(let address): Token.hash("address:" + address)
        case .firstCode: Token.hash("first")
        }
    }

    /// Behind one address there may be a whole office.
    var mostFailures: Int { if case .address = self { 20 } else { 5 } }
}

/// How many times it went wrong, and until when nobody is let try again.
public struct Failures: Hashable, Sendable {
    public var count: Int
    var lastAt: String
    public var lockedUntil: String?

    public func isLocked(at now: Date) -> Bool { lockedUntil.map { $0 > Moment.text(now) } ?? false }

    /// Minutes until it may be tried again.
    public func minutesLeft(at now: Date) -> Int {
        guard let lockedUntil else { return 0 }
        return max(1, Int((Moment.date(lockedUntil).timeIntervalSince(now) / 60).rounded(.up)))
    }

    /// A quarter of an hour, then twice as long each time, at most an hour: whoever forgot their password comes in again
    /// the same morning, whoever tries them all gets 24 a day.
    func next(at now: Date, most: Int) -> Failures {
        let pause = now.timeIntervalSince(Moment.date(lastAt))
        let isForgotten = pause > (count < most ? 15 * 60 : 24 * 3600)
        let count = isForgotten ? 1 : count + 1
        guard count >= most else { return Failures(count: count, lastAt: Moment.text(now), lockedUntil: nil) }
        let minutes = min(60, 15 << min(4, count - most))
        return Failures(
            count: count, lastAt: Moment.text(now), lockedUntil: Moment.after(now, seconds: minutes * 60))
    }
}

extension Reading {
    func failures(about subject: FailureSubject) throws -> Failures? {
        try connection.first(
            "select failures, last_at, locked_until from sign_in_failures where about = $1", [SQLValue(subject.key)]
        ) {
            Failures(
                count: try $0.integer("failures"), lastAt: try $0.text("last_at"),
                lockedUntil: try $0.textOrNil("locked_until"))
        }
    }
}

extension Reading {
    /// The one of several locks that lasts longest; nil where nothing is locked.
    func lock(about subjects: [FailureSubject], at now: Date) throws -> Failures? {
        try subjects.compactMap { try failures(about: $0) }.filter { $0.isLocked(at: now) }
            .max { $0.minutesLeft(at: now) < $1.minutesLeft(at: now) }
    }
}

extension WriteTransaction {
    func noteFailure(about subject: FailureSubject, at now: Date) throws {
        let before = try failures(about: subject)
        let after = (before ?? Failures(count: 0, lastAt: Moment.text(now))).next(at: now, most: subject.mostFailures)
        try connection.execute(
            before == nil
                ? "insert into sign_in_failures (about, failures, last_at, locked_until) values ($1, $2, $3, $4)"
                : "update sign_in_failures set failures = $2, last_at = $3, locked_until = $4 where about = $1",
            [
                SQLValue(subject.key), SQLValue(after.count), SQLValue(after.lastAt), SQLValue(after.lockedUntil),
            ])
        let old = Moment.after(now, seconds: -7 * 86_400)
        try connection.execute("delete from sign_in_failures where last_at < $1", [SQLValue(old)])
    }

    func forgetFailures(about subject: FailureSubject) throws {
        try connection.execute("delete from sign_in_failures where about = $1", [SQLValue(subject.key)])
    }
}
