import Hummingbird
import Pages
import Records
import Vocabulary

extension Site {
    func addPeople(to router: Router<BasicRequestContext>) {
        router.get("/people") { request, _ in
            try page(request) { town, context in
                let model = PeopleModel(town, context)
                return html(model.html(context.with(model.slips)))
            }
        }
        router.get("/people/:code") { request, route in
            try page(request) { town, context in
                guard let code = route.parameters.get("code").map({ Query.decoded($0.utf8) }),
                    let person = town.directory.person(code), Directory.known(person.recorded, context.knownAt)
                else { throw NotFound(context: context) }
                let view = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)
                let model = PersonModel(town.directory, view, person, context)
                return html(model.html(context.with(model.slips)))
            }
        }
    }
}
