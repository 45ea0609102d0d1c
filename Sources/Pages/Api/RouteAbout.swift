public import Vocabulary

/// What an address is for, as other programs are told of it: its words, what narrows it, what is sent and what comes back.
public struct RouteAbout: Sendable {
    public var words: Words
    public var parameters: [Parameter] = []
    /// What a form sends.
    public var fields: [FieldKind.Part] = []
    public var answer = Answer.page

    public enum Answer: Sendable {
        case page
        /// A list as JSON: an object for each row, with these keys.
        case rows([Column])
        case file(type: String)
    }

    /// What may stand in the address behind `?`.
    public struct Parameter: Sendable {
        public var name: String
        public var words: Words
        public var kind: FieldKind
    }

    public struct Column: Sendable {
        public var key: String
        public var words: Words
        public var kind: CellKind
    }

    public init(_ words: Words) { self.words = words }
}

extension RouteAbout {
    /// What every form sends besides its fields: which showing of it, and what is to be done.
    static func steps(_ steps: [String]) -> [FieldKind.Part] {
        [
            FieldKind.Part(
                name: "draft", words: Words("草稿编号", "Draft"), isRequired: true, kind: .text(most: 40)),
            FieldKind.Part(
                name: "step", words: Words("步骤", "Step"), isRequired: true,
                kind: .choice(steps.map { FieldKind.Choice(value: $0, words: Words($0, $0)) })),
        ]
    }
}

extension BulkFlow {
    /// First the rows, then what is asked for once.
    var about: RouteAbout {
        var about = RouteAbout(
            Words("\(act.words.zh)：\(listing.words.zh)", "\(act.words.en): \(listing.words.en)"))
        about.parameters = listing.about(.csv).parameters
        let scopes = ["", "page", "all"].map { FieldKind.Choice(value: $0, words: Words($0, $0)) }
        about.fields =
            [
                FieldKind.Part(
                    name: "pick", words: Words("选中的编号", "Chosen rows"), isRequired: false, kind: .text(most: 100)),
                FieldKind.Part(
                    name: "scope", words: Words("办理范围", "Rows"), isRequired: false, kind: .choice(scopes)),
            ] + act.fields
            + RouteAbout.steps(["check", "save"]).map { part in
                var part = part
                part.isRequired = false
                return part
            }
        return about
    }
}

extension Form {
    /// Its fields as other programs send them.
    var parts: [FieldKind.Part] {
        fields.map { FieldKind.Part(name: $0.name, words: $0.words, isRequired: $0.isRequired, kind: $0.kind) }
    }
}

extension Listing {
    func about(_ file: ListFile?) -> RouteAbout {
        RouteAbout(words, fields: filters.map(\.field), columns: columns, file)
    }
}

extension RouteAbout {
    /// A list as a page, or as one of its files.
    init<Row>(_ words: Words, fields: [ListField], columns: [ListColumn<Row>], _ file: ListFile?) {
        self.init(words)
        parameters = fields.map { Parameter(name: $0.name, words: $0.words, kind: $0.kind) }
        let sorts = columns.filter { $0.sort != nil }.flatMap { column in
            [
                FieldKind.Choice(value: column.key, words: column.words),
                FieldKind.Choice(
                    value: "-" + column.key, words: Words(column.words.zh + "（降序）", column.words.en + " (falling)")),
            ]
        }
        if !sorts.isEmpty {
            parameters.append(
                Parameter(name: "sort", words: Words("排序", "Order"), kind: .choice(sorts)))
        }
        switch file {
        case nil:
            parameters += [
                Parameter(name: "page", words: Words("第几页", "Page"), kind: .whole(1...999_999_999)),
                Parameter(
                    name: "size", words: Words("每页条数", "Rows per page"),
                    kind: .choice(
                        ListPlace.sizes.map {
                            FieldKind.Choice(value: String($0), words: Words(String($0), String($0)))
                        })),
            ]
        case .json:
            answer = .rows(columns.filter(\.isInFiles).map { Column(key: $0.key, words: $0.words, kind: $0.kind) })
        case .some(let file): answer = .file(type: file.type)
        }
    }
}
