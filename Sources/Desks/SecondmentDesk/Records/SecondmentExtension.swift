import Pages
import Storage
import Store
import Vocabulary

/// Why and until when somebody is to stay longer (延期).
struct ExtensionDraft: Sendable, Hashable {
    var until = Day.unset
    var homeAgrees = Answer.unknown
    var personAgrees = Answer.unknown
    var reason = ""

    static let form = Form<ExtensionDraft>(
        .init(
            Words("延期", "Extension"), .day(\.until, "until", Words("延至", "Until")),
            .choice(\.homeAgrees, "homeAgrees", Words("派出单位同意", "The home unit agrees")),
            .choice(\.personAgrees, "personAgrees", Words("本人愿意", "The person is willing")),
            .longText(
                \.reason, "reason", Words("原因", "Why"), hint: Words("写工作需要", "What the work needs"), limit: 500, rows: 3
            )))

    func problems(of secondment: Secondment) -> [SecondmentProblem] {
        if until <= secondment.to { return [.notLonger(secondment.to)] }
        let most = (secondment.started ?? secondment.from).ending(months: Self.mostMonths)
        return until > most ? [.notLongerThan(most)] : []
    }

    /// What a record among the activities can span.
    static let mostMonths = 36

    var remarks: [Words] {
        var found: [Words] = []
        if homeAgrees != .yes {
            found.append(Words("派出单位没有同意或者未征求意见", "The home unit did not agree, or was not asked"))
        }
        if personAgrees != .yes { found.append(Words("本人不愿意或者未征求意见", "The person is not willing, or was not asked")) }
        return found
    }
}

/// A request to stay longer: the host asks, the office decides.
struct SecondmentExtension: Noun {
    var code: String
    var secondment: String
    var draft: ExtensionDraft
    var asked: Day
    var stage: AskedStage
    var decided: Day?
    var remark: String

    static let table = Table<SecondmentExtension>(
        "secondment_extensions", Column("code") { $0.code }, Column("secondment") { $0.secondment },
        Column("until_day") { $0.draft.until }, Column("home_agrees") { $0.draft.homeAgrees },
        Column("person_agrees") { $0.draft.personAgrees }, Column("reason") { $0.draft.reason },
        Column("asked_day") { $0.asked }, Column("stage") { $0.stage }, Column("decided_day") { $0.decided },
        Column("remark") { $0.remark }
    ) { code, secondment, until, homeAgrees, personAgrees, reason, asked, stage, decided, remark in
        SecondmentExtension(
            code: code, secondment: secondment,
            draft: ExtensionDraft(until: until, homeAgrees: homeAgrees, personAgrees: personAgrees, reason: reason),
            asked: asked, stage: stage, decided: decided, remark: remark)
    }
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through("secondment", Secondment.self, "reason", "remark")
}

/// Of what somebody asked for: an extension, leave.
enum AskedStage: String, Named, Stored {
    case asked, granted, refused

    var words: Words {
        switch self {
        case .asked: Words("待批", "To be decided")
        case .granted: Words("已批准", "Granted")
        case .refused: Words("未批准", "Refused")
        }
    }

    var mark: Mark {
        switch self {
        case .asked: .next
        case .granted: .met
        case .refused: .excused
        }
    }
}

/// The host asks for more time.
struct AskExtension: RecordAct {
    static let right = Right.report
    static let words = Words("申请延期", "Extension asked for")
    static let title = Words("申请延期", "Ask for an extension")
    static let button = Words("申请延期", "Extend")
    static let step = "extend"
    var record: String
    var draft: ExtensionDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        if let why = secondment.notAway { return why }
        let isOpen = try reading.count(
            SecondmentExtension.self, for: .everybody,
            where: "secondment = \(secondment.code) and stage = \(AskedStage.asked)")
        return isOpen > 0 ? SecondmentProblem.extensionOpen : nil
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        try t.refuse(draft.problems(of: secondment))
        try t.insert(
            SecondmentExtension(
                code: try t.nextCode(.secondmentExtension), secondment: secondment.code, draft: draft, asked: t.today,
                stage: .asked, decided: nil, remark: ""))
        return secondment
    }
}

