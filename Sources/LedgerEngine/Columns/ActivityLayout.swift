import Records
import Vocabulary

/// The activities and participations of a book as rows, with what voided or replaced each.
struct ActivityLayout {
    let activityCodes: Ranking
    let activities: [ActivityRow]
    /// Where each activity stands in the book.
    let positions: [Int]
    /// The activities that each takes the place of, in order of code.
    let predecessors: Grouped<Int32>
    let byDay: [Int32]
    let participationCodes: Ranking
    let participations: [ParticipationRow]
    let byActivity: Grouped<Int32>
    let byPerson: Grouped<Int32>
    let sites: [RecordColumns.SiteRow]

    init(
        _ book: RecordBook, units: Ranking, teams: Ranking, persons: Ranking, kinds: Ranking, topics: Ranking,
        categories: Ranking
    ) {
        let activityCodes = Ranking(book.activities.lazy.map(\.code))
        let participationCodes = Ranking(book.participations.lazy.map(\.code), indexed: false)
        self.activityCodes = activityCodes
        self.participationCodes = participationCodes

        let positions = book.activities.indices.sorted { book.activities[$0].code < book.activities[$1].code }
        self.positions = positions
        var rows = positions.map { position -> ActivityRow in
            let activity = book.activities[position]
            return ActivityRow(
                kind: kinds[activity.kind.rawValue] ?? -1, unit: units[activity.organiser] ?? -1,
                team: activity.team.flatMap { teams[$0] } ?? -1, from: activity.from.number, to: activity.to.number,
                topics: topics.mask(activity.topics.lazy.map(\.rawValue)),
                audience: categories.mask(activity.audience.lazy.map(\.rawValue)), hours: activity.hours,
                filed: activity.filed?.number ?? never, reported: activity.reported?.number ?? never,
                recorded: activity.recorded.number)
        }
        var parts = [ParticipationRow?](repeating: nil, count: participationCodes.count)
        let isInOrder = zip(book.participations, participationCodes.codes).allSatisfy { $0.code == $1 }
        // Participations of one activity mostly follow one another.
        var latest: (code: String, number: Int32?) = ("", activityCodes[""])
        for (index, participation) in book.participations.enumerated() {
            if participation.activity != latest.code {
                latest = (participation.activity, activityCodes[participation.activity])
            }
            guard let number = isInOrder ? Int32(index) : participationCodes[participation.code],
                let activity = latest.number, let person = persons[participation.person]
            else { continue }
            parts[Int(number)] = ParticipationRow(
                activity: activity, person: person, role: participation.role.bit, completed: participation.completed,
                hours: participation.hours, recorded: participation.recorded.number)
        }
        var siteEnds: [String: (voided: Int32, replaced: Int32, by: String)] = [:]
        for voiding in book.voidings.sorted(by: { $0.recorded > $1.recorded }) {
            let day = voiding.recorded.number
            switch voiding.record.kind {
            case .activity:
                if let number = activityCodes[voiding.record.code] { rows[Int(number)].voidedOn = day }
            case .participation:
                if let number = participationCodes[voiding.record.code] { parts[Int(number)]?.voidedOn = day }
            case .site: siteEnds[voiding.record.code, default: (never, never, "")].voided = day
            }
        }
        var predecessors: [(owner: Int, row: Int32)] = []
        // The first correction of a record holds; one that leads back to the record itself says nothing.
        for correction in book.corrections.sorted(by: { ($0.recorded, $0.code) < ($1.recorded, $1.code) }) {
            let day = correction.recorded.number
            switch correction.record.kind {
            case .activity:
                guard let old = activityCodes[correction.record.code], let new = activityCodes[correction.replacement]
                else { continue }
                guard rows[Int(old)].replacement < 0, Self.end(of: new, in: rows) != old else { continue }
                rows[Int(old)].replacedOn = day
                rows[Int(old)].replacement = new
                predecessors.append((Int(new), old))
            case .participation:
                guard let old = participationCodes[correction.record.code] else { continue }
                guard parts[Int(old)]?.replacedOn == never else { continue }
                parts[Int(old)]?.replacedOn = day
                parts[Int(old)]?.replacement = participationCodes[correction.replacement] ?? -1
            case .site:
                guard siteEnds[correction.record.code]?.replaced ?? never == never else { continue }
                siteEnds[correction.record.code, default: (never, never, "")].replaced = day
                siteEnds[correction.record.code, default: (never, never, "")].by = correction.replacement
            }
        }
        self.predecessors = Grouped(owners: rows.count, predecessors.sorted { $0.row < $1.row })
        Self.findTwins(&rows, titles: positions.map { book.activities[$0].title })
        activities = rows
        byDay = rows.indices.sorted { (rows[$0].from, $0) < (rows[$1].from, $1) }.map { Int32($0) }
        // A participation of somebody or something unknown is no record at all; the schema lets none in.
        let lines = parts.map {
            $0 ?? ParticipationRow(activity: -1, person: -1, role: 0, completed: false, hours: 0, recorded: never)
        }
        participations = lines
        let known = lines.indices.filter { lines[$0].activity >= 0 }
        byActivity = Grouped(owners: rows.count, known.map { (Int(lines[$0].activity), Int32($0)) })
        byPerson = Grouped(owners: persons.count, known.map { (Int(lines[$0].person), Int32($0)) })
        sites = book.sites.sorted { $0.code < $1.code }.map { site in
            let end = siteEnds[site.code] ?? (never, never, "")
            return .init(
                code: site.code, unit: units[site.unit] ?? -1, topics: topics.mask(site.topics.lazy.map(\.rawValue)),
                dated: DatedRow(site.dated), voidedOn: end.voided, replacedOn: end.replaced, replacement: end.by)
        }
    }

    private static func end(of activity: Int32, in rows: [ActivityRow]) -> Int32 {
        var end = activity
        while rows[Int(end)].replacement >= 0 { end = rows[Int(end)].replacement }
        return end
    }

    /// Activities of the same kind, organiser, team, days and title say the same; the first by code stands for them.
    private static func findTwins(_ rows: inout [ActivityRow], titles: [String]) {
        struct Same: Hashable {
            var kind, unit, team, from, to: Int32
            var title: String
        }
        var first: [Same: Int32] = [:]
        for index in rows.indices {
            let row = rows[index]
            let same = Same(
                kind: row.kind, unit: row.unit, team: row.team, from: row.from, to: row.to, title: titles[index])
            rows[index].firstTwin = first[same] ?? Int32(index)
            if first[same] == nil { first[same] = Int32(index) }
        }
    }
}

extension ParticipationRole {
    var bit: UInt8 {
        switch self {
        case .attendee: 1
        case .speaker: 2
        case .keynote: 4
        case .staff: 8
        }
    }
}
