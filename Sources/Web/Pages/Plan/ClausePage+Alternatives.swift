import Books
import Exchange
import LedgerEngine
import Pages
import PlanLanguage
import Plans
import Spelling
import Training
import Vocabulary

/// Other figures any of which does, on the form of a clause: 或90学时, 或讲座1次.
extension ClauseModel {
    /// So many may be typed; an edition may hold more, which stay as they are.
    private static let fields = 1...3

    private func existing(_ number: Int) -> Alternative? {
        let all = obligation.rule.alternatives ?? []
        return number <= all.count ? all[number - 1] : nil
    }

    /// What was typed, or before anything was what stands.
    private func shown(_ field: String, _ standing: String?) -> String {
        (typed["eithers"] == nil ? standing : typed[field]) ?? ""
    }

    func alternatives(_ context: PageContext) -> HTML {
        let rows = Self.fields.map { number in
            let other = existing(number)
            return HTML.group([
                .ask(
                    "either\(number)", Words("或者：数量\(number)", "Or: figure \(number)"),
                    error: errors.words(for: "either\(number)"),
                    .textField(
                        "either\(number)", shown("either\(number)", other.map { Figure.plain($0.value) }),
                        width: .short)),
                .ask(
                    "eitherUnit\(number)", Words("单位", "Unit"), error: errors.words(for: "eitherUnit\(number)"),
                    .choice(
                        "eitherUnit\(number)", units(of: other, context),
                        chosen: shown("eitherUnit\(number)", other?.unit.rawValue))),
                .ask(
                    "eitherKind\(number)", Words("活动类型", "Kind of activity"),
                    hint: Words("不选时与本条要求相同。", "Left open, the same as the clause's."),
                    .choice(
                        "eitherKind\(number)", kinds(context),
                        chosen: shown("eitherKind\(number)", other?.activity?.rawValue))),
            ])
        }
        return .details(
            .summary(.say("任选其一：再加一个数量，完成任何一个即可", "Any one does: add another figure that is as good")),
            .hiddenFields(Query([("eithers", "1")])), .group(rows))
    }

    /// What is measured follows from what it is counted in.
    private static let units: [CountingUnit] = [
        .day, .workingDay, .week, .month, .hour, .session, .class, .lecture, .document, .person, .personTime,
    ]

    private static func measure(of unit: CountingUnit) -> Measure {
        switch unit {
        case .day, .workingDay, .week, .month: .duration
        case .hour: .hours
        case .person, .personTime: .headcount
        default: .count
        }
    }

    private func units(of other: Alternative?, _ context: PageContext) -> [(value: String, text: String)] {
        let own = other.map(\.unit).flatMap { Self.units.contains($0) ? nil : $0 }
        return [("", context.say("（未定）", "(open)"))]
            + (Self.units + [own].compactMap(\.self)).map {
                ($0.rawValue, context.language == .zh ? $0.words.zh : $0.words.many)
            }
    }

    /// What was typed; nil where it says what stands already, so that what an answer says besides stays.
    func alternatives(typed context: PageContext) -> Result<[AlternativeAnswer]?, Problems> {
        guard typed["eithers"] != nil else { return .success(nil) }
        var errors: [FieldError] = []
        var found: [AlternativeAnswer] = []
        for number in Self.fields {
            guard let text = typed["either\(number)"] else { continue }
            guard let code = typed["eitherUnit\(number)"] else {
                errors.append(
                    .init(field: "eitherUnit\(number)", message: context.say("请选择单位", "Choose a unit")))
                continue
            }
            do {
                let unit = CountingUnit(rawValue: code)
                let before = existing(number).flatMap { $0.unit == unit ? $0 : nil }
                var answer = AlternativeAnswer(
                    measure: before?.measure ?? Self.measure(of: unit),
                    op: before?.comparison ?? obligation.rule.asLimit,
                    value: try PlanRefused.amounts.number(text), unit: unit,
                    activity: typed["eitherKind\(number)"].map(ActivityKind.init(rawValue:)))
                answer.upper = before.flatMap { $0.value == answer.value ? $0.upper : nil }
                if before?.comparison == .range, answer.upper == nil { answer.op = .atLeast }
                found.append(answer)
            } catch {
                errors.append(
                    .init(
                        field: "either\(number)",
                        message: PlanRefused.amounts.message(
                            error, of: context.say("数量", "the figure"), typed: text, in: context.language)))
            }
        }
        if !errors.isEmpty { return .failure(Problems(errors: errors)) }
        let standing = (obligation.rule.alternatives ?? []).map { other in
            var answer = AlternativeAnswer(
                measure: other.measure, op: other.comparison, value: other.value, unit: other.unit,
                activity: other.activity)
            answer.upper = other.upper
            return answer
        }
        // Those beyond what the form has room for are not taken away by it.
        let kept = found + standing.dropFirst(Self.fields.count)
        return .success(kept == standing ? nil : kept)
    }

    func alternativeFacts(_ answer: BindingAnswer, _ context: PageContext) -> [Fact] {
        guard let others = answer.alternatives else { return [] }
        guard !others.isEmpty else {
            return [Fact(Words("任选其一", "Any one does"), .say("取消，只按方案的一个数量", "no longer: one figure only"))]
        }
        return others.map { other in
            let kind = other.activity.flatMap { view.edition.kinds[$0] }.map {
                context.language == .zh ? "（\($0.nameZh)）" : " (\($0.nameEn))"
            }
            return Fact(
                Words("或者", "Or"),
                .text(LedgerText.amountText(other.value, other.unit, in: context.language) + (kind ?? "")))
        }
    }
}

extension Rule {
    /// A limit stands beside limits, everything else beside at least so much.
    fileprivate var asLimit: Comparison { comparison == .atMost ? .atMost : .atLeast }
}
