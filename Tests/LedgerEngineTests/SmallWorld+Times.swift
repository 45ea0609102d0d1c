import Plans

extension SmallWorld {
    /// Rules about times: every unit, parts of them, such as cannot be meant, and such as were over before the plan.
    static let timeRules: [String] = [
        // Times of every unit, parts of them, and such as cannot be meant.
        "rule leadTime >= 0.5 month bearer=activity kinds=any population=activities",
        "rule leadTime >= 1 quarter bearer=activity kinds=lecture population=activities",
        "rule leadTime >= 1.5 week bearer=activity kinds=any population=activities",
        "rule leadTime >= 2.5 workingDay bearer=activity kinds=any population=activities",
        "rule leadTime >= 48 hour bearer=activity kinds=any population=activities",
        "rule leadTime >= 12 hour bearer=activity kinds=any population=activities",
        "rule leadTime >= 1 term bearer=activity kinds=any population=activities",
        "rule deadline <= 0.1 quarter bearer=activity kinds=any population=activities after=activityEnd",
        "rule deadline <= 1 quarter bearer=person kinds=any population=persons after=appointment",
        "rule deadline <= 1.5 year bearer=person kinds=any population=persons categories=young after=appointment",
        "rule deadline <= 0.5 month bearer=person kinds=any population=persons after=appointment",
        "rule deadline <= 20 workingDay bearer=person kinds=any population=persons after=appointment",
        "rule deadline <= 1.5 week bearer=person kinds=any population=persons categories=young after=appointment",
        "rule deadline <= 72 hour bearer=activity kinds=any population=activities after=activityEnd",
        "rule deadline <= 1 term bearer=person kinds=any population=persons after=appointment",
        "rule duration >= 0.1 month bearer=activity kinds=any population=activities",
        "rule duration <= 0.1 quarter bearer=activity kinds=any population=activities",
        "rule duration ~ 0.01 year bearer=activity kinds=any population=activities",
        "rule duration >= 0.01 year window=1_year bearer=unit kinds=any population=units",
        "rule duration ~ 0.02 year window=1_year bearer=person kinds=any population=persons",
        "rule duration >= 0.1 quarter window=1_year bearer=person kinds=any population=persons",
        "rule duration >= 3 hour window=1_year bearer=person kinds=any population=persons",
        "rule duration >= 2 workingDay window=1_year bearer=person kinds=any population=persons",
        "rule duration >= 1 term bearer=activity kinds=any population=activities",
        "rule hours >= 1 week window=1_year bearer=person kinds=any population=persons",
        "rule count >= 1 class window=1_year bearer=programme kinds=any length=>=,0.1,month population=programme",
        "rule count >= 1 class window=1_year bearer=programme kinds=any length=~,1,workingDay population=programme",
        "rule count >= 1 class window=1_year bearer=programme kinds=any length=>=,1,term population=programme",
        "rule count >= 1 session window=by_--02-29 bearer=unit kinds=any population=units",
        "rule count >= 1 session window=by_--04-31 bearer=programme kinds=any population=programme",
        // Over before the edition came into force, in every way of counting.
        "rule coverage >= 100 percent window=by_2022-12-31 once bearer=programme kinds=any population=persons",
        "rule count >= 1 session window=by_2025-02-09 once bearer=unit kinds=any population=units",
        "rule count >= 1 session window=by_2025-02-10 once bearer=unit kinds=any population=units",
        "rule hours >= 4 hour window=by_2024-12-31 once bearer=person kinds=any population=persons",
        "rule leadTime >= 5 day window=by_2024-12-31 once bearer=activity kinds=any population=activities",
        "rule count >= 20 site window=by_2024-12-31 once bearer=programme kinds=site population=programme",
        "rule headcount >= 50 percent window=by_2024-12-31 once bearer=unit kinds=any population=persons",
        "rule deadline <= 1 year window=by_2024-12-31 once bearer=unit kinds=any population=units after=fixedDay",
    ]
}
