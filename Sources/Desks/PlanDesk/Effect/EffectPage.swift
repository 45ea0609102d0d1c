import Books
import Foundation
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// Works out beside the pages what a draft would change (测算影响): in a large town that takes longer than a page may.
struct EffectJob: Job {
    static let work = "foreseePlan"
    static let right = Right.plan
    static let isTownWide = true

    var draft: String
    var from: Day
    var way: String

    var words: Words { Words("测算方案稿\(draft)对台账的影响", "Foresee what draft \(draft) changes") }
    var about: String { "/plan/drafts/\(draft)" }

    func run(in run: JobRun) throws -> JobEnd {
        let effect = try run.asking(.ledger) { ask -> PlanEffect in
            guard let draft = try ask.reading.one(PlanDraft.self, draft, for: ask.reader) else {
                throw JobRefused(Words("方案稿已不在", "The draft is no longer there"))
            }
            let read = try DraftReading(draft, in: ask.reading, on: run.today)
            let way = PublishScheme.Way(rawValue: way) ?? .amends
            return try PlanEffect(read.edition(inForce: from, way), in: try ask.town, today: run.today)
        }
        try run.keep([UInt8](try JSONEncoder().encode(effect)))
        return JobEnd(
            Words(
                "台账由\(effect.before)项变为\(effect.after)项",
                "The ledger goes from \(effect.before) entries to \(effect.after)"),
            leadsTo: "/plan/drafts/\(draft)/effect?job=\(run.code)")
    }
}

/// What a draft would change for whom, from a day that the reader chooses.
struct EffectPage {
    let read: DraftReading
    let ask: Ask

    var from: Day { Self.day(ask.query["from"], on: ask.today) }
    var way: PublishScheme.Way { ask.query["way"].flatMap(PublishScheme.Way.init(rawValue:)) ?? .amends }

    /// The day asked for, or today. One on which nothing could be published would be worked out for centuries.
    static func day(_ typed: String?, on today: Day) -> Day {
        typed.flatMap(Day.init(iso:)).flatMap { PlanRefused.usualDays(on: today).contains($0) ? $0 : nil } ?? today
    }

    func page() throws -> Page {
        let effect = try found()
        var page = Page(
            Words("对台账的影响", "Effect on the ledger"), crumbs: try read.draft.crumbs(ask),
            .sheet(.section(chosen), try effect.map { try $0.html(ask) } ?? begin))
        if let effect { page.sentence = effect.sentence }
        return page
    }

    private func found() throws -> PlanEffect? {
        if let job = ask.query["job"] {
            guard let kept = try ask.reading.one(KeptJob.self, job, for: ask.reader), kept.work == EffectJob.work,
                kept.about == "/plan/drafts/\(read.draft.code)", let bytes = try ask.jobs?.kept(by: job)
            else { throw NotFound(context: ask.context) }
            return try JSONDecoder().decode(PlanEffect.self, from: Data(bytes))
        }
        let town = try ask.town
        guard !town.town.isLarge else { return nil }
        return try PlanEffect(read.edition(inForce: from, way), in: town, today: ask.today)
    }

    private var chosen: HTML {
        .form(
            .attribute("method", "get"), .action("\(read.draft.address)/effect"), .class("narrowing"),
            .ask("from", Words("生效日期", "In force from"), .dayField("from", from.iso)),
            .ask(
                "way", Words("性质", "What it is"),
                .choice("way", PublishScheme.Way.allCases.map { ($0.rawValue, $0.words) }, chosen: way.rawValue)),
            .acts(.submit(Words("测算", "Work it out"))))
    }

    private var begin: HTML {
        .section(
            .p(
                .class("quiet"),
                .say("人员较多，测算在后台进行，完成后在此查看。", "There are many people: it is worked out beside the pages.")),
            .form(
                .attribute("method", "post"), .action("\(read.draft.address)/effect"), PageContext.once,
                .hiddenFields(Query([("from", from.iso), ("way", way.rawValue)])),
                .acts(.submit(Words("开始测算", "Begin")))))
    }
}

extension PlanEffect {
    var sentence: HTML {
        let touched = lines.count(where: \.isTouched)
        return .say(
            "自\(from.iso)起按新版计算：截至\(asOf.iso)，台账由\(before)项变为\(after)项，\(touched)条要求、\(units.count)个单位的情况有变化；此前各日不变。",
            "In force from \(from.iso): as of \(asOf.iso) the ledger goes from \(before) entries to \(after); \(touched) clauses and \(units.count) units stand otherwise. Days before stay as they were."
        )
    }

    func html(_ ask: Ask) throws -> HTML {
        let directory = try ask.town.directory
        let touched = lines.filter(\.isTouched)
        func figures(_ added: Int, _ gone: Int, _ otherwise: Int) -> [HTML] {
            [added, gone, otherwise].map { $0 == 0 ? .text("–") : .text(String($0)) }
        }
        let zh = ask.context.language == .zh
        return .group([
            .part(
                Words("各条要求", "Clause by clause"), aside: .say("\(touched.count)条", "\(touched.count)"),
                touched.isEmpty
                    ? .p(.class("quiet"), .say("各条要求的台账条目都没有变化。", "No entry of any clause changes."))
                    : .data(
                        ask.say("各条要求", "Clause by clause"),
                        [
                            ask.say("要求", "Clause"), ask.say("编号", "Number"), ask.say("新增条目", "Entries added"),
                            ask.say("取消条目", "Gone"), ask.say("情况改变", "Otherwise"),
                        ], figures: [2, 3, 4],
                        touched.map { line in
                            [
                                .text(zh ? line.sentenceZh : line.sentenceEn),
                                .text([line.old, line.new].compactMap { $0 }.joined(separator: " → ")),
                            ] + figures(line.added, line.gone, line.otherwise)
                        })),
            .part(
                Words("情况有变化的单位", "Units that stand otherwise"), aside: .say("\(units.count)个", "\(units.count)"),
                units.isEmpty
                    ? .p(.class("quiet"), .say("没有单位的情况改变。", "No unit stands otherwise."))
                    : .data(
                        ask.say("情况有变化的单位", "Units that stand otherwise"),
                        [
                            ask.say("单位", "Unit"), ask.say("新增条目", "Entries added"), ask.say("取消条目", "Gone"),
                            ask.say("情况改变", "Otherwise"), ask.say("其中滞后或逾期", "Behind or overdue"),
                        ], figures: [1, 2, 3, 4],
                        units.map { unit in
                            [.link("/units/\(Query.encoded(unit.code))", .text(directory.unitName(unit.code)))]
                                + figures(unit.added, unit.gone, unit.otherwise)
                                + [unit.late == 0 ? .text("–") : .text(String(unit.late))]
                        })),
        ])
    }
}
