import Hummingbird
import Plans
import Vocabulary

extension Site {
    func addPeople(to router: Router<BasicRequestContext>) {
        router.get("/people") { request, _ in
            try page(request) { town, context in
                html(
                    PeopleModel(
                        town: town, asOf: context.asOf, search: context.query["q"], unit: context.query["unit"]
                    ).html(context))
            }
        }
        router.get("/people/:code") { request, route in
            try page(request) { town, context in
                guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
                    let person = town.directory.person(code)
                else { throw NotFound(context: context) }
                let view = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)
                return html(
                    PersonModel(
                        directory: town.directory, view: view, person: person,
                        kinds: view?.edition.kinds ?? ActivityKindCatalogue(), asOf: context.asOf
                    ).html(context))
            }
        }
    }
}
