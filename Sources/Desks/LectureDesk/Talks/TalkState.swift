import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a talk stands today, in one word.
enum TalkState: String, Stated {
    case toAnswer, answerOverdue, toCome, toRecord, recordOverdue, toTick, given, declined, cancelled

    var words: Words {
        switch self {
        case .toAnswer: Words("待答复", "To be answered")
        case .answerOverdue: Words("答复逾期", "Answer overdue")
        case .toCome: Words("已约定", "Agreed")
        case .toRecord: Words("待登记", "To be recorded")
        case .recordOverdue: Words("登记逾期", "Record overdue")
        case .toTick: Words("已宣讲，待反馈", "Given, feedback to come")
        case .given: Words("已宣讲", "Given")
        case .declined: Words("未能安排", "Declined")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toAnswer, .toRecord: .next
        case .answerOverdue, .recordOverdue: .overdue
        case .toCome: .notYetDue
        case .toTick, .given: .met
        case .declined, .cancelled: .excused
        }
    }

    static let told: [TalkState] = [.toAnswer, .answerOverdue, .toCome, .toRecord, .recordOverdue, .toTick, .given]

    func condition(_ ask: Ask) throws -> SQL {
        let (rules, today) = (try ask.lectureRules, ask.today)
        let calendar = try ask.workingCalendar
        let asked: SQL = "stage = \(TalkStage.requested)"
        let agreed: SQL = "stage = \(TalkStage.agreed)"
        let answerable = calendar.before(today, rules.answerDays)
        let recordable = calendar.before(today, rules.talkRecordDays)
        let isTicked: SQL = "(ticked_day is not null or host = trainer_unit)"
        return switch self {
        case .toAnswer: "\(asked) and requested_day >= \(answerable)"
        case .answerOverdue: "\(asked) and requested_day < \(answerable)"
        case .toCome: "\(agreed) and day >= \(today)"
        case .toRecord: "\(agreed) and day < \(today) and day >= \(recordable)"
        case .recordOverdue: "\(agreed) and day < \(today) and day < \(recordable)"
        case .toTick: "\(Talk.given) and not \(isTicked)"
        case .given: "\(Talk.given) and \(isTicked)"
        case .declined: "stage = \(TalkStage.declined)"
        case .cancelled: "stage = \(TalkStage.cancelled)"
        }
    }

    static func state(of talk: Talk, _ ask: Ask) throws -> TalkState {
        let (rules, calendar) = (try ask.lectureRules, try ask.workingCalendar)
        switch talk.stage {
        case .requested:
            return calendar.after(talk.requested, rules.answerDays) < ask.today ? .answerOverdue : .toAnswer
        case .agreed:
            if talk.request.day >= ask.today { return .toCome }
            return calendar.after(talk.request.day, rules.talkRecordDays) < ask.today ? .recordOverdue : .toRecord
        case .declined: return .declined
        case .cancelled: return .cancelled
        case .given: return talk.isOwn || talk.ticked != nil ? .given : .toTick
        }
    }

    /// What of it waits for whom: everybody sees talks, and their own wait.
    static func waitsOfOwn(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.unit != nil else { return [] }
        return try own(.answerOverdue, AnswerTalk.self, .giving, ask) + own(.toAnswer, AnswerTalk.self, .giving, ask)
            + own(.recordOverdue, RecordTalk.self, .giving, ask) + own(.toRecord, RecordTalk.self, .giving, ask)
            + own(.toTick, TickTalk.self, .asking, ask)
    }

    /// Requests that nobody answered by the day, for the office that follows them.
    static func followed(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.unit == nil, ask.reader.may(.plan) else { return [] }
        let state = TalkState.answerOverdue
        return try Waiting.some(
            Words("宣讲预约答复逾期", "Requests for talks without an answer"), Talk.self, where: try state.condition(ask),
            order: "requested_day", address: state.listAddress, ask
        ) { talk in
            .init(
                talk.title, talk.address, remark: .text(try ask.naming.unitName(talk.trainerUnit)),
                act: Words("查看", "See"), at: talk.address)
        }
    }

