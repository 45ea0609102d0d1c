import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Vocabulary

extension EntryModel {
    /// Each figure any of which does: how far it has come, and the list that it was counted from.
    func eitherPart(_ context: PageContext) -> HTML {
        // A row of named persons has its records, and their figures, at each of them.
        guard let looked = explanation.alternatives, entry.alternatives != nil || isUnnamed else { return .nothing }
        let language = context.language
        let numbers = entry.alternatives?.inOrder.map(\.number) ?? Array(looked.indices)
        return .part(
            Words("任选其一即可", "Any one of these does"),
            .data(
                .say("任选其一", "Any one"),
                [
                    DataHead(.say("要求", "Asked for"), .lead), DataHead(.say("完成", "Done"), .meta),
                    DataHead(.say("状态", "Standing"), .end),
                ],
                numbers.map { number in
                    let address = context.link(toList: .counted, of: entry, choice: number)
                    let asked = LedgerText.asked(number, of: obligation, entry, in: language)
                    let activity = view.edition.kinds[obligation.choice(number).activity ?? .any]
                    let name = activity.map { language == .zh ? $0.nameZh : $0.nameEn }
                    let figure = entry.alternatives?.figures[number]
                    return [
                        .a(.href(address), .text(name.map { "\(asked)（\($0)）" } ?? asked)),
                        .text(figure.map { Figure.amount($0.done) } ?? "—"),
                        figure.map { StandingMark.word($0.standing, language) } ?? .nothing,
                    ]
                }))
    }
}
