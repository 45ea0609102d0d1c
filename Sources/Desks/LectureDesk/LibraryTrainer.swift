import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Somebody of the trainer library (师资库) as this desk reads it, to be invited as a speaker. It is only read here: the library is
/// kept by those who teach (docs/decisions/0177).
struct LibraryTrainer: Noun {
    var code: String
    var name: String
    var unit: String
    var post: String
    var stopped: Day?

    static let table = Table<LibraryTrainer>(
        "trainers", Column("code") { $0.code }, Column("name") { $0.name }, Column("unit_name") { $0.unit },
        Column("post") { $0.post }, Column("stopped_day") { $0.stopped }, make: LibraryTrainer.init)
    static let reach = Reach.everybody

    static func address(of code: String) -> String { "/trainers/\(Query.encoded(code))" }

    /// As notices print it: `沈砚秋（市行政学院教授）`.
    var printed: String { unit.isEmpty && post.isEmpty ? name : "\(name)（\(unit)\(post)）" }

    /// Under which the list of those to be invited stands on a form.
    static let list = "speakers"

    static func suggestions(_ naming: Naming) throws -> [Suggestion] {
        try naming.reading.all(LibraryTrainer.self, for: .everybody, order: "name").map {
            Suggestion(code: $0.code, text: $0.printed, name: $0.name, isOffered: $0.stopped == nil)
        }
    }
}

extension FormField {
    /// Who speaks: of the library, or anybody by name and post.
    static func speaker(
        _ path: any WritableKeyPath<Draft, Suggested> & Sendable, _ name: String, isRequired: Bool = true
    ) -> FormField {
        .suggested(
            path, name, Words("主讲人", "Speaker"),
            hint: Words("从师资库选，或填姓名（单位职务）", "From the trainer library, or name and post"), isRequired: isRequired,
            rule: .title, list: LibraryTrainer.list, among: LibraryTrainer.suggestions)
    }
}

extension Ask {
    /// What the field of a speaker suggests.
    func speakersSuggested() throws -> HTML {
        .suggestions(LibraryTrainer.list, try LibraryTrainer.suggestions(naming))
    }
}

extension Suggested {
    /// The way to the library, where they are in it.
    var linked: HTML { code.map { .link(LibraryTrainer.address(of: $0), .text(text)) } ?? .text(text) }
}
