public import ArgumentParser
import Glibc
public import Vocabulary

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
    public var defaultValueDescription: String { iso }
}

extension Day {
    /// The local day. Asked here and nowhere deeper: rooms are told the day.
    static var today: Day {
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
            ?? Day(number: Int32(moment / 86_400))
    }
}
