/// A text in both languages of the product, said once where the thing it names is described.
public struct Words: Hashable, Sendable {
    public var zh: String
    public var en: String

    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    public func `in`(_ language: Language) -> String { language == .zh ? zh : en }
}

extension Words {
    /// "1 class", "3 classes": English tells one from many, Chinese does not.
    public static func count(_ number: Int, _ zh: String, _ one: String, _ many: String) -> Words {
        Words("\(number)\(zh)", "\(number) \(number == 1 ? one : many)")
    }
}

/// A value of a closed list with its name in both languages.
public protocol Named: RawRepresentable<String>, CaseIterable, Sendable, Hashable where AllCases == [Self] {
    var words: Words { get }
}
