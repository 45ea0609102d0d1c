import Pages
import Store
import Vocabulary

/// The roll of one half-day as it is ticked: everybody of the class, each there or something else.
struct RollSheet: Sendable, Hashable {
    /// Everybody who is on it, in the order of the roster, by person.
    var people: [String] = []
    /// Of whom something else is ticked than that they were there.
    var marks: [String: RollMark.Mark] = [:]
    /// Names that were pasted, such as from a list of leave, and what is said of all of them.
    var pasted: [String] = []
    var pastedAs = RollMark.Mark.absent
    var reason = ""

    static let form = Form<RollSheet>(ticking, pasting)

    /// What was called is put right with a reason.
    static let correction = Form<RollSheet>(
        .init(
            Words("更正原因", "Why it is put right"),
            .longText(
                \.reason, "reason", Words("更正原因", "Why"),
                hint: Words("如：补交公函、点名有误；不写病情", "Such as a letter that came later; nothing about health"), limit: 200,
                rows: 2)
        ), ticking, pasting)

    private static let ticking = Form<RollSheet>.Section(Words("点名", "The roll"), .roll)
    private static let pasting = Form<RollSheet>.Section(
        Words("按名单登记", "By a list of names"),
        .persons(
            \.pasted, "pasted", Words("名单", "Names"),
            hint: Words("可粘贴一列姓名，与上面的点名合并", "A column of names may be pasted; it is added to what is ticked"),
            isRequired: false),
        .choice(\.pastedAs, "pastedAs", Words("名单上的人登记为", "They are")))

    /// What is said of each in the end, ticked or pasted.
    var all: [String: RollMark.Mark] {
        var all = marks
        for person in pasted { all[person] = pastedAs }
        return all
    }

    /// Who is ticked as one thing and pasted as another; whoever did not sign in stands as absent until it is said why.
    func problems(_ name: (String) throws -> String) rethrows -> [ClassProblem] {
        try pasted.compactMap { person in
            guard let mark = marks[person], mark != pastedAs, mark != .absent else { return nil }
            return .markedTwice(try name(person))
        }
    }
}

extension FormField where Draft == RollSheet {
    /// Everybody in a line, with a choice each: one click for whoever was not simply there.
    fileprivate static var roll: FormField<RollSheet> {
        let here = "here"
        var field = FormField<RollSheet>(
            name: "roll", words: Words("逐人登记", "One by one"),
            hint: Words("已按签到和准假预填，其余为出勤", "Sign-ins and leave are filled in; all others were there"),
            isRequired: true,
            typed: { sheet, _ in
                sheet.people.map { ("roll.\($0)", sheet.marks[$0]?.rawValue ?? here) }
            },
            read: { query, prefix, sheet, naming in
                var problems: [FormProblem] = []
                for person in sheet.people {
                    guard let typed = query[prefix + "roll." + person] else { continue }
                    let mark = RollMark.Mark(rawValue: typed)
                    if mark == nil, typed != here {
                        let name = try naming.personName(person)
                        problems.append(FormProblem(prefix + "roll", Words("请选择\(name)的出勤情况", "Choose for \(name)")))
                    }
                    sheet.marks[person] = mark
                }
                return problems
            },
            control: { view in
                let people = view.typed.items.filter { $0.name.hasPrefix("\(view.id).") }
                let choices = [(here, RollMark.here)] + RollMark.Mark.allCases.map { ($0.rawValue, $0.words) }
                return .div(
                    .class("roll"),
                    .each(
                        try people.map { item in
                            let name = try view.naming.personName(String(item.name.dropFirst(view.id.count + 1)))
                            return HTML.div(
                                .attribute("role", "radiogroup"), .ariaLabel(name), .b(.text(name)),
                                .each(choices) { choice, words in
                                    .label(
                                        .class("check"),
                                        .input(
                                            .type("radio"), .name(item.name), .value(choice),
                                            item.value == choice ? .flag("checked") : .nothing), .span(.words(words)))
                                })
                        }
                    ) { $0 })
            },
            shown: { sheet, naming in
                let all = sheet.all
                let there = sheet.people.count { all[$0] == nil }
                let lines: [HTML] = try RollMark.Mark.allCases.compactMap { mark in
                    let names = try all.filter { $0.value == mark }.keys.sorted().map(naming.personName)
                    guard !names.isEmpty else { return nil }
                    return .group([.words(mark.words), .text(" \(names.count)："), .text(names.joined(separator: "、"))])
                }
                return .ul(
                    .li(.words(RollMark.here), .text(" \(there)")), .each(lines) { .li($0) })
            },
            text: { sheet, naming in
                try sheet.all.sorted { $0.key < $1.key }.map { person, mark in
                    try naming.personName(person) + naming.say(mark.words)
                }.joined(separator: naming.say(Words("、", ", ")))
            })
        field.isGroup = true
        field.differences = { old, new, naming in
            let (before, after) = (old.all, new.all)
            return try Set(before.keys).union(after.keys).sorted().compactMap { person in
                guard before[person] != after[person] else { return nil }
                func said(_ mark: RollMark.Mark?) -> HTML { .words(mark?.words ?? RollMark.here) }
                let name = try naming.personName(person)
                return (Words(name, name), said(before[person]), said(after[person]))
            }
        }
        return field
    }
}
