import Foundation
import Spelling
import Store

/// The names that a person ever had, as they are looked for in texts that people wrote, and what takes their place.
struct NameInTexts {
    /// Each spelling with what stands for it: as it was written, folded, and as forms and addresses encode it.
    private let spellings: [(name: String, instead: String)]
    /// Names of others in which one of these stands: 李明 in 李明华.
    private let others: [String]
    private let instead: String

    init(_ names: [String], of code: String, besides others: [String]) {
        let instead = RecordedName.instead(of: code)
        var spellings: [(name: String, instead: String)] = []
        for name in names {
            for (text, place) in [
                (name, instead), (name.folded, instead), (Self.encoded(name), Self.encoded(instead)),
            ] where !text.isEmpty && !spellings.contains(where: { $0.name == text }) {
                spellings.append((text, place))
            }
        }
        self.instead = instead
        self.spellings = spellings.sorted { $0.name.utf8.count > $1.name.utf8.count }
        self.others = (others + others.map(Self.encoded)).sorted { $0.utf8.count > $1.utf8.count }
    }

    var names: [String] { spellings.map(\.name) }

    /// The text without them; the same where none stands in it.
    func swept(_ text: String) -> String {
        guard spellings.contains(where: { text.contains($0.name) }) else { return text }
        var swept = text
        // Longer names are set aside meanwhile, behind a letter that no text has.
        for (place, other) in others.enumerated() {
            swept = swept.replacing(other, with: "\u{F8FF}\(place)\u{F8FF}")
        }
        for (name, instead) in spellings { swept = swept.replacing(name, with: instead) }
        for (place, other) in others.enumerated() {
            swept = swept.replacing("\u{F8FF}\(place)\u{F8FF}", with: other)
        }
        return swept
    }

    /// The same of a column: a name beside a telephone takes the telephone with it.
    func swept(_ text: String, in column: String) -> String {
        let swept = swept(text)
        return column == Self.contact && swept != text ? instead : swept
    }

    /// The same of a state as the journal tells it.
    func sweptState(_ text: String) -> String {
        swept(
            text.replacing(/"contact":"(?:[^"\\]|\\.)*"/) { match in
                swept(String(match.0)) == match.0 ? String(match.0) : "\"\(Self.contact)\":\"\(instead)\""
            })
    }

    /// Whom to ask, and how (联系人和电话).
    private static let contact = "contact"

    /// What a kept form holds, word by word.
    static func words(ofForm fields: String) -> Set<String> {
        let values = fields.split(separator: "&").map { $0.drop { $0 != "=" }.dropFirst() }
        return Set(
            values.flatMap { value in
                (value.replacing("+", with: " ").removingPercentEncoding ?? String(value))
                    .split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
            })
    }

    /// As addresses and kept forms have it.
    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }

    /// RFC 3986, section 2.3.
    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
