import Books
import Exchange
import Pages
import Records
import Spelling
import Training
import Vocabulary

/// Who took part, as it is typed: ticked persons, and one a line: a name or a code, then if need be a role, hours, or 未结业.
struct ParticipantLines {
    let form: ActivityForm
    /// Hours of the activity; nil where they could not be read.
    let hours: Double?
    let day: Day

    static let roles: [String: ParticipationRole] = [
        "参加": .attendee, "主讲": .speaker, "重点发言": .keynote, "工作人员": .staff, "attendee": .attendee,
        "speaker": .speaker, "keynote": .keynote, "staff": .staff,
    ]
    private static let line = TextRule(limit: 200, mayHaveLines: true)
    private static let incomplete: Set<String> = ["未结业", "未完成", "incomplete"]
    private static let longestName = 4

    func drafts(_ errors: inout [FieldError], _ context: PageContext) -> [ParticipantDraft] {
        var drafts: [ParticipantDraft] = []
        var lineOf: [String: Int] = [:]
        let lines = form.lines("participants")
        // Before each of them is looked up.
        guard lines.count <= ActivityDraft.mostParticipants else {
            errors += form.errors([.tooManyParticipants(limit: ActivityDraft.mostParticipants)], context)
            return []
        }
        for line in lines {
            func wrong(_ message: String) {
                errors.append(.init(field: "participants", message: ActivityForm.place(line.number, context) + message))
            }
            if let flaw = Self.line.flaw(in: line.text) {
                wrong(flaw.message(of: context.say("这一行", "the line"), in: context.language))
                continue
            }
            let words = line.text.split { $0.isWhitespace || "，,、；;".contains($0) }.map(String.init)
            guard !words.isEmpty else { continue }
            switch person(words) {
            case .failure(let miss): wrong(miss.message(context))
            case .success(let (person, rest)):
                if let first = lineOf[person] {
                    wrong(
                        context.say(
                            "人员编号\(person)重复（第\(first)行已有），请删去一行。",
                            "\(person) is listed twice (line \(first) has it): delete one line."))
                    continue
                }
                lineOf[person] = line.number
                var draft = ParticipantDraft(person: person, hours: hours ?? 0)
                for word in rest { if let message = read(word, into: &draft, context) { wrong(message) } }
                drafts.append(draft)
            }
        }
        var named = Set(lineOf.keys)
        return drafts
            + form.typed.all("person").filter { named.insert($0).inserted }
            .map { ParticipantDraft(person: $0, hours: hours ?? 0) }
    }

    private struct Miss: Error {
        var word: String
        var candidates: [Person] = []

        func message(_ context: PageContext) -> String {
            let word = ActivityForm.shown(word)
            let codes = candidates.prefix(4).map(\.code).joined(separator: context.say("、", ", "))
            return candidates.isEmpty
                ? context.say(
                    "没有查到“\(word)”，请核对姓名，或改填人员编号。",
                    "Nobody is called “\(word)”: check the name, or give the person's code.")
                : context.say(
                    "有\(candidates.count)人叫“\(word)”，请改填人员编号：\(codes)",
                    "\(candidates.count) people are called “\(word)”: give the code, \(codes)")
        }
    }

    /// The person meant by the first words, as few as name one, and the words behind.
    private func person(_ words: [String]) -> Result<(String, ArraySlice<String>), Miss> {
        var miss: Miss?
        for count in 1...min(Self.longestName, words.count) {
            let name = words.prefix(count).joined(separator: " ")
            for code in name.codeSpellings where form.directory.person(code) != nil {
                return .success((code, words.dropFirst(count)))
            }
            let named = form.directory.persons(named: name)
            if named.count == 1 { return .success((named[0].code, words.dropFirst(count))) }
            guard !named.isEmpty else { continue }
            let here = named.filter {
                form.directory.appointment(of: $0.code, on: day, knownAt: nil)?.unit == form.unit
            }
            if here.count == 1 { return .success((here[0].code, words.dropFirst(count))) }
            miss = miss ?? Miss(word: name, candidates: named)
        }
        // What cannot stand behind a name was meant as part of it: “张 三”, not “张”.
        let name = words.prefix { !Self.standsBehind($0) }.prefix(Self.longestName)
        return .failure(miss ?? Miss(word: name.isEmpty ? words[0] : name.joined(separator: " ")))
    }

    /// Whether a word says something of a person, and is no part of a name.
    private static func standsBehind(_ word: String) -> Bool {
        roles[word.folded] != nil || incomplete.contains(word.folded) || NumberRule.isMeant(by: word)
    }

    /// Takes a word behind the name; what is wrong with it, where something is.
    private func read(_ word: String, into draft: inout ParticipantDraft, _ context: PageContext) -> String? {
        let folded = word.folded
        if let role = Self.roles[folded] {
            draft.role = role
        } else if Self.incomplete.contains(folded) {
            draft.completed = false
        } else if word.codeSpellings.contains(draft.person)
            || form.directory.person(draft.person)?.name.reads(as: word) == true
        {
            return nil
        } else if NumberRule.isMeant(by: word) {
            let rule = ActivityForm.hours(upTo: hours)
            do { draft.hours = try rule.number(word) } catch {
                return rule.message(error, of: context.say("学时", "the hours"), typed: word, in: context.language)
            }
        } else {
            return context.say(
                "无法识别“\(ActivityForm.shown(word))”。姓名后可填身份（主讲、重点发言、工作人员）、学时或“未结业”。",
                "“\(ActivityForm.shown(word))” is not a role (speaker, keynote, staff), hours, or “incomplete”.")
        }
        return nil
    }
}
