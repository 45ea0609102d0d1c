import Pages
import Store
import Vocabulary

/// The roll of one half-day as it is ticked: everybody of the class, each there or something else.
struct RollSheet: Sendable, Hashable {
    /// Everybody who is on it, in the order of the roster, by person.
    var people: [String] = []
    /// Of whom something else is ticked than that they were there.
    var marks: [String: RollMark.Mark] = [:]
    /// Whether whoever stands as absent was there after all.
    var whole = WholeRoll.asTicked
    /// A list as it was pasted, what it says of whom, and what holds for whoever it names alone.
    var pasted = ""
    var listed: [RollLine] = []
    var pastedAs = ListedAs.here
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

    private static let ticking = Form<RollSheet>.Section(
        Words("点名", "The roll"), .roll,
        .choice(
            \.whole, "whole", Words("登记为旷课的", "Whoever stands as absent"),
            hint: Words("没有签到的可能已预填旷课；都在的，选“全部改记出勤”", "Whoever did not sign in may be filled in as absent")))
    private static let pasting = Form<RollSheet>.Section(
        Words("按名单登记", "By a list of names"), .pastedRoll,
        .choice(
            \.pastedAs, "pastedAs", Words("名单上没有注明的登记为", "Whoever it names alone is"),
            hint: Words(
                "选“出勤”时，名单以外又没有其他登记的人记旷课", "“There”: whoever is neither on the list nor marked otherwise is absent")))

    /// What is said of each in the end: the list goes before what is ticked.
    var all: [String: RollMark.Mark] {
        var all = whole == .here ? marks.filter { $0.value != .absent } : marks
        for line in listed { all[line.person] = said(of: line).mark }
        // A list of those who were there tells of the others that they were not.
        if pastedAs == .here, listed.contains(where: { said(of: $0) == .here }) {
            let named = Set(listed.map(\.person))
            for person in people where !named.contains(person) && marks[person] == nil { all[person] = .absent }
        }
        return all
    }

    private func said(of line: RollLine) -> ListedAs { line.said ?? pastedAs }

    /// Of whom the list says something else than was ticked; whoever did not sign in stands as absent until it is said why.
    var changedByList: [(person: String, ticked: RollMark.Mark, listed: ListedAs)] {
        listed.compactMap { line in
            guard let ticked = marks[line.person], ticked != .absent, ticked != said(of: line).mark else { return nil }
            return (line.person, ticked, said(of: line))
        }
    }
}

/// What becomes of those who stand as absent, said once for all.
enum WholeRoll: String, Named {
    case asTicked, here

    var words: Words {
        self == .asTicked ? Words("照登记", "Stays so") : Words("全部改记出勤", "Was there")
    }
}

extension FormField where Draft == RollSheet {
    /// Everybody in a line, with a choice each: one click for whoever was not simply there.
    fileprivate static var roll: FormField<RollSheet> {
        let here = "here"
        var field = FormField<RollSheet>(
            name: "roll", words: Words("逐人登记", "One by one"),
            hint: Words("已按准假和签到预填，可逐人改", "Leave and sign-ins are filled in, and can be changed one by one"),
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
