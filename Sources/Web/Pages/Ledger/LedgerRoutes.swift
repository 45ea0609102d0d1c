import Hummingbird
import LedgerEngine
import Vocabulary

extension Site {
    func addLedger(to router: Router<BasicRequestContext>) {
        router.get("/ledger") { request, _ in
            try page(request) { town, context in
                html(LedgerListModel(try town.view(context), filter: LedgerFilter(context.query)).html(context))
            }
        }
        router.get("/ledger.csv") { request, _ in
            try page(request) { town, context in
                let model = LedgerListModel(try town.view(context), filter: LedgerFilter(context.query))
                let days = context.asOf.iso + (context.knownAt.map { "-known-\($0.iso)" } ?? "")
                return download(
                    LedgerSheet(model: model).csv(context), as: "text/csv; charset=utf-8",
                    named: "ledger-\(days).csv", shown: context.say("台账-\(days).csv", "ledger-\(days).csv"))
            }
        }
        router.get("/ledger/entry") { request, _ in
            try page(request) { town, context in
                // Nothing has been recorded after today: by what was known today is as it is.
                let isPast = context.asOf < today() && context.knownAt != context.asOf
                let then = isPast ? try town.ledger(asOf: context.asOf, knownAt: context.asOf) : nil
                guard let obligation = context.query["obligation"],
                    let kind = context.query["kind"].flatMap(Subject.Kind.init(rawValue:)),
                    let code = context.query["subject"],
                    let model = EntryModel(
                        try town.view(context), then: then, obligation: obligation, subject: Subject(kind, code),
                        from: context.query["from"].flatMap(Day.init(iso:)))
                else { throw NotFound(context: context) }
                return html(model.html(context))
            }
        }
    }
}
