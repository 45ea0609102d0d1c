import Records
import Vocabulary

/// What goes wrong with the writing down: duplicates, records made by mistake, figures put right later.
struct TownMishaps {
    struct VoidedPart {
        var draft: Int
        var part: Int
        var reason: String
        var recorded: Day
    }

    struct VoidedActivity {
        var draft: Int
        var reason: String
        var recorded: Day
    }

    struct CorrectedActivity {
        var draft: Int
        var replacement: Int
        var reason: String
        var recorded: Day
    }

    struct CorrectedPart {
        var draft: Int
        var part: Int
        var replacement: Int
        var reason: String
        var recorded: Day
    }

    private(set) var voidedActivities: [VoidedActivity] = []
    private(set) var voidedParts: [VoidedPart] = []
    private(set) var correctedActivities: [CorrectedActivity] = []
    private(set) var correctedParts: [CorrectedPart] = []

    init(in diary: inout TownDiary) {
        let ordinary = diary.drafts.indices.filter { diary.drafts[$0].parts.count < 60 }
        var chosen = ArraySlice(diary.random.shuffled(ordinary))
        func take(_ count: Int) -> [Int] {
            let taken = Array(chosen.prefix(count))
            chosen = chosen.dropFirst(count)
            return taken
        }
        for draft in take(36) { duplicate(draft, in: &diary) }
        let corrected = take(34)
        // What was entered by mistake is an occasion that nobody counts: what is counted, clerks check.
        let idle = diary.drafts.indices.filter {
            [.themedDay, .educationSession, .meeting, .drill].contains(diary.drafts[$0].activity.kind)
        }
        let touched = Set(corrected + voidedActivities.map(\.draft))
        let entered = diary.random.shuffled(idle).filter { !touched.contains($0) }
        for draft in entered.prefix(60) {
            guard let day = Self.later(diary.drafts[draft].activity.recorded, 3...60, &diary) else { continue }
            voidedActivities.append(
                .init(
                    draft: draft, reason: diary.random.pick(["误录", "活动因故取消，未实际举办", "单位填报错误"]), recorded: day))
        }
        for draft in corrected { correct(draft, in: &diary) }
        for draft in take(90) { correctPart(draft, in: &diary) }
        cancelled(besides: corrected, in: &diary)
    }

    /// Of what a unit in trouble had written down, every third thing was not held after all.
    private mutating func cancelled(besides corrected: [Int], in diary: inout TownDiary) {
        let voided = Set(voidedActivities.map(\.draft))
        var written: [Int: Int] = [:]
        for draft in diary.drafts.indices where !corrected.contains(draft) && !voided.contains(draft) {
            let activity = diary.drafts[draft].activity
            let unit = diary.drafts[draft].unit
            guard let trouble = diary.units[unit].trouble, activity.from > trouble.from,
                [.collectiveStudy, .exchange].contains(activity.kind)
            else { continue }
            written[unit, default: 0] += 1
            // The first is one of them: of a unit that wrote down little there is one too.
            guard written[unit, default: 0] % 3 == 1, let day = Self.later(activity.recorded, 2...20, &diary) else {
                continue
            }
            voidedActivities.append(.init(draft: draft, reason: trouble.cancelled, recorded: day))
        }
    }

    /// The same thing entered twice, some days apart; most of the second records are voided once somebody notices.
    private mutating func duplicate(_ draft: Int, in diary: inout TownDiary) {
        var copy = diary.drafts[draft]
        guard let day = Self.later(copy.activity.recorded, 1...15, &diary) else { return }
        copy.activity.recorded = day
        for index in copy.parts.indices { copy.parts[index].recorded = day }
        let place = diary.add(copy)
        if diary.random.chance(600), let noticed = Self.later(day, 5...90, &diary) {
            voidedActivities.append(.init(draft: place, reason: "重复录入", recorded: noticed))
        }
    }

    /// Days, hours or the report's day were wrong: a record with the right ones takes the place of the first.
    private mutating func correct(_ draft: Int, in diary: inout TownDiary) {
        let wrong = diary.drafts[draft]
        guard let day = Self.later(wrong.activity.recorded, 4...50, &diary) else { return }
        var right = wrong
        right.replaces = draft
        right.parts = []
        right.activity.recorded = day
        let reason: String
        // Not where a day less would make it too short.
        let canShrink = ![.readingClass, .theoryCourse, .newChiefsClass].contains(wrong.activity.kind)
        if wrong.activity.from < wrong.activity.to, canShrink, diary.random.chance(500) {
            right.activity.from = wrong.activity.from + 1
            reason = "开班日期填写有误"
        } else {
            right.activity.hours += 0.5
            reason = "学时填写有误"
        }
        correctedActivities.append(
            .init(draft: draft, replacement: diary.add(right), reason: reason, recorded: day))
    }

    private mutating func correctPart(_ draft: Int, in diary: inout TownDiary) {
        let held = diary.drafts[draft]
        let candidates = held.parts.indices.filter { held.parts[$0].role == .attendee && held.parts[$0].hours > 1 }
        guard !candidates.isEmpty else { return }
        let part = diary.random.pick(candidates)
        guard let day = Self.later(held.parts[part].recorded, 2...40, &diary) else { return }
        if diary.random.chance(600) {
            voidedParts.append(.init(draft: draft, part: part, reason: "本人未实际参加", recorded: day))
            return
        }
        var right = held.parts[part]
        right.hours -= 0.5
        right.recorded = day
        let place = diary.addPart(right, to: draft)
        correctedParts.append(
            .init(draft: draft, part: part, replacement: place, reason: "学时填写有误", recorded: day))
    }

    private static func later(_ day: Day, _ days: ClosedRange<Int>, _ diary: inout TownDiary) -> Day? {
        let later = diary.calendar.workday(day + diary.random.int(days))
        return later <= diary.calendar.until ? later : nil
    }
}

extension TownDiary {
    fileprivate mutating func addPart(_ part: Part, to draft: Int) -> Int {
        appendPart(part, to: draft)
        return drafts[draft].parts.count - 1
    }
}
