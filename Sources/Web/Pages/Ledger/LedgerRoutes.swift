import Hummingbird
import LedgerEngine
import Vocabulary

extension Site {
    func addLedger(to router: Router<BasicRequestContext>) {
        router.get("/ledger") { request, _ in
            let context = try await pageContext(request)
            return html(LedgerListModel(try await view(context), filter: LedgerFilter(context.query)).html(context))
        }
        router.get("/ledger.csv") { request, _ in
            let context = try await pageContext(request)
            let model = LedgerListModel(try await view(context), filter: LedgerFilter(context.query))
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"ledger-\(context.asOf.iso).csv\"",
                ], body: .init(byteBuffer: ByteBuffer(string: model.csv(context))))
        }
        router.get("/ledger/entry") { request, _ in
            let context = try await pageContext(request)
            guard let obligation = context.query["obligation"],
                let kind = context.query["kind"].flatMap(Subject.Kind.init(rawValue:)),
                let code = context.query["subject"],
                let model = EntryModel(
                    try await view(context), obligation: obligation, subject: Subject(kind, code),
                    from: context.query["from"].flatMap(Day.init(iso:)))
            else { throw NotFound(context: context) }
            return html(model.html(context))
        }
    }
}
