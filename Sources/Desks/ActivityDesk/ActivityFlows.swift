import Books
import LedgerEngine
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension FormFlow where Draft == ActivitySheet, A == ReportActivity {
    /// Fill in, check what it will count for, saved.
    static var reporting: FormFlow {
        var flow = FormFlow(Words("填报活动", "Report an activity"), ActivitySheet.form) { ask in
            var sheet = ActivitySheet()
            sheet.from = ask.today
            // The same again as one that was held before.
            if let like = ask.query["like"], let activity = try ask.reading.activity(code: like),
                try ask.reading.isWithinReach(activity.organiser, of: ask.reader)
            {
                sheet = ActivitySheet(like: activity, try ask.reading.liveParticipations(in: like), on: ask.today)
            }
            // As it was asked for, also where there is no such unit: the field then says so.
            if let unit = ask.query["unit"] { sheet.unit = try ask.naming.unit(typed: unit)?.code ?? unit }
            return sheet
        } act: { sheet, _ in
            ReportActivity(sheet.draft, confirmed: sheet.confirmed)
        } then: {
            ListedRecord.address(of: $0.activity.code) + "?saved=1"
        }
        flow.instead = { ask in
            guard ask.query["draft"] == nil, ask.query["like"] == nil else { return nil }
            let typed = ask.query["organiser"] ?? ask.query["unit"]
            guard let typed, let unit = try ask.naming.unit(typed: typed) else {
                return .page(try ask.whichUnit(typed))
            }
            guard try ask.naming.isWithinReach(unit.code) else {
                throw NotAllowed(right: ReportActivity.right, unit: ask.reader.unit)
            }
            return nil
        }
        flow.look = { sheet, unread, ask in
            try ask.problems(of: sheet, unread: unread, replacing: nil)
        }
        flow.opening = { ask in try ask.owed.map { try $0.opening(ask) } ?? .nothing }
        flow.remarks = { sheet, ask in try ask.remarks(on: sheet, replacing: nil) }
        flow.refusal = { error, _, ask in try ask.problems(of: error) }
        flow.crumbs = { _ in [ListedRecord.home] }
        (flow.door, flow.checkDoor) = (.ledger, .ledgerAlone)
        return flow
    }
}

extension FormFlow where Draft == ActivitySheet, A == CorrectActivity {
    /// Puts another in a record's place; both stay readable.
    static var correcting: FormFlow {
        var flow = FormFlow(
            Words("更正活动", "Correct the activity"), on: ListedRecord.self, ActivitySheet.correction,
            notNow: { record, ask in try record.notToChange(ask) }
        ) { record, ask in
            ActivitySheet(try ask.activity(), try ask.reading.liveParticipations(in: record.code))
        } act: { record, sheet in
            CorrectActivity(record.code, with: sheet.draft, reason: sheet.reason, confirmed: sheet.confirmed)
        } then: {
            ListedRecord.address(of: $0.activity.code) + "?saved=1"
        }
        flow.tellsChanges = true
        flow.standing = { sheet, ask in
            let code = try ask.activity().code
            // A record that was corrected just so is where a second click ends.
            guard let end = try ask.reading.correction(of: .init(.activity, code))?.replacement,
                let standing = try ask.reading.activity(code: end)
            else { return nil }
            let recorded = try ask.reading.liveParticipations(in: end)
            let says = ActivityDraft(standing, participants: recorded)
            return sheet.draft.saysOther(than: says) ? nil : ListedRecord.address(of: end) + "?saved=1"
        }
        flow.look = { sheet, unread, ask in
            let activity = try ask.activity()
            let problems = try ask.problems(of: sheet, unread: unread, replacing: activity.code)
            let recorded = try ask.reading.liveParticipations(in: activity.code)
            let isSame = !sheet.draft.saysOther(than: ActivityDraft(activity, participants: recorded))
            guard isSame, problems.isEmpty, unread.isEmpty else { return problems }
            return [FormProblem("title", nothingChanged)]
        }
        flow.remarks = { sheet, ask in try ask.remarks(on: sheet, replacing: try ask.activity().code) }
        flow.refusal = { error, _, ask in try ask.problems(of: error) }
        (flow.door, flow.checkDoor) = (.ledger, .ledgerAlone)
        return flow
    }
}

private let nothingChanged = Words("内容没有变化，无需更正。", "Nothing was changed: there is nothing to correct.")

