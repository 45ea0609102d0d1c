import Pages
import Records
import Storage
import Store
import Vocabulary

/// What this desk holds about one person, for themselves.
enum LectureHeld {
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try .some(
                Words("大讲堂人选", "Named for lectures"),
                [Words("讲座", "Lecture"), Words("日期", "Day"), Words("单位", "Unit")],
                HallSeats.self, where: "code in (select seats from hall_named where person in (\(list: codes)))",
                order: "code desc", ask
            ) { seats in
                let lecture = try ask.lecture(seats.lecture)
                return [
                    .text(lecture?.title ?? seats.lecture), lecture.map { .day($0.scheme.day) } ?? "–",
                    .text(try ask.naming.unitName(seats.unit)),
                ]
            },
            try .some(
                Words("大讲堂纪实", "Lectures on record"), [Words("讲座", "Lecture"), Words("日期", "Day"), Words("身份", "As")],
                HallRecord.self,
                where: """
                    chair in (\(list: codes))
                    or lecture in (select lecture from hall_attendees where person in (\(list: codes)))
                    """, order: "held_day desc", ask
            ) { record in
                let lecture = try ask.lecture(record.lecture)
                return [
                    .text(lecture?.title ?? record.lecture), .day(record.outcome.day),
                    codes.contains(record.outcome.chair) ? .say("主持", "chair") : .say("到会", "there"),
                ]
            },
            try .some(
                Words("内训师", "In-house trainer"),
                [Words("类别", "Kind"), Words("专题", "Topics"), Words("聘期至", "Until"), Words("说明", "Remark")],
                InHouseTrainer.self, where: "person in (\(list: codes))", order: "recommended_day desc", ask
            ) { trainer in
                [
                    .words(trainer.entry.kind.words),
                    .text(trainer.entry.topics.map(\.title).joined(separator: "；")),
                    trainer.until.map { .day($0) } ?? "–", .text(trainer.remark),
                ]
            },
            try .some(
                Words("宣讲", "Talks"), [Words("专题", "Topic"), Words("日期", "Day"), Words("地点", "Where")], Talk.self,
                where: "trainer in (select code from inhouse_trainers where person in (\(list: codes)))",
                order: "day desc", ask
            ) { talk in [.text(talk.request.topic), .day(talk.request.day), .text(talk.request.heldAt)] },
        ]
    }
}
