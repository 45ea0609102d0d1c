import Formats
import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What is decided once the public notice is over: prizes as they stand, and to whom a title is given.
struct AwardDraft: Sendable, Hashable {
    var documentNumber = ""
    var body = ""
    var day = Day.unset
    var titled = TitledWith.skilled
    var level = TitleLevel.unit
    /// The first so many places of each event are given it.
    var places = 1

    static let form = Form<AwardDraft>(
        .init(
            Words("表彰决定", "The decision"), .text(\.body, "body", Words("授予单位", "Awarding body"), rule: .name),
            .text(\.documentNumber, "documentNumber", Words("文号", "Document number"), rule: .name),
            .day(\.day, "day", Words("决定日期", "Decided on"))),
        .init(
            Words("授予称号", "Titles"), .choice(\.titled, "titled", Words("称号", "Title")),
            .choice(\.level, "level", Words("级别", "Level")),
            .number(\.places, "places", Words("各赛项前几名", "First places of each event"), in: 0...20)))
}

/// What the winners of a contest are given besides their prize.
enum TitledWith: String, Named {
    case none, skilled, backbone

    var title: TitleName? { self == .skilled ? .skilled : self == .backbone ? .backbone : nil }

    var words: Words { title?.words ?? Words("不授予称号", "No title") }
}

/// Decides on the award (表彰): whoever came first in an event is given a title in the same change.
struct DecideAward: OrganiserAct {
    static let right = Right.report
    static let words = Words("表彰决定", "Award decided")
    static let title = Words("作出表彰决定", "Decide on the award")
    static let button = Words("表彰", "Award")
    static let step = "award"
    static let settles = true
    static let stages: Set<ContestStage> = [.published]
    var record: String
    var award: AwardDraft

    /// Not while somebody may still object, or waits for an answer: an objection that is upheld later could not be put right.
    static func notNow(
        _ contest: DrillContest, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try contest.notHeld(by: reader, in: stages, reading) { return problem }
        if let until = contest.noticeUntil, today <= until { return DrillProblem.noticeRuns(until) }
        let open = try reading.count(
            ContestObjection.self, for: .everybody, where: "contest = \(contest.code) and answered_day is null")
        return open > 0 ? DrillProblem.objectionsOpen(open) : nil
    }

    func perform(on before: DrillContest, in t: ActTransaction) throws -> DrillContest {
        if award.day > t.today { try t.refuse(DrillProblem.dayToCome("day", award.day)) }
        if let published = before.published, award.day < published {
            try t.refuse(DrillProblem.beforeResults(published))
        }
        try t.refuse(award.level.problems(for: t.reader, in: t))
        let years = try t.siteRules(DrillRules.self).titleYears
        let entries = Dictionary(
            try t.entries(of: before).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        if let title = award.titled.title {
            var met: Set<String> = []
            for (_, event, placings) in try t.places(of: before) {
                for placing in placings {
                    guard let rank = placing.rank, rank <= award.places, let entry = entries[placing.entry] else {
                        continue
                    }
                    // Of a team each of its people.
                    for person in entry.people where met.insert(person).inserted {
                        var scheme = TitleScheme(person: person, unit: entry.unit)
                        (scheme.title, scheme.level, scheme.year) = (title, award.level, before.scheme.year)
                        // One of a kind, level and year (docs/decisions/0176): whoever has it keeps that.
                        if try t.hasTitle(like: scheme) { continue }
                        (scheme.body, scheme.documentNumber, scheme.day) = (award.body, award.documentNumber, award.day)
                        scheme.validUntil = years > 0 ? award.day.ending(months: years * 12) : nil
                        try t.insert(
                            DrillTitle(
                                code: try t.nextCode(.drillTitle), scheme: scheme, contest: before.code,
                                event: event.name, place: rank, entered: t.today, revoked: nil,
                                revocation: Revocation()))
                    }
                }
            }
        }
        var contest = before
        (contest.stage, contest.decided, contest.documentNumber) = (.decided, award.day, award.documentNumber)
        try t.update(contest)
        return contest
    }
}

extension DrillContest {
    /// The decision as it is issued (表彰决定).
    func decision(_ ask: Ask) throws -> Answered {
        let name = try ask.naming.unitName(unit)
        let entries = Dictionary(
            try ask.reading.entries(of: self).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        let places = try ask.reading.places(of: self)
        let title = "关于表彰\(scheme.title)优胜单位和个人的决定"
        let titled = try ask.reading.all(
            DrillTitle.self, for: .everybody, where: "contest = \(code) and revoked_day is null", order: "code")
        let span =
            scheme.from == scheme.to ? scheme.from.spoken : "\(scheme.from.spoken)至\(scheme.to.spoken)"
        var parts: [OfficialDocument.Part] = [
            .title(title), .number(documentNumber), .addressee("各参赛单位："),
            .paragraph(
                "\(span)，\(name)举办\(scheme.title)，设\(scheme.events.count)个赛项，\(Set(entries.values.flatMap(\.people)).count)人参赛。经评审、公示，现对优胜单位和个人予以表彰。"
            ),
        ]
        if let first = titled.first {
            let names = try titled.map { try ask.naming.personName($0.scheme.person) }.joined(separator: "、")
            parts.append(.paragraph("授予\(names)“\(first.scheme.title.words.zh)”称号。"))
        }
        parts.append(.paragraph("希望受到表彰的单位和个人珍惜荣誉，再接再厉。各单位要以练促学、以赛促干，把岗位练兵抓在日常。"))
        parts += [
            .paragraph(""), .signature(name), .signature((decided ?? ask.today).spoken), .newPage, .title("获奖名单"),
        ]
        for (_, event, placings) in places {
            let winners = placings.filter { $0.prize != .none }
            guard !winners.isEmpty else { continue }
            parts.append(.heading(event.name))
            parts.append(
                .table(
                    heads: ["奖项", "名次", "姓名", "单位", "总分"],
                    rows: try winners.map { placing in
                        [
                            placing.prize.words.zh, placing.rank.map(String.init) ?? "",
                            try entries[placing.entry].map(ask.naming.entrant) ?? "",
                            try ask.naming.unitName(placing.unit), placing.total?.text ?? "",
                        ]
                    }, widths: [4, 3, 5, 10, 4]))
        }
        let teams = TeamPlacing.places(places.flatMap(\.placings), points: scheme.points).filter { $0.points > 0 }
        if teams.count > 1 {
            parts.append(.heading("团体名次"))
            parts.append(
                .table(
                    heads: ["名次", "单位", "团体分"],
                    rows: try teams.map { [String($0.rank), try ask.naming.unitName($0.unit), String($0.points)] },
                    widths: [4, 16, 6]))
        }
        return try .document(OfficialDocument(parts), name: "\(code)-award.docx", shown: "\(title).docx")
    }
}
