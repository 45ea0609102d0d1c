import LedgerEngine
import Pages
import Store
import Vocabulary

/// What became of a slot by agreement.
enum SlotChangeKind: String, Named, Stored {
    case skip, move

    var words: Words {
        switch self {
        case .skip: Words("免办", "Skipped")
        case .move: Words("改期", "Moved")
        }
    }
}

/// What was said to a slot that is to be skipped (批复).
enum SlotAnswer: String, Named, Stored {
    case approved, returned

    var words: Words {
        switch self {
        case .approved: Words("已批准", "Approved")
        case .returned: Words("退回修改", "Returned")
        }
    }
}

/// That a slot of a unit's year was skipped or moved, why, and on what ground (免办、改期). The ledger's duty stays as it is: a
/// skipped slot is shown as skipped, and never as fulfilled (docs/decisions/0166). It is skipped once somebody else has approved
/// of it; until then it is asked for (docs/decisions/0194).
struct SlotChange: Noun {
    var code: String
    /// Within whose reach it lies: the subject's own unit, or the one that answers for it.
    var unit: String
    var year: Int
    var key: SlotKey
    /// When it was due before.
    var due: Day
    var kind: SlotChangeKind
    /// Of a moved one.
    var newDay: Day?
    var agreement: Agreement
    var made: Day
    var undone: Day?
    /// Of one that is to be skipped; nil: it is only asked for.
    var answer: SlotAnswer?
    var answered: Day?
    var answeredBy = ""
    /// What was said with the answer: where it was returned, what to change.
    var remark = ""

    /// Whether it changes how its slot stands.
    var isInForce: Bool { kind == .move || answer == .approved }

    static let table = Table<SlotChange>(
        "slot_changes",
        Column("code") { $0.code }, Column("unit") { $0.unit }, Column("slot_year") { $0.year },
        Column("obligation") { $0.key.obligation }, Column("subject_kind") { $0.key.subject.kind.rawValue },
        Column("subject") { $0.key.subject.code }, Column("window_from") { $0.key.from },
        Column("place") { $0.key.place }, Column("due_day") { $0.due }, Column("kind") { $0.kind },
        Column("new_day") { $0.newDay }, Column("reason") { $0.agreement.reason },
        Column("agreed_by") { $0.agreement.agreedBy }, Column("made_day") { $0.made },
        Column("undone_day") { $0.undone }, Column("answer") { $0.answer }, Column("answered_day") { $0.answered },
        Column("answered_by") { $0.answeredBy }, Column("answer_remark") { $0.remark }
    ) {
        code, unit, year, obligation, subjectKind, subject, from, place, due, kind, newDay, reason, agreedBy, made,
        undone, answer, answered, answeredBy, remark in
        SlotChange(
            code: code, unit: unit, year: year,
            key: SlotKey(
                obligation: obligation, subject: Subject(Subject.Kind(rawValue: subjectKind) ?? .unit, subject),
                from: from, place: place), due: due, kind: kind, newDay: newDay,
            agreement: Agreement(reason: reason, agreedBy: agreedBy), made: made, undone: undone,
            answer: answer, answered: answered, answeredBy: answeredBy, remark: remark)
    }
    static let reach = Reach.unit("unit")
    static let searched = ["reason", "agreed_by", "code"]
}

/// Why, and who agreed.
struct Agreement: Hashable, Sendable {
    var reason = ""
    /// The office or the paper: 市委组织部干部教育科, 〔2026〕7号批复.
    var agreedBy = ""
}

extension Reading {
    /// Those that stood on a day, of a year, as they stood then; `subjects`: of those alone. Whoever asks sees to it whose slots
    /// are told: they are narrowed with the slots.
    func slotChanges(in year: Int, of subjects: [String]? = nil, knownAt: Day?) throws -> [SlotChange] {
        var condition: SQL = "slot_year = \(year)"
        if let subjects { condition = "\(condition) and subject in (\(list: subjects))" }
        guard let knownAt else {
            return try all(
                SlotChange.self, for: .everybody, where: "\(condition) and undone_day is null", order: "due_day")
        }
        condition = "\(condition) and made_day <= \(knownAt) and (undone_day is null or undone_day > \(knownAt))"
        return try all(SlotChange.self, for: .everybody, where: condition, order: "due_day").map { change in
            var change = change
            if let answered = change.answered, answered > knownAt { (change.answer, change.answered) = (nil, nil) }
            return change
        }
    }

    /// What was agreed or asked of one slot and stands.
    func standingChange(of key: SlotKey) throws -> SlotChange? {
        try all(
            SlotChange.self, for: .everybody,
            where: """
                subject_kind = \(key.subject.kind.rawValue) and subject = \(key.subject.code)
                and obligation = \(key.obligation) and window_from = \(key.from) and place = \(key.place)
                and undone_day is null
                """
        ).first
    }
}
