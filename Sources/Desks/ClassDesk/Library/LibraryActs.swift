import Pages
import Store
import Vocabulary

/// Enters something in the library (入库).
struct EnterInLibrary<N: LibraryNoun>: Act {
    static var right: Right { .teach }
    static var rights: Set<Right> { [.plan, .teach] }
    static var name: String { "enterInLibrary" }
    static var words: Words { Words("入库", "Entered") }
    var entry: N.Entry

    func perform(in t: ActTransaction) throws -> N {
        try t.refuse(try entry.problems(in: t))
        let made = N(code: try t.nextCode(N.series), entry: entry, entered: t.today)
        try t.insert(made)
        return made
    }
}

/// Changes what the library says of it.
struct ChangeEntry<N: LibraryNoun>: RecordAct {
    static var right: Right { .teach }
    static var rights: Set<Right> { [.plan, .teach] }
    static var name: String { "changeEntry" }
    static var words: Words { Words("修改", "Changed") }
    static var title: Words { Words("修改", "Change") }
    static var button: Words { Words("修改", "Change") }
    static var step: String { "change" }
    var record: String
    var entry: N.Entry

    func perform(on before: N, in t: ActTransaction) throws -> N {
        try t.refuse(try entry.problems(in: t))
        var made = before
        made.entry = entry
        guard made != before else { try t.refuse(LibraryProblem.nothingChanged) }
        made.noteChange()
        try t.update(made)
        return made
    }
}

/// Takes it out of use, with the reason (停用): it is offered no more, and what was taught stays.
struct StopUsing<N: LibraryNoun>: RecordAct {
    static var right: Right { .teach }
    static var rights: Set<Right> { [.plan, .teach] }
    static var name: String { "stopUsing" }
    static var words: Words { Words("停用", "Taken out of use") }
    static var title: Words { Words("停用", "Take out of use") }
    static var button: Words { Words("停用", "Take out of use") }
    static var step: String { "stop" }
    var record: String
    var reason: String

    static func notNow(_ found: N, in reading: some Reading, for reader: Reader, on today: Day) -> (any Refusal)? {
        found.stop.map { LibraryProblem.isStopped($0.day) }
    }

    func perform(on found: N, in t: ActTransaction) throws -> N {
        var found = found
        found.stop = LibraryStop(day: t.today, reason: reason)
        try t.update(found)
        return found
    }
}

/// Takes it up again (恢复使用).
struct TakeUpAgain<N: LibraryNoun>: RecordAct {
    static var right: Right { .teach }
    static var rights: Set<Right> { [.plan, .teach] }
    static var name: String { "takeUpAgain" }
    static var words: Words { Words("恢复使用", "Taken up again") }
    static var title: Words { Words("恢复使用", "Take up again") }
    static var button: Words { Words("恢复使用", "Take up again") }
    static var step: String { "resume" }
    static var settles: Bool { true }
    var record: String

    static func notNow(_ found: N, in reading: some Reading, for reader: Reader, on today: Day) -> (any Refusal)? {
        found.stop == nil ? LibraryProblem.notStopped : nil
    }

    func perform(on found: N, in t: ActTransaction) throws -> N {
        var found = found
        found.stop = nil
        try t.update(found)
        return found
    }
}

/// Asks for nothing: that it is sent is all there is to say.
struct Confirmed: Sendable, Hashable {
    var mark = ""

    static let form = Form<Confirmed>(.init(Words("确认", "Confirm"), .hidden(\.mark, "confirmed")))
}
