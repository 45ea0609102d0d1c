import Pages
import Records
import Storage
import Store
import Vocabulary

extension BranchMeeting {
    /// Where somebody chaired, recorded, spoke or was there as a leading official: for themselves.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try .some(
                Words("支部组织生活", "Meetings of branches"),
                [Words("活动", "Meeting"), Words("日期", "Day"), Words("身份", "As")], MeetingRecord.self,
                where: """
                    chair in (\(list: codes)) or recorder in (\(list: codes))
                    or meeting in (select meeting from branch_leaders where person in (\(list: codes)))
                    or meeting in (select meeting from lecture_speakers where person in (\(list: codes)))
                    """, order: "held_day desc", ask
            ) { record in
                let meeting = try ask.reading.one(BranchMeeting.self, record.meeting, for: .everybody)
                let outcome = record.outcome
                var parts: [Words] = []
                if codes.contains(outcome.chair) { parts.append(Words("主持", "chair")) }
                if codes.contains(outcome.recorder) { parts.append(Words("记录", "recorder")) }
                if outcome.leaders.contains(where: codes.contains) { parts.append(Words("到场", "there")) }
                parts += outcome.speakers.filter { codes.contains($0.person) }.map {
                    Words("授课（\($0.role.words.zh)）", "spoke as \($0.role.words.en.lowercased())")
                }
                return [
                    .text(meeting?.title ?? record.meeting), .day(outcome.day),
                    .text(parts.map { ask.say($0) }.joined(separator: ask.say("、", ", "))),
                ]
            },
            try .some(
                Words("党建联系点", "Contact points"), [Words("联系点", "Unit"), Words("开始", "From"), Words("结束", "Until")],
                ContactPoint.self, where: "person in (\(list: codes))", order: "from_day desc", ask
            ) { point in
                [
                    .text(try ask.naming.unitName(point.scheme.place)), .day(point.scheme.from),
                    point.until.map { .day($0) } ?? "–",
                ]
            },
        ]
    }
}
