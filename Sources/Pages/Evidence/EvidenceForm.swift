public import Store
import Vocabulary

/// A paper as it is handed in.
struct EvidenceScheme<Record: EvidenceBearer>: Sendable {
    var document: Record.Document
    var file: EvidenceFile?
    var proves = Day.unset
    var note = ""

    /// The first kind of paper, until another is chosen.
    init?() {
        guard let first = Record.Document.allCases.first else { return nil }
        document = first
    }

    static var form: Form<EvidenceScheme> {
        Form<EvidenceScheme>(
            .init(
                Words("材料", "Paper"), .choice(\.document, "document", Words("材料类别", "Kind of paper")),
                .file(\.file, "file", Words("文件", "File")),
                .day(
                    \.proves, "proves", Words("证明事项的日期", "Day that it proves"),
                    hint: Words(
                        "事情发生的那一天，如批复、返回的日期；交来的日期由系统记下",
                        "When what it proves took place; the day it comes is noted by itself")),
                .longText(\.note, "note", Words("说明", "Remark"), isRequired: false, limit: 300, rows: 2)))
    }
}

extension Routes {
    /// Papers of a record whose page is at `path`, which ends with `:code`: hand in, fetch, withdraw. Its page shows
    /// `ask.evidence(of:)`.
    public mutating func evidence<Record: EvidenceBearer>(
        of type: Record.Type, at path: String, crumbs: @escaping @Sendable (Ask) throws -> [Frame.Crumb]
    ) {
        var attach = FormFlow(Words("添加材料", "Add a paper"), EvidenceScheme<Record>.form) { ask in
            _ = try ask.one(Record.self)
            guard let scheme = EvidenceScheme<Record>() else { throw NotFound(context: ask.context) }
            return scheme
        } act: { scheme, ask in
            AttachEvidence<Record>(
                record: try ask.one(Record.self).key, document: scheme.document, file: scheme.file,
                proves: scheme.proves, note: scheme.note)
        } then: { evidence in
            path.replacing(":code", with: evidence.record) + "#papers"
        }
        attach.crumbs = crumbs
        form("\(path)/papers/new", attach)

        look("\(path)/papers/:paper", RouteAbout(Words("一份材料", "A paper"))) { ask in
            let evidence = try ask.paper(of: Record.self)
            // What was withdrawn is for those who look after the records.
            guard evidence.withdrawn == nil || ask.reader.may(.plan), let store = ask.evidence,
                store.holds(evidence.file)
            else { throw NotFound(context: ask.context) }
            let ending = evidence.file.name.split(separator: ".").last ?? ""
            return .stored(
                store.path(of: evidence.file.hash), type: evidence.file.type, name: "\(evidence.code).\(ending)",
                shown: evidence.file.name)
        }

        var withdraw = FormFlow(Words("撤下材料", "Withdraw a paper"), Reason.form) { ask in
            _ = try ask.paper(of: Record.self)
            return Reason()
        } act: { reason, ask in
            WithdrawEvidence<Record>(code: try ask.paper(of: Record.self).code, reason: reason.text)
        } then: { evidence in
            path.replacing(":code", with: evidence.record) + "#papers"
        }
        withdraw.seen = { ask in
            try ask.reading.seen(Evidence<Record>.self, try ask.paper(of: Record.self).code)
        }
        withdraw.remarks = { _, ask in
            .p(.class("warn"), .say("撤下：", "Withdraws: "), .text(try ask.paper(of: Record.self).file.name))
        }
        withdraw.crumbs = crumbs
        form("\(path)/papers/:paper/withdraw", withdraw)
    }
}

extension Ask {
    /// The paper that the address names, of the record that it names; else there is no such page.
    fileprivate func paper<Record: EvidenceBearer>(of type: Record.Type) throws -> Evidence<Record> {
        let record = try one(Record.self)
        guard let code = parts["paper"], let evidence = try reading.one(Evidence<Record>.self, code, for: reader),
            evidence.record == record.key
        else { throw NotFound(context: context) }
        return evidence
    }
}
