import Books
import Hummingbird
import Pages

extension Site {
    func addUnits(to router: Router<BasicRequestContext>) {
        router.get("/units") { request, _ in
            try page(request) { town, context in
                let view = try town.view(context)
                let model = UnitListModel(view, context.query)
                return html(model.html(context.with(model.slips)))
            }
        }
        router.get("/units.xlsx") { request, _ in
            try page(request) { town, context in
                let model = UnitListModel(try town.view(context), context.query)
                return try workbook(UnitSheet(model: model).file(context), context.with(model.slips), "units", "单位")
            }
        }
        router.get("/units/:code") { request, route in
            try page(request) { town, context in
                let view = try town.view(context)
                let code = route.named("code")
                guard let unit = town.directory.unit(code), unit.isKnown(at: context.knownAt)
                else { throw NothingThere(context: context, what: .unit(code)) }
                return html(UnitModel(view: view, unit: unit).html(context))
            }
        }
    }
}
