import Records
import Storage
public import Store
public import Vocabulary

/// Drills of a sample town: an exchange, exams before and after their results, a contest that was awarded, one that is to be
/// scored and one that takes entries, done by the acts themselves.
public struct SampleDrills {
    private let database: Database
    private let until: Day
    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan, .lead])

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    private struct Home {
        var unit: String
        var name: String
        var people: [String]
    }

    /// Does nothing where the town has not enough units with people.
    @discardableResult
    public func make() throws -> Int {
        guard (2001...2098).contains(until.year), let root = try database.read({ try $0.rootUnit }) else { return 0 }
        let homes = try database.read { reading in
            var homes: [Home] = []
            var question = StaffQuestion(on: until - 200)
            question.order = .unit
            let staff = Dictionary(
                grouping: try reading.staff(question, offset: 0, limit: 4000), by: \.appointment.unit)
            for (unit, members) in staff.sorted(by: { $0.key < $1.key }) where unit != root {
                if homes.count == 6 { break }
                guard members.count >= 10 else { continue }
                let there = try members.map(\.person.code).filter {
                    try reading.appointment(of: $0, on: until)?.unit == unit
                }
                guard there.count >= 10, let named = try reading.unit(code: unit) else { continue }
                homes.append(Home(unit: unit, name: named.name, people: there))
            }
            return homes
        }
        guard homes.count == 6 else { return 0 }
        try everyday(homes[0])
        try contest(homes, root, on: until - 60, title: "全市政务服务业务比武", isAwarded: true)
        try contest(homes, root, on: until - 3, title: "全市应急处置技能比武", isAwarded: false)
        var writing = scheme(root, "全市公文写作比武", on: until + 20, registerBy: until + 8)
        writing.events.append(
            ContestEvent(name: "团体会务", theoryShare: 0, perUnit: 1, firsts: 1, seconds: 1, thirds: 1, teamSize: 3))
        let open = try database.perform(AnnounceContest(scheme: writing), by: office, on: until - 4)
        let team = homes[1].people.dropFirst(5).prefix(3).map { EntryLine(person: $0, event: 3, team: "一队") }
        try database.perform(
            EnterContest(record: open.code, unit: homes[1].unit, lines: team), by: office, on: until - 2)
        return homes.count
    }

    /// Exchange, exams and handbook of a unit.
    private func everyday(_ home: Home) throws {
        var report = ExchangeReport(unit: home.unit, title: "\(home.name)窗口业务交流", theme: "一窗受理事项的材料预审")
        (report.day, report.heldAt) = (until - 8, "二楼会议室")
        (report.leads, report.people) = (Array(home.people.prefix(1)), Array(home.people.dropFirst().prefix(7)))
        report.content = "梳理受理、补正、告知三个环节的常见差错，统一补正告知书模板。"
        try database.perform(ReportExchange(report: report), by: office, on: until - 6)
        func exam(_ name: String, on day: Day, announced: Day) throws -> DrillExam {
            try database.perform(
                AnnounceExam(
                    scheme: ExamScheme(
                        unit: home.unit, title: "\(home.name)\(name)", year: day.year, quarter: Quarter(of: day),
                        day: day,
                        heldAt: "机关考场", way: .closed, halfHours: 3, fullScore: 100,
                        outline: ["行政许可法有关规定", "本单位办事指南", "应知应会手册第一至三章"])), by: office, on: announced)
        }
        let past = try exam("政策业务知识考试", on: until - 45, announced: until - 60)
        let sittings: [Int: Sitting] = [3: .official, 6: .leave, 8: .absent]
        let lines = home.people.prefix(10).enumerated().map { place, person in
            let sitting = sittings[place] ?? .sat
            return ExamLine(
                person: person, unit: home.unit, sitting: sitting,
                score: sitting == .sat ? Score(hundredths: 7200 + place * 250) : nil)
        }
        try database.perform(ImportResults(record: past.code, lines: Array(lines)), by: office, on: until - 40)
        _ = try exam("法律法规知识考试", on: until - 2, announced: until - 20)
        _ = try exam("年终业务知识考试", on: until + 12, announced: until - 1)
        try database.perform(
            BeginHandbook(
                scheme: HandbookScheme(unit: home.unit, title: "\(home.name)窗口岗位应知应会手册", family: "窗口服务")), by: office,
            on: until - 30)
    }

    private func scheme(_ unit: String, _ title: String, on day: Day, registerBy: Day) -> ContestScheme {
        var scheme = ContestScheme(unit: unit, title: title, year: day.year, from: day, to: day, heldAt: "市委党校实训楼")
        (scheme.halfHours, scheme.registerBy) = (12, registerBy)
        scheme.notice = "各单位选派在岗人员参加；理论闭卷，实操由评委现场打分。"
        scheme.events = [
            ContestEvent(name: "情景处置", theoryShare: 30, perUnit: 2, firsts: 1, seconds: 2, thirds: 2),
            ContestEvent(name: "材料审核", theoryShare: 0, perUnit: 1, firsts: 1, seconds: 1, thirds: 1),
        ]
        return scheme
    }

    private func contest(_ homes: [Home], _ root: String, on day: Day, title: String, isAwarded: Bool) throws {
        let contest = try database.perform(
            AnnounceContest(scheme: scheme(root, title, on: day, registerBy: day - 10)), by: office, on: day - 30)
        for home in homes.prefix(4) {
            try database.perform(
                EnterContest(
                    record: contest.code, unit: home.unit,
                    lines: [
                        EntryLine(person: home.people[1], event: 1), EntryLine(person: home.people[2], event: 1),
                        EntryLine(person: home.people[4], event: 2),
                    ]), by: office, on: day - 20)
        }
        // One of the judges is of a unit that competes, and steps aside for it.
        let judges =
            [homes[4].people[0], homes[4].people[1], homes[5].people[0], homes[5].people[1], homes[0].people[0]]
        try database.perform(
            NameJudges(record: contest.code, judges: judges.map { ContestJudge(person: $0) }), by: office, on: day - 15)
        let drawn = try database.perform(DrawOrder(record: contest.code, seed: "3-17-42-8"), by: office, on: day - 5)
        let found = try database.read { reading in
            try [1, 2].map { (try reading.entries(of: drawn, event: $0), try reading.panel(of: drawn, event: $0)) }
        }
        for (place, (entries, panel)) in found.enumerated() {
            for (number, judge) in panel.enumerated() where isAwarded || number < 3 {
                let marks = entries.enumerated().filter { judge.mayJudge($0.element) }.map { row, entry in
                    SheetLine(
                        entry: entry.code, label: "", value: Score(hundredths: 8000 + (row * 7 + number * 3) % 11 * 125)
                    )
                }
                try database.perform(
                    EnterMarks(contest: contest.code, event: place + 1, judge: judge.person, marks: marks), by: office,
                    on: day)
            }
            guard isAwarded else { continue }
            let theory = entries.enumerated().map { row, entry in
                SheetLine(entry: entry.code, label: "", value: place == 0 ? Score(80 + row * 5 % 13) : nil)
            }
            let times = entries.enumerated().map { row, entry in
                SheetLine(entry: entry.code, label: "", value: Score(240 + row * 11))
            }
            try database.perform(
                EnterParts(contest: contest.code, event: place + 1, sheet: PartSheet(theory: theory, times: times)),
                by: office, on: day)
        }
        guard isAwarded else { return }
        try database.perform(PublishResults(record: contest.code), by: office, on: day + 2)
        let objection = try database.perform(
            RaiseObjection(
                record: contest.code,
                objection: ObjectionForm(
                    contest: contest.code, unit: homes[2].unit, event: 1, about: "情景处置一名选手的计时与现场记录不一致，请核对。")),
            by: Reader(account: "\(homes[2].name)联络员", rights: [.see, .report], unit: homes[2].unit), on: day + 4)
        try database.perform(
            AnswerObjection(record: objection.code, isUpheld: false, text: "经核对录像和签字评分表，计时无误。"), by: office,
            on: day + 7)
        var award = AwardDraft(documentNumber: "市组发〔\(day.year)〕\(day.month)号", body: "市委组织部", day: day + 20)
        (award.titled, award.level, award.places) = (.skilled, .city, 1)
        try database.perform(DecideAward(record: contest.code, award: award), by: office, on: day + 20)
    }
}
