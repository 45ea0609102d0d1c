public import Records
public import Vocabulary

/// Lays records out in columns: first the frame, then activities, then participations, then what was voided or corrected.
///
/// Takes rows one at a time, so that fifty million participations never stand in memory as values.
public final class ColumnsBuilder {
    let units: Ranking
    let unitRows: [OrgUnit]
    let teams: Ranking
    let teamRows: [RecordColumns.TeamRow]
    let rosters: Ranking

    // Persons, activities and lines in the order in which they come; `finish` puts them in theirs.
    var personCodes: [String] = []
    var personNumbers: [String: Int32] = [:]
    var sexes: [UInt8] = []
    var appointments: [(owner: Int, row: AppointmentRow)] = []
    var holdings: [(owner: Int, row: HoldingRow)] = []
    var memberships: [(person: Int32, team: Int32, isSecretary: Bool, dated: DatedRow)] = []
    var rosterEntries: [(owner: Int, row: RosterRow)] = []
    var categories = Interned()

    var kinds = Interned(ActivityKindCatalogue.builtIn.map(\.kind.rawValue))
    var topics = Interned()
    var topicSets = CodeSets()
    var audienceSets = CodeSets()
    var activityCodes: [String] = []
    var activityNumbers: [String: Int32] = [:]
    var activities: Column<ActivityRow>
    var attachments: [(activity: Int32, row: AttachmentRow)] = []
    var attachmentNames = Interned()

    var lineActivities: Column<Int32>
    var linePersons: Column<Int32>
    var lineTraits: Column<Traits>
    var lineCodes: LineCodes
    var special: [Int32: SpecialLine] = [:]
    private var latest: (code: String, number: Int32) = ("", -1)
    private var latestLetters: (key: CodeKeys.Key?, number: Int32) = (nil, -1)
    private lazy var personKeys = CodeKeys(personCodes)
    private lazy var activityKeys = CodeKeys(activityCodes)

    /// Units, teams and rosters come first and all at once; the counts only make room.
    public init(units: [OrgUnit], teams: [Team], rosters: [Roster], activities: Int = 0, participations: Int = 0) {
        self.units = Ranking(units.lazy.map(\.code))
        unitRows = units.sorted { $0.code < $1.code }
        self.teams = Ranking(teams.lazy.map(\.code))
        let ranking = self.units
        teamRows = teams.sorted { $0.code < $1.code }.map { .init($0, among: ranking) }
        self.rosters = Ranking(rosters.lazy.map(\.code))
        self.activities = Column(capacity: activities)
        lineActivities = Column(capacity: participations)
        linePersons = Column(capacity: participations)
        lineTraits = Column(capacity: participations)
        lineCodes = LineCodes(capacity: participations)
    }

    public func add(_ person: Person) { addPerson(code: person.code, sex: person.sex) }

    package func addPerson(code: String, sex: Sex) {
        personNumbers[code] = Int32(personCodes.count)
        personCodes.append(code)
        sexes.append(RecordColumns.number(sex))
    }

    /// A person with one post and one or two categories, all since the same day.
    package func addPerson(
        code: String, sex: Sex, unit: Int32, category: String, senior: String?, since day: Day
    ) {
        let person = personCodes.count
        personCodes.append(code)
        sexes.append(RecordColumns.number(sex))
        let dated = DatedRow(from: day.number, until: never, recorded: day.number, endRecorded: .min)
        appointments.append((person, AppointmentRow(unit: unit, dated: dated)))
        for held in [category, senior].compactMap({ $0 }) {
            holdings.append((person, HoldingRow(category: categories.number(held), dated: dated)))
        }
    }

    /// Appointments come in order of `from`, then code.
    public func add(_ appointment: Appointment) {
        guard let person = personNumbers[appointment.person], let unit = units[appointment.unit] else { return }
        appointments.append((Int(person), AppointmentRow(unit: unit, dated: DatedRow(appointment.dated))))
    }

    public func add(_ holding: CategoryHolding) {
        guard let person = personNumbers[holding.person] else { return }
        let category = categories.number(holding.category.rawValue)
        holdings.append((Int(person), HoldingRow(category: category, dated: DatedRow(holding.dated))))
    }

    public func add(_ membership: TeamMembership) {
        guard let person = personNumbers[membership.person], let team = teams[membership.team] else { return }
        memberships.append((person, team, membership.role == .secretary, DatedRow(membership.dated)))
    }

    public func add(_ entry: RosterEntry) {
        guard let person = personNumbers[entry.person], let roster = rosters[entry.roster] else { return }
        rosterEntries.append((Int(person), RosterRow(roster: roster, dated: DatedRow(entry.dated))))
    }

