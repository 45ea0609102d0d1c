public import Store
public import Vocabulary

/// A paper that a rule asks for of a record: which, until when, and why.
public struct RequiredPaper<Document: Named & Stored>: Sendable {
    public var document: Document
    /// Nil: it is asked for, and no day is set.
    public var due: Day?
    public var why: Words

    public init(_ document: Document, due: Day? = nil, why: Words) {
        self.document = document
        self.due = due
        self.why = why
    }
}

extension Ask {
    /// The papers of a record: those that a rule asks for and that are missing, those that are there, and the way to add one.
    public func evidence<Record: EvidenceBearer & PagedNoun>(
        of record: Record, required: [RequiredPaper<Record.Document>] = []
    ) throws -> HTML {
        let address = Record.address(of: record.key)
        guard try reading.mayRead(papersOf: record, reader) else {
            return .part(
                Words("材料", "Papers"), id: "papers",
                .p(
                    .class("quiet"),
                    .say("材料由主办单位保管，管理范围内的人才能查看。", "Its organiser keeps the papers; they are read within its reach.")))
        }
        let all = try reading.evidence(of: record)
        let there = Set(all.filter { $0.withdrawn == nil }.map(\.document))
        let missing = required.filter { !there.contains($0.document) }
        let mayAttach = try reader.may(AttachEvidence<Record>.right) && record.ended(in: reading) == nil
        return .part(
            Words("材料", "Papers"), id: "papers",
            aside: mayAttach ? .act("\(address)/papers/new", Words("添加材料", "Add a paper"), .small) : .nothing,
            .when(
                !missing.isEmpty,
                .rows(
                    missing.map { paper in
                        let isLate = paper.due.map { $0 < today } ?? true
                        let word = isLate ? Words("缺", "missing") : Words("待交", "to come")
                        return Row(
                            .group([.words(paper.document.words), .small(.words(paper.why))]),
                            when: paper.due.map { .day($0) } ?? .nothing,
                            act: .group([
                                .standing(isLate ? .overdue : .next, word), " ",
                                mayAttach
                                    ? .act(
                                        "\(address)/papers/new?document=\(Query.encoded(paper.document.rawValue))",
                                        Words("上传", "Upload"), .small) : .nothing,
                            ]))
                    })),
            all.isEmpty
                ? .when(missing.isEmpty, .p(.class("quiet"), .say("还没有材料。", "There are no papers yet.")))
                : .data(
                    .say("材料", "Papers"),
                    [
                        DataHead(.say("文件", "File"), .lead), DataHead(.say("类别", "Kind"), .meta),
                        DataHead(.say("证明日期", "Proves"), .meta), DataHead(.say("交来", "Came"), .meta),
                        DataHead(.say("大小", "Size"), .off), DataHead(.say("状态", "State"), .end),
                    ], all.map { line($0, address, mayAttach: mayAttach) }))
    }

    private func line<Record: EvidenceBearer>(
        _ evidence: Evidence<Record>, _ address: String, mayAttach: Bool
    ) -> [HTML] {
        let page = "\(address)/papers/\(evidence.code)"
        let isThere = self.evidence?.holds(evidence.file) == true
        let isOpen = isThere && (evidence.withdrawn == nil || reader.may(.plan))
        let name: HTML = isOpen ? .link(page, .text(evidence.file.name)) : .text(evidence.file.name)
        let remark: HTML = evidence.note.isEmpty ? .nothing : .small(.text(evidence.note))
        let state: HTML
        if let day = evidence.withdrawn {
            state = .group([
                .standing(.excused, Words("已撤下", "withdrawn")), .small(.day(day), "：", .text(evidence.reason)),
            ])
        } else if !isThere {
            state = .standing(.overdue, Words("文件不在", "file is gone"))
        } else {
            state = mayAttach ? .act("\(page)/withdraw", Words("撤下", "Withdraw"), .small) : .nothing
        }
        return [
            .group([name, remark]), .words(evidence.document.words), .day(evidence.proves),
            .group([.day(evidence.came), " ", .text(evidence.madeBy)]), .text(evidence.file.size), state,
        ]
    }
}
