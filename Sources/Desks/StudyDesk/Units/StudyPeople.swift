import Records
import Storage
import Store
import Vocabulary

/// Some people, each human once, with every staff number that they ever had.
struct StudyPeople {
    let count: Int
    let codes: [String]
    private let same: SamePersons

    init(_ found: [String], in reading: some Reading) throws {
        same = try reading.samePersons()
        let humans = Set(found.map(same.whose)).sorted()
        count = humans.count
        codes = humans.flatMap(same.codes)
    }

    /// Whose a staff number is.
    func whose(_ code: String) -> String { same.whose(code) }

    /// That a column names one of them.
    var those: SQL { "person in (\(list: codes))" }
}

extension Reading {
    /// Who serves at a unit itself on a day, by the appointment that counts.
    func studyPeople(at unit: String, on day: Day) throws -> StudyPeople {
        var question = StaffQuestion(on: day)
        (question.unit, question.isBeneath) = (unit, false)
        return try StudyPeople(try staff(question, offset: 0, limit: 20_000).map(\.person.code), in: self)
    }

    /// How many of them have a plan of their own for a year.
    func ownPlans(of people: StudyPeople, _ year: Int) throws -> [OwnStudyPlan] {
        var seen: Set<String> = []
        return try all(OwnStudyPlan.self, for: .everybody, where: "plan_year = \(year) and \(people.those)").filter {
            seen.insert(people.whose($0.person)).inserted
        }
    }

    /// How many notes each of them wrote, by half; of two records of one human the larger number.
    func notes(of people: StudyPeople, _ year: Int) throws -> [YearHalf: [String: Int]] {
        try all(StudyNotes.self, for: .everybody, where: "notes_year = \(year) and \(people.those)").reduce(into: [:]) {
            let human = people.whose($1.person)
            $0[$1.half, default: [:]][human] = max($0[$1.half]?[human] ?? 0, $1.amount)
        }
    }
}
