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
        router.get("/people.xlsx") { request, _ in
            try page(request) { town, context in
                let model = PeopleModel(town, context)
                return try workbook(PeopleSheet(model: model).file(context), context.with(model.slips), "people", "人员")
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

    /// A list as a workbook, named after its day; an address that cannot be followed gives none.
    func workbook(
        _ file: @autoclosure () throws -> RowsFile, _ context: PageContext, _ name: String, _ shown: String
    ) throws -> Response {
        try context.requireWhole()
        return .download(
            try file().workbook(context), as: RowsFile.workbookType, named: "\(name)-\(context.asOf.iso).xlsx",
            shown: context.say("\(shown)-\(context.asOf.iso).xlsx", "\(name)-\(context.asOf.iso).xlsx"))
    }
}
