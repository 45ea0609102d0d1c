import Store

extension Migration {
    /// Branches: the plan of a quarter, meetings with what became of them, contact points of leading officials, star
    /// rating.
    static let branches = Migration(
        number: 48, name: "branches",
        statements: [
            """
            create table branch_quarters (
                code text not null primary key,
                branch text not null references units (code),
                plan_year integer not null check (plan_year between 2000 and 2099),
                quarter integer not null check (quarter between 1 and 4),
                stage text not null check (stage in ('draft', 'sent', 'noted', 'returned')),
                drafted_day integer not null,
                sent_day integer,
                sent_by text,
                noted_day integer,
                remark text,
                unique (branch, plan_year, quarter)
            )
            """,
            """
            create table branch_quarter_lines (
                plan text not null references branch_quarters (code),
                place integer not null,
                kind text not null
                    check (kind in ('general', 'committee', 'group', 'lecture', 'themedDay', 'life')),
                planned_day integer not null,
                topic text,
                primary key (plan, place)
            )
            """,
            """
            create table branch_meetings (
                code text not null primary key,
                branch text not null references units (code),
                kind text not null
                    check (kind in ('general', 'committee', 'group', 'lecture', 'themedDay', 'life')),
                themed_kind text not null
                    check (themed_kind in ('general', 'reading', 'film', 'field', 'birthday')),
                title text not null check (length(title) > 0),
                form text not null check (form in ('inPerson', 'field', 'video', 'joint')),
                planned_day integer not null,
                held_at text not null check (length(held_at) > 0),
                announced_day integer not null,
                stage text not null check (stage in ('announced', 'cancelled')),
                remark text
            )
            """,
            "create index branch_meetings_by_branch on branch_meetings (branch, planned_day)",
            "create index branch_meetings_by_day on branch_meetings (planned_day)",
            """
            create table branch_meeting_topics (
                meeting text not null references branch_meetings (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (meeting, place)
            )
            """,
            """
            create table branch_meeting_agenda (
                meeting text not null references branch_meetings (code),
                place integer not null,
                item text not null check (length(item) > 0),
                primary key (meeting, place)
            )
            """,
            """
            create table branch_records (
                meeting text not null primary key references branch_meetings (code),
                held_day integer not null,
                half_hours integer not null check (half_hours >= 0),
                held_at text,
                chair text references persons (code),
                recorder text references persons (code),
                should_come integer not null check (should_come >= 0),
                present integer not null check (present between 0 and should_come),
                observers integer not null check (observers >= 0),
                purpose text not null check (purpose in ('ordinary', 'election')),
                minutes integer not null check (minutes >= 0),
                place_kind text not null check (place_kind in ('own', 'contact', 'other')),
                recorded_day integer not null,
                activity text unique references activities (code),
                taken_back_day integer,
                reason text
            )
            """,
            "create index branch_records_by_day on branch_records (held_day)",
            """
            create table branch_decisions (
                meeting text not null references branch_records (meeting),
                place integer not null,
                decision text not null check (length(decision) > 0),
                primary key (meeting, place)
            )
            """,
            """
            create table branch_leaders (
                meeting text not null references branch_records (meeting),
                place integer not null,
                person text not null references persons (code),
                primary key (meeting, place)
            )
            """,
            "create index branch_leaders_by_person on branch_leaders (person)",
            """
            create table lecture_speakers (
                meeting text not null references branch_records (meeting),
                place integer not null,
                speaker_role text not null
                    check (speaker_role in ('leader', 'secretary', 'member', 'expert', 'model')),
                person text references persons (code),
                guest text,
                check ((person is null) <> (guest is null)),
                primary key (meeting, place)
            )
            """,
            "create index lecture_speakers_by_person on lecture_speakers (person)",
            """
            create table contact_points (
                code text not null primary key,
                unit text not null references units (code),
                person text not null references persons (code),
                place_unit text not null references units (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day)
            )
            """,
            "create index contact_points_by_unit on contact_points (unit)",
            "create index contact_points_by_person on contact_points (person)",
            "create index contact_points_by_place on contact_points (place_unit)",
            """
            create table star_rounds (
                code text not null primary key,
                title text not null check (length(title) > 0),
                rated_year integer not null check (rated_year between 2000 and 2099),
                field text not null
                    check (field in ('office', 'rural', 'community', 'stateFirm', 'institution', 'newGroup')),
                model text not null check (model in ('m1', 'm2', 'm3', 'm4')),
                assess_by_day integer not null,
                band_five integer not null,
                band_four integer not null,
                band_three integer not null,
                band_two integer not null,
                fewest integer not null check (fewest between 1 and 5),
                base_weight integer not null,
                assessment_weight integer not null,
                bonus_most integer not null,
                quota_five integer not null,
                quota_four integer not null,
                quota_three integer not null,
                rounding text not null check (rounding in ('down', 'nearest', 'up')),
                tie text not null check (tie in ('below', 'above')),
                needs_innovation text not null check (needs_innovation in ('yes', 'no')),
                max_step integer not null,
                rates_new text not null check (rates_new in ('yes', 'no')),
                opened_day integer not null,
                stage text not null check (stage in ('open', 'noticed', 'announced')),
                meeting text,
                decided_day integer,
                notice_from_day integer,
                announced_day integer,
                document text,
                check (band_five > band_four and band_four > band_three and band_three > band_two),
                check (base_weight + assessment_weight = 100)
            )
            """,
            """
            create table star_items (
                round text not null references star_rounds (code),
                place integer not null,
                area text not null,
                item text not null,
                standard text not null,
                half_points integer not null check (half_points >= 0),
                deduction text,
                proof text,
                primary key (round, place)
            )
            """,
            """
            create table star_vetoes (
                round text not null references star_rounds (code),
                place integer not null,
                veto text not null,
                primary key (round, place)
            )
            """,
            """
            create table star_honours (
                round text not null references star_rounds (code),
                place integer not null,
                honour text not null,
                primary key (round, place)
            )
            """,
            """
            create table star_assessments (
                code text not null primary key,
                round text not null references star_rounds (code),
                branch text not null references units (code),
                bonus integer not null,
                bonus_for text,
                innovation text,
                honour text,
                stage text not null check (stage in ('sent', 'returned', 'reviewed', 'decided', 'announced')),
                assessed_day integer not null,
                assessed_by text not null,
                reviewed_day integer,
                reviewed_by text,
                review_bonus integer not null,
                assessment integer not null,
                visited_day integer,
                has_innovation text not null check (has_innovation in ('yes', 'no')),
                is_direct text not null check (is_direct in ('yes', 'no')),
                is_outstanding text not null check (is_outstanding in ('yes', 'no')),
                veto text,
                review_remark text,
                remark text,
                score integer,
                stars integer check (stars between 0 and 5),
                stars_before integer,
                reasons text,
                unique (round, branch)
            )
            """,
            "create index star_assessments_by_branch on star_assessments (branch)",
            """
            create table star_lines (
                assessment text not null references star_assessments (code),
                place integer not null,
                own integer not null check (own >= 0),
                proof text,
                review integer not null check (review >= 0),
                reason text,
                primary key (assessment, place)
            )
            """,
            """
            create table star_appeals (
                code text not null primary key,
                assessment text not null references star_assessments (code),
                item integer not null check (item > 0),
                claim text not null,
                proof text not null,
                asked_day integer not null,
                asked_by text not null,
                answered_day integer,
                answered_by text,
                is_upheld text not null check (is_upheld in ('yes', 'no')),
                half_points integer not null,
                answer text,
                stars_from integer,
                stars_to integer
            )
            """,
            "create index star_appeals_by_assessment on star_appeals (assessment)",
            """
            create table branch_stars (
                code text not null primary key,
                branch text not null references units (code),
                stars integer not null check (stars between 1 and 5),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                round text references star_rounds (code),
                document text,
                reason text
            )
            """,
            "create index branch_stars_by_branch on branch_stars (branch, from_day)",
        ])
}
