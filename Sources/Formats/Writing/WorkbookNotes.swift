/// What whoever made a workbook should say of it.
public struct WorkbookNotes: Hashable, Sendable {
    /// A text that was longer than a cell holds (32,767 signs) and ends in … there.
    public struct Cut: Hashable, Sendable {
        public var sheet: String
        public var row: Int
        public var column: Int
    }

    public internal(set) var cuts: [Cut] = []
    /// Rows of each sheet, without the head.
    public internal(set) var rows: [Int] = []
}
