import Books
import Exchange
import Formats
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Vocabulary

/// A draft on its page: what was read of it, what it changes, and its text.
struct DraftPage {
    let read: DraftReading
    let ask: Ask

    func page() throws -> Page {
        let draft = read.draft
        var page = try Page(
            of: draft, ask,
            .sheet(
                .section(.facts(try facts(), long: true)), leftOut, changes, answersLeft,
                try ask.history(of: PlanDraft.self, draft.code)), PlanMarks(read, ask.context).article)
        page.sentence = sentence
        page.actions = .group([
            page.actions,
            .when(
                draft.stage == .open,
                .group([
                    .act(PlanReview.address(of: draft.code), Words("逐项复核", "Review"), .outlined),
                    .act("\(draft.address)/effect", Words("对台账的影响", "Effect on the ledger"), .outlined),
                ])),
        ])
        return page
    }

    private var sentence: HTML {
        let (all, open, passed) = (read.edition.obligations.count, read.open.count, read.passedOver.count)
        return .group([
            .say(
                "读出量化要求\(all)条，其中待明确\(open)条；不列入的数字\(passed)处。",
                "\(all) obligations were read, \(open) of them open; \(passed) numbers oblige nothing. "),
            read.basis.map { basis in
                .say(
                    "与第\(basis.number)版相比：未变\(read.count(.same))条，修改\(read.count(.changed))条，新增\(read.count(.new))条，取消\(read.count(.gone))条。",
                    "Against edition \(basis.number): \(read.count(.same)) unchanged, \(read.count(.changed)) changed, \(read.count(.new)) new, \(read.count(.gone)) gone."
                )
            } ?? .nothing,
        ])
    }

    private func facts() throws -> [Fact] {
        let draft = read.draft
        var facts = [
            Fact(Words("状态", "State"), .standing(draft.stage.mark, draft.stage.words)),
            Fact(Words("来源", "From"), .words(draft.source.words)),
            Fact(Words("提交", "Handed in"), .group([.day(draft.handed), " ", .text(draft.madeBy)])),
            Fact(
                Words("篇幅", "Length"),
                .say(
                    "\(read.compiled.text.unicodeScalars.count)字，\(read.compiled.tasks.count)项任务",
                    "\(read.compiled.text.unicodeScalars.count) characters, \(read.compiled.tasks.count) tasks")),
        ]
        if let original = try ask.original(of: draft) {
            facts.append(
                Fact(
                    Words("原件", "The original"),
                    .link("\(draft.address)/original", .text("\(original.file.name)（\(original.file.size)）"))))
        }
        if let edition = draft.edition {
            facts.append(
                Fact(
                    Words("发布为", "Published as"),
                    .link("/plan/editions/\(edition)", .say("第\(edition)版", "Edition \(edition)"))))
        }
        if !draft.remark.isEmpty { facts.append(Fact(Words("说明", "Remark"), .text(draft.remark))) }
        return facts
    }

    /// What of the file is not in the text: a figure that stands there obliges nothing.
    private var leftOut: HTML {
        let remainders = read.draft.remainders
        guard !remainders.isEmpty else { return .nothing }
        return .part(
            Words("文件中未读入的内容", "Not read from the file"),
            .narrowRows(
                remainders.map { remainder in
                    Row(
                        .group([
                            .b(.words(remainder.words)),
                            .when(
                                !remainder.excerpts.isEmpty,
                                .small(.text(remainder.excerpts.map { "“\($0)”" }.joined(separator: " ")))),
                        ]), act: .say("\(remainder.count)处", "\(remainder.count)"))
                }))
    }

    private var changes: HTML {
        guard let comparison = read.comparison, let basis = read.basis else { return .nothing }
        let changed = comparison.clauses.filter { $0.kind != .same }
        return .part(
            Words("与第\(basis.number)版的差异", "Against edition \(basis.number)"),
            aside: .say("\(changed.count)条", "\(changed.count)"),
            changed.isEmpty
                ? .p(.class("quiet"), .say("各条要求都没有变化。", "Every clause is as it was."))
                : .rows(changed.map { ClauseChange($0, ask.context.language).row }))
    }

    private var answersLeft: HTML {
        guard !read.left.isEmpty else { return .nothing }
        return .part(
            Words("未能沿用的口径", "Answers that fit no clause"),
            .p(
                .class("quiet"),
                .say(
                    "原文已修改或删去，需要时请在复核中重新明确。",
                    "Their clauses were changed or are gone; answer again where they are needed.")),
            .rows(read.left.map { Row(.text("“\($0.quote)”"), when: .text($0.task)) }))
    }
}
