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
    /// What it holds, as files, templates and other programs are told.
    public var kind: FieldKind
    /// What its column is headed with in the sheets of others, besides its own words.
    public var alsoCalled: [String] = []
    /// What is chosen is a file: its form is sent in parts.
    var isFile = false
    /// Whether that file may be a table of text.
    var takesTables = false
    /// Fields of several controls are a group with a legend.
    public var isGroup = false
    /// Puts what a reader chose by a click into what was typed.
    public var taking: (@Sendable (inout Query, String) -> Void)?
    /// Whether it has to be filled in follows from the other fields: it is not said that it may be left out.
    public var isNeededAtTimes = false
    /// It travels with the form and is shown nowhere.
    public var isHidden = false
    /// Whether it is asked at all, as the form stands; nil: always.
    public var isAsked: (@Sendable (FieldView) throws -> Bool)?
    /// What differs, line by line, where one line for the field would say too little.
    public var differences: (@Sendable (Draft, Draft, Naming) throws -> [(words: Words, old: HTML, new: HTML)])?

    /// A field of a desk's own making.
    public init(
        name: String, words: Words, hint: Words? = nil, isRequired: Bool,
        typed: @escaping @Sendable (Draft, Naming) throws -> [(String, String)],
        read: @escaping @Sendable (Query, _ prefix: String, inout Draft, Naming) throws -> [FormProblem],
        control: @escaping @Sendable (FieldView) throws -> HTML,
        shown: @escaping @Sendable (Draft, Naming) throws -> HTML,
        text: @escaping @Sendable (Draft, Naming) throws -> String,
        kind: FieldKind = .text(most: 200)
    ) {
        self.kind = kind
        self.name = name
        self.words = words
        self.hint = hint
        self.isRequired = isRequired
        self.typed = typed
        self.read = read
        self.control = control
        self.shown = shown
        self.text = text
    }
}

/// What is wrong with one field.
public struct FormProblem: Hashable, Sendable {
    /// The field's id on the page.
    public var field: String
    public var words: Words
    /// What it speaks of, where that can be looked at: words and address.
    public var opens: FormOption?
    /// Of what is asked about and may be said to be right: how the form says so, and in words.
    public var confirms: FormOption?
    /// What may be meant: each is a button that puts it into the field.
    public var meant: [FormOption] = []

    public init(_ field: String, _ words: Words, opens: FormOption? = nil, confirms: FormOption? = nil) {
        self.field = field
        self.words = words
        self.opens = opens
        self.confirms = confirms
    }
}

/// A field as it is asked: what was typed so far, and what is wrong with it.
public struct FieldView {
    public var id: String
    public var typed: Query
    public var problems: [FormProblem]
    public var naming: Naming
    public var context: PageContext
    public var today: Day

    public var value: String { typed.all(id).first ?? "" }
    public func say(_ words: Words) -> String { words.in(context.language) }
}

/// Why one value cannot be taken.
public struct FormFlaw: Error {
    public var words: Words
    public init(_ zh: String, _ en: String) { words = Words(zh, en) }
    public init(_ words: Words) { self.words = words }
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
