import LedgerEngine
import Plans
import Records
import Vocabulary

/// Rules of every measure and bearer, put to small worlds of records.
enum SmallWorld {
    static let rules: [String] = [
        "rule count >= 2 session window=1_quarter bearer=programme kinds=seminar,lecture population=programme",
        "rule count range 1..2 class window=1_year bearer=unit kinds=seminar,lecture population=units unitKinds=department,county",
        "rule count >= 1 session window=2_month bearer=team kinds=seminar population=teams teamKinds=studyGroup",
        "rule count >= 1 speech window=1_year bearer=person kinds=seminar roles=keynote,speaker population=persons teamKinds=studyGroup",
        "rule count >= 1 speech window=6_month bearer=person kinds=any population=persons categories=young unnamed",
        "rule count >= 1 document bearer=activity kinds=lecture population=activities document=report",
        "rule count >= 1 session bearer=activity kinds=seminar population=activities",
        "rule count <= 1 session window=1_quarter bearer=unit kinds=seminar,lecture population=persons",
        "rule count ~ 1 site bearer=programme kinds=site population=programme topics=theory",
        "rule count >= 1 site window=1_year bearer=unit kinds=site population=units unitKinds=department",
        "rule count >= 1 class window=1_year bearer=programme kinds=lecture audience=young length=range,2,day population=programme",
        "rule headcount ~ 3 person window=1_year bearer=programme kinds=any population=persons categories=young",
        "rule headcount >= 3 person-time window=1_quarter bearer=unit kinds=any population=units",
        "rule headcount >= 2 person bearer=activity kinds=any population=activities",
        "rule headcount >= 2 person window=1_year bearer=team kinds=any population=teams",
        "rule coverage >= 100 percent window=1_year bearer=programme kinds=any population=persons unitKinds=department,county",
        "rule coverage ~ 80 percent window=2_year once bearer=programme kinds=lecture population=persons categories=young unnamed",
        "rule coverage >= 100 percent window=1_quarter bearer=programme kinds=seminar population=teams",
        "rule coverage >= 50 percent bearer=programme kinds=lecture population=units unitKinds=department,county",
        "rule share >= 33.3 percent window=1_year bearer=programme kinds=any population=persons of=population sex=female",
        "rule share <= 50 percent window=1_year bearer=programme kinds=any population=persons roster=list of=population",
        "rule share >= 60 percent bearer=activity kinds=seminar population=activities of=attendance",
        "rule share >= 60 percent bearer=activity kinds=any population=activities of=completion",
        "rule share >= 90 percent bearer=activity kinds=any population=persons unitKinds=department,county of=attendance",
        "rule share >= 90 percent bearer=activity kinds=any population=persons categories=young of=attendance",
        "rule share ~ 60 percent window=1_year bearer=person kinds=drill population=persons roster=list of=onlineHours",
        "rule share >= 25 percent window=1_year bearer=person kinds=lecture population=persons of=onlineHours",
        "rule duration range 2..3 day window=1_year bearer=team kinds=any population=teams",
        "rule duration >= 3 day window=1_year bearer=person kinds=any population=persons",
        "rule duration >= 5 hour window=1_quarter bearer=person kinds=any population=persons",
        "rule duration >= 2 workingDay window=1_quarter bearer=person kinds=seminar population=persons",
        "rule duration ~ 3 day bearer=activity kinds=any population=activities",
        "rule duration >= 2 workingDay window=1_year bearer=unit kinds=any population=units unitKinds=department",
        "rule hours >= 4 hour window=1_year bearer=person kinds=any population=persons teamRole=secretary",
        "rule hours >= 4 hour window=1_quarter bearer=team kinds=any population=teams",
        "rule hours >= 3 hour bearer=activity kinds=any population=activities",
        "rule leadTime >= 10 day bearer=activity kinds=lecture population=activities",
        "rule leadTime >= 5 workingDay bearer=activity kinds=any population=activities",
        "rule deadline <= 10 day bearer=activity kinds=any population=activities after=activityEnd",
        "rule deadline <= 5 workingDay bearer=activity kinds=lecture population=activities after=activityEnd document=report",
        "rule deadline <= 3 month bearer=person kinds=any population=persons categories=young after=appointment",
        "rule deadline <= 1 year bearer=person kinds=any population=persons after=appointment unnamed",
        "rule deadline <= 1 year window=by_--03-10 bearer=unit kinds=lecture population=units after=fixedDay",
        "rule deadline <= 1 year window=by_2025-06-30 once bearer=programme kinds=lecture population=programme after=fixedDay",
        "rule count >= 1 session window=1_year bearer=unit open",
    ]

    static func edition(_ rules: [String] = rules) throws -> PlanEdition {
        let obligations = try rules.enumerated().map { index, text in
            try ScenarioCase.obligation(ScenarioLine(text), id: "1.\(index + 1)")
        }
        return try ScenarioCase.edition(of: obligations, inForce: "2025-02-10")
    }

    static let frame = """
        unit C city
        unit D department in=C
        unit E county in=C until=2025-07-31
        unit B branch in=D
        roster list C
        person P1 D young
        person P2 D
        team G studyGroup D P1:secretary P2
        """
}
