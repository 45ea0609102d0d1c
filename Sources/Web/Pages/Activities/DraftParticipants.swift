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
                : table(
                    .class("data"), thead(tr(.each(titles) { th(.attribute("scope", "col"), .text($0)) })),
                    tbody(
                        .each(participants) { part in
                            tr(
                                .each(Array(zip(titles, cells(part, context)))) { title, cell in
                                    td(.attribute("data-title", title), .text(cell))
                                })
                        })))
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
