import Spelling
import Store
public import Vocabulary

/// One field of a form, described once: how it is asked, read, shown and told to other programs.
public struct FormField<Draft: Sendable>: Sendable {
    public let name: String
    public let words: Words
    public var hint: Words?
    public var isRequired: Bool
    /// Names and values as the form would send them.
    let typed: @Sendable (Draft, Naming) throws -> [(String, String)]
    /// Takes what was sent into the draft; what is wrong with it.
    let read: @Sendable (Query, _ prefix: String, inout Draft, Naming) throws -> [FormProblem]
    let control: @Sendable (FieldView) throws -> HTML
    let shown: @Sendable (Draft, Naming) throws -> HTML
    let text: @Sendable (Draft, Naming) throws -> String
    /// Fields of several controls are a group with a legend.
    var isGroup = false
    /// What its column is headed with in the sheets of others, besides its own words.
    public var alsoCalled: [String] = []
    public var kind = FieldKind.text(most: TextRule.title.limit)
    /// What is chosen is a file: its form is sent in parts.
    var isFile = false
}

/// What is wrong with one field.
public struct FormProblem: Hashable, Sendable {
    /// The field's id on the page.
    public var field: String
    public var words: Words

    public init(_ field: String, _ words: Words) {
        self.field = field
        self.words = words
    }
}

/// A field as it is asked: what was typed so far, and what is wrong with it.
struct FieldView {
    var id: String
    var typed: Query
    var problems: [FormProblem]
    var naming: Naming
    var context: PageContext
    var today: Day

    var value: String { typed.all(id).first ?? "" }
    func say(_ words: Words) -> String { words.in(context.language) }
}

/// Why one value cannot be taken.
struct FormFlaw: Error {
    var words: Words
    init(_ zh: String, _ en: String) { words = Words(zh, en) }
    init(_ words: Words) { self.words = words }
}

extension FormField {
    /// A field with one control and one value. `text` is what a file says of it, where that is not what is typed.
    static func single<Value>(
        _ path: any WritableKeyPath<Draft, Value> & Sendable, _ name: String, _ words: Words, hint: Words?,
        isRequired: Bool, kind: FieldKind,
        parse: @escaping @Sendable (String, Naming) throws -> Value?,
        write: @escaping @Sendable (Value, Naming) throws -> String,
        control: @escaping @Sendable (FieldView) throws -> HTML,
        shown: @escaping @Sendable (Value, Naming) throws -> HTML,
        text: (@Sendable (Value, Naming) throws -> String)? = nil
    ) -> FormField {
        FormField(
            name: name, words: words, hint: hint, isRequired: isRequired,
            typed: { draft, naming in [(name, try write(draft[keyPath: path], naming))] },
            read: { query, prefix, draft, naming in
                do {
                    if let value = try parse(query.all(prefix + name).first ?? "", naming) {
                        draft[keyPath: path] = value
                    }
                    return []
                } catch let flaw as FormFlaw {
                    return [FormProblem(prefix + name, flaw.words)]
                }
            }, control: control, shown: { draft, naming in try shown(draft[keyPath: path], naming) },
            text: { draft, naming in try (text ?? write)(draft[keyPath: path], naming) }, kind: kind)
    }
}
