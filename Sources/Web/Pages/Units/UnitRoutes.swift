import Hummingbird

extension Site {
    func addUnits(to router: Router<BasicRequestContext>) {
        router.get("/units") { request, _ in
            try page(request) { town, context in
                let view = try town.view(context)
                return html(
                    UnitListModel(
                        summary: view.summary, directory: town.directory, search: context.query["q"],
                        group: context.query.number("group").flatMap(OverviewModel.Group.init(rawValue:))
                    ).html(context))
            }
        }
        router.get("/units/:code") { request, route in
            try page(request) { town, context in
                let view = try town.view(context)
                guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
                    let unit = town.directory.unit(code)
                else { throw NotFound(context: context) }
                return html(UnitModel(view: view, unit: unit).html(context))
            }
        }
    }
}
