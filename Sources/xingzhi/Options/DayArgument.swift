public import ArgumentParser
import Exchange
import Spelling
public import Vocabulary

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
    public var defaultValueDescription: String { iso }
}

extension AskedDay {
    /// The day that an option asks for; nil where it was not given.
    func day(in argument: String?, today: Day) throws -> Day? {
        guard let argument else { return nil }
        do {
            return try read(argument, today: today)
        } catch {
            throw Trouble.wrongUsage(error.sentence(in: .zh), error.sentence(in: .en))
        }
    }
}
