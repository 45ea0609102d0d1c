import Pages
import Plans
import Storage
import Store
import Vocabulary

extension Routes {
    /// Addresses of the annual programme.
    mutating func programme() {
        list(YearProgramme.self) { ask in
            .group([
                ask.button(SetProgrammeRules.self, "/programme/rules", Words("规则", "Rules")),
                .act(LineTemplate.listAddress, LineTemplate.listing.words),
                .act(ProgrammeLine.listAddress, ProgrammeLine.listing.words),
                .act(ProgrammeIssue.listAddress, ProgrammeIssue.listing.words),
                ask.button(OpenProgramme.self, "/programme/open", Words("启动编制", "Open a year"), isPrimary: true),
            ])
        }
        list(ProgrammeLine.self) { ask in
            .group([
                ask.button(DraftLines.self, "/programme/lines/take", Words("粘贴编报", "From a sheet")),
                ask.button(DraftLine.self, "/programme/lines/new", Words("编报项目", "File a line"), isPrimary: true),
            ])
        }
        list(ProgrammeIssue.self)
        page(of: YearProgramme.self, Words("一个年度的计划", "The programme of a year"), door: .ledger) {
            try $0.page($1)
        }
        page(of: ProgrammeLine.self, Words("一个计划项目", "One line of the programme")) { try $0.page($1) }
        page(of: ProgrammeIssue.self, Words("印发的一版计划", "One version of a programme")) { try $0.page($1) }
        lineTemplates()
        documents()
        takingLines()
        form("/programme/open", Self.opening)
        form("/programme/rules", Self.rules)
        form("/programme/lines/new", Self.drafting)
        form(Self.changing)
        form(Self.confirming)
        form(Self.deciding)
        form(
            FormFlow(AdjustLine.self, LineAdjustment.form) { line, _ in
                LineAdjustment(line.scheme)
            } act: { line, adjustment in
                AdjustLine(record: line.code, adjustment: adjustment)
            })
        form(
            FormFlow(MergeLine.self, LineMerging.form) { line, _ in
                LineMerging(line: line.code)
            } act: { line, merging in
                MergeLine(record: line.code, merging: merging)
            })
        form(Self.cancelling)
        form(.restoring)
        form(
            FormFlow(NoteLineNotHeld.self, Reason.form) { _, _ in
                Reason()
            } act: { line, reason in
                NoteLineNotHeld(record: line.code, reason: reason.text)
            })
        form(Self.issuing)
        form(
            FormFlow(CopyProgramme.self, CopyDraft.form(Words("来源年度", "From the year"))) { _, _ in
                CopyDraft()
            } act: { programme, draft in
                CopyProgramme(record: programme.code, from: draft.from)
            })
    }

    private static var opening: FormFlow<ProgrammeDraft, OpenProgramme> {
        FormFlow(new: Words("启动编制年度计划", "Open the programme of a year"), ProgrammeDraft.form) { ask in
            // In the last quarter next year's is made.
            ProgrammeDraft(year: ask.today.month >= 9 ? ask.today.year + 1 : ask.today.year)
        } act: { draft, _ in
            OpenProgramme(draft: draft)
        }
    }

    private static var rules: FormFlow<ProgrammeRules, SetProgrammeRules> {
        var flow = FormFlow(Words("年度计划规则", "Rules for the programme"), ProgrammeRules.form) { ask in
            try ask.programmeRules
        } act: { rules, _ in
            SetProgrammeRules(rules: rules)
        } then: { _ in
            YearProgramme.listAddress
        }
        flow.refusals = { rules, _ in rules.problems }
        flow.seen = { ask in try ask.reading.seen(ProgrammeRules.self) }
        flow.crumbs = { _ in [YearProgramme.home] }
        return flow
    }

    private static var drafting: FormFlow<LineScheme, DraftLine> {
        var flow = FormFlow(new: Words("编报计划项目", "File a line of the programme"), LineScheme.form) { ask in
            // The same once more as a start.
            if let code = ask.query["like"],
                let like = try ask.reading.one(ProgrammeLine.self, code, for: ask.reader)
            {
                return like.scheme
            }
            if let scheme = try ask.lineFromTemplate() { return scheme }
            var scheme = LineScheme()
            scheme.organiser = ask.reader.unit ?? ""
            scheme.programme = try ask.all(YearProgramme.self, order: "code desc", limit: 1).first?.code ?? ""
            return scheme
        } act: { scheme, _ in
            DraftLine(scheme: scheme)
        }
        flow.opening = { try $0.waysToBeginLine() }
        flow.checkDoor = .ledger
        flow.remarks = { scheme, ask in
            .group([
                .warnings(try scheme.remarks(filed: ask.today, ask)), try LineAdds(scheme, ask).html(ask),
            ])
        }
        return flow
    }

