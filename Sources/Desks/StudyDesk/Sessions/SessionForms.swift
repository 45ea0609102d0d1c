import Pages
import Spelling
import Storage
import Store
import Vocabulary

extension SessionScheme {
    static let form = Form<SessionScheme>(
        .init(
            Words("学习安排", "The session"), .text(\.title, "title", Words("名称", "Title")),
            .choice(
                \.kind, "kind", Words("类别", "Kind"),
                hint: Words(
                    "由类别决定计入哪项要求；会前学习不计入集中学习", "By it the ledger counts; study before a meeting is no collective study")
            ),
            .choice(\.form, "form", Words("形式", "How")), .day(\.from, "from", Words("开始日期", "First day")),
            .day(\.to, "to", Words("结束日期", "Last day")), .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name),
            .topics(\.topics, Words("主题标签", "Topics"), folded: Words("选择主题标签", "Choose topics"))),
        .init(
            Words("议程和学习内容", "Agenda and readings"),
            .lines(\.agenda, "agenda", Words("议程", "Agenda"), hint: Words("一行一项", "One a line")),
            .lines(\.readings, "readings", Words("学习篇目", "Readings"), hint: Words("一行一篇", "One a line")),
            .lines(
                \.questions, "questions", Words("研讨题", "Questions"), hint: Words("一行一个", "One a line"),
                isRequired: false), .text(\.expert, "expert", Words("辅导专家", "Expert"), isRequired: false),
            .text(\.contact, "contact", Words("联系人和电话", "Contact"), isRequired: false)))

    var problems: [StudyProblem] {
        var problems: [StudyProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to - from >= 31 { problems.append(.tooLong) }
        return problems
    }

    /// What the rules would not have, before it is announced.
    func remarks(announced: Day, _ rules: StudyRules) -> [Words] {
        let ahead = from - announced
        guard ahead < rules.noticeDays else { return [] }
        return ahead < 0
            ? [Words("学习日期已过，属补发通知", "It is past: the notice comes afterwards")]
            : [
                Words(
                    "应提前\(rules.noticeDays)天通知，实际提前\(ahead)天",
                    "Notice should be \(rules.noticeDays) days ahead; it is \(ahead)"
                )
            ]
    }
}

extension SessionOutcome {
    static let form = Form<SessionOutcome>(held, ticking, spoken)

    /// What stands is put right with a reason.
    static let correction = Form<SessionOutcome>(
        .init(
            Words("更正原因", "Why it is corrected"),
            .longText(
                \.reason, "reason", Words("更正原因", "Why"),
                hint: Words("如：点名有误；不写病情", "Such as a slip; nothing about health"),
                limit: 200, rows: 2)), held, ticking, spoken)

    private static let held = Form<SessionOutcome>.Section(
        Words("举行情况", "How it was held"), .day(\.from, "from", Words("实际开始", "Began on")),
        .day(\.to, "to", Words("实际结束", "Ended on")),
        .hours(
            \.halfHours, "hours", Words("学时", "Hours"),
            hint: Words("按半天3学时计，可填0.5的倍数", "In halves; half a day is 3 hours"),
            most: 248),
        .option(
            \.chair, "chair", Words("主持人", "Chaired by"), among: { try members($0, $1) },
            unknown: { Words("“\($0)”不是中心组成员", "“\($0)” is no member of the group") },
            named: { try $1.personName($0) }),
        .number(
            \.observers, "observers", Words("列席人数", "Observers"), hint: Words("只填人数", "The number only"), in: 0...2000))

    private static let ticking = Form<SessionOutcome>.Section(
        Words("出席情况", "The roll"),
        .eachMember(
            \.roll, \.mark, "roll", Words("逐人登记", "One by one"),
            hint: Words("出席的不用动；缺席原因只选类别", "Nothing to tick for those who were there")))

    private static let spoken = Form<SessionOutcome>.Section(
        Words("重点发言", "Keynotes"),
        .rows(
            \.keynotes, "keynotes", Words("重点发言", "Keynotes"),
            of: Form<Keynote>(
                .init(
                    Words("重点发言", "Keynotes"),
                    .option(
                        \.person, "person", Words("发言人", "Speaker"), among: { try members($0, $1) },
                        unknown: { Words("“\($0)”不是中心组成员", "“\($0)” is no member of the group") },
                        named: { try $1.personName($0) }), .text(\.title, "title", Words("发言题目", "Title")))),
            blank: Keynote(), hint: Words("只填题目，发言稿作为材料上传", "The title only; the text is a paper"), isRequired: false,
            most: 20))