/// The office decides; what it grants moves the end.
struct DecideExtension: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("批复延期", "Extension decided")
    static let title = Words("批复延期", "Decide on the extension")
    static let button = Words("批复", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ asked: SecondmentExtension, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { asked.stage == .asked ? nil : SecondmentProblem.extensionDecided }

    func perform(on asked: SecondmentExtension, in t: ActTransaction) throws -> SecondmentExtension {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(SecondmentProblem.noReason) }
        var asked = asked
        asked.stage = isApproved ? .granted : .refused
        asked.decided = t.today
        asked.remark = remark
        if isApproved, var secondment = try t.one(Secondment.self, asked.secondment, for: t.reader) {
            if let why = secondment.notAway { try t.refuse(why) }
            secondment.to = asked.draft.until
            try t.update(secondment)
        }
        try t.update(asked)
        return asked
    }
}

/// Where a request for more time stands.
enum ExtensionState: String, Stated {
    case toDecide, granted, refused

    var stage: AskedStage {
        switch self {
        case .toDecide: .asked
        case .granted: .granted
        case .refused: .refused
        }
    }

    var words: Words { stage.words }
    var mark: Mark { stage.mark }
    static let told: [ExtensionState] = [.toDecide, .granted]

    func condition(_ ask: Ask) -> SQL { "stage = \(stage)" }
    static func state(of asked: SecondmentExtension, _ ask: Ask) -> ExtensionState {
        allCases.first { $0.stage == asked.stage } ?? .toDecide
    }

    static let waits: [WaitingState<ExtensionState>] = [
        .init(.toDecide, DecideExtension.self, of: .office) { asked, ask in
            .group([.text(try ask.personOn(asked.secondment)), .say(" 延至 ", " until "), .day(asked.draft.until)])
        }
    ]
}

extension SecondmentExtension: PagedNoun {
    static let path = "/secondments/extensions/:code"
    static let acts: [any RecordAct<SecondmentExtension>.Type] = [DecideExtension.self]
    static let seeing = Words("查看这份延期", "See the request")
    var title: String { "延期 \(code)" }

    static let listing: Listing<SecondmentExtension> = {
        var listing = Listing<SecondmentExtension>(
            Words("挂职延期", "Extensions"),
            columns: [
                .title(Words("延期", "Extension"), sort: "code"),
                ListColumn(
                    "person", Words("人员", "Person"), sort: "secondment",
                    text: { row, ask in try ask.personOn(row.secondment) }),
                ExtensionDraft.form.column("until", of: \.draft, .day, sort: "until_day"),
                ExtensionDraft.form.column("homeAgrees", of: \.draft, .off),
                ExtensionDraft.form.column("personAgrees", of: \.draft, .off),
                .day("asked", Words("申请", "Asked"), .off, sort: "asked_day") { $0.asked },
                ExtensionState.column(sort: "stage"),
            ], filters: [.year(Words("年度", "Year"), column: "asked_day"), ExtensionState.filter],
            order: "asked_day desc, code", empty: Words("没有延期申请", "Nobody asked for more time"),
            sentence: ExtensionState.sentence)
        listing.since = ListedSince(Words("申请", "asked for")) { "asked_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = ExtensionState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .warnings(stage == .asked ? draft.remarks : []), try ExtensionDraft.form.facts(draft, ask),
                remark.isEmpty ? .nothing : .part(Words("批复意见", "Decision"), .p(.text(remark))),
                try ask.history(ask.steps(of: SecondmentExtension.self, code))))
        page.sentence = .group([
            .link(Secondment.address(of: secondment), .text(try ask.personOn(secondment))), .say("，延至", ", until "),
            .day(draft.until), .say("。", ". "), .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."),
            ask.standsToday,
        ])
        return page
    }
}
