import Books
import Exchange
import Pages
import Plans
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Who took part, as it is pasted: people however they are set apart, each perhaps with a role, hours, or 未结业.
extension FormField where Draft == ActivitySheet {
    static let whoTookPart: FormField = {
        var field = FormField(
            name: "participants", words: Words("参训人员", "Who took part"),
            hint: Words(
                "姓名或人员编号，用换行、顿号、逗号或制表符隔开，可整列粘贴；后面可填身份（主讲、重点发言、工作人员）、学时、未结业。",
                "Names or staff numbers with lines, commas or tabs between, pasted as they are; behind each, if need be, a role (speaker, keynote, staff), hours, “incomplete”."
            ), isRequired: false,
            typed: { sheet, naming in
                [("participants", try sheet.participants.map { try $0.typed(sheet, naming) }.joined(separator: "\n"))]
            },
            read: { query, _, sheet, naming in
                let limit = ActivityDraft.mostParticipants
                let unit = try query["organiser"].flatMap { try naming.unit(typed: $0)?.code }
                let box = try PersonBox(
                    query["participants"] ?? "", field: "participants", most: limit, unit: unit, naming: naming,
                    standsBehind: ParticipantDraft.tells)
                sheet.participants = []
                guard box.count <= limit else {
                    return [ActivityProblem.tooManyParticipants(limit: limit).formProblem]
                }
                var problems = box.problems.map { (line: $0.line, problem: $0) }
                for entry in box.entries {
                    var part = ParticipantDraft(person: entry.person, hours: sheet.hours)
                    let isRead = query["hours"].map { NumberRule.isMeant(by: $0) } ?? false
                    for word in entry.rest {
                        guard let flaw = part.take(word, most: isRead ? sheet.hours : nil) else { continue }
                        problems.append(
                            (
                                entry.line,
                                FormProblem(
                                    "participants",
                                    Words("第\(entry.line)行：" + flaw.zh, "Line \(entry.line): " + flaw.en))
                            ))
                    }
                    sheet.participants.append(part)
                }
                return problems.sorted { $0.line < $1.line }.map(\.problem)
            }, control: { try PersonBox.control($0, rows: 6) },
            shown: { sheet, naming in try sheet.draft.table(naming) },
            text: { sheet, naming in
                try sheet.draft.participants.map { try $0.typed(sheet, naming) }.sorted().joined(separator: "、")
            })
        field.taking = { $0.set("participants", PersonBox.taking($1, into: $0["participants"] ?? "")) }
        field.differences = { old, new, naming in try old.draft.differences(from: new.draft, naming) }
        return field
    }()
}

extension ParticipantDraft {
    private static let roles: [String: ParticipationRole] = [
        "参加": .attendee, "参加人员": .attendee, "主讲": .speaker, "主讲人": .speaker, "重点发言": .keynote, "重点发言人": .keynote,
        "工作人员": .staff, "attendee": .attendee, "speaker": .speaker, "keynote": .keynote, "staff": .staff,
    ]
    private static let incomplete: Set<String> = ["未结业", "未完成", "incomplete"]
    private static let complete: Set<String> = ["结业", "完成", "completed"]

    /// Whether a word says something of a person, and is no part of a name.
    static func tells(_ word: String) -> Bool {
        let folded = word.folded
        return roles[folded] != nil || incomplete.contains(folded) || complete.contains(folded)
            || NumberRule.isMeant(by: word)
    }

    /// Takes a word behind the name; what is wrong with it, where something is.
    mutating func take(_ word: String, most: Double?) -> Words? {
        let folded = word.folded
        if let role = Self.roles[folded] {
            self.role = role
        } else if Self.incomplete.contains(folded) || Self.complete.contains(folded) {
            completed = Self.complete.contains(folded)
        } else if NumberRule.isMeant(by: word) {
            let rule = NumberRule(0...(most ?? 26_400), decimals: 1, step: 0.5)
            do throws(NumberFlaw) { hours = try rule.number(word) } catch {
                return Words(
                    rule.message(error, of: "学时", typed: word, in: .zh),
                    rule.message(error, of: "the hours", typed: word, in: .en))
            }
        } else {
            return Words(
                "无法识别“\(word.shortened)”。姓名后可填身份（主讲、重点发言、工作人员）、学时或“未结业”。",
                "“\(word.shortened)” is not a role (speaker, keynote, staff), hours, or “incomplete”.")
        }
        return nil
    }

    /// As it is typed: number and name, then what is not as with everybody.
    fileprivate func typed(_ sheet: ActivitySheet, _ naming: Naming) throws -> String {
        [
            person, try naming.person(person)?.name, role == .attendee ? nil : RecordWords.role(role, .zh),
            hours == sheet.hours ? nil : Figure.plain(hours), completed ? nil : "未结业",
        ].compactMap { $0 }.joined(separator: " ")
    }

    fileprivate func said(of kind: ActivityKind, _ naming: Naming) throws -> String {
        let language = naming.language
        return [
            RecordWords.role(role, language), LedgerText.amountText(hours, .hour, in: language),
            RecordWords.completion(completed, of: kind, try naming.kinds(), language),
        ].joined(separator: naming.say(Words("，", ", ")))
    }
}

extension ActivityDraft {
    /// Who is about to be put on record, one a line, as they stand on the last day.
    fileprivate func table(_ naming: Naming) throws -> HTML {
        guard !participants.isEmpty else {
            return .p(.class("quiet"), .say("没有填写参训人员。", "No participants were given."))
        }
        let titles = [
            Words("人员编号", "Staff number"), Words("姓名", "Name"), Words("单位", "Unit"), Words("参加身份", "Took part as"),
            Words("学时", "Hours"), Words("完成情况", "Completed"),
        ]
        let rows = try participants.map { part -> [String] in
            let held = try naming.reading.appointment(of: part.person, on: to, knownAt: nil)
            return [
                part.person, try naming.personName(part.person), try held.map { try naming.unitName($0.unit) } ?? "—",
                RecordWords.role(part.role, naming.language), Figure.plain(part.hours),
                RecordWords.completion(part.completed, of: kind, try naming.kinds(), naming.language),
            ]
        }
        return .table(
            .class("figures"), .attribute("role", "table"),
            .thead(.tr(.each(titles) { .th(.attribute("scope", "col"), .words($0)) })),
            .tbody(.each(rows) { row in .tr(.each(row) { .td(.attribute("role", "cell"), .text($0)) }) }))
    }

    /// Of each of those who took part what stands and what will stand: in the order in which they stand, then who is new.
    func differences(from new: ActivityDraft, _ naming: Naming) throws -> [(words: Words, old: HTML, new: HTML)] {
        let before = Dictionary(participants.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.participants.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let people = participants.map(\.person) + new.participants.map(\.person).filter { before[$0] == nil }
        return try people.filter { before[$0] != after[$0] }.map { code in
            let name = try naming.personName(code)
            func said(_ part: ParticipantDraft?, _ kind: ActivityKind) throws -> HTML {
                try part.map { .text(try $0.said(of: kind, naming)) } ?? .say("不在名单中", "not listed")
            }
            return (
                Words("\(name)（\(code)）", "\(name) (\(code))"), try said(before[code], kind),
                try said(after[code], new.kind)
            )
        }
    }
}

extension FormProblem {
    /// Of `第3行：…` the 3.
    fileprivate var line: Int { words.zh.firstMatch(of: /^第(\d+)行/).flatMap { Int($0.1) } ?? 0 }
}
