import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// What the records of two people come to as one human's: what is united, by which rule, and what contradicts itself.
///
/// Days stay as they are. Of what both say of the same time: a post in one unit by one name, a category, a membership, an entry of
/// one roster is held from the earlier day to the later; an open post ends the day before a later open one begins, as by a transfer.
/// Posts that contradict each other otherwise are the reader's to decide.
struct PeopleUnion {
    let kept: Person
    let other: Person
    private(set) var edits = PeopleEdits()
    /// What the rules made of what overlaps.
    private(set) var settled: [Words] = []
    /// Posts that contradict each other.
    private(set) var clashes: [Words] = []
    private(set) var doubles: [String] = []
    private let today: Day
    private var unitNames: [String: String] = [:]

    init(_ kept: Person, _ other: Person, posts choice: PostsOf, in reading: some Reading, today: Day) throws {
        self.kept = kept
        self.other = other
        self.today = today
        let mine = try reading.appointments(of: kept.code)
        let theirs = try reading.appointments(of: other.code)
        for unit in Set((mine + theirs).map(\.unit)) { unitNames[unit] = try reading.unit(code: unit)?.name ?? unit }
        unitePosts(mine + theirs, choice)
        uniteAll(
            try reading.categoryHoldings(of: kept.code), try reading.categoryHoldings(of: other.code), \.categories,
            \.person
        ) {
            $0.category == $1.category
        } named: {
            Words("干部类别“\($0.category.words.zh)”", "the category “\($0.category.words.en)”")
        }
        let teams = Dictionary(try reading.teams().map { ($0.code, $0.name) }, uniquingKeysWith: { a, _ in a })
        uniteAll(
            try reading.memberships(ofPerson: kept.code), try reading.memberships(ofPerson: other.code), \.memberships,
            \.person
        ) {
            $0.team == $1.team
        } named: {
            Words("“\(teams[$0.team] ?? $0.team)”的成员", "the membership of “\(teams[$0.team] ?? $0.team)”")
        }
        uniteAll(
            try reading.rosterEntries(ofPerson: kept.code), try reading.rosterEntries(ofPerson: other.code),
            \.rosterEntries, \.person
        ) {
            $0.roster == $1.roster
        } named: {
            Words("名单\($0.roster)的条目", "the entry of the roster \($0.roster)")
        }
        try findDoubles(in: reading)
        edits.mergers += try reading.mergers().filter { $0.kept == other.code }.map { before in
            var after = before
            after.kept = kept.code
            return .init(after, before: before)
        }
    }

    // MARK: Posts

