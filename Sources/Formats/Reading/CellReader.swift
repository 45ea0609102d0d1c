/// Makes a value of what a cell holds.
struct CellReader {
    let texts: SharedTexts
    let formats: CellFormats
    let isFrom1904: Bool

    /// What a cell says that it holds (ECMA-376 part 1, 18.18.11).
    enum Kind {
        case number, sharedText, text, boolean, error, date

        init(_ utf8: UnsafeBufferPointer<UInt8>?) {
            self =
                switch utf8.map({ String(decoding: $0.prefix(16), as: UTF8.self) }) {
                case "s": .sharedText
                case "str", "inlineStr": .text
                case "b": .boolean
                case "e": .error
                case "d": .date
                default: .number
                }
        }
    }

    /// The value, and how it is shown where that differs.
    func value(_ kind: Kind, format: Int, _ utf8: UnsafeBufferPointer<UInt8>) throws -> (SheetValue, String?) {
        switch kind {
        case .text: return (Self.text(XMLText.text(utf8)), nil)
        case .sharedText:
            guard let index = Int(Self.trimmed(utf8)) else { return (.empty, nil) }
            guard let text = texts[index] else { throw WorkbookRefused(.missingText) }
            return (Self.text(text), nil)
        case .error: return (utf8.isEmpty ? .empty : .error(XMLText.text(utf8)), nil)
        case .boolean:
            switch Self.trimmed(utf8).lowercased() {
            case "": return (.empty, nil)
            case "1", "true": return (.boolean(true), nil)
            case "0", "false": return (.boolean(false), nil)
            default: return (Self.text(XMLText.text(utf8)), nil)
            }
        case .date: return (Self.date(Self.trimmed(utf8)), nil)
        case .number: return number(formats[format], Self.trimmed(utf8))
        }
    }

    private func number(_ format: NumberFormat, _ text: String) -> (SheetValue, String?) {
        if text.isEmpty { return (.empty, nil) }
        // What is no number, though its cell says so, is for people to look at.
        guard let decimal = DecimalText(text.utf8) else { return (.text(text), nil) }
        switch format {
        case .plain: break
        case .zeros(let whole, let places, let isPercent):
            let number = SheetNumber(decimal)
            let shown = decimal.shown(whole: whole, places: places, isPercent: isPercent)
            return (.number(number), shown == number.text ? nil : shown)
        case .day, .moment, .clock, .duration:
            if let value = Double(text).flatMap({ time(format, $0) }) { return (value, nil) }
        }
        return (.number(SheetNumber(decimal)), nil)
    }

    /// Days and times as far as their format shows them; nil for what none is, which spreadsheets show as ####.
    private func time(_ format: NumberFormat, _ serial: Double) -> SheetValue? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let all = Int((serial * 86_400).rounded())
        let (days, seconds) = all.quotientAndRemainder(dividingBy: 86_400)
        switch format {
        case .duration: return .time(seconds: all)
        case .clock: return .time(seconds: seconds)
        default:
            // Less than a day since the beginning is a time without a day.
            if days == 0, !isFrom1904 { return .time(seconds: seconds) }
            guard let day = CalendarDay(serial: days, from1904: isFrom1904) else { return nil }
            return format == .day ? .day(day) : .moment(day, seconds: seconds)
        }
    }

    /// ISO 8601, as the strict form of the standard may have it: `2024-03-05`, `2024-03-05T09:30:00`.
    private static func date(_ text: String) -> SheetValue {
        let parts = text.split(separator: "T", maxSplits: 1)
        let numbers = (parts.first ?? "").split(separator: "-").map { Int($0) }
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let dayOfMonth = numbers[2],
            let day = CalendarDay(year: year, month: month, day: dayOfMonth)
        else { return Self.text(text) }
        guard parts.count == 2 else { return .day(day) }
        let clock = parts[1].prefix { $0 != "Z" && $0 != "." }.split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(clock.count), (0...23).contains(clock[0]), clock[1...].allSatisfy((0...59).contains)
        else {
            return Self.text(text)
        }
        let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
        return seconds == 0 ? .day(day) : .moment(day, seconds: seconds)
    }

    private static func text(_ text: String) -> SheetValue { text.isEmpty ? .empty : .text(text) }

    private static func trimmed(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
        var rest = utf8[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}
