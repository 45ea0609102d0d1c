import Hummingbird

extension Site {
    func addOverview(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            let context = try await pageContext(request)
            let view = try await view(context)
            return html(OverviewModel(view, trend: try await state.trend(of: view), context).html(context))
        }
    }
}
