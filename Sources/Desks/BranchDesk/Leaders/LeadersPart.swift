import Pages
import Records
import Storage
import Store
import Vocabulary

/// How a leading official took part in organisation life in a year, in numbers (双重组织生活).
struct LeaderPart: Sendable, Hashable {
    /// Meetings of their own branch, as an ordinary member.
    var own = 0
    /// Meetings at their contact points.
    var contact = 0
    var lectures = 0
}

extension Reading {
    func part(of person: String, in branch: String?, _ year: Int) throws -> LeaderPart {
        try parts(of: [person], in: branch, year).first ?? LeaderPart()
    }

    /// Of so many people, in their order, by the records of a year that name any of them: read once for all of them.
    func parts(of people: [String], in branch: String?, _ year: Int) throws -> [LeaderPart] {
        guard !people.isEmpty else { return [] }
        let same = try samePersons()
        let own = people.map { Set(same.codes(of: same.whose($0))) }
        let asked = Array(Set(own.flatMap(\.self)))
        var found: [LeaderPart] = people.map { _ in LeaderPart() }
        var seen: Set<String> = []
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: asked.count, by: 250) {
            let codes = Array(asked[start..<min(start + 250, asked.count)])
            let records = try all(
                MeetingRecord.self, for: .everybody,
                where: """
                    taken_back_day is null and \(SQL.days(of: year, column: "held_day")) and (
                        meeting in (select meeting from branch_leaders where person in (\(list: codes)))
                        or meeting in (select meeting from lecture_speakers where person in (\(list: codes))))
                    """
            ).filter { seen.insert($0.meeting).inserted }
            guard !records.isEmpty else { continue }
            let ofBranch = try Set(keysOfMeetings(of: branch, year))
            for record in records {
                for (place, codes) in own.enumerated() {
                    if record.outcome.leaders.contains(where: codes.contains) {
                        if ofBranch.contains(record.meeting) {
                            found[place].own += 1
                        } else {
                            found[place].contact += 1
                        }
                    }
                    let spoke = record.outcome.speakers.contains { $0.role == .leader && codes.contains($0.person) }
                    if spoke { found[place].lectures += 1 }
                }
            }
        }
        return found
    }

    private func keysOfMeetings(of branch: String?, _ year: Int) throws -> [String] {
        guard let branch else { return [] }
        return try keys(
            MeetingRecord.self, for: .everybody,
            where: """
                \(SQL.days(of: year, column: "held_day"))
                and meeting in (select code from branch_meetings where branch = \(branch))
                """)
    }
}

extension Branch {
    /// Per leading official for those who keep the branch; for everybody else the sum.
    func leadersPart(_ year: Int, _ ask: Ask) throws -> HTML {
        let end = Day(year: year, month: 12, day: 31) ?? ask.today
        let members = try ask.reading.members(ofBranch: code, on: min(end, ask.today)).map(\.person)
        let leaders = try ask.reading.leaders(among: members, on: min(end, ask.today))
        guard !leaders.isEmpty else { return .nothing }
        let parts = zip(leaders, try ask.reading.parts(of: leaders, in: code, year)).map { (person: $0, part: $1) }
        let title = Words("领导干部双重组织生活", "Leading officials in their own branch")
        guard ask.reader.keeps(self) else {
            let sum = parts.reduce(0) { $0 + $1.part.own }
            return .part(
                title, id: "leaders",
                .p(
                    .say(
                        "\(year)年领导干部以普通党员身份参加\(sum)人次。各人的次数由本人和本支部查看。",
                        "Attended \(sum) times in \(year). Each one's count is seen by themselves and by the branch.")))
        }
        return .part(
            title, id: "leaders", aside: .text(String(year)),
            .data(
                .words(title),
                [
                    DataHead(.say("领导干部", "Leading official"), .lead),
                    DataHead(
                        .say("以普通党员身份参加", "Attended as a member"), .meta, isNumber: true,
                        unit: Words("次参加本支部", "as a member")),
                    DataHead(
                        .say("到联系点", "At contact points"), .meta, isNumber: true,
                        unit: Words("次到联系点", "at contact points")),
                    DataHead(.say("讲党课", "Lectures"), .end, isNumber: true),
                ],
                try parts.map { person, part in
                    [
                        .text(try ask.naming.personName(person)), .text(String(part.own)), .text(String(part.contact)),
                        .text(String(part.lectures)),
                    ]
                }))
    }
}

/// What a member sees of their own branch: what comes next, and their own part (我的支部).
enum OwnBranch {
    static let address = "/me/branch"
    static let words = Words("我的支部", "My branch")
}

extension Ask {
    func ownBranch() throws -> Page {
        let person = try reader.person.flatMap { try naming.person($0)?.code }
        guard let person else {
            guard reader.may(.see) else { throw NotAllowed(right: .own) }
            return Page(
                OwnBranch.words,
                .sheet(
                    .emptyState(
                        Words("您的账号没有对应的人员", "Your account is no person's"),
                        .say("党员用本人账号查看。", "Members look with an account of their own."))))
        }
        guard let branch = try reading.branch(of: person, on: today) else {
            return Page(
                OwnBranch.words,
                .sheet(
                    .emptyState(
                        Words("没有登记您所在的支部", "You are entered in no branch"),
                        .say("登记后，这里显示支部的安排。", "Once you are, its meetings show here."))))
        }
        let coming = try reading.all(
            BranchMeeting.self, for: .everybody,
            where: "branch = \(branch.code) and stage = \(MeetingStage.announced) and planned_day >= \(today)",
            order: "planned_day", limit: 20)
        let part = try reading.part(of: person, in: branch.code, today.year)
        let isLeader = try !reading.leaders(among: reading.codes(of: person), on: today).isEmpty
        let points = try reading.all(
            ContactPoint.self, for: .everybody,
            where: "person in (\(list: reading.codes(of: person))) and \(ContactPoint.open(on: today))", order: "code")
        var page = Page(
            OwnBranch.words,
            .sheet(
                .part(
                    Words("接下来的组织生活", "To come"), aside: .text(branch.name),
                    coming.isEmpty
                        ? .p(.class("quiet"), .say("没有通知的安排。", "Nothing is announced."))
                        : .rows(
                            coming.map { meeting in
                                Row(
                                    .group([
                                        .text(meeting.title),
                                        .small(.words(meeting.scheme.kind.words), .text(" \(meeting.scheme.heldAt)")),
                                    ]), when: .day(meeting.scheme.day))
                            })),
                isLeader
                    ? .part(
                        Words("我的双重组织生活", "My part"), aside: .text(String(today.year)),
                        .facts([
                            Fact(Words("以普通党员身份参加", "Attended as a member"), .say("\(part.own)次", String(part.own))),
                            Fact(Words("到联系点", "At contact points"), .say("\(part.contact)次", String(part.contact))),
                            Fact(Words("讲党课", "Lectures"), .say("\(part.lectures)次", String(part.lectures))),
                            Fact(
                                Words("联系点", "Contact points"),
                                points.isEmpty
                                    ? "—"
                                    : .text(
                                        try points.map { try naming.unitName($0.scheme.place) }
                                            .joined(separator: say("、", ", ")))),
                        ])) : .nothing))
        page.isKept = false
        return page
    }
}
