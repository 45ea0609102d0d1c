import Records
import Storage
public import Store
public import Vocabulary

/// Posts, recommendations and secondments of a sample town, in every state on its last day, done by the acts themselves.
public struct SampleSecondments {
    private let database: Database
    private let until: Day
    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan, .lead])

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    private static let works = [
        ("副镇长", "协助抓项目建设和招商", "规划"), ("党委副书记", "协助抓基层党建和乡村治理", "党建"), ("副镇长", "协助抓农业产业和防灾减灾", "农业技术"),
        ("副镇长", "协助抓财务和民生实事", "财务"),
    ]

    /// Does nothing where the town has not enough units and people.
    @discardableResult
    public func make() throws -> Int {
        let (homes, hosts, bureaus) = try database.read { reading in
            let units = try reading.units().filter { $0.span.contains(until) }.sorted { $0.code < $1.code }
            func of(_ kind: UnitKind) -> [OrgUnit] { units.filter { $0.kind == kind } }
            return (of(.department), of(.township), of(.department))
        }
        guard (2000...2099).contains(until.year), homes.count >= 12, hosts.count >= 4 else { return 0 }
        try rules()
        let old = try posts(hosts, from: until.adding(months: -14), months: 13)
        let now = try posts(hosts, from: until.adding(months: -8), months: 24)
        let next = try posts(hosts, from: until + 40, months: 12)
        try offeredOnly(hosts[0], bureaus[0])
        let first = try placed(Array(homes.prefix(3)), on: old, on: until.adding(months: -15))
        let second = try placed(Array(homes.dropFirst(3).prefix(4)), on: now, on: until.adding(months: -9))
        try ended(first)
        try away(second)
        try recommended(Array(homes.dropFirst(7).prefix(5)), on: next)
        return first.count + second.count
    }

    private func all(_ acts: [any Act], on day: Day) throws {
        try database.performAll(acts, by: office, on: day)
    }

    private func rules() throws {
        var rules = SecondmentRules()
        rules.ageDown = 45
        let day = until.adding(months: -15)
        let plans: [any Act] = (max(2000, until.year - 1)...until.year).map {
            SetSecondmentPlan(plan: SecondmentPlan(year: $0, out: 4, up: 6, down: 10, special: 6))
        }
        try all([SetSecondmentRules(rules: rules)] + plans, on: day)
    }

    private func posts(_ hosts: [OrgUnit], from day: Day, months: Int) throws -> [SecondmentPost] {
        try zip(Self.works, hosts).map { work, host in
            try database.perform(
                OfferPost(
                    scheme: PostScheme(
                        kind: .down, unit: host.code, title: work.0, work: work.1, from: day, months: months,
                        skills: [work.2], terms: "提供周转房", contact: "党政办 6012345")), by: office,
                on: min(until, day - 40))
        }
    }

    /// One to be reviewed by the office, and one out of town.
    private func offeredOnly(_ host: OrgUnit, _ bureau: OrgUnit) throws {
        let clerk = Reader(account: "乡镇联络员", rights: [.see, .report], unit: host.code)
        try database.perform(
            OfferPost(
                scheme: PostScheme(
                    kind: .special, unit: host.code, title: "信访办副主任", work: "参与矛盾排查化解", from: until + 30, months: 12)),
            by: clerk, on: until - 3)
        try database.perform(
            OfferPost(
                scheme: PostScheme(
                    kind: .out, unit: bureau.code, outside: "江南省滨江市发展和改革委员会", title: "处长助理", work: "学习项目谋划和营商环境建设",
                    places: 2, from: until + 60, months: 12)), by: office, on: until - 20)
    }

    private func somebody(of unit: OrgUnit, on day: Day) throws -> String? {
        try database.read { reading in
            let codes = try reading.persons(at: unit.code, on: day, limit: 60).persons.filter {
                $0.birthMonth >= "\(until.year - 42)"
            }.map(\.code)
            return try codes.first { try reading.appointment(of: $0, on: until)?.unit == unit.code }
        }
    }

    private func nominate(_ unit: OrgUnit, wishing posts: [SecondmentPost], on day: Day, _ place: Int) throws
        -> Nomination?
    {
        guard let person = try somebody(of: unit, on: day) else { return nil }
        let wishes =
            posts.isEmpty ? ["", ""] : [posts[place % posts.count].code, posts[(place + 1) % posts.count].code]
        return try database.perform(
            NominatePerson(
                draft: NominationDraft(
                    person: person, unit: unit.code, kind: .down, wish1: wishes[0], wish2: wishes[1],
                    yields: place % 3 == 2 ? .wishesOnly : .any, degree: place % 4 == 0 ? .master : .bachelor,
                    appraised: .yes, township: .no, skills: [Self.works[place % 4].2], opinion: "工作扎实，适合到基层锻炼")),
            by: office, on: day)
    }

    private func placed(_ homes: [OrgUnit], on posts: [SecondmentPost], on day: Day) throws -> [Secondment] {
        var made: [Secondment] = []
        for (place, home) in homes.enumerated() {
            guard let nomination = try nominate(home, wishing: posts, on: day, place) else { continue }
            let secondment = try database.perform(
                PlaceNominee(record: nomination.code, post: posts[place].code), by: office, on: day + 5)
            made.append(
                try database.perform(
                    ApproveSecondment(
                        record: secondment.code, isApproved: true, letter: "组通〔\(day.year)〕\(place + 11)号", remark: ""),
                    by: office, on: day + 12))
        }
        return made
    }

    /// One closed, one appraised, one to be appraised.
    private func ended(_ made: [Secondment]) throws {
        for (place, secondment) in made.enumerated() {
            let (start, end) = (secondment.from, secondment.to)
            try all([StartSecondment(record: secondment.code, day: start)], on: start)
            try all([NoteWorkPlan(record: secondment.code, day: start + 20)], on: start + 20)
            try all(
                [EndSecondment(record: secondment.code, draft: EndDraft(day: end))], on: min(until, end + 1))
            guard place < 2 else { continue }
            try all(
                [
                    AppraiseSecondment(
                        record: secondment.code,
                        draft: AppraisalDraft(
                            duties: "项目建设和招商", summary: "一年来参与谋划项目，走村入户，学会了做群众工作的办法；对农业政策还不够熟。",
                            opinion: "扎实肯干，完成了分管任务。", grade: .fit))
                ], on: min(until, end + 10))
            guard place == 0 else { continue }
            try all([ConfirmAppraisal(record: secondment.code, opinion: "同意接收单位意见。")], on: min(until, end + 16))
            try all(
                [TellOutcome(record: secondment.code, draft: OutcomeDraft(what: .promoted, day: min(until, end + 20)))],
                on: min(until, end + 20))
        }
    }

    /// One who did not report yet; of the others one with all its lines, one with holes, leave on each rung.
    private func away(_ made: [Secondment]) throws {
        for (place, secondment) in made.dropLast().enumerated() {
            let start = secondment.from + place
            try all([StartSecondment(record: secondment.code, day: start)], on: start)
            if place != 2 { try all([NoteWorkPlan(record: secondment.code, day: start + 25)], on: start + 25) }
            for month in NoteMonth.all(from: start, to: until).dropLast(1 + place) {
                try all(
                    [
                        WriteNote(
                            record: secondment.code,
                            note: NoteLine(month: String(month.number), days: 20, line: "走访企业和农户，推进在建项目"))
                    ], on: min(until, month.last + 3))
            }
            let leave = LeaveDraft(
                from: until - 2, to: until - 2 + [2, 5, 9][min(place, 2)], kind: .personal, place: "本市", cover: "镇党政办")
            let asked = try database.perform(
                AskSecondmentLeave(record: secondment.code, draft: leave), by: office, on: until - 3)
            if place == 0 {
                try all([DecideSecondmentLeave(record: asked.code, isApproved: true, remark: "")], on: until - 3)
            }
        }
        guard let first = made.first else { return }
        try all(
            [
                AskExtension(
                    record: first.code,
                    draft: ExtensionDraft(
                        until: (first.to + 1).ending(months: 6), homeAgrees: .yes, personAgrees: .yes,
                        reason: "在建项目需要跟到投产"))
            ], on: until - 1)
    }

    /// Some who wait for the matching, one of them returned, and one proposed for approval.
    private func recommended(_ homes: [OrgUnit], on posts: [SecondmentPost]) throws {
        var made: [Nomination] = []
        for (place, home) in homes.enumerated() {
            if let nomination = try nominate(home, wishing: posts, on: until - 20, place) { made.append(nomination) }
        }
        guard made.count >= 3 else { return }
        try all([ReturnNomination(record: made[0].code, reason: "请补充学历和考核情况")], on: until - 10)
        try all([PlaceNominee(record: made[1].code, post: posts[3].code)], on: until - 2)
    }
}
