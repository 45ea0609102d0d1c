import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// What somebody has to study, and what a member sees of their own group: what comes next with its readings, the year, their own keynotes (我的中心组).
enum OwnGroup {
    static let address = "/me/study"
    static let words = Words("我的理论学习", "My study")
    /// One's own plan of a year, its lines, one's notes.
    static let plan = "\(address)/plan"
    static let lines = "\(address)/lines"
    static let notes = "\(address)/notes"

    static let home = Frame.Crumb(words, address)

    /// In the place of what is somebody's own.
    static let nobody = HTML.emptyState(
        Words("您的账号没有对应的人员", "Your account is no person's"),
        .say("干部用本人账号制定计划、查看学习。", "Officials look with an account of their own."))
}

extension Ask {
    /// The person behind the account.
    var me: String? { get throws { try reader.person.flatMap { try naming.person($0)?.code } } }

    func ownGroups() throws -> Page {
        guard let person = try me else {
            guard reader.may(.see) else { throw NotAllowed(right: .own) }
            return Page(OwnGroup.words, .sheet(OwnGroup.nobody))
        }
        let groups = try reading.studyGroups(of: person, on: today)
        let items = try ownItems(person)
        var page = Page(
            OwnGroup.words,
            .sheet(
                items,
                groups.isEmpty && items != .nothing
                    ? .nothing
                    : groups.isEmpty
                        ? .emptyState(
                            Words("您不是中心组成员", "You belong to no study group"),
                            .say("登记为成员后，这里显示学习安排。", "Once you are entered as a member, sessions show here."))
                        : .each(try groups.map { try own($0, person) }) { $0 }, try ownNotes(person),
                try ownArticles(person)))
        page.isKept = false
        return page
    }

    private func own(_ group: StudyGroup, _ person: String) throws -> HTML {
        let year = try GroupYear(group, today.year, in: reading, on: today)
        let coming = year.sessions.filter { $0.scheme.to >= today }
        let codes = try reading.codes(of: person)
        let members = try reading.members(of: group.code, on: today)
        let role = members.first { codes.contains($0.person) }?.role ?? .member
        let owed = try GroupFigures(group, today.year, self)?.keynotes(owedAs: role) ?? []
        let given = try reading.keynotes(of: group.code, in: today.year).filter { codes.contains($0.keynote.person) }
        return .group([
            .part(
                Words(group.name, group.name), aside: .text(String(today.year)), year.slots(at: OwnGroup.address),
                .legend(
                    (.met, Words("已学习", "held")), (.overdue, Words("缺", "missing")),
                    (.next, Words("已通知", "announced")), (.notYetDue, Words("计划", "planned")))),
            .part(
                Words("接下来的学习", "To come"),
                coming.isEmpty
                    ? .p(.class("quiet"), .say("没有通知的学习。", "Nothing is announced."))
                    : .each(coming) { $0.toRead }),
            .part(
                Words("我的重点发言", "My keynotes"), aside: .say("\(given.count)次", String(given.count)),
                .each(owed) { .p(.class("quiet"), .words(Words($0.sentenceZh, $0.sentenceEn))) },
                .narrowRows(given.map { Row(.text($0.keynote.title), act: .day($0.day)) })),
            .part(Words("逐月安排", "Month by month"), try year.months(self, opens: false)),
            // Whoever answers for the group sees how many have, and not who.
            role != .secretary
                ? .nothing
                : try SelfStudyNumbers(members: members.map(\.person), today.year, in: reading, try studyRules)
                    .html(today.year, try studyRules),
        ])
    }

    /// The next sessions of whoever sees only their own, and what they have to read.
    func ownStudyWaiting() throws -> [Waiting] {
        guard !reader.may(.see), let person = try me else { return [] }
        let sessions = try reading.studyGroups(of: person, on: today).flatMap { group in
            try reading.all(
                StudySession.self, for: .everybody,
                where: "team = \(group.code) and stage = \(SessionStage.announced) and to_day >= \(today)",
                order: "from_day")
        }
        let items = try ownItemsWaiting(person)
        guard !sessions.isEmpty else { return items }
        return items + [
            Waiting(
                OwnGroup.words, count: sessions.count, address: OwnGroup.address,
                sessions.prefix(Waiting.mostItems).map { session in
                    .init(
                        session.title, OwnGroup.address,
                        remark: .group([.day(session.scheme.from), " ", .text(session.scheme.heldAt)]),
                        act: Words("查看", "See"), at: OwnGroup.address)
                })
        ]
    }
}

extension StudySession {
    /// What a member has to know before it.
    fileprivate var toRead: HTML {
        .group([
            .h3(.text(title)),
            .facts([
                Fact(Words("时间", "When"), .days(scheme.from, scheme.to)),
                Fact(Words("地点", "Where"), .text(scheme.heldAt)),
                Fact(Words("议程", "Agenda"), .lines(scheme.agenda)),
                Fact(Words("学习篇目", "Readings"), .lines(scheme.readings)),
                Fact(Words("研讨题", "Questions"), scheme.questions.isEmpty ? "—" : .lines(scheme.questions)),
            ]),
        ])
    }
}
