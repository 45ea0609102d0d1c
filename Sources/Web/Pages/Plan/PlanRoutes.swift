import Hummingbird
import PlanLanguage
import Plans
import Storage
import Training

extension Site {
    func addPlan(to router: Router<BasicRequestContext>) {
        router.get("/plan") { request, _ in
            try page(request) { town, context in html(try planModel(town, context).html(context)) }
        }
        router.get("/plan/editions") { request, _ in
            try page(request) { town, context in html(try planModel(town, context).editionsHTML(context)) }
        }
        router.get("/plan/questions") { request, _ in
            try page(request) { town, context in html(try planModel(town, context).questionsHTML(context)) }
        }
        router.get("/plan/clauses/:id") { request, route in
            try page(request) { town, context in
                html(try clause(route, town, context, typed: Query()).html(context))
            }
        }
        router.post("/plan/clauses/:id") { request, route in
            let typed = try await fields(request)
            let (answer, edition, context, refusal) = try page(request) { town, context in
                var model = try clause(route, town, context, typed: typed)
                switch model.answer(context) {
                case .failure(let problems):
                    model.errors = ErrorSummary(errors: problems.errors)
                    let refusal = html(model.html(context), status: .unprocessableContent)
                    return (nil as BindingAnswer?, 0, context, refusal as Response?)
                case .success(let answer): return (answer, model.view.edition.number, context, nil)
                }
            }
            guard let answer else { return refusal ?? redirect(to: context.link("/plan")) }
            do {
                try AnswerClause(answer, edition: edition).perform(in: database, by: operatorName, on: today())
            } catch PlanRefused.answersUnusable(let findings) {
                return try page(request) { town, context in
                    var model = try clause(route, town, context, typed: typed)
                    model.errors = ErrorSummary(
                        errors: findings.map {
                            FieldError(field: "activity", message: FindingText.message($0, in: context.language))
                        })
                    return html(model.html(context), status: .unprocessableContent)
                }
            }
            return redirect(to: context.link("/plan") + "#clause-\(clauseID(route))")
        }
    }

    /// Who is named in the journal while there is no sign-in.
    var operatorName: String { "本机操作员" }

    private func planModel(_ town: TownPage, _ context: PageContext) throws -> PlanModel {
        PlanModel(try town.view(context), editions: try town.directory.reading.editions())
    }

    private func clauseID(_ route: BasicRequestContext) -> String {
        route.parameters.get("id").map { Query.decoded($0.utf8) } ?? ""
    }

    private func clause(
        _ route: BasicRequestContext, _ town: TownPage, _ context: PageContext, typed: Query
    ) throws -> ClauseModel {
        let view = try town.view(context)
        guard let obligation = view.obligation(clauseID(route)) else { throw NotFound(context: context) }
        return ClauseModel(view: view, obligation: obligation, typed: typed)
    }
}
