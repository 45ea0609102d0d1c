public import Store
public import Vocabulary

/// Something that is done with several rows of a list at once: what is asked for once, and what it does to each.
public struct BulkAct<N: Noun>: Sendable {
    /// Its piece of the address.
    public let name: String
    /// What the button says: `批准`.
    public let words: Words
    /// What will be, in one sentence; stands above the list of those that were chosen.
    public var consequence: Words?
    /// One change for all: either every one is done, or none.
    public var isAllOrNothing = false
    let type: any Act.Type
    /// What is asked for.
    let fields: [FieldKind.Part]
    let blank: @Sendable (Naming) throws -> Query
    let asked: @Sendable (Query, [FormProblem], Ask) throws -> HTML
    /// What was typed, and the act that follows from it for each.
    let read: @Sendable (Query, Naming) throws -> (problems: [FormProblem], act: @Sendable (N) -> any Act)

    /// `form` asks for what is the same for all, such as a reason; `Nothing.form` where a yes is enough.
    public init<Draft, A: Act>(
        _ name: String, _ words: Words, _ form: Form<Draft>, blank: Draft,
        act: @escaping @Sendable (N, Draft) -> A
    ) {
        self.name = name
        self.words = words
        type = A.self
        fields = form.parts
        self.blank = { try form.typed(blank, $0) }
        asked = { typed, problems, ask in try form.html(typed, problems, ask) }
        read = { typed, naming in
            let (draft, problems) = try form.read(typed, into: blank, naming)
            return (problems, { act($0, draft) })
        }
    }

    func isAllowed(to reader: Reader) -> Bool {
        do { try type.require(of: reader) } catch { return false }
        return true
    }

    /// So many at once: they are done one after the other while somebody waits.
    static var most: Int { 500 }
}
