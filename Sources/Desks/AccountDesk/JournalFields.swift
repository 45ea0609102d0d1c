import Foundation
import Pages
import Vocabulary

/// What a line of the journal says of its object before and after, field by field.
struct JournalFields {
    var before: String
    var after: String

    /// Of a change only what differs.
    var rows: [[HTML]] {
        let (old, new) = (Self.fields(before), Self.fields(after))
        let names = Set(old.keys).union(new.keys).sorted()
        let differing = old.isEmpty || new.isEmpty ? names : names.filter { old[$0] != new[$0] }
        return differing.map { name in
            [.text(name), .text(old[name] ?? ""), .text(new[name] ?? "")]
        }
    }

    private static func fields(_ text: String) -> [String: String] {
        guard !text.isEmpty else { return [:] }
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            // A single value, such as a setting's.
            return ["": text]
        }
        return object.mapValues { value in
            if value is NSNull { return "" }
            if let text = value as? String { return text }
            if let number = value as? NSNumber { return number.stringValue }
            guard
                let data = try? JSONSerialization.data(
                    withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
            else { return "" }
            return String(decoding: data, as: UTF8.self)
        }
    }
}
