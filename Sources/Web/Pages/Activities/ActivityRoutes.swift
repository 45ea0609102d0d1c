import Hummingbird
import LedgerEngine
import Plans
import Records
import Storage
import Training
import Vocabulary

extension Site {
    func addActivities(to router: Router<BasicRequestContext>) {
        router.get("/activities") { request, _ in
            let context = try await pageContext(request)
            let town = try await state.current()
            return html(
                ActivityListModel(
                    directory: town.directory, kinds: try await kinds(), asOf: context.asOf, query: context.query
                ).html(context))
        }
        router.get("/activities/new") { request, _ in
            let context = try await pageContext(request)
            let form = try await form(context.query)
            guard let unit = form.unit, form.directory.unit(unit) != nil else { return html(form.unitPage(context)) }
            return html(form.page(context))
        }
        router.post("/activities/new") { request, _ in
            let context = try await pageContext(request)
            return try await submit(try await form(try await fields(request)), context)
        }
        router.get("/activities/:code") { request, route in
            let context = try await pageContext(request)
            let activity = try await activity(route, context)
            let town = try await state.current()
            return html(
                ActivityModel(
                    directory: town.directory, view: try await state.view(asOf: context.asOf), activity: activity,
                    kinds: try await kinds(), isJustSaved: context.query["saved"] != nil
                ).html(context))
        }
        router.get("/activities/:code/correct") { request, route in
            let context = try await pageContext(request)
            let activity = try await activity(route, context)
            let participants = try await state.current().directory.participations(in: activity.code)
            var form = try await form(ActivityForm.typed(activity, participants, reason: nil))
            form.correcting = activity.code
            return html(form.page(context))
        }
        router.post("/activities/:code/correct") { request, route in
            let context = try await pageContext(request)
            var form = try await form(try await fields(request))
            form.correcting = try await activity(route, context).code
            return try await submit(form, context)
        }
        router.get("/activities/:code/void") { request, route in
            let context = try await pageContext(request)
            return html(try await voidForm(route, context, reason: "").html(context))
        }
        router.post("/activities/:code/void") { request, route in
            let context = try await pageContext(request)
            var form = try await voidForm(route, context, reason: try await fields(request)["reason"] ?? "")
            do {
                let voiding = try VoidRecord(.init(.activity, form.activity.code), reason: form.reason).perform(
                    in: database, by: operatorName, on: today())
                try await state.take { $0.voidings.append(voiding) }
                return redirect(to: context.link(toActivity: form.activity.code))
            } catch let refusal as RecordRefused {
                form.error = Self.sentence(refusal, context)
                return html(form.html(context), status: .unprocessableContent)
            }
        }
    }

    private func kinds() async throws -> ActivityKindCatalogue {
        try await state.view(asOf: today())?.edition.kinds ?? ActivityKindCatalogue()
    }

    private func form(_ typed: Query) async throws -> ActivityForm {
        ActivityForm(
            typed: typed, directory: try await state.current().directory, kinds: try await kinds(), today: today())
    }

    private func activity(_ route: BasicRequestContext, _ context: PageContext) async throws -> Activity {
        guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
            let activity = try await state.current().directory.activity(code)
        else { throw NotFound(context: context) }
        return activity
    }

    private func voidForm(_ route: BasicRequestContext, _ context: PageContext, reason: String) async throws -> VoidForm
    {
        VoidForm(
            activity: try await activity(route, context), directory: try await state.current().directory,
            reason: reason)
    }

    /// One of the form's three steps: change, check, save.
    private func submit(_ form: ActivityForm, _ context: PageContext) async throws -> Response {
        let (draft, errors) = form.draft(context)
        guard let draft else { return html(form.page(context, errors: errors), status: .unprocessableContent) }
        if form.typed["step"] == "edit" { return html(form.page(context)) }
        if form.correcting != nil, form.typed["reason"] == nil {
            let error = FieldError(field: "reason", message: context.say("请填写更正理由", "Say why it is corrected"))
            return html(form.page(context, errors: [error]), status: .unprocessableContent)
        }
        let problems = try await database.read { [today = today()] in
            try draft.problems(in: $0, today: today, replacing: form.correcting)
        }
        guard problems.isEmpty else {
            return html(
                form.page(context, errors: ActivityForm.errors(problems, context)), status: .unprocessableContent)
        }
        return form.typed["step"] == "save"
            ? try await save(draft, form, context) : html(try await check(draft, form, context))
    }

    private func check(_ draft: ActivityDraft, _ form: ActivityForm, _ context: PageContext) async throws -> HTML {
        let view = try await state.view(asOf: today())
        let code = "-"
        let lines =
            view?.evaluator.preview(
                draft.activity(code: code, recorded: today()),
                with: draft.participants.enumerated().map { index, part in
                    Participation(
                        code: "-\(index)", activity: code, person: part.person, role: part.role, hours: part.hours,
                        completed: part.completed, recorded: today())
                }, asOf: today(), replacing: form.correcting) ?? []
        return form.checkPage(draft, lines: lines, view: view, context)
    }

    private func save(_ draft: ActivityDraft, _ form: ActivityForm, _ context: PageContext) async throws -> Response {
        do {
            if let code = form.correcting {
                let reported = try CorrectActivity(code, with: draft, reason: form.typed["reason"] ?? "").perform(
                    in: database, by: operatorName, on: today())
                return redirect(
                    to: context.link("/activities/\(Query.encoded(reported.activity.code))", ("saved", "1")))
            }
            let reported = try ReportActivity(draft).perform(in: database, by: operatorName, on: today())
            try await state.take { book in
                book.activities.append(reported.activity)
                book.participations += reported.participations
            }
            return redirect(to: context.link("/activities/\(Query.encoded(reported.activity.code))", ("saved", "1")))
        } catch let refusal as ActivityRefused {
            return html(
                form.page(context, errors: ActivityForm.errors(refusal.problems, context)),
                status: .unprocessableContent)
        } catch let refusal as RecordRefused {
            let error = FieldError(field: "reason", message: Self.sentence(refusal, context))
            return html(form.page(context, errors: [error]), status: .unprocessableContent)
        } catch is NothingToCorrect {
            let error = FieldError(field: "title", message: context.say("没有改动任何内容", "Nothing was changed"))
            return html(form.page(context, errors: [error]), status: .unprocessableContent)
        }
    }

    private static func sentence(_ refusal: RecordRefused, _ context: PageContext) -> String {
        switch refusal {
        case .noReason: context.say("请填写理由", "Give a reason")
        case .reasonTooLong(let limit):
            context.say("理由最多 \(limit) 字", "The reason may have at most \(limit) characters")
        case .unknown: context.say("没有这条记录", "There is no such record")
        case .alreadyVoided(let day): context.say("这条记录已于 \(day.iso) 作废", "It has been void since \(day.iso)")
        case .alreadyCorrected(let code):
            context.say("这条记录已由 \(code) 更正，请打开新记录", "It was corrected already; open \(code)")
        }
    }
}
