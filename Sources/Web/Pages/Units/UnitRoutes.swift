import Hummingbird

extension Site {
    func addUnits(to router: Router<BasicRequestContext>) {
        router.get("/units") { request, _ in
            let context = try await pageContext(request)
            let view = try await view(context)
            let overview = OverviewModel(view, trend: [], context)
            return html(
                UnitListModel(
                    rows: overview.units, view: view, directory: view.directory, search: context.query["q"],
                    group: context.query["group"].flatMap(Int.init).flatMap(OverviewModel.Group.init(rawValue:))
                ).html(context))
        }
        router.get("/units/:code") { request, route in
            let context = try await pageContext(request)
            let view = try await view(context)
            guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
                let unit = view.directory.unit(code)
            else { throw NotFound(context: context) }
            return html(UnitModel(view: view, unit: unit).html(context))
        }
    }
}
