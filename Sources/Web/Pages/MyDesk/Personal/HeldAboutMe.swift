import Accounts
import Books
import House
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Everything that is held about whoever asks, whole and on one page that can be printed (本人信息).
struct HeldAboutMe {
    static let address = "/me"
    static let words = Words("本人信息", "All that is held about me")

    private let ask: Ask
    private let person: Person

    /// Nil where the account is no person's.
    init?(_ ask: Ask) throws {
        guard let code = ask.reader.person, let person = try ask.naming.person(code) else { return nil }
        self.ask = ask
        self.person = person
    }

    /// The page of an account that is no person's.
    static func nobody(_ ask: Ask, _ title: Words) throws -> Page {
        guard ask.reader.may(.see) else { throw NotAllowed(right: .own) }
        return Page(
            title,
            .sheet(
                .emptyState(
                    Words("您的账号没有对应的人员", "Your account is no person's"),
                    .say("只有本人账号能看到本人的信息。", "Only somebody on record sees what is held about them."))))
    }

    func page() throws -> Page {
        let held =
            try [try posts(), try categories(), try teams(), try rosters(), try records()]
            + desks.flatMap { try $0.held(ask, person.code) }
        var page = Page(
            Self.words, crumbs: [Frame.Crumb(MyDesk.words, MyDesk.address)],
            actions: .act(WhoLooked.address, WhoLooked.words),
            .sheet(
                .part(
                    Words("基本信息", "Person"),
                    .facts(
                        [
                            Fact(Words("姓名", "Name"), .text(person.name)),
                            Fact(Words("人员编号", "Staff number"), .text(person.code)),
                            Fact(Words("性别", "Sex"), person.sex == .female ? .say("女", "female") : .say("男", "male")),
                            Fact(Words("出生年月", "Born"), .text(person.birthMonth)),
                            Fact(Words("登记日", "Recorded"), .day(person.recorded)),
                        ], long: true)),
                .each(held, \.html),
                .p(
                    .class("quiet"),
                    .say(
                        "有误请告诉本单位培训联络员更正。系统不记录信仰、民族、政治面貌和个人意见。",
                        "If something is wrong, tell your unit's clerk. Belief, ethnicity, affiliation and opinion are not recorded."
                    ))))
        page.sentence = .say(
            "这里是系统中关于您的全部信息，可直接打印。", "This is all that the system holds about you; it can be printed as it is.")
        return page
    }

    private func span(_ from: Day, _ until: Day?) -> HTML {
        .group([.day(from), .say("至", " to "), until.map { .day($0) } ?? .say("今", "now")])
    }

    private func posts() throws -> Held {
        Held(
            Words("任职", "Appointments"),
            [Words("职务", "Post"), Words("单位", "Unit"), Words("职级", "Rank"), Words("起止", "From and until")],
            try ask.reading.appointments(of: person.code).map { held in
                [
                    .text(held.post), .text(try ask.naming.unitName(held.unit)), .text(held.rank),
                    span(held.dated.span.from, held.dated.span.until),
                ]
            })
    }

    private func categories() throws -> Held {
        Held(
            Words("干部类别", "Categories"), [Words("类别", "Category"), Words("起止", "From and until")],
            try ask.reading.categoryHoldings(of: person.code).map { held in
                [
                    .text(RecordWords.category(held.category, ask.context.language)),
                    span(held.dated.span.from, held.dated.span.until),
                ]
            })
    }

    private func teams() throws -> Held {
        let names = try Dictionary(
            ask.reading.teams().map { ($0.code, $0.name) }, uniquingKeysWith: { one, _ in one })
        return Held(
            Words("集体", "Teams"), [Words("集体", "Team"), Words("起止", "From and until")],
            try ask.reading.memberships(ofPerson: person.code).map { held in
                [.text(names[held.team] ?? held.team), span(held.dated.span.from, held.dated.span.until)]
            })
    }

    private func rosters() throws -> Held {
        Held(
            Words("名单", "Rosters"), [Words("名单", "Roster"), Words("起止", "From and until")],
            try ask.reading.rosterEntries(ofPerson: person.code).map { held in
                [
                    .text(try ask.reading.roster(code: held.roster)?.name ?? held.roster),
                    span(held.dated.span.from, held.dated.span.until),
                ]
            })
    }

    private func records() throws -> Held {
        Held(
            Words("参训记录", "Training"),
            [Words("活动", "Activity"), Words("日期", "Day"), Words("学时", "Hours"), Words("登记日", "Recorded")],
            try ask.reading.trainingFile(of: person.code).sorted { $0.activity.from > $1.activity.from }.map { line in
                [
                    .text(line.activity.title), .day(line.activity.from), .text(Figure.plain(line.participation.hours)),
                    .day(line.participation.recorded),
                ]
            })
    }
}
