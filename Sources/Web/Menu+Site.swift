import House
import Pages
import Records
import Storage
import Store
import Vocabulary

extension PageContext {
    /// Whether the reader may report: what they cannot do is not offered.
    var mayReport: Bool { menu.leads(to: Menu.reporting) }
    /// Whether the reader may remind units that are behind.
    var mayRemind: Bool { menu.leads(to: "/reminders") }
}

extension Reader {
    /// Whoever sees the town finds groups and branches there.
    fileprivate func belongs(to kind: TeamKind, _ reading: some Reading) throws -> Bool {
        guard ownFile != nil, !may(.see), let person else { return false }
        return try reading.memberships(ofPerson: person).contains { membership in
            try membership.dated.span.until == nil && reading.team(code: membership.team)?.kind == kind
        }
    }
}

extension Menu {
    fileprivate static let reporting = "/activities/new"

    /// Where every page leads to, before anybody was asked for.
    static let site = site(and: [])

    /// The same with what only this reader has.
    static func site(and own: [Entry]) -> Menu {
        var menu = shared
        if !own.isEmpty { menu.groups.insert(Group(Words("我的", "My own"), own), at: 2) }
        return menu
    }

    /// What the reader has begun, and what was left to them: there only where there is something.
    static func own(of reader: Reader, _ reading: some Reading, left: Int) throws -> [Entry] {
        var entries: [Entry] = []
        if reader.ownFile != nil, !reader.may(.see) {
            entries.append(Entry(MyDesk.address, Words("我的学习", "My training"), right: .own))
        }
        if let own = reader.ownFile { entries.append(Entry(own, Words("我的培训档案", "My training file"), right: .own)) }
        if reader.ownFile != nil { entries.append(Entry("/me/classes", Words("我的培训班", "My classes"), right: .own)) }
        if reader.ownFile != nil { entries.append(Entry("/me/surveys", Words("我的问卷", "My surveys"), right: .own)) }
        if reader.ownFile != nil { entries.append(Entry("/me/drills", Words("我的练兵", "My drills"), right: .own)) }
        if reader.ownFile != nil { entries.append(Entry("/me/lectures", Words("我的讲堂", "My lectures"), right: .own)) }
        if reader.ownFile != nil {
            entries.append(Entry("/me/study", Words("我的理论学习", "My study"), right: .own))
        }
        if try reader.belongs(to: .branch, reading) {
            entries.append(Entry("/me/branch", Words("我的支部", "My branch"), right: .own))
        }
        let jobs = try reading.jobCounts(for: reader)
        if jobs.all > 0 { entries.append(Entry("/jobs", Words("后台办理", "Jobs"), waiting: jobs.open)) }
        let drafts = try reading.formDraftCount(of: reader) + left
        if drafts > 0 { entries.append(Entry("/drafts", Words("未提交的表单", "Unsent forms"), waiting: drafts)) }
        return entries
    }

    private static let shared: Menu = {
        var menu = places
        menu.search = SearchPage.address
        return menu
    }()

    private static let places = Menu(
        [
            Group(
                nil,
                [
                    Entry(MyDesk.address, MyDesk.words), Entry("/", Words("概览", "Overview"), isTownWide: true),
                    Entry("/plan", Words("方案", "Plan")), Entry("/ledger", Words("台账", "Ledger")),
                ])
        ]
            + Section.allCases.map { section in
                Group(section.words, (entries + desks.flatMap(\.entries) + [years]).filter { $0.section == section })
            })

    /// After what comes before them in a year.
    private static let years = Entry("/seats", Words("调训安排", "Seats"), in: .classes, isTownWide: true)

    /// Those that no desk brings.
    private static let entries = [
        Entry(reporting, Words("填报活动", "Report an activity"), right: .report),
        Entry("/activities", Words("活动记录", "Activities")),
        Entry("/units", Words("单位", "Units"), in: .people), Entry("/people", Words("人员", "People"), in: .people),
        Entry("/structure", Words("队伍结构", "Structure"), in: .people),
        Entry("/changes", Words("人员变动", "Changes"), in: .people, right: .report),
        Entry("/import", Words("名单导入", "Import"), in: .people, right: .plan, isTownWide: true),
    ]
}
