import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension OwnStars {
    static let form = Form<OwnStars>(
        .init(Words("支部", "The branch"), branches),
        .init(
            Words("逐项自评", "Criterion by criterion"),
            .points(
                \.lines, of: \.round, \.own, \.proof, "lines", Words("自评得分和佐证", "Own points and their proof"),
                Words("佐证", "Proof"),
                hint: Words("不超过分值；文件提交后上传到材料", "No more than each has; files go among the papers afterwards"))),
        extra)

    /// Of an assessment that came back.
    static let change = Form<OwnStars>(
        .init(
            Words("逐项自评", "Criterion by criterion"),
            .points(
                \.lines, of: \.round, \.own, \.proof, "lines", Words("自评得分和佐证", "Own points and their proof"),
                Words("佐证", "Proof"), hint: Words("不超过分值", "No more than each has"))), extra)

    private static let extra = Form<OwnStars>.Section(
        Words("加分和荣誉", "Bonus and honours"), .hours(\.bonus, "bonus", Words("加分", "Bonus"), most: 50),
        .text(\.bonusFor, "bonusFor", Words("加分事项", "For what"), isRequired: false),
        .text(\.innovation, "innovation", Words("创新做法", "Innovation"), isRequired: false),
        .text(
            \.honour, "honour", Words("直接评五星的荣誉", "An honour that gives five stars"), isRequired: false))

    /// Chosen from a list where the reader has few, by code or whole name where there are many.
    private static let branches = FormField<OwnStars>(
        name: "branch", words: Words("党支部", "Branch"), isRequired: true,
        typed: { draft, _ in [("branch", draft.branch)] },
        read: { query, prefix, draft, naming in
            let typed = (query["\(prefix)branch"] ?? "").withoutOuterSpace
            draft.branch = typed
            guard !typed.isEmpty else { return [FormProblem("\(prefix)branch", Words("请选择党支部", "Choose a branch"))] }
            guard TextRule.name.flaw(in: typed) == nil, let unit = try naming.unit(typed: typed), unit.kind == .branch,
                try naming.isWithinReach(unit.code)
            else {
                return [
                    FormProblem(
                        "\(prefix)branch",
                        Words(
                            "没有管理范围内的党支部“\(typed.shortened)”，请填全称或编号",
                            "There is no branch “\(typed.shortened)” within your reach: give its whole name or code"))
                ]
            }
            draft.branch = unit.code
            return []
        },
        control: { view in
            let branches = try view.naming.reachable(
                Branch.self, where: Branch.open(on: view.naming.today), order: "code", limit: mostChoices + 1)
            guard branches.count <= mostChoices else { return .textField(view.id, view.value) }
            return .choice(
                view.id, [("", view.say(Words("请选择", "Choose")))] + branches.map { ($0.code, $0.name) },
                chosen: view.value)
        }, shown: { draft, naming in .text(try naming.unitName(draft.branch)) },
        text: { draft, naming in try naming.unitName(draft.branch) })

    private static let mostChoices = 300
}

extension StarReview {
    static let form = Form<StarReview>(
        .init(
            Words("实地查看", "On the spot"),
            .dayIfAny(
                \.visited, "visited", Words("实地查看日期", "Looked at on"),
                hint: Words("没有实地查看的不填", "Empty where there was no such look"))),
        .init(
            Words("逐项复核", "Criterion by criterion"),
            .points(
                \.lines, of: \.round, \.review, \.reason, "lines", Words("复核得分和差异原因", "Points, and why they differ"),
                Words("差异原因", "Why it differs"), hint: Words("与自评不同的，逐项写明原因", "A reason for each that differs"),
                differingFrom: \StarLine.own)),
        .init(
            Words("考核和认定", "Assessment and what was found"),
            .hours(\.bonus, "bonus", Words("认定加分", "Bonus"), most: 50),
            .hours(
                \.assessment, "assessment", Words("考核得分", "Assessment"),
                hint: Words("办法没有考核占比的填0", "0 where it has no weight"), most: 100),
            .choice(\.hasInnovation, "hasInnovation", Words("认定创新做法", "An innovation")),
            .choice(\.isDirect, "isDirect", Words("认定直接评五星的荣誉", "An honour that gives five stars")),
            .choice(
                \.isOutstanding, "isOutstanding", Words("工作突出，不受升星限制", "Outstanding: may rise by more than a step")),
            .text(
                \.veto, "veto", Words("一票否决情形", "Veto case"), hint: Words("没有的不填", "Empty where there is none"),
                isRequired: false),
            .longText(
                \.remark, "remark", Words("复核意见", "Remark"),
                hint: Words("只写支部工作，不评价个人", "Of the branch, not of persons"), isRequired: false, limit: 500, rows: 3)))
}

