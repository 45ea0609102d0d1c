import LedgerEngine
import Pages
import Spelling
import Store
import Vocabulary

/// Where a change stands, in one word.
enum SlotChangeState: String, Stated {
    case asked, returned, skipped, moved, undone

    var words: Words {
        switch self {
        case .asked: Words("申请免办，待批复", "asked for, to be answered")
        case .returned: Words("免办申请退回修改", "returned")
        case .skipped: SlotState.skipped.words
        case .moved: Words("已改期", "moved")
        case .undone: Words("已撤销", "undone")
        }
    }

    var mark: Mark {
        switch self {
        case .asked: .next
        case .returned: .behind
        case .skipped: .excused
        case .moved: .next
        case .undone: .doesNotApply
        }
    }

    static let told: [SlotChangeState] = [.asked, .returned, .skipped, .moved]

    func condition(_ ask: Ask) throws -> SQL {
        let isSkip: SQL = "kind = \(SlotChangeKind.skip) and undone_day is null"
        return switch self {
        case .asked: "\(isSkip) and answer is null"
        case .returned: "\(isSkip) and answer = \(SlotAnswer.returned)"
        case .skipped: "\(isSkip) and answer = \(SlotAnswer.approved)"
        case .moved: "kind = \(SlotChangeKind.move) and undone_day is null"
        case .undone: "undone_day is not null"
        }
    }

    static func state(of change: SlotChange, _ ask: Ask) throws -> SlotChangeState {
        if change.undone != nil { return .undone }
        if change.kind == .move { return .moved }
        return change.answer.map { $0 == .approved ? .skipped : .returned } ?? .asked
    }

    static let waits: [WaitingState<SlotChangeState>] = [
        .init(.returned, AskSkipAgain.self, of: .unit, isReturned: true) { change, _ in .text(change.remark) },
        .init(.asked, AnswerSkip.self, of: .office) { change, ask in
            .group([.text(try ask.naming.unitName(change.unit)), .say("：", ": "), .text(change.agreement.reason)])
        },
    ]
}

extension SlotChange: PagedNoun {
    static let path = "/year/changes/:code"
    static let acts: [any RecordAct<SlotChange>.Type] = [AnswerSkip.self, AskSkipAgain.self, UndoSlotChange.self]
    static let seeing = Words("查看这次免办或改期", "See it")
    var title: String { "\(due.iso) 第\(key.obligation)条\(kind.words.zh)（\(code)）" }
    /// The year in which it stands.
    var yearAddress: String { "/units/\(Query.encoded(unit))/year?year=\(year)" }

    static let listing: Listing<SlotChange> = {
        var listing = Listing<SlotChange>(
            Words("免办和改期", "Skipped and moved"),
            columns: [
                .title(Words("事项", "Slot"), sort: "due_day"),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit", text: { row, ask in try ask.naming.unitName(row.unit) }),
                ListColumn("kind", Words("类别", "Kind"), sort: "kind", text: { row, ask in ask.say(row.kind.words) }),
                .day("due", Words("原定", "Due"), sort: "due_day") { $0.due },
                .day("newDay", Words("改到", "Moved to"), sort: "new_day") { $0.newDay },
                .text("reason", Words("原因", "Why"), .below) { $0.agreement.reason },
                .text("agreedBy", Words("同意人或文件", "Who agreed"), .off) { $0.agreement.agreedBy },
                .day("made", Words("登记", "Entered"), .off, sort: "made_day") { $0.made },
                .day("answered", Words("批复", "Answered"), .off, sort: "answered_day") { $0.answered }, .code(),
                SlotChangeState.column(sort: "kind"),
            ],
            filters: [
                .search(Words("原因、同意人或编号", "Reason, who agreed, or number"), SlotChange.self),
                .unit(Words("单位", "Unit"), column: "unit"),
                .year(Words("年度", "Year"), in: Ask.years) { "slot_year = \($0)" }, SlotChangeState.filter,
            ], order: "due_day desc", empty: Words("还没有免办或改期", "Nothing was skipped or moved yet"),
            sentence: SlotChangeState.sentence)
        listing.since = ListedSince(Words("登记", "entered")) { "made_day <= \($0)" }
        listing.bulk = [
            BulkAct("approve", Words("批准免办", "Approve"), Reason.remark, blank: Reason()) { change, remark in
                AnswerSkip(record: change.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回", "Return"), Reason.whatToChange, blank: Reason()) { change, remark in
                AnswerSkip(record: change.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                .part(
                    Words("记录", "Record"),
                    .facts(
                        [
                            Fact(Words("单位", "Unit"), .link(yearAddress, .text(try ask.naming.unitName(unit)))),
                            Fact(
                                Words("要求", "Obligation"),
                                .link("/plan#clause-\(key.obligation)", .text(key.obligation))),
                            Fact(Words("原定日期", "Due"), .day(due)),
                            Fact(Words("改到", "Moved to"), newDay.map { .day($0) } ?? "—"),
                            Fact(Words("原因", "Why"), .text(agreement.reason)),
                            Fact(agreement.words(kind), .text(agreement.agreedBy)),
                            Fact(Words("登记日期", "Entered"), .day(made)),
                        ] + (try answerFacts(ask)) + [
                            Fact(Words("撤销日期", "Undone"), undone.map { .day($0) } ?? "—")
                        ])),
                try ask.history(
                    ask.steps(of: SlotChange.self, code, Agreement.form, \.agreement) { step, after, change in
                        guard change.row.act == AnswerSkip.name else { return }
                        if after.answer == .returned { step.words = Decision.Answer.sendBack.words }
                        if !after.remark.isEmpty { step.remarks = [HistoryStep.reason(after.remark)] }
                    })))
        page.sentence = .say(
            "免办和改期只在全年安排中显示，台账仍按方案的要求计算。",
            "It is shown in the year; the ledger goes on asking for what the plan asks.")
        return page
    }
}

extension SlotChange {
    private func answerFacts(_ ask: Ask) throws -> [Fact] {
        guard kind == .skip else { return [] }
        guard let answer, let answered else {
            return [Fact(Words("批复", "Answer"), .words(SlotChangeState.asked.words))]
        }
        return [
            Fact(
                Words("批复", "Answer"),
                .group([
                    .words(answer.words), .say("，", ", "), .text(try ask.naming.accountName(answeredBy)), " ",
                    .day(answered),
                ])), Fact(Words("批复意见", "Remark"), remark.isEmpty ? "—" : .text(remark)),
        ]
    }
}

extension Agreement {
    /// What is said of who agreed: to move something the unit tells it, to skip something it is a ground only.
    func words(_ kind: SlotChangeKind) -> Words {
        kind == .move ? Words("同意人或文件", "Who agreed") : Words("依据", "On what ground")
    }

    /// As it is told beside its reason.
    func said(_ change: SlotChange) -> Words {
        if change.kind == .move { return Words("（\(agreedBy)同意）", " (agreed by \(agreedBy))") }
        return Words("（依据：\(agreedBy)）", " (on the ground of \(agreedBy))")
    }

    static let form = Form<Agreement>(
        .init(
            Words("免办申请", "What is asked"), .text(\.reason, "reason", Words("原因", "Why"), rule: .reason),
            .text(\.agreedBy, "agreedBy", Words("依据", "On what ground"))))
}
