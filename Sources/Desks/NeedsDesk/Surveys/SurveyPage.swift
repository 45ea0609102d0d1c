import Pages
import Store
import Vocabulary

extension Survey {
    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                stage == .draft ? .nothing : try turnoutSection(ask),
                scheme.returns == .asked && stage != .draft ? try returnsSection(ask) : .nothing,
                .split(try questionSection(), beside: try facts(ask)),
                try history(ask)))
        page.sentence = try sentence(ask)
        if stage != .draft, stage != .withdrawn {
            page.actions = .group([
                .act("\(address)/results", Words("结果", "Results"), stage == .closed ? .primary : .outlined),
                page.actions,
            ])
        }
        return page
    }

    private func sentence(_ ask: Ask) throws -> HTML {
        let state = try SurveyState.state(of: self, ask)
        let turnout = try ask.turnout(of: self)
        return .group([
            .text(code), .say("，", ", "), .days(scheme.from, scheme.to), .say("，", ", "),
            .words(scheme.naming.words), .say("，", ", "),
            .b(.class(state.mark.rawValue), .words(state.words)),
            stage == .draft || stage == .withdrawn
                ? .nothing
                : .group([
                    .say("：问", ": "), .b(.text(String(turnout.asked))), .say("人，已填", " asked, "),
                    .b(.text(String(turnout.answered))),
                    .say("人，\(turnout.share)", " answered, \(turnout.share)"),
                ]), .say("。", "."),
        ])
    }

    /// Who has answered, by the units right beneath the top, and the link that is sent to people.
    private func turnoutSection(_ ask: Ask) throws -> HTML {
        let tops = try TopUnits(ask.reading, beneath: ask.reader.unit)
        var sums: [String: SurveyTurnout] = [:]
        for (unit, turnout) in try ask.unitTurnouts(of: self) {
            let top = tops.top(of: unit)
            sums[top, default: .init()].asked += turnout.asked
            sums[top, default: .init()].answered += turnout.answered
        }
        let whole = try ask.turnout(of: self)
        func figure(_ count: Int, _ unit: String?, _ turnout: Turnout?) -> HTML {
            // Of the top itself the list has everybody beneath it.
            if let unit, tops.isTop(unit), sums.count > 1 { return .text(String(count)) }
            return .link(SurveyAsked.list(of: code, unit: unit, turnout), .count(count), .text(String(count)))
        }
        func row(_ name: HTML, _ unit: String?, _ turnout: SurveyTurnout) -> [HTML] {
            [
                name, figure(turnout.asked, unit, nil), figure(turnout.answered, unit, .answered),
                figure(turnout.asked - turnout.answered, unit, .waiting), .text(turnout.share),
                ShareBar.html(turnout.answered, of: turnout.asked, label: turnout.share),
            ]
        }
        let rows = try sums.sorted { $0.key < $1.key }.map { unit, turnout in
            row(.text(try ask.naming.unitName(unit)), unit, turnout)
        }
        return .part(
            Words("填写情况", "Who has answered"), id: "turnout", aside: stage == .open ? try link(ask) : .nothing,
            .figures(
                Words("填写情况", "Who has answered"),
                [
                    Words("单位", "Unit"), Words("应填", "Asked"), Words("已填", "Answered"), Words("未填", "Not yet"),
                    Words("填写率", "Rate"), Words("", ""),
                ], rows.count == 1 ? rows : [row(.b(.say("合计", "Together")), nil, whole)] + rows))
    }

    private func link(_ ask: Ask) throws -> HTML {
        let address = ask.context.origin + MySurveys.address(of: code)
        return .group([.say("填写链接：", "Link: "), .link(MySurveys.address(of: code), .text(address))])
    }

    private func returnsSection(_ ask: Ask) throws -> HTML {
        let all = try ask.all(UnitReturn.self, where: "survey = \(code)", order: "unit, code")
        let filed = all.filter { $0.stage == .filed && $0.origin == .unit }
        let office = all.filter { $0.stage == .filed && $0.origin == .office }
        let none = all.filter { $0.stage == .none }
        func figure(_ count: Int, _ query: String) -> HTML {
            .link(
                "\(UnitReturn.listAddress)?survey=\(Query.encoded(code))\(query)", .count(count),
                .b(.text(String(count))))
        }
        return .part(
            Words("单位需求", "Needs of units"), id: "returns",
            aside: try ask.button(fileReturnIn: self),
            .p(
                .say("报送需求 ", "Filed: "), figure(filed.count, "&state=filed&origin=unit"),
                .say("，无需求 ", "; none needed: "), figure(none.count, "&state=none"),
                ask.reader.unit == nil
                    ? .group([
                        .say("，组织需求 ", "; asked for by the office: "),
                        figure(office.count, "&state=filed&origin=office"),
                    ])
                    : .nothing, .say("。", ".")))
    }

    private func questionSection() throws -> HTML {
        .part(
            Words("题目", "Questions"), id: "questions", aside: .text(String(questions.count)),
            questions.isEmpty
                ? .p(.class("quiet"), .say("还没有题目。", "There are none yet."))
                : .narrowRows(
                    questions.enumerated().map { place, question in
                        Row(
                            .group([
                                .p(
                                    .b(.text("\(place + 1). \(question.title)")), " ",
                                    .small(
                                        .words(question.kind.words), "，", .words(question.purpose.words),
                                        question.part.isEmpty ? .nothing : .text("，\(question.part)"))),
                                question.options.isEmpty
                                    ? .nothing : .p(.class("quiet"), .text(question.options.joined(separator: "；"))),
                            ]))
                    }))
    }

    private func facts(_ ask: Ask) throws -> HTML {
        var facts = [
            Fact(Words("计划年度", "Year"), .text(String(scheme.year))),
            Fact(Words("调研对象", "Asked"), .words(scheme.asked.words)),
        ]
        if !scheme.categories.isEmpty {
            facts.append(
                Fact(
                    Words("干部类别", "Categories"),
                    .each(scheme.categories) { .p(.words(PersonCategory.words(of: $0.rawValue))) }))
        }
        if !scheme.units.isEmpty {
            facts.append(
                Fact(
                    Words("单位", "Units"),
                    .each(try scheme.units.map { try ask.naming.unitName($0.unit) }) { .p(.text($0)) }))
        }
        facts += [
            Fact(Words("时间", "When"), .days(scheme.from, scheme.to)),
            Fact(Words("方式", "How"), .words(scheme.naming.words)),
            Fact(Words("单位需求", "Needs of units"), .words(scheme.returns.words)),
            Fact(Words("填写说明", "What people are told"), .text(scheme.about)),
        ]
        if !remark.isEmpty { facts.append(Fact(Words("说明", "Remark"), .text(remark))) }
        let address = ask.context.origin + MySurveys.address(of: code)
        let picture = stage == .open ? QRPicture.svg(address, label: ask.say("填写链接", "Link to the survey")) : nil
        return .group([
            .part(Words("调研", "The survey"), .facts(facts)),
            picture.map {
                .part(
                    Words("扫码填写", "By telephone"), .p($0),
                    .p(
                        .class("quiet"),
                        .say(
                            "发到工作群或打印张贴，用本人账号登录后填写，每人一次。",
                            "Sent to people or printed; each answers once, with their own account.")))
            } ?? .nothing,
        ])
    }

    private func history(_ ask: Ask) throws -> HTML {
        try ask.history(try ask.steps(of: Survey.self, code, SurveyScheme.form, \.scheme) { _, _, _ in })
    }
}

/// A share as a bar, with its figure beside it in words.
enum ShareBar {
    static func html(_ count: Int, of whole: Int, label: String) -> HTML {
        let share = whole > 0 ? min(1, Double(count) / Double(whole)) : 0
        return .svg(
            .class("bar"), .attribute("viewBox", "0 0 160 12"), .attribute("preserveAspectRatio", "none"),
            .attribute("role", "img"), .ariaLabel(label),
            .element("rect", [.class("ground"), .attribute("width", "160"), .attribute("height", "12")]),
            .element("rect", [.attribute("width", Figure.tenths(share * 160)), .attribute("height", "12")]))
    }
}