extension FormField {
    /// A round's criteria, each with its points and a text: what proves them, or why they differ from what the branch gave itself.
    static func points(
        _ lines: any WritableKeyPath<Draft, [StarLine]> & Sendable,
        of round: any WritableKeyPath<Draft, String> & Sendable,
        _ points: any WritableKeyPath<StarLine, Int> & Sendable,
        _ text: any WritableKeyPath<StarLine, String> & Sendable,
        _ name: String, _ words: Words, _ textWords: Words, hint: Words,
        differingFrom other: (any WritableKeyPath<StarLine, Int> & Sendable)? = nil
    ) -> FormField {
        var field = FormField(
            name: name, words: words, hint: hint, isRequired: true,
            typed: { draft, _ in
                [("\(name).round", draft[keyPath: round])]
                    + draft[keyPath: lines].enumerated().flatMap { place, line in
                        [
                            ("\(name).\(place).points", Self.points(line[keyPath: points])),
                            ("\(name).\(place).text", line[keyPath: text]),
                        ] + (other.map { [("\(name).\(place).own", Self.points(line[keyPath: $0]))] } ?? [])
                    }
            },
            read: { query, prefix, draft, naming in
                let items = try naming.starItems(draft[keyPath: round])
                var problems: [FormProblem] = []
                for place in draft[keyPath: lines].indices where items.indices.contains(place) {
                    let at = "\(prefix)\(name).\(place)"
                    let item = items[place]
                    let rule = NumberRule(0...Double(item.points) / 2, decimals: 1, step: 0.5)
                    let typed = query["\(at).points"] ?? ""
                    do throws(NumberFlaw) {
                        draft[keyPath: lines][place][keyPath: points] = Int(try rule.number(typed) * 2)
                    } catch {
                        problems.append(
                            FormProblem(
                                "\(at).points",
                                Words(
                                    rule.message(error, of: "第\(place + 1)项“\(item.item)”的得分", typed: typed, in: .zh),
                                    rule.message(error, of: "points of criterion \(place + 1)", typed: typed, in: .en)))
                        )
                    }
                    let said = (query["\(at).text"] ?? "").withoutOuterSpace
                    if !said.isEmpty, TextRule(limit: 200).flaw(in: said) != nil {
                        problems.append(
                            FormProblem(
                                "\(at).text",
                                Words("第\(place + 1)项的文字最多200字", "Criterion \(place + 1): at most 200 characters")))
                        continue
                    }
                    draft[keyPath: lines][place][keyPath: text] = said
                    let line = draft[keyPath: lines][place]
                    if let other, said.isEmpty, line[keyPath: points] != line[keyPath: other] {
                        problems.append(
                            FormProblem(
                                "\(at).text",
                                Words("第\(place + 1)项与自评不同，请写明原因", "Criterion \(place + 1) differs: say why")))
                    }
                }
                return problems
            },
            control: { view in
                let items = try view.naming.starItems(view.typed["\(view.id).round"] ?? "")
                return .group([
                    .input(.type("hidden"), .name("\(view.id).round"), .value(view.typed["\(view.id).round"] ?? "")),
                    .table(
                        .class("data inputs"),
                        .thead(
                            .tr(
                                .th(.attribute("scope", "col"), .say("评定标准", "Criterion")),
                                .when(other != nil, .th(.attribute("scope", "col"), .say("自评", "Own"))),
                                .th(.attribute("scope", "col"), .say("得分", "Points")),
                                .th(.attribute("scope", "col"), .words(textWords)))),
                        .tbody(
                            .each(items.enumerated()) { place, item in
                                let at = "\(view.id).\(place)"
                                let wrong = view.problems.filter { $0.field.hasPrefix("\(at).") }
                                return .tr(
                                    .td(
                                        .attribute("data-title", view.say(Words("评定标准", "Criterion"))),
                                        .b(.text("\(place + 1). \(item.item)（\(Self.points(item.points))）")),
                                        .small(.text(" \(item.standard)；\(item.deduction)")),
                                        .each(wrong) { .p(.class("error"), .text(view.say($0.words))) }),
                                    .when(
                                        other != nil,
                                        .td(
                                            .attribute("data-title", view.say(Words("自评", "Own"))),
                                            .input(
                                                .type("hidden"), .name("\(at).own"),
                                                .value(view.typed["\(at).own"] ?? "")),
                                            .text(view.typed["\(at).own"] ?? ""))),
                                    .td(
                                        .attribute("data-title", view.say(Words("得分", "Points"))),
                                        .textField("\(at).points", view.typed["\(at).points"] ?? "", width: .short)
                                            .labelled("\(view.say(Words("得分", "Points"))) \(place + 1)")),
                                    .td(
                                        .attribute("data-title", view.say(textWords)),
                                        .textField("\(at).text", view.typed["\(at).text"] ?? "")
                                            .labelled("\(view.say(textWords)) \(place + 1)")))
                            })),
                ])
            },
            shown: { draft, naming in
                let items = try naming.starItems(draft[keyPath: round])
                return .table(
                    .class("figures"),
                    .thead(
                        .tr(
                            .th(.attribute("scope", "col"), .say("项目", "Criterion")),
                            .when(other != nil, .th(.attribute("scope", "col"), .say("自评", "Own"))),
                            .th(.attribute("scope", "col"), .say("得分", "Points")),
                            .th(.attribute("scope", "col"), .words(textWords)))),
                    .tbody(
                        .each(zip(items, draft[keyPath: lines])) { item, line in
                            .tr(
                                .td(.text(item.item)),
                                other.map { .td(.text(Self.points(line[keyPath: $0]))) } ?? .nothing,
                                .td(.text("\(Self.points(line[keyPath: points])) / \(Self.points(item.points))")),
                                .td(.text(line[keyPath: text])))
                        }))
            },
            text: { draft, _ in
                draft[keyPath: lines].map { "\(Self.points($0[keyPath: points])) \($0[keyPath: text])" }
                    .joined(separator: "；")
            })
        field.isGroup = true
        return field
    }

    private static func points(_ halves: Int) -> String { Figure.plain(Double(halves) / 2) }
}

extension Naming {
    /// The criteria of a round.
    func starItems(_ round: String) throws -> [StarItem] {
        try once("star items \(round)") {
            try reading.one(StarRound.self, round, for: .everybody)?.scheme.items ?? []
        }
    }
}
