public import Vocabulary

/// What an import would do, before anything is done (核对): its rows add up.
public struct ImportPreview: Sendable, Codable {
    public var kind: ImportKind
    public var file = ""
    /// The sheet that was read; empty where a file has none.
    public var sheet = ""
    public var rows = 0
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    /// One for each row that is wrong.
    public private(set) var wrong: [WrongRow] = []
    public private(set) var wrongCount = 0
    /// Records that the file does not name. Nothing becomes of them.
    public var left = 0
    /// Some of them, by what people call them.
    public var leftNames: [String] = []
    /// What was met besides: other sheets, hidden rows, columns that are not read.
    public var notes: [Words] = []
    /// Rows whose beginning has no day, and the day on which they begin instead.
    public var undated: Int?
    public var undatedFrom: Day?
    /// The first of each, for looking at.
    public var newRows: [TakenRow] = []
    public var changedRows: [TakenRow] = []

    public init(kind: ImportKind) { self.kind = kind }

    mutating func add(_ row: WrongRow) {
        wrong.append(row)
        wrongCount += 1
    }

    /// As a page shows it: of the wrong rows the first ones, and how many there are.
    func shortened(to most: Int) -> ImportPreview {
        var preview = self
        preview.wrong = Array(wrong.prefix(most))
        return preview
    }

    /// Whether anything would be written. Of wrong rows the others are taken where that was chosen.
    func isDoable(goodRows: Bool) -> Bool { new + changed > 0 && (wrongCount == 0 || goodRows) }

    /// Where the headings stand.
    var head: ImportHead?

    /// As many as anybody looks through.
    public static let mostShown = 5000

    /// A row that is not taken, where the first thing is wrong, and what to do about each.
    public struct WrongRow: Hashable, Sendable, Codable {
        public var sheet: String
        public var row: Int
        /// `C`; empty: the row as a whole.
        public var column: String
        public var heading: Words
        public var message: Words
    }

    /// A row that would be taken: of whom, and what becomes different.
    public struct TakenRow: Hashable, Sendable, Codable {
        public var row: Int
        public var name: String
        public var changes: [Change]

        public struct Change: Hashable, Sendable, Codable {
            public var field: Words
            public var before: String
            public var after: String
        }
    }
}
