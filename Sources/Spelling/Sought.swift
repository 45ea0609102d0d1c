/// What somebody looks for by part of a name or by the whole code, in whatever width or case it was typed.
public struct Sought: Sendable {
    private let part: String
    private let codes: [String]

    public init(_ typed: String) {
        part = typed.folded
        codes = typed.codeSpellings
    }

    public func fits(name: String, code: String) -> Bool { name.folded.holdsFolded(part) || codes.contains(code) }
}
