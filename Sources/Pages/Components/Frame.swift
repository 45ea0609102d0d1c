public import Vocabulary

/// What stands around a page.
public enum Frame {
    /// A step of a page's place; one without an address is a name only.
    public struct Crumb: Equatable, Sendable {
        public var words: Words
        public var address: String?

        public init(_ words: Words, _ address: String? = nil) {
            self.words = words
            self.address = address
        }

        /// In the reader's language already.
        public init(text: String, address: String) { self.init(Words(text, text), address) }

        var html: HTML { .li(address.map { .link($0, words) } ?? .words(words)) }
    }
}
