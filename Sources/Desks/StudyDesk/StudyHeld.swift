import Pages
import Records
import Storage
import Store
import Vocabulary

extension StudySession {
    /// On whose roll somebody stands, what they spoke on, what they were to lead and where they observed: for themselves.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        let of: SQL = "person in (\(list: codes))"
        return [
            try .some(
                Words("中心组学习", "Sessions of study groups"),
                [
                    Words("学习", "Session"), Words("日期", "Day"), Words("出席", "There"), Words("重点发言", "Keynote"),
                    Words("补学", "Made up"),
                ],
                StudyRecord.self,
                where: """
                    chair in (\(list: codes)) or session in (select session from study_roll where \(of))
                    or session in (select session from study_keynotes where \(of))
                    """, order: "from_day desc", ask
            ) { record in
                let session = try ask.reading.one(StudySession.self, record.session, for: .everybody)
                let line = record.outcome.roll.first { codes.contains($0.person) }
                let spoke = record.outcome.keynotes.filter { codes.contains($0.person) }.map(\.title)
                return [
                    .text(session?.title ?? record.session), .day(record.outcome.from),
                    line.map { .words($0.mark.words) } ?? "–",
                    .text(spoke.isEmpty ? "–" : spoke.joined(separator: "；")),
                    line?.madeUpSaid ?? "–",
                ]
            },
            try .some(
                Words("中心组年度计划中的领学和名单", "Plans of study groups"),
                [Words("计划", "Plan"), Words("领学主题", "Leads"), Words("成员名单", "On the list")], StudyPlan.self,
                where: """
                    code in (select plan from study_plan_topics where lead_person in (\(list: codes)))
                    or code in (select plan from study_plan_members where \(of))
                    """, order: "plan_year desc", ask
            ) { plan in
                let led = plan.draft.topics.filter { codes.contains($0.lead) }.map(\.topic)
                let listed = plan.members.first { codes.contains($0.person) }
                return [
                    .text("\(try ask.groupName(plan.draft.team)) \(plan.draft.year)"),
                    .text(led.isEmpty ? "–" : led.joined(separator: "；")), listed.map { .words($0.role.words) } ?? "–",
                ]
            },
            try .some(
                Words("列席旁听", "Visits as an observer"), [Words("中心组", "Group"), Words("日期", "Day"), Words("身份", "As")],
                ObserverVisit.self,
                where: """
                    lead_person in (\(list: codes)) or code in (select visit from visit_observers where \(of))
                    """, order: "planned_day desc", ask
            ) { visit in
                [
                    .text(try ask.groupName(visit.team)), .day(visit.scheme.day),
                    codes.contains(visit.scheme.lead) ? .say("组长", "leader") : .say("成员", "observer"),
                ]
            },
        ]
    }
}
