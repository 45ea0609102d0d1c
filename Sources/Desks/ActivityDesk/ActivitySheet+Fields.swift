import Books
import Exchange
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Fields that only an activity has.
extension FormField where Draft == ActivitySheet {
    /// Hours of the whole activity: in halves, no more than its days have.
    static let credited = FormField(
        name: "hours", words: Words("学时", "Hours"), hint: nil, isRequired: true,
        typed: { sheet, _ in [("hours", sheet.title.isEmpty && sheet.hours == 0 ? "" : Figure.plain(sheet.hours))] },
        read: { query, _, sheet, _ in
            sheet.hours = 0
            guard let typed = query["hours"] else {
                return [FormProblem("hours", Words("请填写学时", "Give the hours"))]
            }
            let first = query["from"].flatMap { Day(typed: $0) }
            let last = query["to"].map { Day(typed: $0) } ?? first
            let most = first.flatMap { first in last.map { ActivityDraft.mostHours(from: first, to: $0) } }
            let rule = NumberRule(0...(most ?? 26_400), decimals: 1, step: 0.5)
            do throws(NumberFlaw) { sheet.hours = try rule.number(typed) } catch {
                return [
                    FormProblem(
                        "hours",
                        Words(
                            rule.message(error, of: "学时", typed: typed, in: .zh),
                            rule.message(error, of: "the hours", typed: typed, in: .en)))
                ]
            }
            return []
        }, control: { .textField($0.id, $0.value, width: .short, mode: "decimal") },
        shown: { sheet, _ in .text(Figure.plain(sheet.hours)) }, text: { sheet, _ in Figure.plain(sheet.hours) })

    /// One a line: a name, and the day it was handed in where that was not the last day.
    static let handedIn = FormField(
        name: "attachments", words: Words("材料", "Attachments"),
        hint: Words("每行一份：名称，可加提交日期，如“成果报告 2026-09-30”。", "One a line: a name, and the day if it differs."),
        isRequired: false,
        typed: { sheet, _ in
            [("attachments", sheet.attachments.map { "\($0.name) \($0.day.iso)" }.joined(separator: "\n"))]
        },
        read: { query, _, sheet, _ in
            sheet.attachments = []
            var problems: [FormProblem] = []
            let lines = (query["attachments"] ?? "").numberedLines
            guard lines.count <= ActivityDraft.mostAttachments else {
                return [ActivityProblem.tooManyAttachments(limit: ActivityDraft.mostAttachments).formProblem]
            }
            for (number, line) in lines {
                func wrong(_ words: Words) {
                    problems.append(
                        FormProblem("attachments", Words("第\(number)行：" + words.zh, "Line \(number): " + words.en)))
                }
                let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
                var attachment = Attachment(line, on: sheet.lastDay)
                if words.count > 1, let last = words.last {
                    if let given = Day(typed: last) {
                        attachment = Attachment(words.dropLast().joined(separator: " "), on: given)
                    } else if last.wholeMatch(of: /\d{2,4}[-\/年]\d{1,2}[-\/月]\d{1,2}日?/) != nil {
                        wrong(Words("没有“\(last.shortened)”这一天", "there is no day “\(last.shortened)”"))
                    }
                }
                if let flaw = TextRule.title.flaw(in: attachment.name) {
                    wrong(
                        Words(flaw.message(of: "材料名称", in: .zh), flaw.message(of: "the attachment's name", in: .en)))
                }
                sheet.attachments.append(attachment)
            }
            return problems
        }, control: { .longField($0.id, $0.value, rows: 3) }, shown: { sheet, _ in .words(sheet.namedAttachments) },
        text: { sheet, naming in naming.say(sheet.namedAttachments) })

    /// Unlikely days, each to be said to be right; only asked where there are some.
    static let sure: FormField = {
        @Sendable func asked(_ view: FieldView) -> [ConfirmedDay] {
            let days = (view.problems.compactMap { $0.confirms?.value } + view.typed.all("sure")).compactMap {
                ConfirmedDay(text: $0)
            }
            return Set(days).sorted { $0.key < $1.key }
        }
        var field = FormField(
            name: "sure", words: Words("请核对这些日期", "Are these days right?"), hint: nil, isRequired: true,
            typed: { sheet, _ in sheet.confirmed.sorted { $0.key < $1.key }.map { ("sure", $0.text) } },
            read: { query, _, sheet, _ in
                sheet.confirmed = Set(query.all("sure").compactMap { ConfirmedDay(text: $0) })
                return []
            },
            control: { view in
                let ticked = Set(view.typed.all("sure"))
                return .div(
                    .class("checks"),
                    .each(asked(view)) {
                        .tick("sure", $0.text, $0.sentence, isOn: ticked.contains($0.text))
                    })
            }, shown: { _, _ in .nothing }, text: { _, _ in "" })
        field.isGroup = true
        field.isAsked = { !asked($0).isEmpty }
        return field
    }()

    /// People of the unit, to be ticked.
    static let ownPeople: FormField = {
        var field = FormField(
            name: "person", words: Words("本单位人员", "People of this unit"), hint: nil, isRequired: false,
            typed: { sheet, _ in sheet.ticked.map { ("person", $0) } },
            read: { query, _, sheet, _ in
                var seen: Set<String> = []
                sheet.ticked = query.all("person").filter { !$0.isEmpty && seen.insert($0).inserted }
                return []
            },
            control: { view in
                let people = try view.ownPeople()
                let ticked = Set(view.typed.all("person"))
                return .details(
                    ticked.isEmpty ? .nothing : .flag("open"),
                    .summary(
                        .say("从本单位人员中勾选（\(people.count)人）", "Tick people of this unit (\(people.count))")),
                    .div(
                        .class("checks"),
                        .each(people) {
                            .tick("person", $0.code, Words($0.name, $0.name), isOn: ticked.contains($0.code))
                        }))
            }, shown: { _, _ in .nothing }, text: { _, _ in "" })
        field.isGroup = true
        // On the check page they stand among the others.
        field.isAsked = { try !$0.ownPeople().isEmpty }
        return field
    }()
}

extension FieldView {
    /// Who works at the organising unit on the last day.
    fileprivate func ownPeople() throws -> [Person] {
        guard let unit = try typed["organiser"].flatMap({ try naming.unit(typed: $0) }),
            try naming.isWithinReach(unit.code)
        else { return [] }
        let day = (typed["to"] ?? typed["from"]).flatMap { Day(typed: $0) } ?? today
        return try naming.once("people \(unit.code) \(day.iso)") {
            try naming.reading.persons(at: unit.code, on: day, limit: 1000).persons
        }
    }
}

extension ActivitySheet {
    var namedAttachments: Words {
        func said(_ open: String, _ close: String, _ between: String) -> String {
            attachments.map { "\($0.name)\(open)\($0.day.iso)\(close)" }.joined(separator: between)
        }
        return attachments.isEmpty ? Words("—", "—") : Words(said("（", "）", "、"), said(" (", ")", ", "))
    }
}

extension String {
    /// Lines that hold something, with their numbers as the reader counts them.
    fileprivate var numberedLines: [(number: Int, text: String)] {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { ($0.offset + 1, String($0.element)) }.filter { !$0.1.allSatisfy(\.isWhitespace) }
    }
}
