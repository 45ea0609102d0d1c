import Pages
import Store
import Vocabulary

/// What people and units want, and whom the ledger has not seen, side by side: what a programme is made from.
enum GapPage {
    static let address = "/surveys/gap"
    static let words = Words("需求和覆盖", "Needs and coverage")

    static func page(_ ask: Ask) throws -> Page {
        let survey = try ask.all(
            Survey.self, where: "stage = \(SurveyStage.closed)", order: "year desc, closed_day desc", limit: 1
        ).first
        let coverage = try ask.coverage()
        var page = Page(words, crumbs: [Survey.home])
        page.actions = .act("/programme", Words("年度计划", "The programme"), .primary)
        page.content = .sheet(.halves(try wanted(survey, ask), gap(coverage, ask)), try units(survey, ask))
        let never = coverage.people(of: nil, .never).count
        let due = coverage.people(of: nil, .due).count
        page.sentence =
            coverage.isTooMany
            ? .say("人员超过\(Coverage.most)人，不逐人统计。", "More than \(Coverage.most) people: they are not gone through.")
            : .say(
                "在职\(coverage.people.count)人：没有参训记录\(never)人，本年到期未完成\(due)人。",
                "\(coverage.people.count) in service: \(never) without a class on record, \(due) with something due this year."
            )
        page.isKept = false
        return page
    }

    /// The topics of the survey that was closed last.
    private static func wanted(_ survey: Survey?, _ ask: Ask) throws -> HTML {
        let title = Words("需求：培训主题", "Wanted: topics")
        guard let survey else {
            return .part(title, .p(.class("quiet"), .say("还没有关闭的调研。", "No survey was closed yet.")))
        }
        let results = try ask.results(of: survey, by: .kind)
        let asked = results.questions.filter { $0.question.purpose == .topics }
        let rows = asked.flatMap { result in
            result.ranked.prefix(12).map { option -> [HTML] in
                let shown = result.shown.totals[option]
                let topic = result.question.choices[option]
                let line = Query([("programme", String(survey.scheme.year)), ("title", topic)]).text
                return [
                    .text(topic), .text(shown.text(ask.context.language, fewest: results.fewest ?? 0)),
                    ask.reader.may(.report)
                        ? .link("/programme/lines/new?\(line)", .say("列入计划", "plan it")) : .nothing,
                ]
            }
        }
        return .part(
            title, id: "topics", aside: .link("\(survey.address)/results", .text(survey.title)),
            rows.isEmpty || results.counted == 0
                ? .p(.class("quiet"), .say("没有可显示的培训主题。", "There are no topics to show."))
                : .figures(title, [Words("主题", "Topic"), Words("人数", "People"), Words("", "")], rows))
    }

    /// Whom the ledger has not seen, by category; whoever holds several is counted in each.
    private static func gap(_ coverage: Coverage, _ ask: Ask) -> HTML {
        let title = Words("覆盖：台账缺口", "Coverage: the ledger's gap")
        func figure(_ category: PersonCategory?, _ gap: CoverageGap?) -> HTML {
            let count = coverage.people(of: category, gap).count
            return .link(Coverage.list(category, gap), .count(count), .text(String(count)))
        }
        let held = PersonCategory.builtIn.filter { known in
            coverage.people.contains { $0.categories.contains(known.category) }
        }
        let rows =
            held.map { known -> [HTML] in
                [
                    .say(known.zh, known.en), figure(known.category, nil), figure(known.category, .never),
                    figure(known.category, .due),
                ]
            } + [[.b(.say("全部在职", "Everybody")), figure(nil, nil), figure(nil, .never), figure(nil, .due)]]
        return .part(
            title, id: "gap",
            coverage.isTooMany
                ? .p(.class("quiet"), .say("请由各单位分别查看。", "Let each unit look at its own."))
                : .figures(
                    title,
                    [
                        Words("干部类别", "Category"), Words("在职", "In service"), Words("没有参训记录", "No class"),
                        Words("本年到期", "Due this year"),
                    ], rows),
            .p(
                .class("quiet"),
                coverage.hasPlan
                    ? .say(
                        "兼有几个类别的，各类分别计入。到期的按生效方案到人的要求。",
                        "Whoever holds several categories is counted in each. Due is what the plan in force asks of people by name."
                    )
                    : .say("没有生效的方案，不统计到期。", "No plan is in force: nothing is due.")))
    }

    private static func units(_ survey: Survey?, _ ask: Ask) throws -> HTML {
        guard let survey else { return .nothing }
        let condition: SQL = "survey = \(survey.code) and stage = \(ReturnStage.filed)"
        let count = try ask.reading.count(UnitReturn.self, for: ask.reader, where: condition)
        let lines = try ask.all(UnitReturn.self, where: condition, order: "heads desc, code", limit: 20)
        let all = "\(UnitReturn.listAddress)?\(Query([("survey", survey.code), ("state", "filed")]).text)"
        return .part(
            Words("单位和组织需求", "Needs of units and office"), id: "returns",
            aside: .link(all, .count(count), .text(String(count))),
            lines.isEmpty
                ? .p(.class("quiet"), .say("没有报送。", "Nothing was filed."))
                : try UnitReturn.listing.table(lines, columns: ["topic", "unit", "heads", "days", "month"], ask) {
                    line in
                    ask.reader.may(.report)
                        ? .link(line.draft.lineAddress(year: survey.scheme.year), .say("列入计划", "plan it")) : .nothing
                })
    }
}
