import Books
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
                let code = route.named("code")
                guard let person = town.directory.person(code), Directory.known(person.recorded, context.knownAt)
                else { throw NothingThere(context: context, what: .person(code)) }
                let view = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)
                let model = PersonModel(town.directory, view, person, context)
                return html(model.html(context.with(model.slips)))
            }
        }
    }
}
