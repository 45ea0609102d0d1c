import Pages
import Store
import Vocabulary

extension SurveyResults {
    func page(_ ask: Ask) throws -> Page {
        var page = Page(Words("\(survey.title)：结果", "\(survey.title): results"))
        page.crumbs = try survey.crumbs(ask)
        let figures = "/surveys/figures?\(Query([("survey", survey.code), ("by", cut.rawValue)]).text)"
        page.actions = .group([
            .act(figures, Words("数据表", "Figures")),
            Self.notYet(survey) == nil && ask.reader.unit == nil
                ? .act("\(survey.address)/report.docx", Words("调研报告（Word）", "Report (Word)")) : .nothing,
            survey.isNamed && AnswerList.isShown(to: ask.reader)
                ? .act(AnswerList.address(of: survey.code), Words("答卷", "Answers")) : .nothing,
            .act("/surveys/gap", Words("需求和覆盖", "Needs and coverage")),
        ])
        let content = try Self.notYet(survey).map { .section(.p(.class("quiet"), .words($0))) } ?? body(ask)
        page.content = .sheet(try rates(ask), content)
        page.sentence = .say(
            "发出\(sent)份，收回\(returned)份，有效\(valid)份；回收率\(Self.percent(returned, of: sent))。",
            "\(sent) sent, \(returned) returned, \(valid) valid; \(Self.percent(returned, of: sent)) came back.")
        return page
    }

    private func rates(_ ask: Ask) throws -> HTML {
        func list(_ count: Int, _ turnout: Turnout?) -> HTML {
            .link(SurveyAsked.list(of: survey.code, turnout), .count(count), .text(String(count)))
        }
        let isNamed = survey.isNamed
        // By name paper is noted with those who were asked, so that their list has it too.
        let answered = isNamed ? try ask.turnout(of: survey).answered : online
        var rows: [[HTML]] = [
            [
                .say("账号填写", "By account"), list(asked, nil), list(answered, .answered),
                .text(Self.percent(answered, of: asked)),
            ]
        ]
        if ask.reader.unit == nil, handedOut > 0 {
            rows.append([
                .say("纸质问卷", "On paper"), .text(String(handedOut)), .text(String(papers + spoiled)),
                .text(Self.percent(papers + spoiled, of: handedOut)),
            ])
            rows.append([.say("其中作废", "of them spoiled"), "–", .text(String(spoiled)), "–"])
        }
        return .part(
            Words("回收情况", "What came back"), id: "rates",
            .figures(
                Words("回收情况", "What came back"),
                [Words("", ""), Words("发出", "Sent"), Words("收回", "Returned"), Words("回收率", "Rate")], rows))
    }

    private func body(_ ask: Ask) throws -> HTML {
        if counted == 0 {
            return .section(
                .p(
                    .class("quiet"),
                    fewest.map { .say("答卷少于\($0)份，不显示结果。", "Fewer than \($0) answers: nothing is shown.") }
                        ?? .say("还没有答卷。", "There are no answers yet.")))
        }
        return .group([
            .section(
                .p(
                    .class("quiet"), .say("分组：", "Cut: "),
                    .each(ResultCut.allCases) { other in
                        .group([
                            other == cut
                                ? .b(.words(other.words))
                                : .link("\(survey.address)/results?by=\(other.rawValue)", .words(other.words)), "　",
                        ])
                    }),
                fewest.map { fewest in
                    .p(
                        .class("quiet"),
                        .say(
                            "少于\(fewest)人的数不显示；能由合计推算出来的也不显示。",
                            "Figures under \(fewest) are not shown, nor what sums would tell of them."))
                } ?? .nothing),
            try topics(ask),
            .group(try questions.map { try section($0, ask) }),
        ])
    }

