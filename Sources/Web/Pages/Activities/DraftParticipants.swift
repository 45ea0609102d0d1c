import Books
import Exchange
import Pages
import Records
import Training
import Vocabulary

/// Who is about to be put on record, one a line, as they stand on the day.
struct DraftParticipants {
    let participants: [ParticipantDraft]
    let kind: ActivityKind
    let day: Day
    let directory: Directory
    let kinds: ActivityKindCatalogue

    func html(_ context: PageContext) -> HTML {
        let titles = [
            context.say("人员编号", "Staff number"), context.say("姓名", "Name"), context.say("单位", "Unit"),
            context.say("参加身份", "Took part as"), context.say("学时", "Hours"), context.say("完成情况", "Completed"),
        ]
        return card(
            context.say("参训人员 · \(participants.count)", "Participants · \(participants.count)"),
            participants.isEmpty
                ? p(.class("quiet"), .text(context.say("没有填写参训人员。", "No participants were given.")))
                : plainTable(
                    context.say("参训人员", "Participants"), titles, numbers: [4], lead: 1, end: 5,
                    participants.map { cells($0, context).map { .text($0) } }))
    }

    private func cells(_ part: ParticipantDraft, _ context: PageContext) -> [String] {
        let held = directory.appointment(of: part.person, on: day, knownAt: nil)
        return [
            part.person, directory.person(part.person)?.name ?? "—", held.map { directory.unitName($0.unit) } ?? "—",
            RecordWords.role(part.role, context.language), Figure.plain(part.hours),
            RecordWords.completion(part.completed, of: kind, kinds, context.language),
        ]
    }
}
