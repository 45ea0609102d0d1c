import Formats
import Vocabulary

extension RouteAbout.Column {
    /// A key of a row, with what it is called on the page. What may be missing is null.
    func property(_ json: inout JSONWriter) {
        json.key(key)
        json.object { json in
            switch kind {
            case .text, .longText: json.field("type", "string")
            case .number: json.field("type", ["number", "null"])
            case .money:
                json.field("type", ["number", "null"])
                json.field("description", "元 yuan")
            case .day:
                json.field("type", ["string", "null"])
                json.field("format", "date")
            }
            json.field("title", "\(words.zh) \(words.en)")
        }
    }
}

extension FieldKind.Part {
    var isRows: Bool { if case .rows = kind { true } else { false } }

    /// A field of a form; of rows their cells (`route.0.day`) are told as patterns.
    func property(_ json: inout JSONWriter) {
        guard !isRows else { return }
        json.key(name)
        kind.schema(&json, title: "\(words.zh) \(words.en)")
    }

    func pattern(_ json: inout JSONWriter) {
        guard case .rows(let parts, _) = kind else { return }
        for part in parts {
            json.key("^\(name)\\.[0-9]+\\.\(part.name)$")
            part.kind.schema(&json, title: "\(words.zh)·\(part.words.zh) \(words.en): \(part.words.en)")
        }
    }
}

extension FieldKind {
    func schema(_ json: inout JSONWriter, title: String? = nil) {
        json.object { json in
            switch self {
            case .text(let most), .longText(let most):
                json.field("type", "string")
                json.field("maxLength", most)
            case .whole(let bounds):
                json.field("type", "integer")
                json.field("minimum", bounds.lowerBound)
                json.field("maximum", bounds.upperBound)
            case .hours(let most):
                json.field("type", "number")
                json.field("multipleOf", 0.5)
                json.field("maximum", most)
            case .money:
                json.field("type", "number")
                json.field("multipleOf", 0.01)
            case .day:
                json.field("type", "string")
                json.field("format", "date")
            case .choice(let choices):
                json.field("type", "string")
                json.field("enum", choices.map(\.value))
                json.key("x-words")
                json.object { json in
                    for choice in choices { json.field(choice.value, "\(choice.words.zh) \(choice.words.en)") }
                }
            case .lines, .unit, .person, .persons, .rows: json.field("type", "string")
            }
            if let title { json.field("title", title) }
            switch self {
            case .text, .longText, .choice, .whole: break
            default: json.field("description", "\(rule.zh) \(rule.en)")
            }
        }
    }
}
