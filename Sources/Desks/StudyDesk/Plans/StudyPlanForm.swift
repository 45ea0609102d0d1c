import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension StudyPlanDraft {
    static let form = Form<StudyPlanDraft>(
        .init(
            Words("年度", "Year"), .hidden(\.team, "team"),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099)),
        .init(
            Words("学习安排", "Topics"),
            .rows(
                \.topics, "topics", Words("学习安排", "Topics"),
                of: PlannedTopic.form, blank: PlannedTopic(),
                hint: Words("一行一个主题；没有写主题的行不计", "One topic a row; rows without one are passed over"), most: 100)))

    /// The plan of the year before as a start, the leads to be named anew.
    init(for team: String, _ year: Int, like last: StudyPlan?) {
        self.init(team: team, year: year, topics: last?.draft.topics ?? [])
        for place in topics.indices { topics[place].expert = "" }
    }
}

extension PlannedTopic {
    static let form = Form<PlannedTopic>(
        .init(
            Words("学习安排", "Topics"), .choice(\.month, "month", Words("月份", "Month")),
            .choice(\.kind, "kind", Words("类别", "Kind")), .text(\.topic, "topic", Words("学习主题", "Topic")),
            .text(\.reading, "reading", Words("学习内容", "Reading"), isRequired: false),
            .choice(\.form, "form", Words("形式", "How")), lead,
            .text(\.expert, "expert", Words("辅导专家", "Expert"), isRequired: false, rule: .name)))

    private static let lead = FormField<PlannedTopic>.option(
        \.lead, "lead", Words("领学人", "Led by"), none: Words("未定", "not named"),
        among: { typed, naming in
            guard let team = typed["team"] else { return [] }
            let year = typed.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? naming.today.year
            return try naming.once("leads \(team) \(year)") { try members(of: team, year, naming) }
        }, unknown: { Words("“\($0)”不是中心组成员", "“\($0)” is no member of the group") },
        named: { try $1.personName($0) })

    /// Those of the group at the beginning of the year, and those of today.
    private static func members(of team: String, _ year: Int, _ naming: Naming) throws -> [FormOption] {
        let days = [naming.today, Day(year: year, month: 1, day: 1) ?? naming.today]
        var codes: [String] = []
        for member in try days.flatMap({ try naming.reading.members(of: team, on: $0) })
        where !codes.contains(member.person) {
            codes.append(member.person)
        }
        return try codes.map { code in
            let name = try naming.personName(code)
            return FormOption(code, Words(name, name))
        }
    }
}
