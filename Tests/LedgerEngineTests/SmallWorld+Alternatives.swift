import Plans

extension SmallWorld {
    /// Rules of which any of several figures does, in every way of counting that may have them, and such as may not.
    static let alternativeRules: [String] = [
        // Persons.
        "rule duration >= 12 day or hours >= 9 hour window=1_year bearer=person kinds=any population=persons",
        "rule hours >= 4 hour or count >= 2 session window=1_quarter bearer=person kinds=seminar population=persons kinds2=lecture,drill",
        "rule duration >= 0.1 month or hours >= 5 hour window=6_month bearer=person kinds=any population=persons categories=young",
        "rule count >= 1 speech or hours >= 6 hour window=1_year bearer=person kinds=seminar roles=keynote,speaker population=persons kinds2=any unnamed passShare=60",
        "rule hours >= 2 hour or duration >= 1 day window=1_year bearer=person kinds=any population=persons tiers=young:6 tiers2=young:30 kinds2=lecture",
        "rule duration >= 3 day or duration >= 2 workingDay or hours >= 5 hour window=1_year step=1_quarter bearer=person kinds=lecture population=persons kinds3=any",
        "rule count >= 2 session or hours >= 5 hour window=1_year bearer=person kinds=any population=persons distinctKinds reckoning=windowStart keepsLate anyDay",
        "rule hours >= 5 hour or count >= 3 session window=2_month bearer=person kinds=any population=persons roster=list reckoning=asOf",
        "rule hours <= 3 hour or count <= 1 session window=1_year bearer=person kinds=any population=persons",
        "rule count >= 1 session or hours >= 1 hour bearer=person kinds=drill population=persons sex=female topics2=theory kinds2=seminar",
        // Units, teams, the whole.
        "rule count >= 2 session or hours >= 6 hour window=1_quarter bearer=unit kinds=seminar population=units unitKinds=department,county kinds2=any",
        "rule count >= 1 lecture or count >= 2 session window=1_year bearer=unit kinds=lecture population=units kinds2=seminar length2=>=,2,day",
        "rule headcount >= 2 person or headcount >= 4 person-time window=1_quarter bearer=unit kinds=any population=persons",
        "rule count >= 1 session or headcount >= 3 person window=1_year bearer=unit kinds=drill population=units kinds2=any credit=own passShare=50",
        "rule duration >= 3 day or hours >= 8 hour window=1_year bearer=team kinds=any population=teams",
        "rule count >= 1 session or headcount >= 2 person window=2_month bearer=team kinds=seminar population=teams teamKinds=studyGroup kinds2=any",
        "rule count ~ 4 session or headcount >= 6 person or hours >= 20 hour window=1_year bearer=programme kinds=seminar population=programme kinds2=any kinds3=lecture",
        "rule deadline <= 1 year or count >= 2 session window=by_--03-10 bearer=unit kinds=lecture population=units kinds2=any after=fixedDay",
        "rule count >= 2 session or hours >= 9 hour window=by_2025-06-30 once bearer=programme kinds=any population=programme",
        "rule count <= 1 session or hours <= 4 hour window=1_quarter bearer=unit kinds=any population=units",
        // Each activity.
        "rule duration >= 3 day or hours >= 4 hour bearer=activity kinds=any population=activities",
        "rule duration ~ 3 day or hours >= 5 hour window=1_quarter bearer=activity kinds=seminar population=activities passShare=50",
        "rule leadTime >= 10 day or leadTime >= 5 workingDay bearer=activity kinds=lecture population=activities",
        "rule deadline <= 10 day or deadline <= 15 workingDay bearer=activity kinds=any population=activities after=activityEnd",
        "rule headcount >= 3 person or hours >= 4 hour bearer=activity kinds=any population=activities reportedWithin=20",
        "rule duration <= 2 day or hours <= 2 hour bearer=activity kinds=any population=activities",
        // What may not stand side by side needs a ruling, as does what no record can tell.
        "rule coverage >= 80 percent or hours >= 9 hour window=1_year bearer=programme kinds=any population=persons",
        "rule hours >= 9 hour or count <= 2 session window=1_year bearer=person kinds=any population=persons",
        "rule count >= 1 site or count >= 2 session window=1_year bearer=unit kinds=site population=units kinds2=any",
        "rule headcount >= 50 percent or headcount >= 20 person window=1_year bearer=unit kinds=any population=persons",
        "rule duration >= 1 term or hours >= 9 hour window=1_year bearer=person kinds=any population=persons",
        "rule share >= 50 percent or hours >= 9 hour window=1_year bearer=person kinds=any population=persons of=onlineHours",
        // Over before the edition.
        "rule hours >= 4 hour or duration >= 2 day window=by_2024-12-31 once bearer=person kinds=any population=persons",
    ]
}
