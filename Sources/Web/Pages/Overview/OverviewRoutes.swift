import Books
import Hummingbird
import Pages

extension Site {
    func addOverview(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            try page(request) { town, context in
                let view = try town.view(context)
                return html(OverviewModel(view, trend: state.trend(of: view), context).html(context))
            }
        }
    }
}
