import Pages
import Records
import Spelling
import Store
import Vocabulary

/// As what somebody spoke (授课人身份).
enum SpeakerRole: String, Named, Stored {
    case leader, secretary, member, expert, model

    var words: Words {
        switch self {
        case .leader: Words("领导干部", "Leading official")
        case .secretary: Words("支部书记", "Branch secretary")
        case .member: Words("党员", "Member")
        case .expert: Words("专家", "Expert")
        case .model: Words("先进模范", "Role model")
        }
    }

    /// Whether somebody from outside may speak as this.
    var mayBeGuest: Bool { self == .expert || self == .model }
}

/// Where it was given, seen from who spoke.
enum LecturePlace: String, Named, Stored {
    case own, contact, other

    var words: Words {
        switch self {
        case .own: Words("所在支部", "Own branch")
        case .contact: Words("联系点", "Contact point")
        case .other: Words("其他单位", "Another unit")
        }
    }
}

/// Somebody who spoke: a person of the records, or a guest by name and post.
struct LectureSpeaker: Sendable, Hashable {
    var role = SpeakerRole.member
    var person = ""
    var guest = ""

    func said(_ naming: Naming) throws -> String { person.isEmpty ? guest : try naming.personName(person) }

    static let form = Form<LectureSpeaker>(
        .init(
            Words("授课人", "Speakers"), .choice(\.role, "role", Words("身份", "As")),
            FormField(
                name: "who", words: Words("授课人", "Speaker"), isRequired: true,
                typed: { speaker, naming in [("who", try speaker.typed(naming))] },
                read: { query, prefix, speaker, naming in
                    try speaker.read(query[prefix + "who"] ?? "", at: prefix + "who", naming)
                }, control: { .textField($0.id, $0.value) },
                shown: { speaker, naming in .text(try speaker.said(naming)) },
                text: { speaker, naming in try speaker.said(naming) })))

    private func typed(_ naming: Naming) throws -> String {
        guard !person.isEmpty else { return guest }
        return try naming.person(person).map { "\(person) \($0.name)" } ?? person
    }

    /// A name or a number; of an expert or a model who is nobody of the records, name and post as they are typed.
    private mutating func read(_ typed: String, at field: String, _ naming: Naming) throws -> [FormProblem] {
        (person, guest) = ("", "")
        let typed = typed.withoutOuterSpace
        guard !typed.isEmpty else { return [FormProblem(field, Words("请填写授课人", "Say who spoke"))] }
        guard TextRule.name.flaw(in: typed) == nil else {
            return [FormProblem(field, Words("授课人最多60字", "At most 60 characters"))]
        }
        let first = typed.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? typed
        var found = try naming.persons(typed: typed)
        if found.isEmpty { found = try naming.person(first).map { [$0] } ?? [] }
        if found.count == 1 {
            person = found[0].code
            return []
        }
        guard found.isEmpty else {
            let choices = try found.prefix(6).map { "\($0.code) \(try naming.whereabouts(of: $0.code))" }
            return [
                FormProblem(
                    field,
                    Words(
                        "有\(found.count)人叫“\(typed.shortened)”，请填编号：" + choices.joined(separator: "；"),
                        "\(found.count) are called “\(typed.shortened)”; give the number: "
                            + choices.joined(separator: "; ")))
            ]
        }
        guard role.mayBeGuest else {
            return [
                FormProblem(
                    field,
                    Words(
                        "没有查到“\(typed.shortened)”，请核对姓名或改填人员编号；外请的专家、模范请选相应身份",
                        "Nobody is called “\(typed.shortened)”: check the name, or choose expert or role model for a guest"
                    ))
            ]
        }
        guest = typed
        return []
    }
}

/// What a lecture fills: one lecture may fill several (一课多计).
enum LectureDuty: String, Named {
    case leaderOwn, leaderContact, secretary, member, byExpert, byModel, branchClass

    var words: Words {
        switch self {
        case .leaderOwn: Words("领导干部在所在支部讲党课", "A leading official's lecture in their own branch")
        case .leaderContact: Words("领导干部在联系点讲党课", "A leading official's lecture at a contact point")
        case .secretary: Words("支部书记讲党课", "The secretary's lecture")
        case .member: Words("党员讲党课", "A member's lecture")
        case .byExpert: Words("单位专家党课", "The unit's lecture by an expert")
        case .byModel: Words("单位先进典型党课", "The unit's lecture by a role model")
        case .branchClass: Words("支部季度党课", "The branch's lecture of the quarter")
        }
    }

    /// By who spoke as what, where, and for how long; a lecture that is too short fills none.
    static func filled(
        by speakers: [LectureSpeaker], at place: LecturePlace, minutes: Int, _ rules: BranchRules
    ) -> [LectureDuty] {
        guard minutes >= rules.lectureMinutes, !speakers.isEmpty else { return [] }
        var duties: [LectureDuty] = [.branchClass]
        for speaker in speakers {
            switch (speaker.role, place) {
            case (.leader, .own): duties.append(.leaderOwn)
            case (.leader, .contact): duties.append(.leaderContact)
            case (.secretary, .own): duties.append(.secretary)
            case (.member, _): duties.append(.member)
            case (.expert, _): duties.append(.byExpert)
            case (.model, _): duties.append(.byModel)
            case (.leader, .other), (.secretary, .contact), (.secretary, .other): break
            }
        }
        return allCases.filter(duties.contains)
    }
}
