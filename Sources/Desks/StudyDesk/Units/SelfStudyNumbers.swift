import Pages
import Records
import Storage
import Store
import Vocabulary

/// What some people did of what they study by themselves in a year, in numbers: how many have, and nobody by name
/// (docs/decisions/0006).
struct SelfStudyNumbers {
    var people: Int
    /// With a plan of their own.
    var drawn = 0
    /// Lines that they added, and of these the ones done.
    var (ownLines, ownDone) = (0, 0)
    /// Ticks on the lines of lists.
    var listDone = 0
    var notes: [YearHalf: Notes] = [:]

    /// Of half a year.
    struct Notes {
        var said = 0
        var amount = 0
        /// With as many as the site asks for.
        var reached = 0
    }

    init(of those: StudyPeople, _ year: Int, in reading: some Reading, _ rules: StudyRules) throws {
        people = those.count
        let plans = try reading.ownPlans(of: those, year)
        drawn = plans.count
        for line in plans.flatMap(\.lines) {
            ownLines += 1
            if line.done != nil { ownDone += 1 }
        }
        let ticks = try reading.all(
            StudyTick.self, for: .everybody,
            where: """
                done_day is not null and \(those.those)
                and item in (select code from study_items where item_year = \(year) and withdrawn_day is null)
                """)
        listDone = Set(ticks.map { StudyTick.code($0.item, those.whose($0.person)) }).count
        for (half, amounts) in try reading.notes(of: those, year) {
            notes[half] = Notes(
                said: amounts.count, amount: amounts.values.reduce(0, +),
                reached: amounts.values.count { $0 >= rules.notesPerHalf })
        }
    }

    /// Of those who serve at a unit itself.
    init(at unit: String, _ year: Int, in reading: some Reading, on today: Day, _ rules: StudyRules) throws {
        try self.init(of: reading.studyPeople(at: unit, on: today), year, in: reading, rules)
    }

    /// Of the members of a group.
    init(members: [String], _ year: Int, in reading: some Reading, _ rules: StudyRules) throws {
        try self.init(of: StudyPeople(members, in: reading), year, in: reading, rules)
    }

    func html(_ year: Int, _ rules: StudyRules) -> HTML {
        var facts = [
            Fact(
                Words("制定个人自学计划", "With a plan of their own"),
                .say("\(drawn)人（共\(people)人）", "\(drawn) of \(people)")),
            Fact(Words("清单、目录已学", "Ticked on lists"), .say("\(listDone)项次", String(listDone))),
            Fact(
                Words("自定内容已学", "Done of lines of one's own"),
                .say("\(ownDone)项（共\(ownLines)项）", "\(ownDone) of \(ownLines)")),
        ]
        for half in YearHalf.allCases {
            guard let found = notes[half] else { continue }
            facts.append(
                Fact(
                    Words("\(half.words.zh)学习笔记", "Notes, \(half.words.en.lowercased())"),
                    .say(
                        "\(found.amount)篇，\(found.said)人登记，达到\(rules.notesPerHalf)篇的\(found.reached)人",
                        "\(found.amount) by \(found.said) people; \(found.reached) reached \(rules.notesPerHalf)")))
        }
        return .part(
            Words("个人自学", "What people study by themselves"), id: "self", aside: .text(String(year)), .facts(facts),
            .p(.class("quiet"), .say("只计人数和篇数；各人的计划只有本人能看到。", "Numbers only: each one's plan is seen by themselves.")))
    }
}
