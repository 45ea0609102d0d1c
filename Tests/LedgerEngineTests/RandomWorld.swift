/// A small town of chance, the same for the same seed.
enum RandomWorld {
    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        mutating func pick<T>(_ from: [T]) -> T { from[roll(from.count)] }
        mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }

        /// A day from December 2024 to January 2026.
        mutating func day() -> String {
            let month = roll(14)
            let year = month == 0 ? 2024 : month == 13 ? 2026 : 2025
            let number = month == 0 ? 12 : month == 13 ? 1 : month
            let day = roll(26) + 1
            return "\(year)-\(number < 10 ? "0" : "")\(number)-\(day < 10 ? "0" : "")\(day)"
        }

        mutating func option(_ name: String, _ percent: Int) -> String { chance(percent) ? " \(name)=\(day())" : "" }
    }

    /// The same town with several units at the top, with units above themselves, or with one whose parent is not there.
    static func forest(seed: UInt64) -> [String] {
        let parents: [String: String] = [
            ["E": "", "B": "", "T": "E"], ["D": "B", "B": "D"], ["E": "E", "T": "E", "F": "nowhere"],
            ["C": "T", "F": "nowhere", "B": "B"],
        ][Int(seed % 4)]
        return lines(seed: seed).map { line in
            let words = line.split(separator: " ").map(String.init)
            guard words[0] == "unit", let parent = parents[words[1]] else { return line }
            return (words.filter { !$0.hasPrefix("in=") } + (parent.isEmpty ? [] : ["in=\(parent)"]))
                .joined(separator: " ")
        }
    }

    static func lines(seed: UInt64) -> [String] {
        var dice = Dice(state: seed &* 7919)
        let units = ["C", "D", "E", "F", "B", "T"]
        var lines = [
            "unit C city", "unit D department in=C", "unit E county in=C", "unit F department in=C from=2025-04-01",
            "unit B branch in=D", "unit T township in=E until=2025-09-30", "roster list C",
        ]
        let people = (1...7).map { "P\($0)" }
        for person in people {
            lines.append(
                "person \(person) \(dice.pick(units)) sex=\(dice.pick(["male", "female"]))" + dice.option("until", 20))
            if dice.chance(40) {
                lines.append("post \(person) \(dice.pick(units)) from=\(dice.day())" + dice.option("recorded", 30))
            }
            if dice.chance(50) {
                lines.append(
                    "category \(person) young from=\(dice.day())" + dice.option("until", 40)
                        + dice.option("endRecorded", 30))
            }
            if dice.chance(30) {
                lines.append("listed \(person) list" + (dice.chance(50) ? " from=\(dice.day())" : ""))
            }
        }
        for (team, kind) in [("G", "studyGroup"), ("H", "leadershipTeam"), ("I", "studyGroup")] {
            let members = people.filter { _ in dice.chance(40) }
            lines.append(
                "team \(team) \(kind) \(dice.pick(units)) "
                    + members.enumerated().map { $0 == 0 ? $1 + ":secretary" : $1 }
                    .joined(separator: " ") + dice.option("from", 30) + dice.option("until", 15))
        }
        let activities = (1...14).map { $0 < 10 ? "A0\($0)" : "A\($0)" }
        for activity in activities {
            let from = dice.day()
            let last = from.prefix(8) + (dice.chance(50) ? from.suffix(2) : "28")
            lines.append(
                "activity \(activity) \(dice.pick(["seminar", "lecture", "drill"])) \(dice.pick(units)) \(from) \(last)"
                    + " hours=\(dice.roll(6))" + (dice.chance(60) ? " team=\(dice.pick(["G", "H", "I"]))" : "")
                    + (dice.chance(50) ? " topics=theory" : "") + (dice.chance(30) ? " audience=young" : "")
                    + dice.option("filed", 50) + dice.option("reported", 50) + dice.option("recorded", 30)
                    + (dice.chance(30) ? " papers=report@\(dice.day())" : ""))
            // Said twice, now and then.
            if dice.chance(15), let said = lines.last {
                lines.append("activity \(activity)b " + said.split(separator: " ").dropFirst(2).joined(separator: " "))
            }
        }
        for number in 1...45 {
            let activity = dice.pick(activities)
            lines.append(
                "took \(dice.pick(people)) \(activity) \(dice.pick(["attendee", "attendee", "keynote", "speaker", "staff"]))"
                    + " hours=\(dice.roll(5)) code=R\(number + 100)" + (dice.chance(15) ? " unfinished" : "")
                    + dice.option("recorded", 20))
        }
        for _ in 1...2 { lines.append("void \(dice.pick(activities)) on=\(dice.day())") }
        lines.append("void R\(101 + dice.roll(45)) on=\(dice.day())")
        for _ in 1...3 { lines.append("correct \(dice.pick(activities)) by=\(dice.pick(activities)) on=\(dice.day())") }
        lines.append("correct R\(101 + dice.roll(45)) by=R\(101 + dice.roll(45)) on=\(dice.day())")
        for site in ["X1", "X2", "X3"] {
            lines.append("site \(site) \(dice.pick(units)) topics=theory from=\(dice.day())" + dice.option("until", 40))
        }
        lines.append("void X1 on=\(dice.day())")
        return lines + papers(people, units, &dice)
    }

    /// What the rules of a province ask about besides: another category, activities filed and reported about in time.
    private static func papers(_ people: [String], _ units: [String], _ dice: inout Dice) -> [String] {
        var lines: [String] = []
        for person in people where dice.chance(40) {
            lines.append("category \(person) senior from=\(dice.day())" + dice.option("until", 40))
        }
        for number in 1...6 {
            let month = dice.day().prefix(8)
            let from = 10 + dice.roll(5)
            lines.append(
                "activity Z\(number) \(dice.pick(["seminar", "lecture", "drill"])) \(dice.pick(units)) \(month)\(from)"
                    + " \(month)\(from + dice.roll(3)) hours=\(dice.roll(6)) topics=\(dice.pick(["theory", "law", "theory,law"]))"
                    + " filed=\(month)0\(dice.roll(9) + 1)"
                    + (dice.chance(80) ? " reported=\(month)\(17 + dice.roll(11))" : "")
                    + (dice.chance(50) ? " team=\(dice.pick(["G", "H", "I"]))" : "")
                    + (dice.chance(40) ? " papers=report@\(month)28" : ""))
            for person in people where dice.chance(35) {
                lines.append(
                    "took \(person) Z\(number) \(dice.pick(["attendee", "speaker", "staff"])) hours=\(dice.roll(5))")
            }
        }
        return lines
    }
}
