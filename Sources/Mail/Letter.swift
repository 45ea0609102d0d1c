public import Foundation

/// A letter of plain text, as it travels (RFC 5322, 2045, 2047). All that is not ASCII is written in base 64: no line is longer
/// than a relay takes, none begins with a dot, and no text can begin a header of its own.
public struct Letter: Hashable, Sendable {
    public var from: MailAddress
    public var to: MailAddress
    public var subject: String
    public var text: String
    /// By which the receiving side knows it again, without brackets: a letter that is sent twice is one.
    public var name: String
    public var date: Date

    public init(from: MailAddress, to: MailAddress, subject: String, text: String, name: String, date: Date) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.name = name
        self.date = date
    }

    var lines: [String] {
        let domain = from.text.split(separator: "@").last ?? "localhost"
        return [
            "Date: \(Self.written(date))", "From: <\(from.text)>", "To: <\(to.text)>",
            "Subject: \(Self.words(subject).joined(separator: "\r\n "))",
            "Message-ID: <\(Self.plain(name))@\(domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            // RFC 3834: nobody's holiday notice answers it.
            "Auto-Submitted: auto-generated", "",
        ] + Self.base64(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    }

    private static func plain(_ name: String) -> String {
        String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") })
    }

    /// Encoded words of whole characters, each of at most 68 signs, so that no header line is longer than 78.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var held = ""
        func end() {
            if !held.isEmpty { words.append("=?UTF-8?B?\(Data(held.utf8).base64EncodedString())?=") }
            held = ""
        }
        for character in text where !character.isNewline {
            if held.utf8.count + character.utf8.count > 42 { end() }
            held.append(character)
        }
        end()
        return words
    }

    private static func base64(_ text: String) -> [String] {
        let whole = Array(Data(text.utf8).base64EncodedString().utf8)
        return stride(from: 0, to: whole.count, by: 76).map {
            String(decoding: whole[$0..<min($0 + 76, whole.count)], as: UTF8.self)
        }
    }

    /// `Wed, 30 Sep 2026 23:30:00 +0000`
    static func written(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        func two(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : String($0) } ?? "00" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return
            "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 1970) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
