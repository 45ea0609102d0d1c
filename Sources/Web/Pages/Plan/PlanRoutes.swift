import Hummingbird
import PlanLanguage
import Plans
import Training

extension Site {
    func addPlan(to router: Router<BasicRequestContext>) {
        router.get("/plan") { request, _ in
            let context = try await pageContext(request)
            return html(try await planModel(context).html(context))
        }
        router.get("/plan/editions") { request, _ in
            let context = try await pageContext(request)
            return html(try await planModel(context).editionsHTML(context))
        }
        router.get("/plan/questions") { request, _ in
            let context = try await pageContext(request)
            return html(try await planModel(context).questionsHTML(context))
        }
        router.get("/plan/clauses/:id") { request, route in
            let context = try await pageContext(request)
            return html(try await clause(route, context, typed: Query()).html(context))
        }
        router.post("/plan/clauses/:id") { request, route in
            let context = try await pageContext(request)
            var model = try await clause(route, context, typed: try await fields(request))
            switch model.answer(context) {
            case .failure(let problems):
                model.errors = ErrorSummary(errors: problems.errors)
                return html(model.html(context), status: .unprocessableContent)
            case .success(let answer):
                do {
                    try AnswerClause(answer, edition: model.view.edition.number).perform(
                        in: database, by: operatorName, on: today())
                } catch PlanRefused.answersUnusable(let findings) {
                    model.errors = ErrorSummary(
                        errors: findings.map {
                            FieldError(field: "activity", message: FindingText.message($0, in: context.language))
                        })
                    return html(model.html(context), status: .unprocessableContent)
                }
                return redirect(to: context.link("/plan") + "#clause-\(model.obligation.id)")
            }
        }
    }

    /// Who is named in the journal while there is no sign-in.
    var operatorName: String { "本机操作员" }

    private func planModel(_ context: PageContext) async throws -> PlanModel {
        PlanModel(try await view(context), editions: try await state.editionList())
    }

    private func clause(
        _ route: BasicRequestContext, _ context: PageContext, typed: Query
    ) async throws -> ClauseModel {
        let view = try await view(context)
        guard let id = route.parameters.get("id").map({ Query.decoded($0.utf8) }), let obligation = view.obligation(id)
        else { throw NotFound(context: context) }
        return ClauseModel(view: view, obligation: obligation, typed: typed)
    }
}
