import Books
import House
import Hummingbird
import Pages
import Records
import Vocabulary

extension Site {
    /// One's own file is one's own to see, as no page of a desk is.
    func addPeople(to router: Router<BasicRequestContext>) {
        router.get("/people/:code") { request, route in
            try page(request) { town, context in
                let code = route.named("code")
                guard let person = town.directory.person(code), Directory.known(person.recorded, context.knownAt)
                else { throw NothingThere(context: context, what: .person(code)) }
                // The number of somebody who was merged leads to the one kept.
                guard person.code == code else { return Response.seeOther(context.link(toPerson: person.code)) }
                let view = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)
                let ask = Ask(
                    context: context, reader: try reader(request), reading: town.directory.reading, parts: [:])
                let besides = try personFiles.compactMap { try $0(ask, person.code) }
                let model = PersonModel(town.directory, view, person, context)
                return html(model.page(context, besides: besides).html(context))
            }
        }
    }
}
