import Records
import Vocabulary

/// Everybody with all posts that they ever held, as far as the structure of the corps asks: laid out once for each change of
/// people, and gone through for each day (docs/structure.md).
struct CorpsBook: Sendable {
    struct Person: Sendable {
        var code: String
        var sex: Sex
        /// Months since the year 0; nil where no month is known.
        var born: Int?
        var posts: Range<Int>
    }

    struct Post: Sendable {
        /// Place of the unit; -1 where it is none.
        var unit: Int
        var level: RankLevel
        var dated: Dated
    }

    let persons: [Person]
    /// By person, in order of the first day, then code.
    let posts: [Post]

    init(_ book: RecordBook, units: [String: Int]) {
        var held: [String: [Appointment]] = [:]
        for post in book.appointments { held[post.person, default: []].append(post) }
        var levels: [String: RankLevel] = [:]
        func level(_ rank: String) -> RankLevel {
            if let known = levels[rank] { return known }
            let level = RankLevel(rank)
            levels[rank] = level
            return level
        }
        var posts: [Post] = []
        posts.reserveCapacity(book.appointments.count)
        persons = book.persons.map { person in
            let first = posts.count
            let own = (held[person.code] ?? []).sorted { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
            for post in own {
                posts.append(Post(unit: units[post.unit] ?? -1, level: level(post.rank), dated: post.dated))
            }
            return Person(
                code: person.code, sex: person.sex, born: Self.months(person.birthMonth), posts: first..<posts.count)
        }
        self.posts = posts
    }

    /// Reads `1984-07`. Nil where the month was destroyed, or is none.
    private static func months(_ text: String) -> Int? {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]), year > 0, (1...12).contains(month)
        else { return nil }
        return year * 12 + month - 1
    }

    /// Who is in service on a day, by what was known on another, in order of the book. As every list of people has it, the
    /// post is the one that began last of those that hold.
    func members(on day: Day, knownAt: Day?) -> [CorpsMember] {
        let known = knownAt ?? Day(number: .max)
        var members: [CorpsMember] = []
        for (place, person) in persons.enumerated() {
            guard let held = person.posts.last(where: { posts[$0].dated.span(knownAt: known)?.contains(day) == true })
            else { continue }
            let post = posts[held]
            var member = CorpsMember(
                person: place, unit: post.unit, sex: person.sex, born: person.born, level: post.level,
                sinceLevel: post.dated.span.from, since: post.dated.span.from)
            // Back through what was held before, as long as it was of this level.
            var isOfLevel = true
            for earlier in person.posts.prefix(upTo: held).reversed() where posts[earlier].dated.recorded <= known {
                let from = posts[earlier].dated.span.from
                if isOfLevel, posts[earlier].level == post.level { member.sinceLevel = from } else { isOfLevel = false }
                member.since = from
            }
            members.append(member)
        }
        return members
    }
}

/// Somebody in service on a day, as far as they are counted.
struct CorpsMember: Sendable {
    /// Place in the book.
    var person: Int
    /// Place of the unit of their post; -1 where it is none.
    var unit: Int
    var sex: Sex
    /// Months since the year 0.
    var born: Int?
    var level: RankLevel
    /// Since when they have been of this level, without one of another between.
    var sinceLevel: Day
    /// Since the first post on record.
    var since: Day
    /// The last day of the newest training class that they attended to its end.
    var trained: Day?
}
