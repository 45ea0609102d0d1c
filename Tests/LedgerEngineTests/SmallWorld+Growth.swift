import Plans

extension SmallWorld {
    /// Rules that ask what a province asks, each in every way of counting that it touches.
    static let growthRules: [String] = [
        // Who is a member, and when.
        "rule coverage >= 100 percent window=1_year bearer=programme kinds=any population=persons categories=young reckoning=windowStart",
        "rule coverage >= 50 percent window=1_quarter bearer=programme kinds=any population=persons unitKinds=department,county reckoning=asOf keepsLate",
        "rule coverage >= 100 percent window=1_year bearer=programme kinds=any population=persons categories=young keepsLate anyDay unnamed",
        "rule coverage >= 100 percent window=1_quarter bearer=programme kinds=seminar population=teams reckoning=windowStart keepsLate",
        "rule coverage >= 100 percent window=1_quarter bearer=programme kinds=any population=units reckoning=asOf",
        "rule coverage >= 50 percent bearer=programme kinds=lecture population=units reckoning=windowStart",
        "rule share <= 50 percent window=1_year bearer=programme kinds=any population=persons roster=list of=population reckoning=windowStart anyDay",
        "rule count >= 1 speech window=2_month bearer=person kinds=any population=persons categories=young reckoning=windowStart keepsLate anyDay",
        "rule hours >= 3 hour window=1_quarter bearer=person kinds=any population=persons reckoning=asOf anyDay",
        "rule hours >= 3 hour window=1_quarter bearer=person kinds=any population=persons unitKinds=department,county reckoning=windowStart",
        "rule count <= 1 session window=1_year bearer=unit kinds=seminar population=units reckoning=windowStart keepsLate",
        "rule count >= 1 session window=2_month bearer=team kinds=any population=teams reckoning=asOf",
        "rule headcount >= 2 person window=1_year bearer=programme kinds=any population=persons categories=young anyDay",
        "rule headcount >= 2 person window=1_quarter bearer=unit kinds=any population=persons categories=young reckoning=windowStart anyDay",
        "rule headcount >= 2 person bearer=activity kinds=any population=persons categories=young anyDay",
        "rule share >= 60 percent bearer=activity kinds=any population=persons categories=young of=attendance anyDay",
        "rule share >= 60 percent bearer=activity kinds=any population=persons categories=young of=completion anyDay",
        "rule share >= 25 percent window=1_year bearer=person kinds=lecture population=persons of=onlineHours reckoning=windowStart keepsLate anyDay tiers=young:90",
        "rule deadline <= 3 month bearer=person kinds=any population=persons categories=young after=appointment reckoning=windowStart anyDay",
        // Whose an activity is.
        "rule count >= 1 session window=1_quarter bearer=unit kinds=any population=units unitKinds=department,county credit=own",
        "rule coverage >= 60 percent window=1_quarter bearer=programme kinds=drill population=units unitKinds=department,county credit=own",
        "rule headcount >= 2 person window=1_year bearer=unit kinds=any population=units unitKinds=department credit=own",
        "rule hours >= 4 hour window=1_year bearer=unit kinds=any population=persons credit=own reckoning=asOf",
        "rule deadline <= 1 year window=by_--03-10 bearer=unit kinds=any population=units unitKinds=department after=fixedDay credit=own",
        // Values by category.
        "rule hours >= 2 hour window=1_year bearer=person kinds=any population=persons tiers=young:4,senior:6",
        "rule hours >= 2 hour window=1_quarter bearer=person kinds=any population=persons tiers=senior:0,young:4 reckoning=windowStart keepsLate",
        "rule duration ~ 3 day window=1_year bearer=person kinds=any population=persons tiers=senior:20,young:7",
        "rule duration >= 1 month window=1_year bearer=person kinds=any population=persons tiers=young:0",
        "rule count <= 1 session window=1_year bearer=person kinds=any population=persons tiers=young:3 unnamed",
        "rule count range 2..3 session window=1_quarter bearer=person kinds=any population=persons tiers=young:1,senior:0 reckoning=asOf",
        // How many of the parts must be met.
        "rule count >= 1 session window=1_quarter bearer=team kinds=any population=teams passShare=50",
        "rule count >= 1 session window=1_quarter bearer=unit kinds=any population=units passShare=33.3",
        "rule hours >= 4 hour window=1_year bearer=person kinds=any population=persons passShare=66.6 unnamed",
        "rule leadTime >= 5 day bearer=activity kinds=any population=activities passShare=50",
        "rule share >= 60 percent bearer=activity kinds=any population=activities of=completion passShare=40",
        "rule deadline <= 3 month bearer=person kinds=any population=persons after=appointment passShare=50",
        "rule count >= 1 site bearer=unit kinds=site population=units passShare=50",
        "rule count >= 2 session window=1_year bearer=unit kinds=seminar population=units passShare=0",
        // Different kinds.
        "rule count >= 2 kind window=1_year bearer=programme kinds=any population=programme distinctKinds",
        "rule count >= 2 kind window=1_quarter bearer=unit kinds=seminar,lecture population=units distinctKinds",
        "rule count ~ 2 kind window=1_year bearer=team kinds=any population=teams distinctKinds",
        "rule count >= 2 kind window=1_year bearer=person kinds=any population=persons distinctKinds tiers=young:3",
        "rule count <= 1 kind window=1_year bearer=unit kinds=any population=units credit=own distinctKinds",
        // What each activity must satisfy besides.
        "rule duration >= 2 day bearer=activity kinds=any population=activities needsTopics=theory filedAhead=5 reportedWithin=8",
        "rule count >= 1 document document=report bearer=activity kinds=any population=activities needsTopics=theory,law passShare=50",
        "rule count >= 1 document document=report bearer=activity kinds=any population=activities reportedWithin=8",
        "rule deadline <= 10 day bearer=activity kinds=any population=activities after=activityEnd filedAhead=5",
        "rule share >= 60 percent bearer=activity kinds=any population=activities of=attendance needsTopics=law reportedWithin=20",
        "rule leadTime >= 3 day bearer=activity kinds=any population=activities reportedWithin=3",
        // Windows that overlap.
        "rule count >= 2 session window=1_year step=1_quarter bearer=unit kinds=any population=units",
        "rule coverage >= 60 percent window=1_quarter step=1_month bearer=programme kinds=any population=persons reckoning=windowStart",
        "rule coverage >= 60 percent window=2_quarter step=1_month bearer=programme kinds=any population=units",
        "rule count >= 2 kind window=2_quarter step=1_month bearer=unit kinds=any population=units distinctKinds",
        "rule hours >= 3 hour window=6_month step=1_quarter bearer=person kinds=any population=persons tiers=young:5 passShare=50",
        "rule count >= 1 session window=1_month step=1_quarter bearer=team kinds=any population=teams",
        "rule share >= 25 percent window=2_quarter step=1_month bearer=person kinds=lecture population=persons of=onlineHours",
        "rule headcount >= 3 person window=2_quarter step=1_quarter bearer=programme kinds=any population=persons",
        "rule count >= 1 site window=1_year step=1_quarter bearer=unit kinds=site population=units",
        // Each activity, by the windows of the rule.
        "rule duration >= 2 day window=1_quarter bearer=activity kinds=any population=activities needsTopics=theory",
        "rule leadTime >= 5 day window=6_month step=1_quarter bearer=activity kinds=any population=activities passShare=50",
        "rule share >= 60 percent window=1_month step=1_quarter bearer=activity kinds=any population=activities of=completion",
        "rule hours >= 3 hour window=1_quarter once bearer=activity kinds=any population=activities",
        "rule hours >= 3 hour window=by_--03-10 bearer=activity kinds=any population=activities",
        // Turnout.
        "rule headcount >= 50 percent window=1_quarter bearer=unit kinds=any population=persons",
        "rule headcount ~ 80 percent window=1_year bearer=programme kinds=seminar,lecture population=persons categories=young",
        "rule headcount >= 30 percent window=6_month step=1_quarter bearer=unit kinds=any population=persons unitKinds=department,county reckoning=windowStart anyDay",
        "rule headcount <= 100 percent window=1_quarter bearer=unit kinds=any roles=attendee population=persons reckoning=asOf keepsLate unnamed",
        "rule headcount >= 50 percent window=1_quarter bearer=person kinds=any population=persons sex=female",
        "rule headcount >= 50 percent bearer=unit kinds=any population=units unitKinds=department topics=theory",
    ]

