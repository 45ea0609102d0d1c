import Records
import Vocabulary

/// The new activity of the benchmark: a class of six days with fifty people; and others like it.
struct ProvinceAddition {
    let people: Int

    var reference: (Activity, [Participation]) { made(0, unit: 1, from: 1200, spread: 0) }

    func other(_ run: Int) -> (Activity, [Participation]) {
        made(run, unit: 1 + run % 5, from: 1200 - run, spread: run * 104_729)
    }

    private func made(_ run: Int, unit: Int, from: Int, spread: Int) -> (Activity, [Participation]) {
        let first = ProvinceEdition.inForce + from
        let code = "N\(1000 + run)"
        let activity = Activity(
            code: code, kind: ProvinceEdition.kind(9), title: code, organiser: ProvinceData.code("U", unit, 5),
            from: first, to: first + 5, hours: 40, topics: [ProvinceEdition.topic(0), ProvinceEdition.topic(3)],
            filed: first - 20, reported: first + 10, recorded: first + 10)
        let participations = (0..<50).map { place in
            Participation(
                code: ProvinceData.code("R", 60_000_000 + run * 50 + place, 8), activity: code,
                person: ProvinceData.code("P", (place * 1_000_003 + 17 + spread) % people, 7), role: .attendee,
                hours: 40, completed: true, recorded: first + 10)
        }
        return (activity, participations)
    }
}