    private static var changing: FormFlow<LineScheme, ChangeLine> {
        var flow = FormFlow(ChangeLine.self, LineScheme.form, changing: \.scheme) { line, scheme in
            ChangeLine(record: line.code, scheme: scheme)
        }
        // Whoever puts it right reads what came back with it.
        flow.opening = { ask in try ask.one(ProgrammeLine.self).said }
        flow.checkDoor = .ledger
        flow.remarks = { scheme, ask in
            let line = try ask.one(ProgrammeLine.self)
            return .group([
                .warnings(try scheme.remarks(besides: line.code, filed: ask.today, ask)),
                try LineAdds(scheme, besides: line.code, ask).html(ask),
            ])
        }
        return flow
    }

    private static var confirming: FormFlow<Nothing, ConfirmLine> {
        var flow = FormFlow(ConfirmLine.self, Nothing.form) { _, _ in
            Nothing()
        } act: { line, _ in
            ConfirmLine(record: line.code)
        }
        // What is confirmed is read on the same page.
        flow.isOneStep = true
        flow.submit = ConfirmLine.button
        flow.opening = { ask in
            let line = try ask.one(ProgrammeLine.self)
            return .sheet(.warningSection(.nothing, try line.remarks(ask)), try LineScheme.form.facts(line.scheme, ask))
        }
        return flow
    }

    private static var deciding: FormFlow<LineDecision, DecideLine> {
        var flow = FormFlow(DecideLine.self, LineDecision.form) { _, _ in
            LineDecision()
        } act: { line, decision in
            DecideLine(record: line.code, decision: decision)
        }
        // What it adds to the year is looked at before it is decided.
        flow.door = .ledger
        flow.opening = { ask in
            let line = try ask.one(ProgrammeLine.self)
            return .sheet(
                .warningSection(.nothing, try line.remarks(ask)),
                try LineAdds(line.scheme, besides: line.code, ask).html(ask),
                try LineScheme.form.facts(line.scheme, ask))
        }
        return flow
    }

    private static var cancelling: FormFlow<LineReason, CancelLine> {
        var flow = FormFlow(CancelLine.self, LineReason.cancelling) { _, _ in
            LineReason()
        } act: { line, draft in
            CancelLine(record: line.code, reason: draft.reason, paper: draft.paper)
        }
        flow.isGrave = true
        return flow
    }

    private static var issuing: FormFlow<IssueDraft, IssueProgramme> {
        var flow = FormFlow(IssueProgramme.self, IssueDraft.form) { _, ask in
            // Whoever issued the last one issues the next.
            let last = try ask.all(ProgrammeIssue.self, order: "issued_day desc", limit: 1).first
            return IssueDraft(issued: ask.today, issuer: last?.issuer ?? "")
        } act: { programme, draft in
            IssueProgramme(record: programme.code, draft: draft)
        }
        // What the plan would still be short of is told before it goes out.
        flow.checkDoor = .ledger
        flow.remarks = { _, ask in
            let programme = try ask.one(YearProgramme.self)
            let asked = try ask.reading.count(
                ProgrammeLine.self, for: ask.reader,
                where: "programme = \(programme.code) and \(LineScope.asked.condition)")
            let last = try ask.reading.latestIssue(of: programme.code)
            let lines = try ask.reading.toIssue(programme.code, after: last)
            let changes = ProgrammeChanges(from: last?.lines ?? [], to: lines)
            let short = try ask.ledger(ofYear: programme.year).map { try YearOfClasses(ask, $0) }?.lines.filter {
                $0.stillToPlan > 0
            }
            let said = (short ?? []).map { "\($0.obligation.id)（\(Figure.plain($0.stillToPlan))）" }
            return .group([
                .when(
                    !said.isEmpty,
                    .p(
                        .class("warn"),
                        .say(
                            "方案的办班要求还有\(said.count)条没有排够，括号内是还差的数：\(said.joined(separator: "、"))",
                            "\(said.count) obligations of the plan are not planned in full, each with what is short: \(said.joined(separator: ", "))"
                        ))),
                .p(
                    .say(
                        "印发第\((last?.version ?? 0) + 1)版：增加\(changes.added.count)项，变动\(changes.changed.count)项，合并、取消、未办\(changes.gone.count)项。",
                        "Version \((last?.version ?? 0) + 1): \(changes.added.count) added, \(changes.changed.count) changed, \(changes.gone.count) taken off."
                    )),
                .when(
                    asked > 0,
                    .p(
                        .class("warn"),
                        .say("还有\(asked)个项目没有定，不印在这一版里", "\(asked) lines are not decided, and not in it"))),
            ])
        }
        return flow
    }
}
