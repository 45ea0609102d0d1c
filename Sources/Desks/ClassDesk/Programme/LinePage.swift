import Pages
import Store
import Vocabulary

extension ProgrammeLine {
    func page(_ ask: Ask) throws -> Page {
        let classes = try ask.all(TrainingClass.self, where: "line = \(code)", order: "run, opening_day")
        var page = try Page(
            of: self, ask,
            .sheet(
                .warningSection(said, LineStage.asked.contains(stage) ? try remarks(ask) : []),
                try runs(classes, ask), .div(.id("scheme"), try LineScheme.form.facts(scheme, ask)),
                try merged(ask),
                try ask.history(
                    ask.steps(of: ProgrammeLine.self, code, LineScheme.form, \.scheme) { step, line, _ in
                        if !line.remark.isEmpty { step.remarks = [HistoryStep.reason(line.reason)] }
                    })))
        let state = try LineState.state(of: self, ask)
        page.sentence = .group([
            .text(code), .say("，", ", "), .words(scheme.time.words),
            .say(
                "，\(scheme.runs)期，\(scheme.personTimes)人次，\(scheme.personDays)人天，\(scheme.amount.grouped)元。",
                ", \(scheme.runs) runs, \(scheme.personTimes) person-times, \(scheme.personDays) person-days, \(scheme.amount.grouped) yuan. "
            ), .b(.class(state.mark.rawValue), .words(state.words)),
        ])
        return page
    }

    func remarks(_ ask: Ask) throws -> [Words] {
        try scheme.remarks(besides: code, filed: filed ?? ask.today, ask)
    }

    /// The reason with the document that it rests on.
    var reason: String { paper.isEmpty ? remark : "\(remark)（\(paper)）" }

    /// What was said with the last decision.
    var said: HTML {
        guard !remark.isEmpty, let decided else { return .nothing }
        let words = Words(
            "\(decided.iso)\(stage.words.zh)：\(reason)", "\(stage.words.en) on \(decided.iso): \(reason)")
        return stage == .included && adjusted == nil
            ? .p(.class("quiet"), .words(words)) : .warning(.behind, .words(words))
    }

    /// One row for each run: the class that it became, or that it is still to be applied for.
    private func runs(_ classes: [TrainingClass], _ ask: Ask) throws -> HTML {
        guard stage == .included || !classes.isEmpty else { return .nothing }
        let wanted = classes.filter { [.applied, .approved, .returned].contains($0.stage) }
        let next = (wanted.map(\.scheme.run).max() ?? 0) + 1
        let isOpen = stage == .included && wanted.count < scheme.runs && ApplyForClass.isAllowed(to: ask.reader)
        return .part(
            Words("各期班次", "Its classes"), id: "classes",
            aside: .group([
                .say("应办\(scheme.runs)期，已申请", "\(scheme.runs) runs, applied for: "),
                .figureLink(classes.count, ask.context.link("/classes", ("line", code))),
            ]),
            classes.isEmpty
                ? .p(.class("quiet"), .say("还没有申请办班。", "No class was applied for yet."))
                : try TrainingClass.listing.table(classes, columns: ["title", "opening", "heads", "state"], ask),
            .when(
                isOpen,
                .p(
                    .class("btns"),
                    .act(
                        "/classes/new?line=\(Query.encoded(code))",
                        Words("申请第\(next)期", "Apply for run \(next)")))))
    }

    /// The lines that were merged into this one, and the one that this was merged into.
    private func merged(_ ask: Ask) throws -> HTML {
        let others = try ask.all(ProgrammeLine.self, where: "merged_into = \(code)", order: "code")
        let target = try into.isEmpty ? nil : ask.reading.one(ProgrammeLine.self, into, for: ask.reader)
        guard !others.isEmpty || target != nil else { return .nothing }
        return .part(
            Words("合并", "Merged"),
            target.map { .p(.say("并入", "Into "), .link($0.address, .text($0.title))) } ?? .nothing,
            others.isEmpty
                ? .nothing
                : .p(
                    .say("并入本项的：", "Merged into it: "),
                    .each(others) { .group([.link($0.address, .text($0.title)), " "]) }))
    }
}
