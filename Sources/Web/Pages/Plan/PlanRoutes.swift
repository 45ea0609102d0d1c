import Books
import Hummingbird
import Pages
import PlanLanguage
import Plans
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension Site {
    func addPlan(to router: Router<BasicRequestContext>) {
        router.get("/plan/clauses/:id") { request, route in
            try page(request) { town, context in
                html(try clause(route, town, context, typed: Query()).page(context).html(context))
            }
        }
        take(AnswerClause.self, at: "/plan/clauses/:id", on: router) { request, route, reader in
            let (typed, excess) = try await fieldsToShow(request, pageContext(request))
            return try answerClause(typed, excess, route, reader, request)
        }
    }

    /// Answers a clause, or shows its form again with what was typed.
    private func answerClause(
        _ typed: Query, _ excess: FieldError?, _ route: BasicRequestContext, _ reader: Reader, _ request: Request
    ) throws -> Response {
        func again(_ errors: [FieldError], _ status: HTTPResponse.Status) throws -> Response {
            try page(request) { town, context in
                var model = try clause(route, town, context, typed: typed)
                model.errors = ErrorSummary(errors: errors)
                return html(model.page(context).html(context), status: status)
            }
        }
        if let excess { return try again([excess], .contentTooLarge) }
        let asked = try page(request) { town, context in
            let view = try town.view(context)
            // Clauses are numbered anew when one is set aside: a second click must not meet its neighbour.
            let isGone = typed["quote"].map(ReadText.init).map { quote in
                view.obligation(clauseID(route)).map { ReadText($0.quote) } != quote
                    && view.edition.dismissed.contains { ReadText($0.quote) == quote && $0.task == typed["task"] }
            }
            let answer =
                isGone == true ? nil : try clause(route, town, context, typed: typed).answer(context)
            let inForce = typed["inForce"].flatMap(Day.init(typed:))
            return (answer: answer, edition: view.edition.number, inForce: inForce, context: context)
        }
        let end = redirect(to: asked.context.link("/plan") + "#clause-\(clauseID(route))")
        switch asked.answer {
        case nil: return end
        case .failure(let problems): return try again(problems.errors, .unprocessableContent)
        case .success(let answer):
            do {
                // What was filled in on the page is looked through first; whoever sends it whole means it.
                let act = AnswerClause(answer, edition: asked.edition, inForce: asked.inForce)
                if typed["step"] == "check" {
                    try database.rehearse(act, by: reader, on: today())
                    return try page(request) { town, context in
                        html(
                            try clause(route, town, context, typed: typed).check(answer, context).page.html(context),
                            status: .ok)
                    }
                }
                try database.perform(act, by: reader, on: today())
                return end
            } catch let refusal as PlanRefused {
                let field =
                    switch refusal {
                    case .reasonUnfit: "dismiss"
                    case .inForceOutside, .otherPlan: "inForce"
                    default: "activity"
                    }
                return try again(
                    refusal.messages(in: asked.context.language).map { FieldError(field: field, message: $0) },
                    .unprocessableContent)
            } catch {
                return try again([NotSaved(error).error(asked.context)], NotSaved(error).status)
            }
        }
    }

    private func clauseID(_ route: BasicRequestContext) -> String {
        route.named("id")
    }

    private func clause(
        _ route: BasicRequestContext, _ town: TownPage, _ context: PageContext, typed: Query
    ) throws -> ClauseModel {
        let view = try town.view(context)
        // The clause of a form that was filled in before is known by its words; numbers may have moved since.
        let named = view.obligation(clauseID(route))
        let meant = typed["quote"].map(ReadText.init).flatMap { quote in
            named.map { ReadText($0.quote) } == quote
                ? named : view.edition.obligations.first { ReadText($0.quote) == quote && $0.task == typed["task"] }
        }
        guard let obligation = typed["quote"] == nil ? named : meant else {
            throw NothingThere(context: context, what: .clause(clauseID(route)))
        }
        return ClauseModel(view: view, obligation: obligation, typed: typed)
    }
}
