public import Records
public import Vocabulary

/// An invented town of 60 units and the 100 branches beneath them, 160 in all, 4,000 persons and three years of
/// activities, to show and to test with.
///
/// Four units in ten do everything in good time, half are late with something, and five have been far behind since the
/// autumn before the last year, for reasons that can be told (`TownTrouble`).
public enum SampleTown {
    /// The same seed and day give the same book, byte for byte. Records run from 1 January two years before `until`;
    /// nothing in the book was recorded after `until`. It knows no plan.
    public static func make(seed: UInt64, until: Day) -> RecordBook {
        let calendar = TownCalendar(until: until)
        var unitsRandom = TownRandom(seed: seed, for: "units")
        let units = TownUnits(calendar: calendar, random: &unitsRandom)

        var hiring = TownHiring(units: units, calendar: calendar, random: TownRandom(seed: seed, for: "people"))
        hiring.fill()
        hiring.live()

        var diary = TownDiary(
            units: units, staff: hiring.staff, calendar: calendar, random: TownRandom(seed: seed, for: "activities"))
        diary.studyGroups()
        diary.organisationLife()
        diary.drills()
        diary.classes()
        diary.studyTours()
        diary.secondments()
        diary.inspections()
        let mishaps = TownMishaps(in: &diary)

        var sitesRandom = TownRandom(seed: seed, for: "sites")
        let sites = TownSites.make(units: units, calendar: calendar, random: &sitesRandom)
        return TownBook(units: units, staff: hiring.staff, diary: diary, mishaps: mishaps, sites: sites).book
    }
}
