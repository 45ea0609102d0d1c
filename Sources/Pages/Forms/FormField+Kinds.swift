import Records
public import Spelling
import Store
public import Vocabulary

extension FormField {
    /// A line of text by the rule for all typed text.
    public static func text(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        isRequired: Bool = true, rule: TextRule = .title
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: isRequired, kind: .text(most: rule.limit),
            parse: { typed, _ in try spelled(typed, rule, words, isRequired) }, write: { value, _ in value },
            control: { .textField($0.id, $0.value, width: .full) }, shown: { value, _ in .text(value) })
    }

    /// Several lines of text.
    public static func longText(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        isRequired: Bool = true, limit: Int = 2000, rows: Int = 4
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: isRequired, kind: .longText(most: limit),
            parse: { typed, _ in try spelled(typed, TextRule(limit: limit, mayHaveLines: true), words, isRequired) },
            write: { value, _ in value },
            control: { .area($0.id, $0.value, rows: rows) },
            shown: { value, _ in .lines(value.split(separator: "\n").map(String.init)) })
    }

    /// What is pasted in the place of a file, up to 1 MB: kept as it is, tabs and line breaks too.
    public static func pasted(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        var field = FormField(
            name: name, words: words, hint: hint, isRequired: false,
            typed: { draft, _ in [(name, draft[keyPath: path])] },
            read: { query, prefix, draft, _ in
                draft[keyPath: path] = query.all(prefix + name).first ?? ""
                return []
            }, control: { .longField($0.id, $0.value, rows: 5) },
            shown: { draft, _ in
                let lines = draft[keyPath: path].split(whereSeparator: \.isNewline).count
                return lines > 0 ? .say("\(lines)行", "\(lines) lines") : "—"
            }, text: { draft, _ in draft[keyPath: path] }, kind: .longText(most: 1_000_000))
        field.isNeededAtTimes = true
        return field
    }

    /// One thing a line, such as the questions that a tour takes along.
    public static func lines(
        _ path: any WritableKeyPath<Draft, [String]> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        isRequired: Bool = true, most: Int = 30, rule: TextRule = TextRule(limit: 200)
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: isRequired, kind: .lines(most: most),
            parse: { typed, _ in
                let lines = typed.split(whereSeparator: \.isNewline).map(String.init).filter {
                    !$0.withoutOuterSpace.isEmpty
                }
                if lines.isEmpty, isRequired { throw FormFlaw("请填写\(words.zh)", "Fill in \(words.en.lowercased())") }
                guard lines.count <= most else {
                    throw FormFlaw("\(words.zh)最多\(most)行", "At most \(most) lines of \(words.en.lowercased())")
                }
                return try lines.enumerated().map { place, line in
                    try spelled(
                        line, rule, Words("\(words.zh)第\(place + 1)行", "line \(place + 1) of \(words.en.lowercased())"),
                        true)
                        ?? ""
                }
            }, write: { values, _ in values.joined(separator: "\n") }, control: { .area($0.id, $0.value, rows: 4) },
            shown: { values, _ in .lines(values) })
    }

    public static func number(
        _ path: any WritableKeyPath<Draft, Int> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        in bounds: ClosedRange<Int>
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true, kind: .whole(bounds),
            parse: { typed, _ in
                Int(
                    exactly: try number(
                        typed, NumberRule(Double(bounds.lowerBound)...Double(bounds.upperBound), decimals: 0), words))
            }, write: { value, _ in String(value) }, control: { .textField($0.id, $0.value, width: .short) },
            shown: { value, _ in .text(String(value)) })
    }

    /// An amount in yuan, with at most two decimals.
    public static func money(
        _ path: any WritableKeyPath<Draft, Money> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true, kind: .money,
            parse: { typed, _ in
                Money(
                    yuan: try number(
                        typed.filter { $0 != "," && $0 != "，" }, NumberRule(0...Money.most.yuan, decimals: 2), words))
            }, write: { value, _ in value.plain }, control: { .textField($0.id, $0.value, width: .short) },
            shown: { value, _ in .text(value.grouped) })
    }

    public static func day(
        _ path: any WritableKeyPath<Draft, Day> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        within years: ClosedRange<Int> = 1990...2099
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true, kind: .day,
            parse: { typed, _ in try day(typed, words, within: years) },
            write: { value, _ in value == .unset ? "" : value.iso }, control: { .dayField($0.id, $0.value) },
            shown: { value, _ in .day(value) })
    }

    /// One of a closed list, each with its words.
    public static func choice<Value: Named>(
        _ path: any WritableKeyPath<Draft, Value> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true,
            kind: .choice(Value.allCases.map { FieldKind.Choice(value: $0.rawValue, words: $0.words) }),
            parse: { typed, _ in
                guard let value = Value(rawValue: typed) else {
                    throw FormFlaw("请选择\(words.zh)", "Choose \(words.en.lowercased())")
                }
                return value
            }, write: { value, _ in value.rawValue },
            control: { view in
                .choice(view.id, Value.allCases.map { ($0.rawValue, view.say($0.words)) }, chosen: view.value)
            }, shown: { value, naming in .text(naming.say(value.words)) },
            text: { value, naming in naming.say(value.words) })
    }

    /// The same with nothing chosen beforehand: what somebody decides is theirs to say.
    public static func choice<Value: Named>(
        unchosen path: any WritableKeyPath<Draft, Value?> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true,
            kind: .choice(Value.allCases.map { FieldKind.Choice(value: $0.rawValue, words: $0.words) }),
            parse: { typed, _ in
                guard let value = Value(rawValue: typed) else {
                    throw FormFlaw("请选择\(words.zh)", "Choose \(words.en.lowercased())")
                }
                return value
            }, write: { value, _ in value?.rawValue ?? "" },
            control: { view in
                .choice(
                    view.id,
                    [("", view.say(Words("请选择", "Choose")))]
                        + Value.allCases.map { ($0.rawValue, view.say($0.words)) }, chosen: view.value)
            }, shown: { value, naming in .text(value.map { naming.say($0.words) } ?? "") },
            text: { value, naming in value.map { naming.say($0.words) } ?? "" })
    }

    /// The code of a unit; chosen from a list, or typed where there are too many.
    public static func unit(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ name: String, _ words: Words, hint: Words? = nil
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true, kind: .unit,
            parse: { typed, naming in
                if typed.withoutOuterSpace.isEmpty {
                    throw FormFlaw("请选择\(words.zh)", "Choose: \(words.en.lowercased())")
                }
                let isFit = TextRule.name.flaw(in: typed) == nil
                guard let unit = isFit ? try naming.unit(typed: typed) : nil else {
                    let shown = typed.withoutOuterSpace.shortened
                    throw FormFlaw(
                        "没有查到单位“\(shown)”，请填全称或单位编号", "No unit is called “\(shown)”: give its full name or code")
                }
                return unit.code
            }, write: { code, _ in code },
            control: { view in
                guard let units = try view.naming.choosableUnits() else { return .textField(view.id, view.value) }
                return .choice(
                    view.id, [("", view.context.say("请选择", "Choose"))] + units.map { ($0.code, $0.name) },
                    chosen: view.value)
            }, shown: { code, naming in .text(try naming.unitName(code)) },
            text: { code, naming in try naming.unitName(code) })
    }

    static func spelled(_ typed: String, _ rule: TextRule, _ words: Words, _ isRequired: Bool) throws -> String? {
        if !isRequired, typed.withoutOuterSpace.isEmpty { return "" }
        do throws(TextFlaw) { return try rule.spelled(typed) } catch {
            throw FormFlaw(error.message(of: words.zh, in: .zh), error.message(of: words.en.lowercased(), in: .en))
        }
    }

    static func number(_ typed: String, _ rule: NumberRule, _ words: Words) throws -> Double {
        do throws(NumberFlaw) { return try rule.number(typed) } catch {
            throw FormFlaw(
                rule.message(error, of: words.zh, typed: typed, in: .zh),
                rule.message(error, of: words.en.lowercased(), typed: typed, in: .en))
        }
    }

    static func day(_ typed: String, _ words: Words, within years: ClosedRange<Int> = 1990...2099) throws -> Day {
        guard !typed.withoutOuterSpace.isEmpty else {
            throw FormFlaw("请填写\(words.zh)", "Give \(words.en.lowercased())")
        }
        // Whatever a form is about lies within a lifetime of work.
        guard typed.count <= 20, let day = Day(typed: typed) else {
            let shown = typed.count > 24 ? typed.prefix(24) + "…" : typed[...]
            throw FormFlaw("\(words.zh)“\(shown)”不是日期，请按2026-09-30填写", "“\(shown)” is no day: write it as 2026-09-30")
        }
        guard years.contains(day.year) else {
            throw FormFlaw(
                "\(words.zh)\(day.iso)不在\(years.lowerBound)年至\(years.upperBound)年之间",
                "\(day.iso) is not between \(years.lowerBound) and \(years.upperBound)")
        }
        return day
    }
}
