/// A column of a sheet that is written: its heading, and what its cells are.
public struct SheetColumn: Sendable {
    public enum Kind: Sendable {
        /// In one line; what is typed into it stays as it is typed: 13.10 and 007 are no numbers.
        case text
        /// May run over several lines.
        case longText
        case number
        /// An amount with two decimals, shown with commas between thousands.
        case money
        case day
        /// A day with a time.
        case moment
        /// A length of time, in hours, minutes and seconds.
        case time
        /// What is wrong with the row, in red.
        case mistake
    }

    public var heading: String
    public var kind: Kind
    /// In signs of the usual font, two for a Chinese character; nil for what the heading and the kind need.
    public var width: Double?
    /// What may be chosen; other entries are refused by the spreadsheet.
    public var choices: [String]
    /// Shown beside a cell of the column when it is chosen.
    public var hint: String?

    public init(
        _ heading: String, _ kind: Kind = .text, width: Double? = nil, choices: [String] = [], hint: String? = nil
    ) {
        self.heading = heading
        self.kind = kind
        self.width = width
        self.choices = choices
        self.hint = hint
    }

    /// Leaves room for the button of the filter; a spreadsheet takes no more than 255.
    var shownWidth: Double {
        if let width, width.isFinite { return min(max(width, 1), 255) }
        let least: Double =
            switch kind {
            case .text: 14
            case .longText, .mistake: 40
            case .number: 9
            case .money: 14
            case .day: 12
            case .moment, .time: 18
            }
        let longest = ([heading] + choices).map(Self.signs).max() ?? 0
        return min(max(least, Double(longest) + 4), 60)
    }

    /// How wide a text is: two for each sign that is as wide as it is high.
    private static func signs(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}
