import Pages
import Store
import Vocabulary

extension ClaimSource {
    /// Sources in which somebody is away for it: in the same days nobody is at two of them.
    static let offTheJob: [ClaimSource] = [.own, .outside, .superior]
}

extension ClaimScheme {
    private static let mostTold = 20

    /// Who is in a class, or in another claim, in the same days: the same hours would count twice.
    func elsewhere(besides code: String, _ ask: Ask) throws -> [Words] {
        guard ClaimSource.offTheJob.contains(source), from <= to, !people.isEmpty else { return [] }
        let told = try inClasses(ask) + inOtherClaims(besides: code, ask)
        guard told.count > Self.mostTold else { return told }
        let more = told.count - Self.mostTold
        return told.prefix(Self.mostTold) + [Words("还有\(more)人同期参加其他培训", "\(more) more are elsewhere in these days")]
    }

    private func inClasses(_ ask: Ask) throws -> [Words] {
        let stages: [TraineeStage] = [.accepted, .arrived]
        let trainees = try ask.reading.all(
            Trainee.self, for: .everybody,
            where: """
                person in (\(list: people)) and stage in (\(list: stages)) and class in (
                    select code from training_classes
                    where stage = \(ClassStage.approved) and opening_day <= \(to) and closing_day >= \(from))
                """, order: "person, class")
        return try trainees.map { trainee in
            let name = try ask.naming.personName(trainee.person)
            let title = try ask.className(trainee.trainingClass)
            return Words("\(name)同期在“\(title)”，学时不能重复计", "\(name) is in “\(title)” in these days: hours count once")
        }
    }

    private func inOtherClaims(besides code: String, _ ask: Ask) throws -> [Words] {
        let stages: [ClaimStage] = [.atUnit, .atOffice, .approved]
        let claims = try ask.reading.all(
            TrainingClaim.self, for: .everybody,
            where: """
                \(SQL.allBut(code)) and stage in (\(list: stages)) and source in (\(list: ClaimSource.offTheJob))
                and from_day <= \(to) and to_day >= \(from)
                and code in (select claim from training_claim_people where person in (\(list: people)))
                """, order: "from_day, code")
        let mine = Set(people)
        return try claims.flatMap { claim in
            try claim.scheme.people.filter(mine.contains).map { person in
                let name = try ask.naming.personName(person)
                return Words(
                    "\(name)同期的“\(claim.title)”已经申报（\(claim.code)），学时不能重复计",
                    "\(name): “\(claim.title)” of these days is claimed already (\(claim.code))")
            }
        }
    }
}
