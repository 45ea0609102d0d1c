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
    /// Papers of a record, beneath its page: hand in, fetch, withdraw. Its page shows `ask.evidence(of:)`.
    public mutating func evidence<Record: EvidenceBearer & PagedNoun>(of type: Record.Type) {
        let path = Record.path
        let crumbs = { @Sendable (ask: Ask) in try ask.keptPapers(of: Record.self).crumbs(ask) }
        var attach = FormFlow(Words("添加材料", "Add a paper"), EvidenceScheme<Record>.form) { ask in
            _ = try ask.keptPapers(of: Record.self)
            guard let scheme = EvidenceScheme<Record>() else { throw NotFound(context: ask.context) }
            return scheme
        } act: { scheme, ask in
            AttachEvidence<Record>(
                record: try ask.one(Record.self).key, document: scheme.document, file: scheme.file,
                proves: scheme.proves, note: scheme.note)
        } then: { evidence in
            Record.address(of: evidence.record) + "#papers"
        }
        attach.instead = { ask in try ask.endedPapers(of: Record.self) }
        attach.crumbs = crumbs
        form("\(path)/papers/new", attach)

        look("\(path)/papers/:paper", RouteAbout(Words("一份材料", "A paper"))) { ask in
            let evidence = try ask.paper(of: Record.self)
            // What was withdrawn is for those who look after the records.
            guard evidence.withdrawn == nil || ask.reader.may(.plan), let store = ask.evidence else {
                throw NotFound(context: ask.context)
            }
            // Its name is its hash: what is not what was handed in is not given out as if it were.
            guard try store.isSound(evidence.file) else {
                return .missing(evidence.damaged(isThere: store.holds(evidence.file), crumbs: try crumbs(ask), ask))
            }
            let ending = evidence.file.name.split(separator: ".").last ?? ""
            return .stored(
                store.path(of: evidence.file.hash), type: evidence.file.type, name: "\(evidence.code).\(ending)",
                shown: evidence.file.name)
        }

        var withdraw = FormFlow(Words("撤下材料", "Withdraw a paper"), Reason.form) { ask in
            _ = try ask.paper(of: Record.self)
            return Reason()
        } act: { reason, ask in
            WithdrawEvidence<Record>(
                code: try ask.paper(of: Record.self).code, of: try ask.one(Record.self).key, reason: reason.text)
        } then: { record in
            Record.address(of: record) + "#papers"
        }
        withdraw.instead = { ask in try ask.endedPapers(of: Record.self) }
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
    /// The record that the address names, of those who may read its papers.
    fileprivate func keptPapers<Record: EvidenceBearer>(of type: Record.Type) throws -> Record {
        let record = try one(Record.self)
        guard try reading.mayRead(papersOf: record, reader) else {
            throw NotAllowed(right: .see, unit: try record.papersUnit(in: reading))
        }
        return record
    }

    /// The paper that the address names, of the record that it names; else there is no such page.
    fileprivate func paper<Record: EvidenceBearer>(of type: Record.Type) throws -> Evidence<Record> {
        let record = try keptPapers(of: Record.self)
        guard let evidence = try reading.evidence(of: record).first(where: { $0.code == parts["paper"] }) else {
            throw NotFound(context: context)
        }
        return evidence
    }

    /// That a record takes no papers any more, in the place of the form; nil where it stands.
    fileprivate func endedPapers<Record: EvidenceBearer & PagedNoun>(of type: Record.Type) throws -> Answered? {
        let record = try keptPapers(of: Record.self)
        guard let why = try record.ended(in: reading) else { return nil }
        let title = Words("这条记录的材料不能再改动", "Its papers are closed")
        let back = HTML.act(record.address, Record.seeing, .primary)
        return .ended(Page(title, .sheet(.emptyState(title, .words(why), acts: back))))
    }
}

extension Evidence {
    /// In the place of a file that is not what was handed in.
    fileprivate func damaged(isThere: Bool, crumbs: [Frame.Crumb], _ ask: Ask) -> Page {
        let title = isThere ? Words("文件已损坏", "The file is damaged") : Words("文件不在", "The file is gone")
        let advice = Words(
            "“\(file.name)”已不是\(came.iso)交来的内容，不能下载。请联系系统管理员用备份恢复；手头有原件的，可撤下后重新上传。",
            "“\(file.name)” is not what was handed in on \(came.iso), and is not given out. Ask the administrator to restore it from a backup; whoever has the original may withdraw this one and hand it in again."
        )
        return Page(title, crumbs: crumbs, .sheet(.emptyState(title, .words(advice))))
    }
}
