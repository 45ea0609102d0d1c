import Foundation
import Records
import SampleTown
import Testing
import Vocabulary

@Suite struct SampleTownTests {
    static let until = Day(number: 20_700)  // 2026-09-04
    static let town = SampleTown.make(seed: 7, until: until)
    let town = Self.town

    /// Every field of every record, as text: equal texts are equal towns.
    private func encoded(_ book: RecordBook) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(book)
    }

    @Test func sameSeedSameBytes() throws {
        #expect(try encoded(SampleTown.make(seed: 7, until: Self.until)) == encoded(town))
    }

    @Test func anotherSeedGivesAnotherTown() {
        let other = SampleTown.make(seed: 8, until: Self.until)
        #expect(other != town)
        #expect(other.brokenInvariants() == [])
    }

    /// A change of the generator that moves the town must be meant: the digest is then replaced here.
    @Test func theTownOfSeedSevenIsThisOne() throws {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in try encoded(town) { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        #expect(String(digest, radix: 16) == "5f5839eb53d0fa8c")
    }

    @Test func everythingHoldsTogether() { #expect(town.brokenInvariants() == []) }

    @Test func nothingIsRecordedAfterTheLastDay() {
        let days =
            town.activities.map(\.recorded) + town.participations.map(\.recorded) + town.voidings.map(\.recorded)
            + town.corrections.map(\.recorded) + town.appointments.map { $0.dated.endRecorded ?? $0.dated.recorded }
        #expect(days.max().map { $0 <= Self.until } == true)
        #expect(town.activities.map(\.from).min().map { $0 >= Day(number: 19_723) } == true)
    }

    @Test func theSizesOfARealTown() {
        let main = town.units.filter { $0.kind != .branch }
        #expect(main.count == 60)
        #expect(town.units.count == 160)
        #expect(town.persons.count == 4000)
        #expect((7000...9500).contains(town.activities.count))
        #expect((100_000...135_000).contains(town.participations.count))
        #expect((15...20).contains(town.sites.count))
    }

    @Test(arguments: [
        (PersonCategory.cityManaged, 230...270), (.sectionLevel, 1250...1450), (.professional, 1900...2300),
        (.scarceTalent, 900...1150), (.seniorProfessional, 400...620), (.young, 600...800), (.grassRoots, 850...1100),
        (.villageSecretary, 115...135), (.teamMember, 300...360), (.newSectionChief, 30...60), (.soeLeader, 60...80),
        (.institutionLeader, 200...260), (.leadingOfficial, 380...440), (.civilServant, 1700...1900),
    ])
    func everyCategoryHasItsPeople(_ category: PersonCategory, _ size: ClosedRange<Int>) {
        let holders = town.categories.filter { $0.category == category && $0.dated.span.contains(Self.until) }
        #expect(size.contains(holders.count), "\(category): \(holders.count)")
    }

    @Test(arguments: town.teams.filter { $0.kind != .branch }.map(\.code))
    func everyTeamHasOneSecretaryAndAHandfulOfMembers(_ team: String) {
        let members = town.memberships.filter { $0.team == team && $0.dated.span.contains(Self.until) }
        #expect(members.count { $0.role == .secretary } == 1)
        // One more in the unit that took in another.
        #expect((5...13).contains(members.count), "\(members.count)")
    }

    @Test func nobodyHoldsTwoPostsAtOnce() {
        let posts = Dictionary(grouping: town.appointments, by: \.person)
        for (person, posts) in posts {
            let sorted = posts.sorted { $0.dated.span.from < $1.dated.span.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                #expect(earlier.dated.span.until.map { $0 < later.dated.span.from } == true, "\(person)")
            }
        }
    }

    /// A course for members of leadership teams is a class in every year, not what an earlier year has left over.
    @Test func everyCourseOfTheTeamsIsAClass() {
        let courses = town.activities.filter { $0.kind == .theoryCourse }
        #expect(Set(courses.map(\.from.year)) == [2024, 2025, 2026])
        let attended = Dictionary(grouping: town.participations.filter { $0.role == .attendee }, by: \.activity)
        for course in courses {
            #expect((15...40).contains(attended[course.code]?.count ?? 0), "\(course.title)")
        }
    }

    /// What a clerk's books look like: each kind of flaw occurs, none is the rule.
    @Test func theGapsOfARealTown() {
        let tours = town.activities.filter { $0.kind == .studyTour }
        let late = tours.filter { tour in tour.filed.map { tour.from - $0 < 15 } ?? true }
        #expect(late.count > 5 && late.count * 2 < tours.count)
        let unreported = tours.filter { $0.reported == nil }
        #expect(unreported.count > 5 && unreported.count * 2 < tours.count)
        let classes = town.activities.filter { $0.kind == .readingClass }
        let short = classes.filter { $0.to - $0.from + 1 < 3 }
        #expect(short.count > 2 && short.count * 3 < classes.count)
        let lateRecords = town.activities.filter { $0.recorded - $0.to > 20 }
        #expect(lateRecords.count > 200 && lateRecords.count * 5 < town.activities.count)
        #expect(town.voidings.contains { $0.reason == "重复录入" })
        #expect(town.corrections.contains { $0.record.kind == .activity })
        #expect(town.corrections.contains { $0.record.kind == .participation })
        let moved = town.appointments.filter { $0.dated.span.until != nil }
        #expect(moved.count > 200)
    }

    @Test func everyKindOfActivityOccurs() {
        let kinds = Set(town.activities.map(\.kind))
        // A site is a thing, not an activity; the others are wider kinds that nobody reports under.
        let never: Set<ActivityKind> = [.site]
        #expect(ActivityKindCatalogue.builtIn.map(\.kind).filter { !kinds.contains($0) && !never.contains($0) } == [])
    }

    @Test(arguments: [(2024, 1, 2), (2026, 2, 28), (2027, 12, 31), (2031, 6, 1)])
    func anyDayWillDo(_ year: Int, _ month: Int, _ day: Int) throws {
        let until = try #require(Day(year: year, month: month, day: day))
        let town = SampleTown.make(seed: 1, until: until)
        #expect(town.brokenInvariants() == [])
        #expect(town.persons.count == 4000)
        #expect(town.activities.allSatisfy { $0.recorded <= until && $0.from.year >= year - 2 })
    }

    /// Five units have been far behind since last autumn, and it can be told why: a flood, a merger, a new clerk.
    @Test func aFewUnitsLagForReasonsThatCanBeTold() {
        let studies = town.activities.filter { $0.kind == .collectiveStudy && $0.from.year == 2026 }
        let main = town.units.filter { $0.kind != .branch }
        let lagging = main.filter { unit in studies.count { $0.organiser == unit.code } <= 5 }
        #expect(lagging.map(\.name).sorted() == ["市产业发展公司", "市住建局", "市图书馆", "柳湾镇", "沙渠镇"].sorted())
        for unit in lagging {
            let meeting = town.activities.first {
                $0.organiser == unit.code && $0.kind == .meeting
                    && ["防汛救灾", "合并组建", "工作交接"].contains(where: $0.title.contains)
            }
            #expect(meeting.map { $0.from.year == 2025 && $0.from.month >= 10 } == true, "\(unit.name)")
        }
        #expect(main.count { unit in studies.count { $0.organiser == unit.code } >= 7 } == 55)
        #expect(town.voidings.contains { $0.reason == "因防汛救灾取消，未实际举办" })
    }

    @Test func theTownHasANameOfItsOwn() {
        #expect(town.units.filter { $0.parent == nil }.map(\.name) == ["青岚市委"])
    }
}
