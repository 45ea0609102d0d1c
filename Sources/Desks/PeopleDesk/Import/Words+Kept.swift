public import Vocabulary

/// How sentences of a preview are kept: in both languages, one behind the other.
extension Words: Codable {
    public init(from decoder: any Decoder) throws {
        var texts = try decoder.unkeyedContainer()
        self.init(try texts.decode(String.self), try texts.decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var texts = encoder.unkeyedContainer()
        try texts.encode(zh)
        try texts.encode(en)
    }
}
