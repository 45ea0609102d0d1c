import Formats
import Vocabulary

/// What a cell is to a spreadsheet and to other programs: by it its text is a number there, or a day.
public enum CellKind: String, Sendable {
    case text, longText, number, money, day

    init(_ field: FieldKind) {
        self =
            switch field {
            case .whole, .hours: .number
            case .money: .money
            case .day: .day
            case .longText, .lines, .persons, .rows: .longText
            case .text, .choice, .unit, .person: .text
            }
    }

    var sheet: SheetColumn.Kind {
        switch self {
        case .text: .text
        case .longText: .longText
        case .number: .number
        case .money: .money
        case .day: .day
        }
    }

    /// What stands in a sheet. A text in a column of figures, such as “–”, stays one.
    func value(_ text: String) -> SheetValue {
        if text.isEmpty { return .empty }
        switch self {
        case .text, .longText: return .text(text)
        case .number, .money: return SheetNumber(text).map { .number($0) } ?? .text(text)
        case .day:
            guard let (year, month, day) = Day(iso: text)?.civil,
                let shown = CalendarDay(year: year, month: month, day: day)
            else { return .text(text) }
            return .day(shown)
        }
    }

    /// What stands in a line of CSV.
    func field(_ text: String, mayHaveLines: Bool = false) -> CSVWriter.Field {
        switch value(text) {
        case .text: mayHaveLines ? .lines(text) : .text(text)
        default: .plain(text)
        }
    }

    /// A figure as a number, a day as its text, and null where there is none.
    func write(_ text: String, _ json: inout JSONWriter) {
        switch (self, value(text)) {
        case (.text, _), (.longText, _): json.value(text)
        case (_, .number(let number)): json.value(Double(number.text))
        case (_, .day): json.value(text)
        default: json.null()
        }
    }
}
