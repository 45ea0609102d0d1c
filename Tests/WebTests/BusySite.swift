import Records
import Vocabulary

@testable import Web

/// A city of thirty units and sixty people with two years of records, of which some came late, some were voided and some
/// corrected: enough for lists of more than one page, on a plan that asks in every way.
enum BusySite {
    static let plan = """
        青岚市干部履职能力提升方案
        一、重点任务
        1.办好主体班。市管干部主体班由市委组织部承办，每年不少于4期，并在5年内把市管干部全部轮训一遍（牵头单位：市委组织部）。
        2.讲好身边党课。党员每人每年至少讲党课1次（责任单位：各单位）。
        3.开展岗位练兵。各部门每季度安排1次业务知识考试，每年安排1次技能比武（牵头单位：市人社局；责任单位：市直各单位）。
        4.开展靶向培训。“靶向”专题培训班全年30期以上，参训干部全年1500人次以上（牵头单位：市委组织部）。
        5.规范学习考察。外出学习考察要带着课题去，考察计划须在出发前至少15天报市委办公室备案（责任单位：市委办公室）。
        6.抓实经常性学习。各理论学习中心组全年集中学习12次以上，专题研讨4次以上；中心组书记每年重点发言不少于2次（牵头单位：市委宣传部）。
        7.实施分类培训。专业技术人员每5年轮训一遍。基层干部每年有500名左右参加各类培训班（牵头单位：市人社局）。
        8.提升素养。各单位每年开展河道巡护不少于6次（牵头单位：市水务局）。
        """

    /// The last day by which everything of the earlier records was known.
    static let knownThen = day("2026-08-31")

    static func site() throws -> SmallSite { try SmallSite(plan: plan, book: book) }

    static var book: RecordBook {
        var book = RecordBook()
        addUnits(&book)
        addPeople(&book)
        addTeams(&book)
        addActivities(&book)
        return book
    }

