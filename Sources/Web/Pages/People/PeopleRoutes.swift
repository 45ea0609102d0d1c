import Hummingbird
import Plans
import Vocabulary

extension Site {
    func addPeople(to router: Router<BasicRequestContext>) {
        router.get("/people") { request, _ in
            let context = try await pageContext(request)
            let town = try await state.current()
            return html(
                PeopleModel(
                    directory: town.directory, asOf: context.asOf, search: context.query["q"],
                    unit: context.query["unit"]
                ).html(context))
        }
        router.get("/people/:code") { request, route in
            let context = try await pageContext(request)
            let town = try await state.current()
            guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
                let person = town.directory.person(code)
            else { throw NotFound(context: context) }
            let view = try await state.view(asOf: context.asOf, knownAt: context.knownAt)
            return html(
                PersonModel(
                    directory: town.directory, view: view, person: person,
                    kinds: view?.edition.kinds ?? ActivityKindCatalogue(), asOf: context.asOf
                ).html(context))
        }
    }
}
