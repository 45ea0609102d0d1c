import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A unit that a leading official keeps in touch with, and speaks at (党建联系点).
struct ContactScheme: Sendable, Hashable {
    var person = ""
    /// The unit that is the contact point: a branch, a village, a firm.
    var place = ""
    var from = Day.unset

    static let form = Form<ContactScheme>(
        .init(
            Words("联系点", "The contact point"), .person(\.person, "person", Words("领导干部", "Leading official")),
            .unit(\.place, "place", Words("联系点单位", "Unit")), .day(\.from, "from", Words("开始日期", "From"))))
}

/// As it is entered: several leading officials may share a contact point.
struct ContactEntry: Sendable, Hashable {
    var people: [String] = []
    /// A unit, or a branch.
    var place = ""
    var from = Day.unset

    static let form = Form<ContactEntry>(
        .init(
            Words("联系点", "The contact point"),
            .persons(\.people, "people", Words("领导干部", "Leading officials"), most: mostPeople),
            .unit(
                \.place, "place", Words("联系点单位", "Unit"),
                hint: Words("村、企业、机关或者党支部", "A village, a firm, an office, a branch")),
            .day(\.from, "from", Words("开始日期", "From"))))

    private static let mostPeople = 30
}

struct ContactPoint: Noun {
    var code: String
    /// The leading official's own unit, which keeps it.
    var unit: String
    var scheme: ContactScheme
    var until: Day?

    static let table = Table<ContactPoint>(
        "contact_points",
        Column("code") { $0.code }, Column("unit") { $0.unit }, Column("person") { $0.scheme.person },
        Column("place_unit") { $0.scheme.place }, Column("from_day") { $0.scheme.from },
        Column("until_day") { $0.until }
    ) { code, unit, person, place, from, until in
        ContactPoint(
            code: code, unit: unit, scheme: ContactScheme(person: person, place: place, from: from), until: until)
    }
    static let reach = Reach.unit("unit")
    static let searched = ["code"]

    static func open(on day: Day) -> SQL { "from_day <= \(day) and (until_day is null or until_day >= \(day))" }
}

/// Enters a contact point for the unit of each leading official who keeps in touch with it (登记联系点).
struct EnterContactPoint: Act {
    static let right = Right.report
    static let words = Words("登记联系点", "Contact point entered")
    var entry: ContactEntry

    init(entry: ContactEntry) { self.entry = entry }

    init(scheme: ContactScheme) {
        entry = ContactEntry(people: [scheme.person], place: scheme.place, from: scheme.from)
    }

    /// Of the first of them; the others are looked at one by one.
    func unit(in reading: some Reading) throws -> String? {
        try entry.people.first.flatMap { try reading.appointment(of: $0, on: entry.from, knownAt: nil)?.unit }
    }

    /// Gives the first of them.
    func perform(in t: ActTransaction) throws -> ContactPoint {
        try t.refuse(try entry.problems(in: t, for: t.reader))
        let points = try entry.people.map { person in
            let unit = try t.appointment(of: person, on: entry.from, knownAt: nil)?.unit ?? ""
            let point = ContactPoint(
                code: try t.nextCode(.contactPoint), unit: unit,
                scheme: ContactScheme(person: person, place: entry.place, from: entry.from), until: nil)
            try t.insert(point)
            return point
        }
        guard let first = points.first else { try t.refuse(BranchProblem.notLeader("")) }
        return first
    }
}

/// Says until when it was one; what was done there stays (结束联系点).
struct EndContactPoint: RecordAct {
    static let right = Right.report
    static let words = Words("结束联系点", "Contact point ended")
    static let title = Words("结束联系点", "End the contact point")
    static let button = Words("结束", "End")
    static let step = "end"
    var record: String
    var until: Day

