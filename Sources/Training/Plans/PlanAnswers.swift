import Foundation
public import PlanLanguage

/// What an edition was made with, beside its text; kept with the edition so that the next one can start from it.
public struct PlanAnswers: Hashable, Sendable, Codable {
    public var lexicon: String?
    public var bindings: Bindings

    public init(lexicon: String? = nil, bindings: Bindings = .init()) {
        self.lexicon = lexicon
        self.bindings = bindings
    }

    /// Reads what `text` wrote; an edition stored without answers had none.
    public init(text: String?) throws {
        guard let text else {
            self.init()
            return
        }
        self = try JSONDecoder().decode(PlanAnswers.self, from: Data(text.utf8))
    }

    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
