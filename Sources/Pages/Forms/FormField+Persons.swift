import Records
import Spelling
import Store
public import Vocabulary

extension FormField {
    /// One person, by name or code.
    public static func person(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        single(
            path, name, words, hint: hint ?? Words("填姓名或人员编号", "A name or a staff number"), isRequired: true,
            kind: .person,
            parse: { typed, naming in
                let kept = try spelled(typed, .name, words, true) ?? ""
                return try PersonLine(kept).person(naming)
            }, write: { code, naming in try PersonLine.written(code, naming) },
            control: { .textField($0.id, $0.value) }, shown: { code, naming in .text(try naming.personName(code)) },
            text: { code, naming in try naming.personName(code) })
    }

    /// Persons pasted in whatever way: one or several a line, names or codes, perhaps with their unit behind.
    /// `onlyWithinReach`: of namesakes, and of those whom the search finds, the ones of the reader's units are meant.
    public static func persons(
        _ path: any WritableKeyPath<Draft, [String]> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        isRequired: Bool = true, most: Int = 1000, onlyWithinReach: Bool = false
    ) -> FormField {
        var field = FormField(
            name: name, words: words,
            hint: hint
                ?? Words(
                    "一行一人，或用顿号、逗号隔开；可从表格整列粘贴", "One a line, or with commas between; a column of a sheet may be pasted"),
            isRequired: isRequired,
            typed: { draft, naming in
                [(name, try draft[keyPath: path].map { try PersonLine.written($0, naming) }.joined(separator: "\n"))]
            },
            read: { query, prefix, draft, naming in
                let typed = query.all(prefix + name).joined(separator: "\n")
                let box = try PersonBox(
                    typed, field: prefix + name, most: most, naming: naming, onlyWithinReach: onlyWithinReach)
                draft[keyPath: path] = box.entries.map(\.person)
                if box.count == 0, isRequired {
                    return [FormProblem(prefix + name, Words("请填写\(words.zh)", "Name \(words.en.lowercased())"))]
                }
                guard box.count <= most else {
                    return [FormProblem(prefix + name, Words("\(words.zh)最多\(most)人", "At most \(most) people"))]
                }
                return box.problems
                    + box.entries.flatMap { entry in
                        entry.rest.map { word in
                            FormProblem(
                                prefix + name,
                                Words(
                                    "第\(entry.line)行：无法识别“\(word.shortened)”",
                                    "Line \(entry.line): “\(word.shortened)” is not understood"))
                        }
                    }
            }, control: { try PersonBox.control($0, rows: 6, onlyWithinReach: onlyWithinReach) },
            shown: { draft, naming in
                let codes = draft[keyPath: path]
                return .group([
                    .text(try codes.map(naming.personName).joined(separator: "、")), " ",
                    .small(.text(naming.say(.count(codes.count, "人", "person", "people")))),
                ])
            }, text: { draft, naming in try draft[keyPath: path].map(naming.personName).joined(separator: "、") },
            kind: .persons(most: most))
        field.taking = { $0.set(name, PersonBox.taking($1, into: $0[name] ?? "")) }
        return field
    }
}

/// One person as somebody typed them: a name or a code, perhaps with what tells namesakes apart.
struct PersonLine {
    let text: String
    init(_ text: String) { self.text = text }

    /// A code and the name behind it, so that it is read back as the same person and understood by people.
    static func written(_ code: String, _ naming: Naming) throws -> String {
        guard let person = try naming.person(code) else { return code }
        return "\(code) \(person.name)"
    }

    func person(_ naming: Naming) throws -> String {
        let rule = TextRule(limit: 100)
        let kept: String
        do throws(TextFlaw) { kept = try rule.spelled(text) } catch {
            throw FormFlaw(error.message(of: "这一行", in: .zh), error.message(of: "the line", in: .en))
        }
        let words = kept.split(whereSeparator: \.isWhitespace).map(String.init)
        var namesakes: [Person] = []
        // Names are written with spaces between: as few words as name somebody are the name.
        for count in stride(from: min(words.count, 4), through: 1, by: -1) {
            let found = try naming.persons(typed: words.prefix(count).joined(separator: " "))
            if found.count == 1 { return found[0].code }
            guard found.count > 1 else { continue }
            let rest = ReadText(words.dropFirst(count).joined(separator: " "))
            let meant = try found.filter {
                try !words.dropFirst(count).isEmpty
                    && ReadText(try naming.whereabouts(of: $0.code)) == rest
            }
            if meant.count == 1 { return meant[0].code }
            namesakes = found
            break
        }
        let shown = kept.count > 24 ? kept.prefix(24) + "…" : kept[...]
        guard !namesakes.isEmpty else {
            throw FormFlaw(
                "没有查到“\(shown)”，请核对姓名或改填人员编号", "Nobody is called “\(shown)”: check the name, or give the staff number")
        }
        let choices = try namesakes.prefix(6).map {
            "\($0.code) \(try naming.whereabouts(of: $0.code))".withoutOuterSpace
        }
        throw FormFlaw(
            "有\(namesakes.count)人叫“\(shown)”，请填编号：" + choices.joined(separator: "；"),
            "\(namesakes.count) people are called “\(shown)”; give the number: " + choices.joined(separator: "; "))
    }
}
