import Pages
import Storage
public import Store

extension Schema {
    /// Everything that the program keeps: the facts, and what its desks add.
    public static let xingzhi = Schema.training.with(desks.flatMap(\.migrations), nouns: desks.flatMap(\.nouns))
}
