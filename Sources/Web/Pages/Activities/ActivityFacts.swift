import Books
import Exchange
import Pages
import Records
import Vocabulary

/// What a record says, field by field: on its own page, before it is saved, and where a correction changes it.
struct ActivityFacts {
    let directory: Directory
    let kinds: ActivityKindCatalogue

    func rows(_ activity: Activity, _ context: PageContext) -> [(title: String, text: String)] {
        let language = context.language
        func day(_ day: Day?) -> String { day?.iso ?? "—" }
        return [
            (context.say("类型", "Kind"), RecordWords.kind(activity.kind, kinds, language)),
            (context.say("名称", "Title"), activity.title),
            (context.say("主办单位", "Held by"), directory.unitName(activity.organiser)),
            (context.say("集体", "Team"), activity.team.map { directory.team($0)?.name ?? $0 } ?? "—"),
            (context.say("时间", "Days"), days(activity, context)),
            (context.say("学时", "Hours"), Figure.plain(activity.hours)),
            (
                context.say("主题", "Topics"),
                listed(activity.topics.map { RecordWords.topic($0, language) }, context) ?? "—"
            ),
            (
                context.say("面向", "Meant for"),
                listed(activity.audience.map { RecordWords.category($0, language) }, context)
                    ?? context.say("不限", "everybody")
            ), (context.say("报备", "Filed"), day(activity.filed)),
            (context.say("批准", "Approved"), day(activity.approved)),
            (context.say("报送成果", "Result reported"), day(activity.reported)),
            (
                context.say("材料", "Attachments"),
                listed(
                    activity.attachments.map {
                        "\($0.name)\(context.say("（", " ("))\($0.day.iso)\(context.say("）", ")"))"
                    },
                    context) ?? "—"
            ),
        ]
    }

    private func days(_ activity: Activity, _ context: PageContext) -> String {
        guard activity.from != activity.to else { return activity.from.iso }
        let count = activity.to - activity.from + 1
        return context.say(
            "\(activity.from.iso)至\(activity.to.iso)（\(count)天）",
            "\(activity.from.iso) to \(activity.to.iso) (\(count) days)")
    }

    private func listed(_ words: [String], _ context: PageContext) -> String? {
        words.isEmpty ? nil : words.joined(separator: context.say("、", ", "))
    }
}
