public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A person as somebody fills them in.
public struct PersonDraft: Hashable, Sendable {
    /// The staff number; empty: the program gives one.
    public var code = ""
    public var name = ""
    public var sex = Sex.male
    public var birthMonth = ""

    public init(code: String = "", name: String = "", sex: Sex = .male, birthMonth: String = "") {
        self.code = code
        self.name = name
        self.sex = sex
        self.birthMonth = birthMonth
    }
}

/// Puts a person on record with the post that they hold (新增人员).
public struct AddPerson: Act {
    public static let right = Right.report
    public static let words = Words("新增人员", "Person added")
    public var draft: PersonDraft
    public var post: PostDraft

    public init(_ draft: PersonDraft, post: PostDraft) {
        self.draft = draft
        self.post = post
    }

    public func unit(in reading: some Reading) throws -> String? { post.unit }

    public func perform(in t: ActTransaction) throws -> Person {
        var texts = PeopleTexts()
        var person = try texts.person(draft, today: t.today)
        if let other = try person.code.isEmpty ? nil : t.person(code: person.code) {
            texts.add(.codeTaken(person.code, by: other.name))
        }
        var appointment = try texts.appointment(post, of: person.code, in: t)
        try texts.refuse(in: t)
        if person.code.isEmpty { person.code = try t.nextCode(.person) }
        appointment.person = person.code
        appointment.code = try t.nextCode(.appointment)
        var edits = PeopleEdits()
        edits.persons = [.init(person)]
        edits.appointments = [.init(appointment)]
        try t.write(edits, about: .person, person.code)
        return person
    }
}

/// Another name, sex or month of birth: a slip that is put right (修改人员信息).
public struct ChangePerson: Act {
    public static let right = Right.report
    public static let words = Words("修改人员信息", "Person changed")
    public var code: String
    public var draft: PersonDraft

    /// Of the draft all but the staff number counts.
    public init(_ code: String, _ draft: PersonDraft) {
        self.code = code
        self.draft = draft
    }

    public func perform(in t: ActTransaction) throws -> Person {
        guard let before = try t.person(code: code) else { try t.refuse(PeopleProblem.unknown(.person, code)) }
        try t.requireReach(toPerson: code, with: Self.right)
        var texts = PeopleTexts()
        var after = try texts.person(draft, today: t.today)
        after.code = code
        after.recorded = before.recorded
        if after == before { texts.add(.nothingChanged) }
        try texts.refuse(in: t)
        try t.keep(after, before: before, in: \.persons, about: .person, code)
        return after
    }
}

extension PeopleTexts {
    fileprivate mutating func person(_ draft: PersonDraft, today: Day) throws -> Person {
        let name = spelled(draft.name, .name, PeopleRules.personName)
        let code = spelledIfAny(draft.code, .code, PeopleRules.code)
        let month = PeopleRules.birthMonth(typed: draft.birthMonth)
        if let month {
            if !PeopleRules.isLikely(birthMonth: month, on: today) { add(.tooYoung(month)) }
        } else {
            add(.notABirthMonth(draft.birthMonth))
        }
        return Person(code: code, name: name, sex: draft.sex, birthMonth: month ?? "", recorded: today)
    }
}

extension ActTransaction {
    /// Whoever acts for a unit touches those who serve there, and nobody else.
    func requireReach(toPerson code: String, with right: Right) throws {
        guard reader.unit != nil else { return }
        guard try isWithinReach(person: code, of: reader, on: today) else { throw NotAllowed(right: right, unit: nil) }
    }
}