    /// Where what is asked must change nothing.
    static let idleGrowthRules: [String] = [
        "rule count >= 1 site window=1_quarter bearer=unit kinds=site population=units reckoning=windowStart keepsLate",
        "rule count >= 2 session window=1_year bearer=programme kinds=any population=programme credit=own",
        "rule count >= 1 site bearer=unit kinds=site population=units unitKinds=department credit=own",
        "rule count >= 2 session window=1_year bearer=unit kinds=any population=units tiers=young:1",
        "rule count >= 2 document bearer=activity kinds=any population=activities distinctKinds",
        "rule hours >= 4 hour window=1_year bearer=person kinds=any population=persons distinctKinds",
        "rule count >= 2 site bearer=programme kinds=site population=programme distinctKinds",
        "rule count >= 1 site window=1_year bearer=unit kinds=site population=units distinctKinds",
        "rule count >= 1 session window=1_year bearer=unit kinds=any population=units filedAhead=5",
        "rule count >= 2 session window=1_year once step=1_quarter bearer=programme kinds=any population=programme",
        "rule hours >= 3 hour window=by_--03-10 step=1_quarter bearer=activity kinds=any population=activities",
        "rule count >= 2 session window=by_--03-10 step=1_quarter bearer=programme kinds=any population=programme",
    ]
}
