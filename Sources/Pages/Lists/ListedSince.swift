public import Store
public import Vocabulary

/// From when a record is in its list: by the day that the address asks for. How it stands is told as it is today, and said to
/// be so.
public struct ListedSince: Sendable {
    /// The act by which it came there: `报备`, `filed`.
    let act: Words
    let condition: @Sendable (Day) -> SQL

    public init(_ act: Words, _ condition: @escaping @Sendable (Day) -> SQL) {
        self.act = act
        self.condition = condition
    }

    func narrowing(_ ask: Ask) -> SQL { ask.isOfAnotherDay ? condition(ask.lastDay) : .always }

    func said(_ ask: Ask) -> HTML {
        guard ask.isOfAnotherDay else { return .nothing }
        let (last, today) = (ask.lastDay.iso, ask.today.iso)
        return .say(
            "只列\(last)及以前\(act.zh)的，进展是今天（\(today)）的。",
            " Only what was \(act.en) by \(last) is listed; how it stands is as of today, \(today).")
    }
}

extension Ask {
    /// Whether the address asks for another day than today.
    public var isOfAnotherDay: Bool { context.asOf != today || context.knownAt != nil }

    fileprivate var lastDay: Day { min(context.asOf, context.knownAt ?? context.asOf) }

    /// What is told as it is today, with the day where the address asks for another.
    func toldToday(_ words: Words) -> String {
        say(words) + (isOfAnotherDay ? say("（\(today.iso)）", " (\(today.iso))") : "")
    }

    /// On the page of a record that is told as it is today.
    public var standsToday: HTML {
        guard isOfAnotherDay else { return .nothing }
        return .say("这里是今天（\(today.iso)）的情况。", " This is how it stands today, \(today.iso).")
    }
}
