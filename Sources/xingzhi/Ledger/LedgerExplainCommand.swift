public import ArgumentParser
import Exchange
public import LedgerEngine
import Plans
import Store
import Vocabulary

struct LedgerExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: said("某条台账为什么如此：计入什么、不计入什么及原因、补齐办法。", "Why an entry stands as it does."))

    @Option(help: ArgumentHelp(said("量化要求的编号，如 17.1", "the obligation, as 17.1"), valueName: "id"))
    var obligation: String
    @Option(
        help: ArgumentHelp(
            said("单位、集体、干部或活动的编号；programme 为全市", "code of a unit, team, person or activity; programme for the whole"),
            valueName: "code"))
    var subject: String
    @Option(help: ArgumentHelp(said("考核对象的种类，如 rollUp；缺省按编号查找", "kind of subject, as rollUp; else found by the code")))
    var kind: Subject.Kind?
    @Option(
        help: ArgumentHelp(
            said("周期的第一天；缺省为截至日所在周期", "first day of the window; else the one of the as-of day"), valueName: "day"))
    var from: Day?
    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress(common)
        let loaded = try progress.during("正在读取记录", "Reading records") { try ledger.load() }
        let (edition, database) = (loaded.edition, loaded.database)
        guard let owed = edition.obligations.first(where: { $0.id == obligation }) else {
            throw Trouble.unusable(
                "第\(edition.number)版没有量化要求 \(obligation)。", "Edition \(edition.number) has no obligation \(obligation)."
            )
        }
        let whole = loaded.evaluator.wholeSubject(knownAt: loaded.knownAt)
        // A clause that is still to be clarified has one entry, whomever it will be about: it answers with its question.
        let candidates =
            owed.executable
            ? try database.read {
                try SubjectSearch($0, knownAt: loaded.knownAt).candidates(code: subject, kind: kind, whole: whole)
            }
            : [whole]
        let found = progress.during("正在计算", "Evaluating") {
            candidates.lazy.compactMap {
                loaded.evaluator.explain(
                    obligation: obligation, subject: $0, from: from, asOf: loaded.asOf, knownAt: loaded.knownAt)
            }.first
        }
        guard let found else {
            throw Trouble.unusable(
                "截至 \(loaded.asOf.iso)，量化要求 \(obligation) 没有关于 \(subject) 的条目。",
                "As of \(loaded.asOf.iso), obligation \(obligation) has no entry about \(subject).")
        }
        try database.read { reading in
            let names = try SubjectSearch(reading, knownAt: loaded.knownAt).names(
                of: [found.entry.subject] + found.excused.map(\.subject) + (found.outstanding ?? []))
            try output.write { output in
                switch format {
                case .json: ExplanationJSON(found, of: owed).write(to: output)
                case .text:
                    ExplanationReport(
                        found, of: owed, language: common.language, name: { names[$0] ?? $0.code }
                    ).write(to: output)
                }
            }
        }
    }
}

extension Subject.Kind: ExpressibleByArgument {}
