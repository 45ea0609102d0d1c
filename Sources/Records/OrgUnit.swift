public import Vocabulary

/// A unit in the tree (单位). The root has no parent.
public struct OrgUnit: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    public var kind: UnitKind
    public var parent: String?
    public var span: DaySpan
    public var recorded: Day

    public init(code: String, name: String, kind: UnitKind, parent: String?, span: DaySpan, recorded: Day) {
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.span = span
        self.recorded = recorded
    }
}
