import Books
import Hummingbird
import LedgerEngine
import Pages
import Plans
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension Site {
    func addActivities(to router: Router<BasicRequestContext>) {
        router.get("/activities") { request, _ in
            try page(request) { town, context in
                let model = ActivityListModel(town, kinds: try town.kinds(on: today()), context)
                return html(model.html(context.with(model.slips)))
            }
        }
        router.get("/activities/new") { request, _ in
            try page(request) { town, context in
                let form = try form(context.query, town)
                guard let unit = form.unit, form.directory.unit(unit) != nil else {
                    return html(form.unitPage(context))
                }
                return html(form.page(context))
            }
        }
        take(ReportActivity.self, at: "/activities/new", on: router) { request, _, reader in
            try await submit(request, reader, correcting: nil)
        }
        router.get("/activities/:code") { request, route in
            try page(request) { town, context in
                let activity = try activity(route, town, context)
                let isJustSaved = context.query["saved"] != nil
                guard Directory.known(activity.recorded, context.knownAt) else {
                    let page = ActivityNotYetKnown(context: context, activity: activity, isJustSaved: isJustSaved)
                    return html(page.html(), status: isJustSaved ? .ok : .notFound)
                }
                var model = ActivityModel(
                    directory: town.directory, view: try town.ledger(asOf: context.asOf, knownAt: context.knownAt),
                    activity: activity, kinds: try town.kinds(on: today()), knownAt: context.knownAt,
                    isJustSaved: isJustSaved)
                if isJustSaved {
                    let trained = town.directory.participations(in: activity.code, knownAt: nil).filter {
                        $0.role != .staff
                    }
                    model.clashes = try ClashList.looking(
                        for: trained.map(\.person), kind: activity.kind, from: activity.from, to: activity.to,
                        besides: activity.code, town, model.kinds)
                }
                return html(model.html(context))
            }
        }
        router.get("/activities/:code/correct") { request, route in
            try page(request) { town, context in
                let activity = try activity(route, town, context)
                if let ended = EndedRecord(activity, town.directory) {
                    return html(ended.html(context), status: .conflict)
                }
                let participants = town.directory.participations(in: activity.code, knownAt: nil)
                var form = try form(ActivityForm.typed(activity, participants, reason: nil), town)
                form.correcting = activity.code
                return html(form.page(context))
            }
        }
        take(CorrectActivity.self, at: "/activities/:code/correct", on: router) { request, route, reader in
            let code = try page(request) { town, context in try activity(route, town, context).code }
            return try await submit(request, reader, correcting: code)
        }
        router.get("/activities/:code/void") { request, route in
            try page(request) { town, context in
                let activity = try activity(route, town, context)
                if let ended = EndedRecord(activity, town.directory) {
                    return html(ended.html(context), status: .conflict)
                }
                return html(VoidForm(activity: activity, directory: town.directory, reason: "").html(context))
            }
        }
        take(VoidRecord.self, at: "/activities/:code/void", on: router) { request, route, reader in
            let (code, context) = try page(request) { town, context in
                (try activity(route, town, context).code, context)
            }
            let (typed, excess) = try await fieldsToShow(request, context)
            return try void(code, reason: typed["reason"] ?? "", excess, reader, request, context)
        }
    }

    private func void(
        _ code: String, reason: String, _ excess: FieldError?, _ reader: Reader, _ request: Request,
        _ context: PageContext
    ) throws -> Response {
        func again(_ error: FieldError, _ status: HTTPResponse.Status) throws -> Response {
            try page(request) { town, context in
                guard let activity = town.directory.activity(code) else {
                    throw NothingThere(context: context, what: .activity(code))
                }
                var form = VoidForm(activity: activity, directory: town.directory, reason: reason)
                form.error = error
                return html(form.html(context), status: status)
            }
        }
        if let excess { return try again(excess, .contentTooLarge) }
        do {
            try database.perform(VoidRecord(.init(.activity, code), reason: reason), by: reader, on: today())
            return redirect(to: context.link(toActivity: code))
        } catch let refusal as RecordRefused {
            // Whoever clicked twice said the same twice: the record is void for that reason, which is all that was asked.
            if case .alreadyVoided = refusal,
                try database.read({ try $0.voiding(of: .init(.activity, code)) })?.reason.reads(as: reason) == true
            {
                return redirect(to: context.link(toActivity: code))
            }
            return try again(Self.error(refusal, context), .unprocessableContent)
        } catch let denied as NotAllowed {
            throw denied
        } catch {
            return try again(NotSaved(error).error(context), NotSaved(error).status)
        }
    }

    private func form(_ typed: Query, _ town: TownPage, correcting: String? = nil) throws -> ActivityForm {
        ActivityForm(
            typed: typed, directory: town.directory, kinds: try town.kinds(on: today()), today: today(),
            correcting: correcting)
    }

    private func activity(_ route: BasicRequestContext, _ town: TownPage, _ context: PageContext) throws -> Activity {
        let code = route.named("code")
        guard let activity = town.directory.activity(code) else {
            throw NothingThere(context: context, what: .activity(code))
        }
        return activity
    }

    /// What is to be done with what was sent: show a page again, look what it would count for, or save it.
    private enum Step {
        case show(Response)
        case check
        case save(ActivityDraft, PageContext)
    }

    /// One of the form's three steps: change, check, save.
    private func submit(_ request: Request, _ reader: Reader, correcting: String?) async throws -> Response {
        let (typed, excess) = try await fieldsToShow(request, pageContext(request))
        if let excess { return try again(typed, [excess], .contentTooLarge, correcting: correcting, request) }
        switch try page(request, { town, context in try step(typed, correcting, town, context) }) {
        case .show(let response): return response
        case .check:
            // The draft is tried out among the records: nobody else may read meanwhile.
            return try state.alone { town in
                let context = pageContext(request, town)
                let form = try form(typed, town, correcting: correcting)
                let read = form.read(context)
                guard read.errors.isEmpty else { return html(form.page(context, errors: read.errors)) }
                return html(try check(read.draft, form, town, context))
            }
        case .save(let draft, let context):
            return try save(draft, typed, correcting: correcting, reader, request, context)
        }
    }

    private func step(
        _ typed: Query, _ correcting: String?, _ town: TownPage, _ context: PageContext
    ) throws -> Step {
        let form = try form(typed, town, correcting: correcting)
        let read = form.read(context)
        if typed["step"] == "edit", read.errors.isEmpty { return .show(html(form.page(context))) }
        // A record that was corrected just so is where a second click ends.
        if typed["step"] == "save", read.errors.isEmpty, form.reasonErrors(context).isEmpty,
            let end = try corrected(correcting, read.draft, town)
        {
            return .show(redirect(to: context.link("/activities/\(Query.encoded(end))", ("saved", "1"))))
        }
        let problems = try read.draft.problems(
            in: town.directory.reading, today: today(), replacing: correcting, confirmed: form.confirmed)
        var errors = form.errors(read, problems, context)
        if errors.isEmpty, let correcting, try !DraftChanges.any(in: read.draft, of: correcting, town) {
            errors = [FieldError(field: "title", message: Self.nothingChanged(context))]
        }
        guard errors.isEmpty else {
            return .show(html(form.page(context, errors: errors), status: .unprocessableContent))
        }
        return typed["step"] == "save" ? .save(read.draft, context) : .check
    }

    private func check(
        _ draft: ActivityDraft, _ form: ActivityForm, _ town: TownPage, _ context: PageContext
    ) throws -> HTML {
        let view = try town.ledger(asOf: today())
        let code = "-"
        let lines =
            view?.live.preview(
                draft.activity(code: code, recorded: today()),
                with: draft.participants.enumerated().map { index, part in
                    Participation(
                        code: "-\(index)", activity: code, person: part.person, role: part.role, hours: part.hours,
                        completed: part.completed, recorded: today())
                }, replacing: form.correcting) ?? []
        let clashes = try ClashList.looking(
            for: draft.participants.filter { $0.role != .staff }.map(\.person), kind: draft.kind, from: draft.from,
            to: draft.to, besides: form.correcting, town, form.kinds)
        return ActivityCheckPage(form: form, draft: draft, lines: lines, view: view, clashes: clashes).html(context)
    }

    /// The form with what was typed and what is wrong with it.
    private func again(
        _ typed: Query, _ errors: [FieldError], _ status: HTTPResponse.Status, correcting: String?, _ request: Request
    ) throws -> Response {
        try page(request) { town, context in
            html(try form(typed, town, correcting: correcting).page(context, errors: errors), status: status)
        }
    }

    /// The record that took a corrected one's place, where it says what the draft says.
    private func corrected(_ code: String?, _ draft: ActivityDraft, _ town: TownPage) throws -> String? {
        let reading = town.directory.reading
        guard let code, let correction = try reading.correction(of: .init(.activity, code)),
            let standing = try reading.activity(code: correction.replacement)
        else { return nil }
        let recorded = try reading.liveParticipations(in: correction.replacement)
        return draft.saysOther(than: ActivityDraft(standing, participants: recorded)) ? nil : correction.replacement
    }

    /// Writes; the next page takes it in.
    private func save(
        _ draft: ActivityDraft, _ typed: Query, correcting: String?, _ reader: Reader, _ request: Request,
        _ context: PageContext
    ) throws -> Response {
        func refused(_ error: FieldError...) throws -> Response {
            try again(typed, error, .unprocessableContent, correcting: correcting, request)
        }
        let confirmed = ConfirmedDay.all(in: typed)
        do {
            let reported =
                if let correcting {
                    try database.perform(
                        CorrectActivity(
                            correcting, with: draft, reason: typed["reason"] ?? "", confirmed: confirmed),
                        by: reader, on: today())
                } else {
                    try database.perform(ReportActivity(draft, confirmed: confirmed), by: reader, on: today())
                }
            return redirect(to: context.link("/activities/\(Query.encoded(reported.activity.code))", ("saved", "1")))
        } catch let refusal as ActivityRefused {
            return try page(request) { town, context in
                let form = try form(typed, town, correcting: correcting)
                return html(
                    form.page(context, errors: form.errors(refusal.problems, context)), status: .unprocessableContent)
            }
        } catch let refusal as RecordRefused {
            return try refused(Self.error(refusal, context))
        } catch is NothingToCorrect {
            return try refused(FieldError(field: "title", message: Self.nothingChanged(context)))
        } catch let denied as NotAllowed {
            throw denied
        } catch {
            return try again(
                typed, [NotSaved(error).error(context)], NotSaved(error).status, correcting: correcting, request)
        }
    }

    private static func nothingChanged(_ context: PageContext) -> String {
        context.say("内容没有变化，无需更正。", "Nothing was changed: there is nothing to correct.")
    }

    private static func error(_ refusal: RecordRefused, _ context: PageContext) -> FieldError {
        FieldError(field: "reason", message: sentence(refusal, context), opens: standing(refusal, context))
    }

    private static func sentence(_ refusal: RecordRefused, _ context: PageContext) -> String {
        switch refusal {
        case .noReason: context.say("请填写理由", "Give a reason")
        case .reasonTooLong(let limit):
            context.say("理由最多\(limit)字", "The reason may have at most \(limit) characters")
        case .reasonUnfit(let flaw): flaw.message(of: context.say("理由", "the reason"), in: context.language)
        case .unknown: context.say("没有这条记录", "There is no such record")
        case .alreadyVoided(let day): context.say("这条记录已于\(day.iso)作废", "It has been void since \(day.iso)")
        case .alreadyCorrected:
            context.say("这条记录已更正，请以更正后的记录为准", "It was corrected already: see the record in its place")
        }
    }

    /// Where what stands now can be looked at.
    private static func standing(_ refusal: RecordRefused, _ context: PageContext) -> Frame.Crumb? {
        guard case .alreadyCorrected(let code) = refusal else { return nil }
        return .init(text: context.say("打开\(code)", "Open \(code)"), address: context.link(toActivity: code))
    }
}
