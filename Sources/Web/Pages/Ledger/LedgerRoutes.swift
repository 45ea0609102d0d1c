import Books
import Hummingbird
import LedgerEngine
import Pages
import Vocabulary

extension Site {
    func addLedger(to router: Router<BasicRequestContext>) {
        router.get("/ledger") { request, _ in
            try page(request) { town, context in
                let model = try ledger(town, context)
                return html(model.html(context.with(model.filter.slips)))
            }
        }
        for (ending, type) in [("csv", "text/csv; charset=utf-8"), ("xlsx", RowsFile.workbookType)] {
            router.get(RouterPath("/ledger.\(ending)")) { request, _ in
                try page(request) { town, context in
                    let model = try ledger(town, context)
                    try context.with(model.slips).requireWhole()
                    let days = context.asOf.iso + (context.knownAt.map { "-known-\($0.iso)" } ?? "")
                    let file = LedgerSheet(model: model).file(context)
                    return Response.download(
                        ending == "csv" ? try file.csv() : try file.workbook(context), as: type,
                        named: "ledger-\(days).\(ending)",
                        shown: context.say("台账-\(days).\(ending)", "ledger-\(days).\(ending)"))
                }
            }
        }
        router.get("/ledger/entry") { request, _ in
            try page(request) { town, context in
                // Nothing has been recorded after today: by what was known today is as it is.
                let isPast = context.asOf < today() && context.knownAt != context.asOf
                let then = isPast ? try town.ledger(asOf: context.asOf, knownAt: context.asOf) : nil
                return html(try entry(town, context, then: then).html(context))
            }
        }
        router.get("/ledger/entry/list") { request, _ in
            try page(request) { town, context in
                guard let which = context.query["show"].flatMap(EntryListModel.Which.init(rawValue:)) else {
                    throw NotFound(context: context)
                }
                return html(
                    EntryListModel(try entry(town, context, then: nil), which, context.language).html(context))
            }
        }
    }

    /// Of the as-of day; of a day before it where the address says at which.
    private func ledger(_ town: TownPage, _ context: PageContext) throws -> LedgerListModel {
        guard let day = context.query["at"].flatMap({ Day(iso: $0) }), day <= context.asOf else {
            return LedgerListModel(try town.view(context), context)
        }
        return LedgerListModel(try town.view(context, at: day), context)
    }

    private func entry(_ town: TownPage, _ context: PageContext, then: LedgerView?) throws -> EntryModel {
        guard let obligation = context.query["obligation"],
            let kind = context.query["kind"].flatMap(Subject.Kind.init(rawValue:)),
            let code = context.query["subject"],
            let model = EntryModel(
                try town.view(context), then: then, obligation: obligation, subject: Subject(kind, code),
                from: try context.query["from"].map { text in
                    guard let day = Day(iso: text) else { throw NothingThere(context: context, what: .entry) }
                    return day
                })
        else { throw NothingThere(context: context, what: .entry) }
        return model
    }
}
