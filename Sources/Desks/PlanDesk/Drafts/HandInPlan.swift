import Formats
import Foundation
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// What is filled in to hand a plan in: a file, or its text.
struct PlanMaterial: Sendable, Hashable {
    var file: EvidenceFile?
    var text = ""

    static let form = Form<PlanMaterial>(
        .init(
            Words("方案", "The plan"),
            .file(
                \.file, "file", Words("文件", "File"),
                hint: Words(
                    "docx 或 txt，最大\(DocumentLimits().fileBytes >> 20) MB；自动编号、表格会读成文字",
                    "docx or txt, at most \(DocumentLimits().fileBytes >> 20) MB; automatic numbers and tables become text"
                ),
                endings: ["docx", "txt"], isRequired: false),
            .pasted(
                \.text, "text", Words("或粘贴全文", "Or paste the text"),
                hint: Words("从标题到结尾，保持分段", "From its title to its end, with its paragraphs"))))
}

/// Hands a plan in (提交方案稿): nothing is published by it. Answers to the edition in force are carried over where the clause
/// says the same.
struct HandInPlan: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("提交方案稿", "Plan handed in")
    var material: PlanMaterial
    /// The file's bytes; nil: there is none, or it is gone.
    var bytes: [UInt8]?

    func perform(in t: ActTransaction) throws -> PlanDraft {
        let hasText = material.text.contains { !$0.isWhitespace }
        if material.file == nil, !hasText { try t.refuse(PlanProblem.nothingGiven) }
        if material.file != nil, hasText { try t.refuse(PlanProblem.twoGiven) }
        if material.file != nil, bytes == nil { try t.refuse(PlanProblem.gone) }
        let file = try t.telling { try PlanFile(bytes ?? Array(material.text.utf8)) }
        let basis = try t.basis()
        let earlier = try PlanAnswers(text: basis?.answers)
        let compiler = PlanCompiler(lexicon: try t.telling { try .extended(by: earlier.lexicon) })
        let compiled = compiler.compile(text: file.text)
        if compiled.obligations.isEmpty { try t.refuse(PlanProblem.plan(.nothingObliged)) }
        let title = try t.telling { try PlanRefused.spelled(title: compiled.title) }
        let carried = basis.map {
            Bindings.carried(earlier.bindings, from: compiler.compile(text: $0.edition.text), to: compiled).bindings
        }
        let draft = PlanDraft(
            code: try t.nextCode(.planDraft), title: title, source: material.file == nil ? .pasted : .file,
            against: basis?.edition.number,
            answers: try PlanAnswers(lexicon: earlier.lexicon, bindings: carried ?? Bindings()).text(),
            leftOut: String(decoding: try JSONEncoder().encode(file.remainders.map(PlanRemainder.init)), as: UTF8.self),
            handed: t.today, madeBy: t.reader.account, stage: .open, edition: nil, remark: "")
        try t.insert(draft)
        try t.insert(PlanDraftText(draft: draft.code, body: file.text))
        if let original = material.file {
            _ = try AttachEvidence<PlanDraft>(
                record: draft.code, document: .original, file: original, proves: t.today, note: ""
            ).perform(in: t)
        }
        return draft
    }
}

/// Begins a draft from the edition in force, with its text and its answers (修订): what was understood wrongly is put right, all of it
/// in one new edition.
struct ReviseEdition: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("开始修订", "Revision begun")

    func perform(in t: ActTransaction) throws -> PlanDraft {
        guard let basis = try t.basis() else { try t.refuse(PlanProblem.noEdition) }
        let draft = PlanDraft(
            code: try t.nextCode(.planDraft), title: basis.edition.title, source: .edition,
            against: basis.edition.number, answers: try PlanAnswers(text: basis.answers).text(), leftOut: "[]",
            handed: t.today, madeBy: t.reader.account, stage: .open, edition: nil, remark: "")
        try t.insert(draft)
        try t.insert(PlanDraftText(draft: draft.code, body: basis.edition.text))
        return draft
    }
}

extension ActTransaction {
    /// The edition that a new text is held against: the one in force today, else the latest.
    fileprivate func basis() throws -> StoredEdition? {
        try writing.edition(inForceOn: today) ?? writing.latestEdition()
    }
}
