import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// For each obligation that counts the kind: for whom it counts, and why not for the rest.
struct EffectList {
    let lines: [PreviewLine]
    let view: LedgerView
    let context: PageContext
    /// The first day of what is told of, by which it fills a slot of a year.
    let day: Day
    /// Whether it is not among the records yet, nor in the place of one that is.
    var isNew = false

    func html(none: Words) -> HTML {
        guard !lines.isEmpty else { return .p(.class("quiet"), .words(none)) }
        let counting = lines.filter { !$0.counts.isEmpty }
        let other = lines.filter { $0.counts.isEmpty }
        return .group([
            .when(!counting.isEmpty, .narrowRows(counting.map(row))),
            .when(counting.isEmpty, .p(.say("不计入任何要求。", "It counts for no obligation."))),
            .when(
                !other.isEmpty, .group([.h3(.say("未计入", "Does not count for")), .narrowRows(other.map(row))])),
        ])
    }

    private func row(_ line: PreviewLine) -> Row {
        let language = context.language
        let reasons = line.reasons.map { reason in
            view.reason(reason.reason, of: line.obligation, language)
                + (reason.records > 1 ? context.say("（\(reason.records)条）", " (\(reason.records))") : "")
        }.joined(separator: context.say("；", "; "))
        let told =
            line.counts.isEmpty
            ? reasons
            : beneficiaries(line) + filled(line)
                + (reasons.isEmpty ? "" : context.say("；未计入：", "; not counted: ") + reasons)
        return Row(
            .group([
                .span(.class("quiet"), .text(line.obligation.id)), " ",
                .link("/plan#clause-\(line.obligation.id)", .text(view.sentence(line.obligation, language))), " ",
                .small(.class("quiet"), .text(figure(line) + told)),
            ]),
            act: line.counts.isEmpty
                ? .say("未计入", "not counted") : .standing(.met, Words("计入", "counts")))
    }

    /// Which of several figures any of which does the line tells of: 90学时：; nothing where there is one.
    private func figure(_ line: PreviewLine) -> String {
        guard view.obligation(line.obligation.id)?.rule.isEither == true else { return "" }
        let rule = line.obligation.rule
        return LedgerText.amountText(rule.value, rule.unit, in: context.language) + context.say("：", ": ")
    }

    private func beneficiaries(_ line: PreviewLine) -> String {
        let names = line.counts.prefix(3).map { gain in
            view.name(of: gain.subject, context.language) + (gain.amount == 1 ? "" : " +" + Figure.plain(gain.amount))
        }
        let more = line.counts.count - names.count
        return names.joined(separator: context.say("、", ", "))
            + (more > 0
                ? context.say("等\(line.counts.count)\(counter(line.counts.map(\.subject.kind)))", " and \(more) more")
                : "")
    }

    /// What so many subjects are counted by; 项 where they are of several kinds.
    private func counter(_ kinds: [Subject.Kind]) -> String {
        guard let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) else { return "项" }
        switch kind {
        case .unit, .rollUp: return "个单位"
        case .team: return "个集体"
        case .person: return "人"
        case .programme, .activity: return "项"
        }
    }
}