    /// Those on the roll that the form carries.
    private static func members(_ typed: Query, _ naming: Naming) throws -> [FormOption] {
        try typed.items.filter { $0.name.hasPrefix("roll.") }.map { item in
            let code = String(item.name.dropFirst("roll.".count))
            let name = try naming.personName(code)
            return FormOption(code, Words(name, name))
        }
    }
}

/// Who makes up for what they missed, and how.
struct MakeUpSheet: Sendable, Hashable {
    var day = Day.unset
    /// Those who were not there.
    var away: [RollLine] = []

    static let form = Form<MakeUpSheet>(
        .init(
            Words("补学", "What is made up"),
            .day(\.day, "day", Words("补学日期", "On")),
            .eachMember(\.away, \.madeUp, "ways", Words("补学方式", "How"), hint: Words("只记方式和日期", "Only how and when"))))
}

extension FormField {
    /// Everybody of a list in a line, with a choice each: one click for whoever differs.
    static func eachMember<Value: Named>(
        _ lines: any WritableKeyPath<Draft, [RollLine]> & Sendable,
        _ value: any WritableKeyPath<RollLine, Value> & Sendable, _ name: String, _ words: Words, hint: Words
    ) -> FormField {
        var field = FormField(
            name: name, words: words, hint: hint, isRequired: true,
            typed: { draft, _ in
                draft[keyPath: lines].map { ("\(name).\($0.person)", $0[keyPath: value].rawValue) }
            },
            read: { query, prefix, draft, naming in
                var problems: [FormProblem] = []
                for place in draft[keyPath: lines].indices {
                    let person = draft[keyPath: lines][place].person
                    guard let typed = query["\(prefix)\(name).\(person)"] else { continue }
                    if let chosen = Value(rawValue: typed) {
                        draft[keyPath: lines][place][keyPath: value] = chosen
                    } else {
                        let member = try naming.personName(person)
                        problems.append(
                            FormProblem(prefix + name, Words("请为\(member)选择\(words.zh)", "Choose for \(member)")))
                    }
                }
                return problems
            },
            control: { view in
                let people = view.typed.items.filter { $0.name.hasPrefix("\(view.id).") }
                return .div(
                    .class("roll"),
                    .each(
                        try people.map { item in
                            let person = try view.naming.personName(String(item.name.dropFirst(view.id.count + 1)))
                            return HTML.div(
                                .attribute("role", "radiogroup"), .ariaLabel(person), .b(.text(person)),
                                .each(Value.allCases) { choice in
                                    .label(
                                        .class("check"),
                                        .input(
                                            .type("radio"), .name(item.name), .value(choice.rawValue),
                                            item.value == choice.rawValue ? .flag("checked") : .nothing),
                                        .span(.words(choice.words)))
                                })
                        }
                    ) { $0 })
            },
            shown: { draft, naming in
                .ul(
                    .each(
                        try Value.allCases.compactMap { choice in
                            let names = try draft[keyPath: lines].filter { $0[keyPath: value] == choice }.map {
                                try naming.personName($0.person)
                            }
                            guard !names.isEmpty else { return nil }
                            return HTML.li(
                                .words(choice.words), .text(" \(names.count)："),
                                .text(names.joined(separator: naming.say(Words("、", ", ")))))
                        }
                    ) { $0 })
            },
            text: { draft, naming in
                try draft[keyPath: lines].map { line in
                    try naming.personName(line.person) + naming.say(line[keyPath: value].words)
                }.joined(separator: naming.say(Words("、", ", ")))
            })
        field.isGroup = true
        field.differences = { old, new, naming in
            let before = Dictionary(old[keyPath: lines].map { ($0.person, $0[keyPath: value]) }) { first, _ in first }
            return try new[keyPath: lines].compactMap { line in
                guard let was = before[line.person], was != line[keyPath: value] else { return nil }
                let name = try naming.personName(line.person)
                return (Words(name, name), .words(was.words), .words(line[keyPath: value].words))
            }
        }
        return field
    }
}
