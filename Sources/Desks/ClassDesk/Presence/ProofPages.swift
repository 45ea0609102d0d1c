import Pages
import Store
import Vocabulary

extension Routes {
    /// The four proofs of a class: who has done which, who confirmed it and when; each for the whole class at once.
    mutating func proofs() {
        page("/classes/:code/proofs", Words("四个一", "Four proofs")) { ask in try ask.taughtClass().proofPage(ask) }
        var keep = FormFlow(Words("登记四个一", "Keep a proof"), ProofSheet.form) { ask in
            try ask.proofSheet(of: try ask.taughtClass(), try ask.proofKind())
        } act: { sheet, ask in
            KeepProofs(
                trainingClass: try ask.one(TrainingClass.self).code, kind: try ask.proofKind(), states: sheet.states,
                reason: sheet.reason)
        } then: {
            "\($0.address)/proofs"
        }
        keep.crumbs = { ask in
            let found = try ask.one(TrainingClass.self)
            return try found.crumbs(ask) + [Frame.Crumb(Words("四个一", "Four proofs"), "\(found.address)/proofs")]
        }
        keep.opening = { ask in
            let count = try ask.reading.present(in: try ask.one(TrainingClass.self).code).count
            return .p(.b(.words(try ask.proofKind().words)), .say("，在班\(count)人。", ": \(count) people."))
        }
        keep.instead = { ask in
            let found = try ask.one(TrainingClass.self)
            let why = try found.notKept(in: ask.reading, for: ask.reader) ?? found.noProofs(on: ask.today)
            return try why.map { .ended(try found.closed($0, ask)) }
        }
        form("/classes/:code/proofs/:kind", keep)
    }
}

extension Ask {
    fileprivate func proofKind() throws -> ProofKind {
        guard let kind = parts["kind"].flatMap(ProofKind.init(rawValue:)) else { throw NotFound(context: context) }
        return kind
    }

    /// As it would be confirmed for all: whoever is open is proposed as done; what was said before stands.
    fileprivate func proofSheet(of found: TrainingClass, _ kind: ProofKind) throws -> ProofSheet {
        let proofs = try reading.proofs(in: found.code)
        let trainees = try reading.present(in: found.code)
        var sheet = ProofSheet(people: trainees.map(\.person))
        for trainee in trainees {
            let proof = proofs[TraineeProof.code(of: trainee.code, kind)]
            // What was taken back is not proposed again.
            sheet.states[trainee.person] = proof == nil ? .done : proof.state
        }
        return sheet
    }
}

extension TrainingClass {
    /// Who has done which of the four (结业材料完成情况表); nothing of what was written.
    fileprivate func proofPage(_ ask: Ask) throws -> Page {
        let words = Words("四个一", "Four proofs")
        let trainees = try ask.reading.present(in: code)
        let proofs = try ask.reading.proofs(in: code)
        let isOpen = try notKept(in: ask.reading, for: ask.reader) == nil && noProofs(on: ask.today) == nil
        let rows = try trainees.map { trainee in
            [
                HTML.group([
                    .text(try ask.naming.personName(trainee.person)), " ",
                    .small(.class("quiet"), .text(try ask.naming.unitName(trainee.unit))),
                ])
            ]
                + (try ProofKind.allCases.map { kind in
                    try said(proofs[TraineeProof.code(of: trainee.code, kind)], ask)
                })
        }
        let done = ProofKind.allCases.map { kind in
            trainees.count { proofs[TraineeProof.code(of: $0.code, kind)].state != .open }
        }
        var page = Page(
            words,
            .sheet(
                trainees.isEmpty || !scheme.kind.hasProofs
                    ? .emptyState(
                        words,
                        scheme.kind.hasProofs
                            ? .say("登记报到以后，这里列出学员。", "Whoever arrived is listed here.")
                            : .say("这一类班次不要求四个一。", "Classes of this kind ask for none."))
                    : .section(
                        .class("landscape"),
                        .data(
                            .words(words),
                            [DataHead(.say("姓名", "Name"), .lead)]
                                + ProofKind.allCases.map { kind in
                                    DataHead(
                                        isOpen ? .link(proofAddress(kind), .words(kind.words)) : .words(kind.words),
                                        .meta)
                                }, rows,
                            foot: [.say("完成/在班", "Done/of")] + done.map { .text("\($0)/\(trainees.count)") }),
                        .p(.class("paper"), .say("组长签字：　　　　　　班主任签字：", "Group leader:             Class teacher:")))))
        page.crumbs = try crumbs(ask)
        page.actions =
            isOpen && !trainees.isEmpty
            ? .group(ProofKind.allCases.map { .act(proofAddress($0), Words("登记\($0.words.zh)", $0.words.en)) })
            : .nothing
        page.sentence = .say(
            "\(title)：在班\(trainees.count)人，四项都完成\(finished(trainees, proofs))人。",
            "\(title): \(finished(trainees, proofs)) of \(trainees.count) have done all four.")
        return page
    }

    private func finished(_ trainees: [Trainee], _ proofs: [String: TraineeProof]) -> Int {
        trainees.count { trainee in
            ProofKind.allCases.allSatisfy { proofs[TraineeProof.code(of: trainee.code, $0)].state != .open }
        }
    }

    /// Whether, who confirmed it and when.
    private func said(_ proof: TraineeProof?, _ ask: Ask) throws -> HTML {
        let who = try proof.map { $0.by.isEmpty ? "" : try ask.naming.accountName($0.by) } ?? ""
        let mark: HTML =
            switch proof.state {
            case .done: .standing(.met, Words("已完成", "done"))
            case .exempt: .standing(.excused, Words("免做", "exempt"))
            case .open: .standing(.next, Words("未完成", "open"))
            }
        guard let proof, proof.stands else { return mark }
        return .group([
            mark,
            .small(
                .class("quiet"), " ", .day(proof.confirmed), .text(" \(who)"),
                .text(proof.remark.isEmpty ? "" : ask.say("：", ": ") + proof.remark)),
        ])
    }
}
