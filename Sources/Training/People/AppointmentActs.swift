public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A post as somebody fills it in.
public struct PostDraft: Hashable, Sendable {
    public var unit = ""
    public var post = ""
    public var rank = ""
    public var from = Day.unset

    public init(unit: String = "", post: String = "", rank: String = "", from: Day = .unset) {
        self.unit = unit
        self.post = post
        self.rank = rank
        self.from = from
    }
}

/// Gives a person a post who holds none at that time (任职). One person holds one post at a time (docs/decisions/0115).
public struct Appoint: Act {
    public static let right = Right.report
    public static let words = Words("任职", "Appointed")
    public var person: String
    public var post: PostDraft

    public init(_ person: String, to post: PostDraft) {
        self.person = person
        self.post = post
    }

    public func unit(in reading: some Reading) throws -> String? { post.unit }

    public func perform(in t: ActTransaction) throws -> Appointment {
        guard try t.person(code: person) != nil else { try t.refuse(PeopleProblem.unknown(.person, person)) }
        var texts = PeopleTexts()
        var appointment = try texts.appointment(post, of: person, in: t)
        let held = try t.appointments(of: person).first { $0.dated.span.overlaps(appointment.dated.span) }
        if let held { texts.add(.overlaps(held, unit: try t.unit(code: held.unit)?.name ?? held.unit)) }
        try texts.refuse(in: t)
        appointment.code = try t.nextCode(.appointment)
        try t.keep(appointment, in: \.appointments, about: .person, person)
        return appointment
    }
}

/// The last day of a post: retired, resigned, gone elsewhere (任职结束).
public struct EndAppointment: Act {
    public static let right = Right.report
    public static let words = Words("任职结束", "Appointment ended")
    public var code: String
    public var until: Day
    /// Such as 退休.
    public var reason: String

    public init(_ code: String, until: Day, reason: String) {
        self.code = code
        self.until = until
        self.reason = reason
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.appointment(code: code)?.unit }

    public func perform(in t: ActTransaction) throws -> Appointment {
        guard let before = try t.appointment(code: code) else { try t.refuse(PeopleProblem.unknown(.post, code)) }
        return try t.end(before, on: until, in: \.appointments, about: .person, before.person, reason: reason)
    }
}

/// From a day on another post, in the same unit or elsewhere: the one held until then ends the day before (调动、晋升).
public struct Transfer: Act {
    public static let right = Right.report
    public static let words = Words("调动", "Transferred")
    public var person: String
    public var post: PostDraft

    public init(_ person: String, to post: PostDraft) {
        self.person = person
        self.post = post
    }

    public func unit(in reading: some Reading) throws -> String? { post.unit }

    public func perform(in t: ActTransaction) throws -> Appointment {
        guard try t.person(code: person) != nil else { try t.refuse(PeopleProblem.unknown(.person, person)) }
        let held = try t.appointments(of: person)
        let open = held.filter { $0.dated.span.until == nil }
        for item in open { try t.requireReach(to: item.unit, with: Self.right) }
        var texts = PeopleTexts()
        var appointment = try texts.appointment(post, of: person, in: t)
        if open.isEmpty { texts.add(.holdsNone) }
        for item in open where item.dated.span.from >= post.from { texts.add(.notLater(item.dated.span.from)) }
        for item in open
        where item.unit == appointment.unit && item.post == appointment.post && item.rank == appointment.rank {
            texts.add(.nothingChanged)
        }
        let ended = held.first { $0.dated.span.until != nil && $0.dated.span.overlaps(appointment.dated.span) }
        if let ended { texts.add(.overlaps(ended, unit: try t.unit(code: ended.unit)?.name ?? ended.unit)) }
        try texts.refuse(in: t)
        appointment.code = try t.nextCode(.appointment)
        var edits = PeopleEdits()
        edits.appointments = open.map { .init($0.ended(on: post.from - 1, recorded: t.today), before: $0) }
        edits.appointments.append(.init(appointment))
        try t.write(edits, about: .person, person)
        return appointment
    }
}

extension PeopleTexts {
    /// A post as it is kept, without its code.
    mutating func appointment(_ draft: PostDraft, of person: String, in t: ActTransaction) throws -> Appointment {
        let post = spelledIfAny(draft.post, .post, PeopleRules.post)
        let rank = spelledIfAny(draft.rank, .rank, PeopleRules.rank)
        day(draft.from, .from, today: t.today)
        if draft.from != .unset, let born = try t.person(code: person)?.birthMonth {
            add(PeopleRules.problem(with: draft.from, bornIn: born))
        }
        add(try t.problem(with: draft.unit, on: draft.from))
        return Appointment(
            code: "", person: person, unit: draft.unit, post: post, rank: rank,
            dated: Dated(from: draft.from, recorded: t.today))
    }
}

extension Reading {
    /// That a unit is there on a day.
    func problem(with code: String, on day: Day) throws -> PeopleProblem? {
        guard let unit = try unit(code: code) else { return .unknown(.unit, code) }
        return unit.span.contains(day) ? nil : .unitClosed(unit.name, on: day, .from)
    }
}