    private static func own<A: TalkAct>(_ state: TalkState, _ act: A.Type, _ side: TalkSide, _ ask: Ask) throws
        -> [Waiting]
    {
        guard A.isAllowed(to: ask.reader), let unit = ask.reader.unit else { return [] }
        return try Waiting.some(
            Words("宣讲\(state.words.zh)", "Talks: \(state.words.en.lowercased())"), Talk.self,
            where: "\(try state.condition(ask)) and \(SQL.beneath(unit, column: side.column))", order: "day",
            address: "\(state.listAddress)&side=\(side.rawValue)", ask
        ) { talk in
            .init(
                talk.title, talk.address,
                remark: .group([.day(talk.request.day), " ", .text(talk.request.heldAt)]), act: A.button,
                at: A.address(of: talk))
        }
    }
}

extension Talk: PagedNoun {
    static let path = "/lectures/talks/:code"
    static let acts: [any RecordAct<Talk>.Type] = [
        AnswerTalk.self, RecordTalk.self, TickTalk.self, MoveTalk.self, CorrectTalk.self, TakeTalkBack.self,
        CancelTalk.self,
    ]
    static let seeing = Words("查看这场宣讲", "See the talk")
    var title: String { "\(request.topic)（\(request.heldAt)）" }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [LectureHome.crumb, Self.home, Frame.Crumb(Words(title, title), address)]
    }

    /// Those that were given in a year, of a trainer or a unit.
    static func list(_ ask: Ask, _ what: (String, String), year: Int) -> String {
        ask.context.link(listAddress, what, ("done", TalkDone.given.rawValue), ("year", String(year)))
    }

    static let listing: Listing<Talk> = {
        var listing = Listing<Talk>(
            Words("宣讲", "Talks"),
            columns: [
                .title(Words("专题", "Topic"), sort: "topic"),
                .day("day", Words("日期", "Day"), sort: "day") { $0.request.day },
                TalkRequest.form.column("place", of: \.request, sort: "place_kind"),
                ListColumn(
                    "person", Words("内训师", "Trainer"), text: { talk, ask in try ask.trainerName(talk.request.trainer) }),
                ListColumn(
                    "unit", Words("内训师单位", "Trainer's unit"), .file, sort: "trainer_unit",
                    text: { talk, ask in try ask.naming.unitName(talk.trainerUnit) }),
                TalkRequest.form.column("host", of: \.request, sort: "host"),
                ListColumn(
                    "heard", Words("听众", "Heard by"), .figure, sort: "heard", unit: Words("人", "people"),
                    text: { talk, _ in talk.stage == .given ? String(talk.heard) : "" }),
                .day("requested", Words("预约", "Asked for"), .file, sort: "requested_day") { $0.requested },
                .day("recorded", Words("登记", "Recorded"), .file, sort: "recorded_day") { $0.recorded }, .code(),
                TalkState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("专题、地点或编号", "Topic, place or number"), Talk.self),
                .unit(Words("内训师单位", "Trainer's unit"), column: "trainer_unit"), .trainer,
                .choice("place", Words("场所", "Where"), TalkPlace.self) { place, _ in "place_kind = \(place)" },
                .year(Words("年度", "Year"), column: "day"),
                .choice("done", Words("是否已宣讲", "Given"), TalkDone.self) { done, _ in
                    done == .given ? given : "not (\(given))"
                },
                .choice("side", Words("本单位作为", "One's own unit"), TalkSide.self) { side, ask in
                    ask.reader.unit.map { .beneath($0, column: side.column) } ?? .always
                }, TalkState.filter,
            ], order: "day desc", empty: Words("还没有预约或登记宣讲", "No talk was asked for yet"),
            sentence: TalkState.sentence)
        listing.since = ListedSince(Words("预约", "asked for")) { "requested_day <= \($0)" }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()
}

/// Whether a talk was given.
enum TalkDone: String, Named {
    case given, open

    var words: Words { self == .given ? Words("已宣讲", "Given") : Words("未宣讲", "Not given") }
}

extension ListFilter {
    /// Of one trainer, by the code of the record.
    fileprivate static var trainer: ListFilter {
        ListFilter(name: "trainer", words: Words("内训师", "Trainer"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil,
                let trainer = try ask.reading.one(InHouseTrainer.self, typed, for: ask.reader)
            else { return nil }
            return (try ask.naming.personName(trainer.entry.person), "trainer = \(trainer.code)")
        }
    }
}

extension Ask {
    func trainerName(_ code: String) throws -> String {
        let person = try naming.once("in-house trainer \(code)") {
            try reading.one(InHouseTrainer.self, code, for: .everybody)?.entry.person
        }
        return try person.map { try naming.personName($0) } ?? code
    }
}
