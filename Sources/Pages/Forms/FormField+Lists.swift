public import Vocabulary

/// A value and the words that a reader chooses it by.
public struct FormOption: Hashable, Sendable {
    public var value: String
    public var words: Words

    public init(_ value: String, _ words: Words) {
        self.value = value
        self.words = words
    }
}

extension FormField {
    /// One of a list that the records give; it may depend on what stands in other fields.
    ///
    /// - Parameters:
    ///   - none: what the empty choice is called; nil: one must be chosen.
    ///   - named: what a value is called where other fields do not tell what it is among; nil: by the list.
    public static func option(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        none: Words? = nil, among options: @escaping @Sendable (Query, Naming) throws -> [FormOption],
        unknown: @escaping @Sendable (String) -> Words,
        named: (@Sendable (String, Naming) throws -> String?)? = nil
    ) -> FormField {
        @Sendable func said(_ value: String, _ naming: Naming) throws -> String {
            if value.isEmpty { return "—" }
            if let named { return try named(value, naming) ?? value }
            return try options(Query(), naming).first { $0.value == value }.map { naming.say($0.words) } ?? value
        }
        return FormField(
            name: name, words: words, hint: hint, isRequired: none == nil,
            typed: { draft, _ in [(name, draft[keyPath: path])] },
            read: { query, prefix, draft, naming in
                let typed = query[prefix + name] ?? ""
                draft[keyPath: path] = typed
                if typed.isEmpty {
                    return none == nil
                        ? [FormProblem(prefix + name, Words("请选择\(words.zh)", "Choose: \(words.en.lowercased())"))] : []
                }
                let isKnown = try options(query, naming).contains { $0.value == typed }
                return isKnown ? [] : [FormProblem(prefix + name, unknown(typed.shortened))]
            },
            control: { view in
                let first = FormOption("", none ?? Words("请选择", "Choose"))
                return .choice(
                    view.id, ([first] + (try options(view.typed, view.naming))).map { ($0.value, $0.words) },
                    chosen: view.value)
            },
            shown: { draft, naming in .text(try said(draft[keyPath: path], naming)) },
            text: { draft, naming in try said(draft[keyPath: path], naming) })
    }

    /// Topics, of those that the vocabulary has.
    public static func topics(
        _ path: any WritableKeyPath<Draft, [Topic]> & Sendable, _ words: Words,
        folded: Words = Words("选择主题", "Choose topics")
    ) -> FormField {
        ticks(
            path, "topics", words, folded: folded,
            among: Topic.builtIn.map { FormOption($0.topic.rawValue, Words($0.zh, $0.en)) },
            unknown: { Words("没有“\($0)”这一主题", "There is no topic “\($0)”") })
    }

    /// Categories of officials; none: any.
    public static func categories(
        _ path: any WritableKeyPath<Draft, [PersonCategory]> & Sendable, _ name: String, folded: Words? = nil,
        none: Words = Words("不限", "any")
    ) -> FormField {
        ticks(
            path, name, Words("干部类别", "Categories"), folded: folded, none: none,
            among: PersonCategory.builtIn.map { FormOption($0.category.rawValue, Words($0.zh, $0.en)) },
            unknown: { Words("没有“\($0)”这一类别", "There is no category “\($0)”") })
    }

    /// As many of a list as hold, each a tick. `folded` are the words of a fold that hides them until some are ticked.
    public static func ticks<Value: RawRepresentable<String> & Sendable>(
        _ path: any WritableKeyPath<Draft, [Value]> & Sendable, _ name: String, _ words: Words, folded: Words? = nil,
        none: Words = Words("—", "—"), among options: [FormOption], unknown: @escaping @Sendable (String) -> Words
    ) -> FormField {
        @Sendable func said(_ draft: Draft, _ naming: Naming) -> String {
            // In the list's order, whatever order they were ticked or recorded in.
            let places = Dictionary(options.enumerated().map { ($1.value, $0) }) { first, _ in first }
            let values = draft[keyPath: path].sorted {
                places[$0.rawValue, default: .max] < places[$1.rawValue, default: .max]
            }
            let all = values.map { value in
                options.first { $0.value == value.rawValue }.map { naming.say($0.words) } ?? value.rawValue
            }
            return all.isEmpty ? naming.say(none) : all.joined(separator: naming.say(Words("、", ", ")))
        }
        var field = FormField(
            name: name, words: words, hint: nil, isRequired: false,
            typed: { draft, _ in draft[keyPath: path].map { (name, $0.rawValue) } },
            read: { query, prefix, draft, _ in
                // What stood on record may stay, also where it is no longer offered.
                let known = Set(options.map(\.value) + draft[keyPath: path].map(\.rawValue))
                var seen: Set<String> = []
                let typed = query.all(prefix + name).filter { !$0.isEmpty && seen.insert($0).inserted }
                draft[keyPath: path] = typed.compactMap { Value(rawValue: $0) }
                return typed.filter { !known.contains($0) }.map { FormProblem(prefix + name, unknown($0.shortened)) }
            },
            control: { view in
                let ticked = Set(view.typed.all(view.id))
                let ticks = HTML.div(
                    .class("checks"),
                    .each(options) { .tick(view.id, $0.value, $0.words, isOn: ticked.contains($0.value)) })
                guard let folded else { return ticks }
                return .details(ticked.isEmpty ? .nothing : .flag("open"), .summary(.words(folded)), ticks)
            }, shown: { .text(said($0, $1)) }, text: { said($0, $1) })
        field.isGroup = true
        return field
    }

    /// A day that need not be given.
    public static func dayIfAny(
        _ path: any WritableKeyPath<Draft, Day?> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        within years: ClosedRange<Int> = 1990...2099
    ) -> FormField {
        FormField(
            name: name, words: words, hint: hint, isRequired: false,
            typed: { draft, _ in [(name, draft[keyPath: path]?.iso ?? "")] },
            read: { query, prefix, draft, _ in
                draft[keyPath: path] = nil
                guard let typed = query[prefix + name] else { return [] }
                do { draft[keyPath: path] = try day(typed, words, within: years) } catch let flaw as FormFlaw {
                    return [FormProblem(prefix + name, flaw.words)]
                }
                return []
            }, control: { .dayField($0.id, $0.value) },
            shown: { draft, _ in draft[keyPath: path].map { .day($0) } ?? "—" },
            text: { draft, _ in draft[keyPath: path]?.iso ?? "—" })
    }

    /// What travels with the form and nobody sees: what it was opened for.
    public static func hidden(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String
    ) -> FormField {
        var field = FormField(
            name: name, words: Words("", ""), hint: nil, isRequired: false,
            typed: { draft, _ in [(name, draft[keyPath: path])] },
            read: { query, prefix, draft, _ in
                draft[keyPath: path] = String((query[prefix + name] ?? "").prefix(400))
                return []
            }, control: { .input(.type("hidden"), .name($0.id), .value($0.value)) }, shown: { _, _ in .nothing },
            text: { _, _ in "" })
        field.isHidden = true
        return field
    }
}

extension String {
    /// As much of what was typed as a message needs.
    public var shortened: String { count > 24 ? prefix(24) + "…" : self }
}