    static func notNow(
        _ point: ContactPoint, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { point.until == nil ? nil : BranchProblem.contactEnded }

    func perform(on point: ContactPoint, in t: ActTransaction) throws -> ContactPoint {
        if until < point.scheme.from { try t.refuse(BranchProblem.endsBeforeItBegins) }
        var point = point
        point.until = until
        try t.update(point)
        return point
    }

    struct End: Sendable {
        var until = Day.unset
        static let form = Form<End>(
            .init(Words("结束日期", "Until when"), .day(\.until, "until", Words("最后一天", "Last day"))))
    }
}

extension ContactEntry {
    func problems(in reading: some Reading, for reader: Reader) throws -> [BranchProblem] {
        var problems: [BranchProblem] = []
        let same = try reading.samePersons()
        var seen: Set<String> = []
        for person in people {
            let name = try reading.person(code: person)?.name ?? person
            let codes = same.codes(of: person)
            if !seen.insert(person).inserted { problems.append(.leaderTwice(name)) }
            guard let unit = try reading.appointment(of: person, on: from, knownAt: nil)?.unit,
                try !reading.leaders(among: [person], on: from).isEmpty
            else {
                problems.append(.notLeader(name))
                continue
            }
            if try !reading.isWithinReach(unit, of: reader) { problems.append(.leaderElsewhere(name)) }
            if unit == place { problems.append(.ownUnit) }
            let standing = try reading.count(
                ContactPoint.self, for: .everybody,
                where: "person in (\(list: codes)) and place_unit = \(place) and until_day is null")
            if standing > 0 { problems.append(.contactExists(name)) }
        }
        return problems
    }
}

extension Reading {
    /// Leading officials who may have come to a meeting: those of the branch, and those whose contact point it or its unit is.
    func leadersOffered(by meeting: BranchMeeting, members: [String]) throws -> [String] {
        let own = try leaders(among: members, on: meeting.scheme.day)
        let parent = try unit(code: meeting.branch)?.parent ?? meeting.branch
        let guests = try all(
            ContactPoint.self, for: .everybody,
            where: "\(ContactPoint.open(on: meeting.scheme.day)) and place_unit in (\(list: [meeting.branch, parent]))",
            order: "code"
        ).map(\.scheme.person)
        var seen: Set<String> = []
        return (own + guests).filter { seen.insert($0).inserted }
    }
}

extension ContactPoint: PagedNoun {
    static let path = "/branches/contacts/:code"
    static let acts: [any RecordAct<ContactPoint>.Type] = [EndContactPoint.self]
    static let seeing = Words("查看这个联系点", "See the contact point")
    var title: String { "联系点（\(code)）" }

    static let listing: Listing<ContactPoint> = {
        var listing = Listing<ContactPoint>(
            Words("党建联系点", "Contact points"),
            columns: [
                ListColumn(
                    "place", Words("联系点", "Contact point"), .lead, sort: "place_unit",
                    text: { row, ask in try ask.naming.unitName(row.scheme.place) }
                ) { row, ask in .link(row.address, .text(try ask.naming.unitName(row.scheme.place))) },
                ContactScheme.form.column("person", of: \.scheme, sort: "person"),
                ListColumn(
                    "unit", Words("所在单位", "Of"), sort: "unit",
                    text: { row, ask in try ask.naming.unitName(row.unit) }),
                .day("from", Words("开始", "From"), sort: "from_day") { $0.scheme.from },
                .day("until", Words("结束", "Until"), .end, sort: "until_day") { $0.until }, .code(),
            ],
            filters: [.unit(Words("所在单位", "Of"), column: "unit")], order: "unit, code",
            empty: Words("还没有登记联系点", "No contact point is entered yet"))
        listing.since = ListedSince(Words("开始", "begun")) { "from_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let lectures = try ask.reading.lectures(of: scheme.person, at: scheme.place)
        var page = try Page(
            of: self, ask,
            .sheet(
                try ContactScheme.form.facts(scheme, ask),
                .part(
                    Words("在联系点讲的党课", "Lectures given there"), aside: .text(String(lectures.count)),
                    lectures.isEmpty
                        ? .p(.class("quiet"), .say("还没有。", "None yet."))
                        : .narrowRows(
                            try lectures.map { meeting, day in
                                let isOpen = try ask.naming.isWithinReach(meeting.branch)
                                return Row(
                                    isOpen ? .link(meeting.address, .text(meeting.title)) : .text(meeting.title),
                                    act: .day(day))
                            })), try ask.history(ask.steps(of: ContactPoint.self, code))))
        page.sentence = .group([
            .text(try ask.naming.personName(scheme.person)), .say("的联系点：", ": "),
            .text(try ask.naming.unitName(scheme.place)),
            until.map { .group([.say("，已于", "; until "), .day($0), .say("结束", "")]) } ?? .nothing, .say("。", "."),
        ])
        return page
    }
}

extension Reading {
    /// Lectures that a leading official gave at a contact point, with their days.
    fileprivate func lectures(of person: String, at place: String) throws -> [(BranchMeeting, Day)] {
        let records = try all(
            MeetingRecord.self, for: .everybody,
            where: """
                taken_back_day is null and place_kind = \(LecturePlace.contact)
                and meeting in (select meeting from lecture_speakers where person in (\(list: codes(of: person))))
                and meeting in (
                    select m.code from branch_meetings m join units u on u.code = m.branch
                    where m.branch = \(place) or u.parent = \(place))
                """, order: "held_day desc")
        return try records.compactMap { record in
            try one(BranchMeeting.self, record.meeting, for: .everybody).map { ($0, record.outcome.day) }
        }
    }
}
