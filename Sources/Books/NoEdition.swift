public import Pages
public import Vocabulary

/// No edition was in force on the day asked for.
public struct NoEdition: Error {
    public var context: PageContext
    public var first: Day?
}
