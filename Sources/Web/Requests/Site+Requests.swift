import Books
import Exchange
import Foundation
import Hummingbird
import Pages
import Records
import Storage
import Store
import Upkeep
import Vocabulary

extension Site {
    /// A page on the records as they stand.
    func page<Value>(_ request: Request, _ body: (TownPage, PageContext) throws -> Value) throws -> Value {
        try state.read { town in
            let context = try pageContext(request, town)
            return try body(try town.known(at: context.knownAt), context)
        }
    }

    func pageContext(_ request: Request) throws -> PageContext { try page(request) { $1 } }

    /// For pages that have no use for the ledger, and do not wait for it.
    func deskContext(_ request: Request) throws -> PageContext {
        try database.read { reading in
            let roots = try reading.rootUnits()
            return try pageContext(request, reading) { UnitDirectory.title(of: roots, $0) }
        }
    }

    /// Reads language and days from the address. What cannot be read there is told on the page (`slips`), left out of every
    /// link, and today, everything recorded to date and Chinese stand for it.
    func pageContext(_ request: Request, _ town: TownPage) throws -> PageContext {
        try pageContext(request, town.directory.reading, town: town.directory.units.title)
    }

    private func pageContext(
        _ request: Request, _ reading: ReadTransaction, town: (PageContext) -> String
    ) throws -> PageContext {
        // Whoever asks without being anybody is refused by the page, which has no menu then.
        let reader = try? reader(request)
        var context = PageContext(
            address: request.uri.query ?? "", path: request.uri.path, today: today(), town: "", menu: Menu())
        context.moment = now().timeIntervalSince1970
        context.opened = openedFirst(request) ?? context.moment
        context.origin = (signIn?.entrance ?? .thisMachine).origin(request.head.authority ?? "127.0.0.1")
        let counts =
            try reader.flatMap { reader in
                guard reader.may(.see) else { return nil }
                return try waitingCounts.counts(Ask(context: context, reader: reader, reading: reading, parts: [:]))
            } ?? WaitingCounts.Counts()
        let own = try reader.map { try Menu.own(of: $0, reading, left: counts.draftsLeft) } ?? []
        context.menu = .site(and: own)
        // What was known on a day stays as it was, whatever waits today.
        if context.knownAt == nil { context.menu.setWaiting(counts.waiting, at: MyDesk.address) }
        context.town = town(context)
        context.isUnchecked = watch?.state == .unchecked
        if let reader { context.menu = context.menu.seen(by: reader) }
        if let reader, !reader.may(.see), reader.ownFile != nil {
            context.opensOnly = reader.ownPages.union(SignInAddress.all + ["/", SignInAddress.password])
                .union(looks.map { "/look/\($0.name)" })
        }
        if !looks.isEmpty { context.menu.reader = Look.menu(looks, request) }
        if signIn != nil {
            context.usage = .signedIn
            if let visit = Visit.current {
                context.menu.reader = try visit.menu(reading)
            } else {
                context.menu = Menu()
            }
        }
        return context.with(request.method == .get ? AddressNames.slips(context.query, at: context.path) : [])
    }

    func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response { .page(html, status: status) }

    func download(_ text: String, as type: String, named name: String, shown: String) -> Response {
        .download(text, as: type, named: name, shown: shown)
    }

    func redirect(to address: String) -> Response { .seeOther(address) }

    func fields(_ request: Request) async throws -> Query { try await request.fields() }

    func fieldsToShow(_ request: Request, _ context: PageContext) async throws -> (fields: Query, error: FieldError?) {
        try await request.fieldsToShow(context)
    }
}

extension RequestContext {
    /// A piece of the address, as it was typed.
    func named(_ name: String) -> String { parameters.get(name).map { Query.decoded($0.utf8) } ?? "" }
}
