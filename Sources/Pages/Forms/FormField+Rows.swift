import Store
public import Vocabulary

extension FormField {
    /// A table of rows, each a small form: a route by day, lines of a budget. Empty rows are passed over.
    public static func rows<Item: Sendable & Hashable>(
        _ path: any WritableKeyPath<Draft, [Item]> & Sendable, _ name: String, _ words: Words, of form: Form<Item>,
        blank: Item, hint: Words? = nil, isRequired: Bool = true, most: Int = 40
    ) -> FormField {
        let columns = form.fields
        // A list stands on some choice in rows that nobody touched, or that were emptied: what is typed tells that a row is
        // there, where a row has anything to type.
        let typedIn = Set(columns.filter { if case .choice = $0.kind { false } else { true } }.map(\.name))
        @Sendable func filled(_ typed: Query, _ prefix: String, _ naming: Naming) throws -> Set<Int> {
            let untouched = Query(try columns.flatMap { try $0.typed(blank, naming) })
            let places = typed.items.compactMap { item -> Int? in
                guard item.name.hasPrefix(prefix), !item.value.allSatisfy(\.isWhitespace) else { return nil }
                let parts = item.name.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
                guard parts.count == 2, untouched.all(String(parts[1])).first != item.value else { return nil }
                guard typedIn.isEmpty || typedIn.contains(where: { parts[1] == $0 || parts[1].hasPrefix($0 + ".") })
                else { return nil }
                return Int(parts[0])
            }
            return Set(places)
        }
        @Sendable func numbers(_ typed: Query, _ prefix: String, _ naming: Naming) throws -> [Int] {
            try filled(typed, prefix, naming).filter { (0..<most).contains($0) }.sorted()
        }
        var field = FormField(
            name: name, words: words, hint: hint, isRequired: isRequired,
            typed: { draft, naming in
                try draft[keyPath: path].enumerated().flatMap { place, item in
                    try columns.flatMap { try $0.typed(item, naming) }.map { ("\(name).\(place).\($0)", $1) }
                }
            },
            read: { query, prefix, draft, naming in
                var items: [Item] = []
                var problems: [FormProblem] = []
                for number in try numbers(query, "\(prefix)\(name).", naming) {
                    var item = blank
                    for column in columns {
                        problems += try column.read(query, "\(prefix)\(name).\(number).", &item, naming).map {
                            FormProblem(
                                $0.field,
                                Words(
                                    "\(words.zh)第\(items.count + 1)行：" + $0.words.zh,
                                    "\(words.en), row \(items.count + 1): " + $0.words.en))
                        }
                    }
                    items.append(item)
                }
                if try filled(query, "\(prefix)\(name).", naming).contains(where: { !(0..<most).contains($0) }) {
                    problems.append(
                        FormProblem(
                            prefix + name,
                            Words(
                                "\(words.zh)最多\(most)行，第\(most)行以后的没有读入",
                                "\(words.en): at most \(most) rows; what comes after row \(most) was not read"
                            )))
                }
                if items.isEmpty, isRequired {
                    problems.append(
                        FormProblem(prefix + name, Words("请填写\(words.zh)", "Fill in \(words.en.lowercased())")))
                }
                draft[keyPath: path] = items
                return problems
            },
            control: { view in
                let filled = try numbers(view.typed, "\(view.id).", view.naming)
                let more = Int(view.typed["\(view.id)-rows"] ?? "") ?? 0
                let count = min(most, max((filled.last ?? -1) + 2, 3, more))
                return .group([
                    .table(
                        .class("data inputs"),
                        .thead(.tr(.each(columns) { .th(.attribute("scope", "col"), .text(view.say($0.words))) })),
                        .tbody(
                            .each(0..<count) { number in
                                .tr(
                                    .each(columns) { column in
                                        .td(
                                            .attribute("data-title", view.say(column.words)),
                                            row(column, number, view))
                                    })
                            })),
                    .when(
                        count < most,
                        .p(
                            .class("btns"),
                            .each(most >= 100 ? [3, 20] : [3]) { step in
                                .button(
                                    .class("btn small"), .type("submit"), .name("\(view.id)-rows"),
                                    .value(String(min(most, count + step))), .flag("formnovalidate"),
                                    .text(
                                        view.context.say(
                                            "再加 \(step) 行", step == 3 ? "Three more rows" : "\(step) more rows")))
                            })),
                ])
            },
            shown: { draft, naming in
                .table(
                    .class("figures"),
                    .thead(.tr(.each(columns) { .th(.attribute("scope", "col"), .text(naming.say($0.words))) })),
                    .tbody(
                        .each(
                            try draft[keyPath: path].map { item in try columns.map { try $0.shown(item, naming) } }
                        ) { cells in .tr(.each(cells) { .td($0) }) }))
            },
            text: { draft, naming in
                try draft[keyPath: path].map { item in
                    try columns.map { try $0.text(item, naming) }.filter { !$0.isEmpty }.joined(separator: " ")
                }.joined(separator: "；")
            },
            kind: .rows(
                columns.map {
                    FieldKind.Part(name: $0.name, words: $0.words, isRequired: $0.isRequired, kind: $0.kind)
                }, most: most))
        field.isGroup = true
        return field
    }
}

/// One cell of a row: the control itself, named for those who do not see the heading.
private func row<Item>(_ column: FormField<Item>, _ number: Int, _ view: FieldView) -> HTML {
    var cell = view
    cell.id = "\(view.id).\(number).\(column.name)"
    let own = view.problems.filter { $0.field == cell.id }
    let name = "\(view.say(column.words)) \(number + 1)"
    do {
        return .group([
            .each(own) { .p(.class("error"), .id("\(cell.id)-error"), .text(view.say($0.words))) },
            try column.control(cell).labelled(name)
                .described(by: own.isEmpty ? [] : ["\(cell.id)-error"], isWrong: !own.isEmpty),
        ])
    } catch {
        return .text(view.value)
    }
}