    public func add(_ activity: Activity) {
        let number = Int32(activities.count)
        activityNumbers[activity.code] = number
        activityCodes.append(activity.code)
        for category in activity.audience { _ = categories.number(category.rawValue) }
        activities.append(
            ActivityRow(
                kind: kinds.number(activity.kind.rawValue), unit: units[activity.organiser] ?? -1,
                team: activity.team.flatMap { teams[$0] } ?? -1, from: activity.from.placed,
                // Of nobody known: no record of anybody's, it is never over.
                to: units[activity.organiser] == nil ? never : activity.to.placed,
                halfHours: Bounds.halfHours(activity.hours),
                topics: topicSets.number(activity.topics.map { topics.number($0.rawValue) }),
                audience: audienceSets.number(activity.audience.map { categories.number($0.rawValue) }),
                filed: activity.filed?.placed ?? never, reported: activity.reported?.placed ?? never,
                recorded: activity.recorded.number, title: titleNumber(activity.title)))
        for attachment in activity.attachments {
            let name = attachmentNames.number(attachment.name)
            attachments.append((number, AttachmentRow(name: name, day: attachment.day.number)))
        }
    }

    public func add(_ participation: Participation) {
        add(
            participation: participation.code, activity: participation.activity, person: participation.person,
            role: participation.role, halfHours: Bounds.halfHours(participation.hours),
            completed: participation.completed, recorded: participation.recorded)
    }

    /// A participation of somebody or something unknown is no record at all; the schema lets none in.
    public func add(
        participation code: String, activity: String, person: String, role: ParticipationRole, halfHours: Int32,
        completed: Bool, recorded: Day
    ) {
        // Participations of one activity mostly follow one another.
        if activity != latest.code { latest = (activity, activityNumbers[activity] ?? -1) }
        guard latest.number >= 0, let person = personNumbers[person] else { return }
        addLine(
            activity: latest.number, person: person, role: role, halfHours: halfHours, completed: completed,
            recorded: recorded.number)
        lineCodes.append(code)
    }

    /// The same from the letters of the codes, once everybody and every activity is known.
    public func add(
        participation code: UnsafeBufferPointer<UInt8>, activity: UnsafeBufferPointer<UInt8>,
        person: UnsafeBufferPointer<UInt8>, role: ParticipationRole, halfHours: Int32, completed: Bool, recorded: Int32
    ) {
        let key = CodeKeys.Key(activity)
        if key == nil || key != latestLetters.key { latestLetters = (key, activityKeys[activity] ?? -1) }
        guard latestLetters.number >= 0, let person = personKeys[person] else { return }
        addLine(
            activity: latestLetters.number, person: person, role: role, halfHours: halfHours, completed: completed,
            recorded: recorded)
        lineCodes.append(String(decoding: code, as: UTF8.self))
    }

    /// A set of topics, for activities that are added by number.
    package func topicSet(_ wanted: [String]) -> UInt64 { topicSets.number(wanted.map { topics.number($0) }) }
    package func kind(_ code: String) -> Int32 { kinds.number(code) }

    /// An activity whose kind and topics are known by number; its code stands for its title.
    package func addActivity(
        code: String, kind: Int32, unit: Int32, from: Int32, to: Int32, halfHours: Int32, topicSet: UInt64,
        filed: Int32, reported: Int32, recorded: Int32
    ) {
        activityCodes.append(code)
        activities.append(
            ActivityRow(
                kind: kind, unit: unit, team: -1, from: from, to: to, halfHours: halfHours, topics: topicSet,
                audience: 0, filed: filed, reported: reported, recorded: recorded, title: titleNumber(code)))
    }

    /// A line whose code is the next of a series.
    package func addLineCode(series: String, digits: Int, number: UInt32) {
        lineCodes.append(series: .init(letters: series, digits: digits), number: number)
    }

    package func addLine(
        activity: Int32, person: Int32, role: ParticipationRole, halfHours: Int32, completed: Bool, recorded: Int32
    ) {
        let halfHours = Bounds.halfHours(halfHours)
        let isSpecial = recorded != activities[activity].recorded || halfHours > Traits.mostHalfHours
        if isSpecial {
            activities[activity].hasSpecialLines = true
            special[Int32(linePersons.count)] = SpecialLine(recorded: recorded, halfHours: halfHours)
        }
        lineActivities.append(activity)
        linePersons.append(person)
        lineTraits.append(Traits(role: role, completed: completed, halfHours: halfHours, isSpecial: isSpecial))
    }
}

/// A title as a number: FNV-1a of its letters in 64 bits, for telling titles apart.
func titleNumber(_ title: String) -> UInt64 {
    title.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// Sets of codes as numbers while it is not yet known which codes have a bit.
struct CodeSets {
    private(set) var sets: [[Int32]] = [[]]
    private var numbers: [[Int32]: UInt64] = [[]: 0]

    mutating func number(_ set: [Int32]) -> UInt64 {
        if let known = numbers[set] { return known }
        numbers[set] = UInt64(sets.count)
        sets.append(set)
        return UInt64(sets.count - 1)
    }

    func masks(_ codes: Interned) -> [UInt64] { sets.map { $0.reduce(0) { $0 | codes.bit($1) } } }
}
