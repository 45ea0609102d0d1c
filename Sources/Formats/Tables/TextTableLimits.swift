/// How much of a table of text is read.
public struct TextTableLimits: Sendable {
    public var fileBytes = 32 << 20
    public var rows = SheetArea.lastRow
    public var columns = 1_000
    /// In which something stands.
    public var cells = 5_000_000
    public var fieldBytes = 1 << 18

    public init() {}
}