extension FormFlow where Draft == Reason, A == VoidRecord {
    static var voiding: FormFlow {
        var flow = FormFlow(
            Words("作废活动", "Void the activity"), on: ListedRecord.self, Reason.voiding,
            notNow: { record, ask in try record.notToChange(ask) }
        ) { _, _ in
            Reason()
        } act: { record, reason in
            VoidRecord(.init(.activity, record.code), reason: reason.text)
        } then: {
            ListedRecord.address(of: $0.record.code)
        }
        flow.submit = Words("确认作废", "Void it")
        (flow.isOneStep, flow.isGrave) = (true, true)
        flow.standing = { reason, ask in
            // Whoever clicked twice said the same twice: the record is void for that reason, which is all that was asked.
            let code = try ask.activity().code
            let voiding = try ask.reading.voiding(of: .init(.activity, code))
            return voiding?.reason.reads(as: reason.text) == true ? ListedRecord.address(of: code) : nil
        }
        flow.opening = { ask in
            let activity = try ask.activity()
            let unit = try ask.naming.unitName(activity.organiser)
            return .warning(
                .bad,
                .say(
                    "作废后不可撤销，“\(activity.title)”（\(activity.from.iso)，\(unit)）也不再计入台账；原记录仍可查阅，需要时请重新填报。",
                    "Once void, “\(activity.title)” (\(activity.from.iso), \(unit)) counts for nothing and cannot be brought back. It stays readable; report it anew if need be."
                ))
        }
        flow.refusal = { error, _, ask in try ask.problems(of: error) }
        return flow
    }
}

extension Reason {
    fileprivate static let voiding = Form<Reason>(
        .init(
            Words("作废理由", "Why it is void"),
            .text(\.text, "reason", Words("作废理由", "Reason"), rule: .reason)))
}

extension Ask {
    /// All that keeps a sheet from being recorded, but what stands in for a field that could not be read.
    func problems(of sheet: ActivitySheet, unread: Set<String>, replacing: String?) throws -> [FormProblem] {
        try sheet.draft.problems(in: reading, today: today, replacing: replacing, confirmed: sheet.confirmed)
            .filter { $0.fields.isDisjoint(with: unread) }.map { try $0.formProblem(self) }
    }

    /// What an act of a record refused with.
    func problems(of error: any Error) throws -> [FormProblem]? {
        switch error {
        case let refused as ActivityRefused: return try refused.problems.map { try $0.formProblem(self) }
        case let refused as RecordRefused: return [refused.formProblem(self)]
        case let denied as NotAllowed where denied.unit != nil:
            return [
                FormProblem("organiser", Words("这个单位不在您的管理范围内", "This unit is not within your reach"))
            ]
        case is NothingToCorrect: return [FormProblem("title", nothingChanged)]
        case is ChangedMeanwhile:
            // What was changed meanwhile ended: by what is said where it ended before.
            guard let code = parts["code"] else { return nil }
            if let correction = try reading.correction(of: .init(.activity, code)) {
                return [RecordRefused.alreadyCorrected(by: correction.replacement).formProblem(self)]
            }
            return try reading.voiding(of: .init(.activity, code)).map {
                [RecordRefused.alreadyVoided(on: $0.recorded).formProblem(self)]
            }
        default: return nil
        }
    }

    /// What is pointed out before it is saved: other training on the same days, and what it will count for.
    func remarks(on sheet: ActivitySheet, replacing: String?) throws -> HTML {
        let draft = sheet.draft
        let clashes = try ClashList(
            persons: draft.participants.filter { $0.role != .staff }.map(\.person), kind: draft.kind,
            from: draft.from, to: draft.to, besides: replacing, self)
        guard let view = try town.ledger(asOf: today) else {
            return .group([clashes.html, .p(.say("还没有方案。", "There is no plan yet."))])
        }
        let code = "-"
        let activity = draft.activity(code: code, recorded: today)
        let parts = draft.participants.enumerated().map { index, part in
            Participation(
                code: "-\(index)", activity: code, person: part.person, role: part.role, hours: part.hours,
                completed: part.completed, recorded: today)
        }
        let lines = view.live.preview(activity, with: parts, replacing: replacing)
        return .group([
            clashes.html,
            try Owed(sheet.entry).map { try $0.change(by: activity, parts, replacing, lines, view, self) } ?? .nothing,
            .part(
                Words("保存后将计入", "Once saved it counts for"),
                EffectList(
                    lines: lines, view: view, context: context, day: draft.from, isNew: replacing == nil
                ).html(
                    none: Words(
                        "方案中没有与这类活动对应的要求，仍可保存。",
                        "No obligation counts this kind of activity; it can still be put on record."))),
        ])
    }
}