    /// Topics of training, from the most wanted on, with the way into the programme.
    private func topics(_ ask: Ask) throws -> HTML {
        let asked = questions.filter { $0.question.purpose == .topics }
        guard !asked.isEmpty else { return .nothing }
        return .group(
            try asked.map { result in
                let group = try result.groups.enumerated().map { place, group in
                    let first = result.firstOf(group: place)
                    return [
                        HTML.words(try cut.name(group, ask)),
                        first.isEmpty
                            ? .span(.class("quiet"), .say("人数过少", "too few"))
                            : .text(
                                first.map { "\($0.option)（\($0.count)）" }.joined(
                                    separator: ask.say("、", ", "))),
                    ]
                }
                let wanted = result.ranked.filter { (result.shown.totals[$0].count ?? 0) > 0 }
                return .part(
                    Words("培训主题排序", "Topics, the most wanted first"), id: "topics-\(result.number)",
                    aside: .words(cut.words),
                    .figures(
                        Words("培训主题排序", "Topics"),
                        [Words("主题", "Topic"), Words("人数", "People"), Words("", ""), Words("", "")],
                        wanted.enumerated().map { place, option in
                            let topic = result.question.choices[option]
                            let said = result.shown.totals[option].text(ask.context.language, fewest: fewest ?? 0)
                            return [
                                .text("\(place + 1). \(topic)"), .text(said),
                                ShareBar.html(result.counts[option], of: result.answered, label: said),
                                ask.reader.may(.report) ? .link(line(topic), .say("列入计划", "plan it")) : .nothing,
                            ]
                        }),
                    .data(
                        .say("各组最需要的主题", "What each group wants most"),
                        [
                            DataHead(.words(cut.words), .lead),
                            DataHead(.say("前三个主题（人数）", "First three topics"), .below),
                        ],
                        group, class: "wrap"))
            })
    }

    /// The form of a line of the programme, filled in with a topic: a plain address of another desk.
    private func line(_ topic: String) -> String {
        "/programme/lines/new?\(Query([("programme", String(survey.scheme.year)), ("title", topic)]).text)"
    }

    private func section(_ result: QuestionResult, _ ask: Ask) throws -> HTML {
        let question = result.question
        let language = ask.context.language
        let hidden = fewest ?? 0
        let title = Words("\(result.number). \(question.title)", "\(result.number). \(question.title)")
        let answered = result.shownAnswered.text(language, fewest: hidden)
        let count: HTML = .group([.words(question.kind.words), .say("，\(answered)人答", ", \(answered) answered")])
        if question.kind == .text {
            return .part(
                title, id: "q\(result.number)", aside: count,
                result.texts.isEmpty
                    ? .p(.class("quiet"), .say("没有可显示的答复。", "There is nothing to show."))
                    : .details(
                        .summary(.say("答复\(result.texts.count)条", "\(result.texts.count) answers")),
                        .narrowRows(result.texts.map { Row(.text($0)) })))
        }
        let hasBefore = result.before.contains { $0 != nil }
        func share(_ share: Double?) -> String { share.map { Figure.plain($0 * 100, places: 1) + "%" } ?? "–" }
        var heads = [Words("选项", "Option"), Words("人数", "People"), Words("占比", "Share"), Words("", "")]
        if question.kind == .rank { heads.insert(Words("得分", "Points"), at: 2) }
        if hasBefore { heads.append(Words("上次占比", "Time before")) }
        let order = question.kind == .rank ? result.ranked : Array(question.choices.indices)
        let rows = order.map { option -> [HTML] in
            let shown = result.shown.totals[option]
            let said = share(result.share(option))
            var row: [HTML] = [.text(question.choices[option]), .text(shown.text(language, fewest: hidden))]
            if question.kind == .rank { row.append(.text(shown == .hidden ? "–" : String(result.points[option]))) }
            row += [.text(said), ShareBar.html(shown.count ?? 0, of: result.answered, label: said)]
            if hasBefore { row.append(.text(share(result.before[option]))) }
            return row
        }
        var mean = HTML.nothing
        if question.kind == .scale, result.answered > 0, !result.shown.totals.contains(.hidden) {
            let sum = result.counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
            let said = Figure.plain(Double(sum) / Double(result.answered), places: 2)
            mean = .p(.say("平均\(said)分", "\(said) on average"))
        }
        return .part(
            title, id: "q\(result.number)", aside: count, .figures(title, heads, rows), mean,
            try byGroup(result, ask))
    }

    private func byGroup(_ result: QuestionResult, _ ask: Ask) throws -> HTML {
        guard !result.groups.isEmpty, result.groups.count > 1 || fewest == nil else { return .nothing }
        let hidden = fewest ?? 0
        let names = try result.groups.map { try cut.name($0, ask) }
        return .details(
            .summary(.words(cut.words)),
            .div(
                .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"), .ariaLabel(cut.words),
                .figures(
                    cut.words, [Words("选项", "Option")] + names,
                    result.question.choices.indices.map { option in
                        [HTML.text(result.question.choices[option])]
                            + result.shown.cells[option].map { .text($0.text(ask.context.language, fewest: hidden)) }
                    })))
    }
}