    private static let start = day("2024-01-01")
    private static var always: Dated { Dated(from: start, recorded: start) }
    private static let departments = (1...22).map { "D\(two($0))" }
    private static let counties = ["K1", "K2"]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func addUnits(_ book: inout RecordBook) {
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?, recorded: Day = start) {
            book.units.append(
                OrgUnit(
                    code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: recorded))
        }
        for (number, code) in departments.enumerated() { unit(code, "市直\(number + 1)局", .department, in: "A0") }
        unit("A0", "青岚市", .city, in: nil)
        // One whose founding was recorded late.
        unit("D90", "新设局", .department, in: "A0", recorded: day("2026-09-10"))
        for county in counties {
            unit(county, "\(county)县", .county, in: "A0")
            for town in 1...2 { unit("\(county)T\(town)", "\(county)县\(town)镇", .township, in: county) }
        }
        for department in departments.prefix(3) { unit("\(department)B", "\(department)支部", .branch, in: department) }
        book.units.sort { $0.code < $1.code }
    }

    private static func addPeople(_ book: inout RecordBook) {
        let homes = departments + ["K1", "K2", "K1T1", "K2T2"]
        for number in 0..<60 {
            let code = "P0\(two(number + 10))"
            let isLate = number == 59
            book.persons.append(
                Person(
                    code: code, name: "人\(number)", sex: .female, birthMonth: "1980-01",
                    recorded: isLate ? day("2026-09-05") : start))
            let dated = isLate ? Dated(from: start, recorded: day("2026-09-05")) : always
            // Number 58 moved, which was recorded late.
            let moved = number == 58
            book.appointments.append(
                Appointment(
                    code: "J\(code)", person: code, unit: number < 6 ? "D01" : homes[number % homes.count], post: "科员",
                    rank: "一级科员",
                    dated: moved
                        ? Dated(from: start, until: day("2026-07-31"), recorded: start, endRecorded: day("2026-09-06"))
                        : dated))
            if moved {
                book.appointments.append(
                    Appointment(
                        code: "J\(code)2", person: code, unit: "D22", post: "科长", rank: "一级科员",
                        dated: Dated(from: day("2026-08-01"), recorded: day("2026-09-06"))))
            }
            let categories: [PersonCategory] =
                number % 2 == 0 ? [.cityManaged] : number % 3 == 0 ? [.professional] : [.grassRoots]
            for category in categories {
                book.categories.append(
                    CategoryHolding(code: "C\(code)", person: code, category: category, dated: dated))
            }
        }
    }

    private static func addTeams(_ book: inout RecordBook) {
        func team(_ code: String, _ name: String, _ kind: TeamKind, _ unit: String, _ members: [String]) {
            book.teams.append(Team(code: code, name: name, kind: kind, unit: unit, dated: always))
            for (index, person) in members.enumerated() {
                book.memberships.append(
                    TeamMembership(
                        code: "M\(code)\(person)", team: code, person: person, role: index == 0 ? .secretary : .member,
                        dated: always))
            }
        }
        for (number, unit) in departments.enumerated() {
            team("T\(unit)", "市直\(number + 1)局中心组", .studyGroup, unit, ["P0\(two(number % 49 + 10))"])
        }
        for (number, unit) in departments.prefix(3).enumerated() {
            let members = (0..<8).map { "P0\(two(number * 8 + $0 + 10))" }
            team("W\(unit)", "\(unit)党支部", .branch, "\(unit)B", members)
        }
    }

    private static func addActivities(_ book: inout RecordBook) {
        let kinds: [ActivityKind] = [
            .collectiveStudy, .mainClass, .specialClass, .exam, .partyLecture, .seminar, .studyTour,
            .professionalTraining, .contest, .collectiveStudy,
        ]
        for number in 0..<110 {
            let from = day("2025-02-03") + number * 5
            let unit = departments[number * 7 % departments.count]
            let kind = kinds[number % kinds.count]
            let code = "A2025-\(String(100_000 + number))"
            // Some come a month late; those of August after the day known at.
            let recorded = min(from + (number % 4 == 0 ? 40 : 3), day("2026-09-30"))
            let isOfTeam = kind == .collectiveStudy || kind == .seminar
            book.activities.append(
                Activity(
                    code: code, kind: kind, title: "活动\(number)", organiser: kind == .mainClass ? "A0" : unit,
                    team: isOfTeam ? "T\(unit)" : nil, from: from, to: from + number % 3, hours: 4,
                    topics: number % 2 == 0 ? ["theory"] : [], filed: number % 3 == 0 ? from - 20 : from - 2,
                    recorded: recorded))
            for place in 0..<(number % 5 + 2) {
                let person = "P0\(two((number * 3 + place * 7) % 60 + 10))"
                let line = "R2025-\(String(100_000 + number * 10 + place))"
                guard !book.participations.contains(where: { $0.activity == code && $0.person == person }) else {
                    continue
                }
                book.participations.append(
                    Participation(
                        code: line, activity: code, person: person, role: place == 0 ? .speaker : .attendee, hours: 4,
                        completed: place != 3, recorded: recorded))
            }
        }
        addFates(&book)
    }

    /// What became of some of them, in September: after the day known at.
    private static func addFates(_ book: inout RecordBook) {
        let activities = book.activities
        for (number, place) in [20, 45, 70].enumerated() {
            book.voidings.append(
                Voiding(
                    code: "V2026-00000\(number)", record: .init(.activity, activities[place].code), reason: "重复填报",
                    by: "甲", recorded: day("2026-09-12")))
        }
        for (number, line) in book.participations.dropFirst(30).prefix(4).enumerated() {
            book.voidings.append(
                Voiding(
                    code: "V2026-00001\(number)", record: .init(.participation, line.code), reason: "未到场", by: "甲",
                    recorded: day("2026-09-13")))
        }
        for (number, place) in [31, 52].enumerated() {
            var replacement = activities[place]
            replacement.code = "A2026-90000\(number)"
            replacement.title += "（更正）"
            replacement.recorded = day("2026-09-14")
            book.activities.append(replacement)
            book.corrections.append(
                Correction(
                    code: "K2026-00000\(number)", record: .init(.activity, activities[place].code),
                    replacement: replacement.code, reason: "名称有误", by: "甲", recorded: day("2026-09-14")))
        }
    }
}
