import Records
public import Store
public import Vocabulary

/// That a person stands on record for another activity about the same days.
public struct Clash: Hashable, Sendable {
    public var person: String
    public var activity: ActivityHeading
}

extension Reading {
    /// What else the persons took part in from the first to the last day, in the order of the persons; work as staff is no
    /// training. `besides` is the activity that is looked at, with those it replaced.
    public func clashes(
        of persons: some Sequence<String>, from: Day, to: Day, besides: String?
    ) throws -> [Clash] {
        var standing: [String: ActivityHeading?] = [:]
        var found: Set<Clash> = []
        let same = try samePersons()
        return try persons.flatMap { person in
            try same.codes(of: person).flatMap { try activities(of: $0, from: from, to: to) }.compactMap {
                heading -> Clash? in
                let now = try standing[heading.code] ?? whatStands(of: heading)
                standing[heading.code] = .some(now)
                guard let now, now.code != besides, now.from <= to, now.to >= from else { return nil }
                let clash = Clash(person: person, activity: now)
                return found.insert(clash).inserted ? clash : nil
            }
        }
    }

    /// Those of the days, and all that were corrected since: their days may be others now.
    private func activities(of person: String, from: Day, to: Day) throws -> [ActivityHeading] {
        try connection.rows(
            """
            select a.code as code, a.title as title, a.kind as kind, a.from_day as from_day, a.to_day as to_day
            from participations p join activities a on a.code = p.activity
            where p.person = $1 and p.part <> 'staff'
                and ((a.from_day <= $2 and a.to_day >= $3)
                    or exists (select 1 from corrections c where c.activity = a.code))
                and not exists (select 1 from voidings v where v.participation = p.code)
                and not exists (select 1 from corrections c where c.participation = p.code)
            order by a.from_day, a.code
            """, [SQLValue(person), SQLValue(to), SQLValue(from)]
        ) { row in
            ActivityHeading(
                code: try row.text("code"), title: try row.text("title"), kind: try row.code("kind"),
                from: try row.day("from_day"), to: try row.day("to_day"))
        }
    }

    /// The record that stands in an activity's place now; nil where it is void.
    private func whatStands(of heading: ActivityHeading) throws -> ActivityHeading? {
        var heading: ActivityHeading? = heading
        // Of a damaged database corrections may lead back to where they began.
        var seen: Set<String> = []
        while let code = heading?.code, seen.insert(code).inserted,
            let correction = try correction(of: .init(.activity, code))
        {
            heading = try self.heading(ofActivity: correction.replacement)
        }
        return try heading.flatMap { try voiding(of: .init(.activity, $0.code)) == nil ? $0 : nil }
    }
}
