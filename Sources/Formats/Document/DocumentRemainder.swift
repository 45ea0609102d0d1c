/// What of a Word file is no part of its text, and therefore not read as such: told, so that nobody has to find out.
public struct DocumentRemainder: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case header, footer, footnote, endnote, comment, textBox
        /// The list of headings with page numbers, which says everything twice.
        case contents
        /// What was struck out while changes were tracked.
        case deletion
        case hiddenText
        case formula, picture, embedded
        /// A sign of a font of its own, such as a box that is ticked.
        case symbol
        /// Another file that is put in its place when the document is opened.
        case insertedFile
    }

    public var kind: Kind
    public var count: Int
    /// The first of them, shortened, where they have text.
    public var excerpts: [String]
}

/// What was left out while a file was read.
struct Remainders {
    private static let mostExcerpts = 20
    private static let longest = 80

    private var counts: [DocumentRemainder.Kind: Int] = [:]
    private var excerpts: [DocumentRemainder.Kind: [String]] = [:]

    mutating func add(_ kind: DocumentRemainder.Kind) { counts[kind, default: 0] += 1 }

    /// One with its text; nothing where there is none.
    mutating func add(_ kind: DocumentRemainder.Kind, _ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return }
        counts[kind, default: 0] += 1
        guard excerpts[kind, default: []].count < Self.mostExcerpts else { return }
        excerpts[kind, default: []].append(words.count > Self.longest ? words.prefix(Self.longest) + "…" : words)
    }

    /// What was left out of another part.
    mutating func add(all others: Remainders) {
        for (kind, count) in others.counts { counts[kind, default: 0] += count }
        for (kind, texts) in others.excerpts {
            excerpts[kind] = Array(((excerpts[kind] ?? []) + texts).prefix(Self.mostExcerpts))
        }
    }

    var all: [DocumentRemainder] {
        DocumentRemainder.Kind.allCases.compactMap { kind in
            counts[kind].map { DocumentRemainder(kind: kind, count: $0, excerpts: excerpts[kind] ?? []) }
        }
    }
}