    private mutating func unitePosts(_ posts: [Appointment], _ choice: PostsOf) {
        let before = Dictionary(posts.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        var result: [Appointment] = []
        var gone: Set<String> = []
        for post in posts.sorted(by: { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }) {
            var post = post
            var isGone = false
            for place in result.indices where !gone.contains(result[place].code) {
                let earlier = result[place]
                guard !isGone, earlier.person != post.person, earlier.dated.span.overlaps(post.dated.span) else {
                    continue
                }
                if earlier.isSame(as: post) {
                    let isMine = earlier.person == kept.code
                    settled.append(
                        Words("\(told(earlier).zh)两边都有，合为一条", "\(told(earlier).en) stands on both: it becomes one"))
                    if isMine {
                        result[place] = earlier.united(with: post)
                        isGone = true
                    } else {
                        gone.insert(earlier.code)
                        post = post.united(with: earlier)
                    }
                } else if earlier.isOpen, post.isOpen, earlier.dated.span.from < post.dated.span.from {
                    let end = post.dated.span.from - 1
                    result[place] = earlier.ended(on: end, recorded: today)
                    settled.append(
                        Words(
                            "\(told(earlier).zh)止于\(end.iso)（后一任职开始的前一天）",
                            "\(told(earlier).en) ends on \(end.iso), the day before the later one begins"))
                } else if choice == .undecided {
                    clashes.append(
                        Words(
                            "\(told(earlier).zh)与\(told(post).zh)时间重叠，不能同时成立",
                            "\(told(earlier).en) and \(told(post).en) overlap: both cannot hold"))
                } else {
                    let wins = choice == .kept ? kept.code : other.code
                    let loses = earlier.person == wins ? post : earlier
                    settled.append(
                        Words("\(told(loses).zh)不再保留（按您的选择）", "\(told(loses).en) goes, as you chose"))
                    if earlier.person == wins { isGone = true } else { gone.insert(earlier.code) }
                }
            }
            result.append(post)
            if isGone { gone.insert(post.code) }
        }
        for post in result {
            guard let original = before[post.code] else { continue }
            guard !gone.contains(post.code) else {
                edits.removed.append(.init(original))
                continue
            }
            var after = post
            after.person = kept.code
            if after != original { edits.appointments.append(.init(after, before: original)) }
        }
    }

    private func told(_ post: Appointment) -> Words {
        let unit = unitNames[post.unit] ?? post.unit
        let what = [unit, post.post].filter { !$0.isEmpty }.joined(separator: " ")
        let from = post.dated.span.from.iso
        let until = post.dated.span.until?.iso
        return Words(
            "\(post.person)“\(what)”（\(from)至\(until ?? "今")）",
            "\(post.person) “\(what)” (\(from) to \(until ?? "now"))")
    }

    // MARK: What may be held side by side

    private mutating func uniteAll<Record: SpanRecord>(
        _ mine: [Record], _ theirs: [Record], _ list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>,
        _ person: WritableKeyPath<Record, String>, isSame: (Record, Record) -> Bool, named: (Record) -> Words
    ) {
        var held: [(before: Record, after: Record)] = mine.map { ($0, $0) }
        var gone: [Record] = []
        for their in theirs.sorted(by: { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }) {
            let places = held.indices.filter {
                isSame(held[$0].after, their) && held[$0].after.dated.span.overlaps(their.dated.span)
            }
            guard let first = places.first else {
                var moved = their
                moved[keyPath: person] = kept.code
                held.append((their, moved))
                continue
            }
            let name = named(their)
            settled.append(Words("\(name.zh)两边都有，合为一段", "\(name.en) stands on both: it becomes one"))
            held[first].after = held[first].after.united(with: their)
            gone.append(their)
            for place in places.dropFirst().reversed() {
                held[first].after = held[first].after.united(with: held[place].after)
                let absorbed = held.remove(at: place)
                gone.append(absorbed.before)
            }
        }
        edits[keyPath: list] = held.filter { $0.after != $0.before }.map { .init($0.after, before: $0.before) }
        edits.removed += gone.map { .init($0) }
    }

    // MARK: Training

    /// In an activity in which both stand, the record of the one kept counts.
    private mutating func findDoubles(in reading: some Reading) throws {
        var heads: [String: String] = [:]
        func head(_ line: TrainingLine) throws -> String {
            let code = line.activity.code
            guard line.isActivityCorrected else { return code }
            if let known = heads[code] { return known }
            var chain = [code]
            while let next = try reading.correction(of: .init(.activity, chain[chain.count - 1]))?.replacement,
                !chain.contains(next)
            {
                chain.append(next)
            }
            heads[code] = chain[chain.count - 1]
            return chain[chain.count - 1]
        }
        let mine = Set(try reading.trainingFile(of: kept.code).map(head))
        for line in try reading.trainingFile(of: other.code) where mine.contains(try head(line)) {
            doubles.append(line.participation.code)
        }
        if !doubles.isEmpty {
            settled.append(
                Words(
                    "有\(doubles.count)场活动两人都有参训记录，只计\(kept.code)的一次",
                    "Both took part in \(doubles.count) activities on record: each counts once, as \(kept.code)"))
        }
    }
}

/// By whose records posts that contradict each other are decided.
enum PostsOf: String, Named {
    case undecided, kept, other

    var words: Words {
        switch self {
        case .undecided: Words("没有矛盾，或尚未决定", "Nothing contradicts, or undecided")
        case .kept: Words("以保留的人员为准，另一条不再保留", "By the one kept: the other record goes")
        case .other: Words("以并入的人员为准，另一条不再保留", "By the one merged: the other record goes")
        }
    }
}

extension Appointment {
    /// In one unit, by one name as far as both say one.
    fileprivate func isSame(as other: Appointment) -> Bool {
        func agree(_ a: String, _ b: String) -> Bool { a.isEmpty || b.isEmpty || a.folded == b.folded }
        return unit == other.unit && agree(post, other.post) && agree(rank, other.rank)
    }

    fileprivate func united(with other: Appointment) -> Appointment {
        var united = self
        if united.post.isEmpty { united.post = other.post }
        if united.rank.isEmpty { united.rank = other.rank }
        united.dated = dated.united(with: other.dated)
        return united
    }
}

extension SpanRecord {
    fileprivate func united(with other: Self) -> Self {
        var united = self
        united.dated = dated.united(with: other.dated)
        return united
    }
}

extension Dated {
    /// From the earlier first day to the later last day.
    fileprivate func united(with other: Dated) -> Dated {
        let first = span.from <= other.span.from ? self : other
        guard let until = span.until, let otherUntil = other.span.until else {
            return Dated(from: first.span.from, recorded: first.recorded)
        }
        let last = until >= otherUntil ? self : other
        return Dated(
            from: first.span.from, until: last.span.until, recorded: first.recorded,
            endRecorded: last.endRecorded.map { max($0, first.recorded) })
    }
}
