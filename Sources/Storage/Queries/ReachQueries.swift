public import Store
public import Vocabulary

/// Whose the facts are: what a reader of one unit may look at.
extension Reading {
    /// That somebody serves within a reader's unit.
    public func isWithinReach(person code: String, of reader: Reader, on day: Day) throws -> Bool {
        guard let top = reader.unit else { return true }
        return try holds(
            """
            select count(*) as rows from appointments where person = \(code) and from_day <= \(day)
                and (until_day is null or until_day >= \(day)) and \(SQL.beneath(top, column: "unit"))
            """)
    }

    /// That a unit of theirs held it, or somebody who serves there took part.
    public func isWithinReach(activity code: String, of reader: Reader) throws -> Bool {
        guard let top = reader.unit else { return true }
        return try holds(
            """
            select count(*) as rows from activities where code = \(code) and \(SQL.beneath(top, column: "organiser"))
            """)
            || holds(
                """
                select count(*) as rows from participations p
                join appointments a on a.person = coalesce(
                    (select m.kept from person_mergers m where m.person = p.person), p.person)
                where p.activity = \(code) and a.until_day is null and \(SQL.beneath(top, column: "a.unit"))
                """)
    }

    /// Somebody with a post in a department, the first by code.
    public func somePost(on day: Day) throws -> (person: String, unit: String)? {
        let question: SQL = """
            select a.person as person, a.unit as unit from appointments a join units u on u.code = a.unit
            where u.kind = 'department' and a.from_day <= \(day) and (a.until_day is null or a.until_day >= \(day))
            order by a.unit, a.person limit 1
            """
        return try connection.first(question.text, question.values) {
            (person: try $0.text("person"), unit: try $0.text("unit"))
        }
    }

    private func holds(_ question: SQL) throws -> Bool {
        try connection.first(question.text, question.values) { try $0.integer("rows") } ?? 0 > 0
    }
}
