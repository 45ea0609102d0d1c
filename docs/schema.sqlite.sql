CREATE TABLE accounts (
    name text not null primary key check (length(name) > 0),
    folded text not null unique check (length(folded) > 0),
    display_name text not null check (length(display_name) > 0),
    person text references persons (code),
    opened_day integer not null,
    disabled_day integer,
    reason text,
    check ((disabled_day is null) = (reason is null))
);
CREATE TABLE activities (
    code text not null primary key,
    kind text not null check (length(kind) > 0),
    title text not null check (length(title) > 0),
    organiser text not null references units (code),
    team text references teams (code),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    half_hours integer not null check (half_hours >= 0),
    filed_day integer,
    approved_day integer,
    reported_day integer,
    recorded_day integer not null
);
CREATE TABLE activity_audiences (
    activity text not null references activities (code),
    place integer not null check (place >= 0),
    category text not null check (length(category) > 0),
    primary key (activity, place)
);
CREATE TABLE activity_topics (
    activity text not null references activities (code),
    place integer not null check (place >= 0),
    topic text not null check (length(topic) > 0),
    primary key (activity, place)
);
CREATE TABLE appointments (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    post text,
    person_rank text,
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE attachments (
    activity text not null references activities (code),
    place integer not null check (place >= 0),
    name text not null check (length(name) > 0),
    handed_in_day integer not null,
    primary key (activity, place)
);
CREATE TABLE branch_decisions (
    meeting text not null references branch_records (meeting),
    place integer not null,
    decision text not null check (length(decision) > 0),
    primary key (meeting, place)
);
CREATE TABLE branch_leaders (
    meeting text not null references branch_records (meeting),
    place integer not null,
    person text not null references persons (code),
    primary key (meeting, place)
);
CREATE TABLE branch_look_gaps (
    look text not null references branch_looks (code),
    place integer not null,
    gap text not null check (length(gap) > 0),
    primary key (look, place)
);
CREATE TABLE branch_looks (
    code text not null primary key,
    branch text not null references units (code),
    look_year integer not null check (look_year between 2000 and 2099),
    quarter integer not null check (quarter between 1 and 4),
    looked_day integer not null,
    looked_by text not null,
    stage text not null check (stage in ('fine', 'open', 'answered', 'closed')),
    due_day integer,
    remark text,
    answer text,
    answered_day integer,
    answered_by text,
    closed_day integer,
    closed_by text,
    close_remark text,
    unique (branch, look_year, quarter),
    check ((stage = 'fine') = (due_day is null))
);
CREATE TABLE branch_meeting_agenda (
    meeting text not null references branch_meetings (code),
    place integer not null,
    item text not null check (length(item) > 0),
    primary key (meeting, place)
);
CREATE TABLE branch_meeting_topics (
    meeting text not null references branch_meetings (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (meeting, place)
);
CREATE TABLE branch_meetings (
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
);
CREATE TABLE branch_quarter_lines (
    plan text not null references branch_quarters (code),
    place integer not null,
    kind text not null
        check (kind in ('general', 'committee', 'group', 'lecture', 'themedDay', 'life')),
    planned_day integer not null,
    topic text,
    primary key (plan, place)
);
CREATE TABLE branch_quarters (
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
);
CREATE TABLE branch_records (
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
);
CREATE TABLE branch_stars (
    code text not null primary key,
    branch text not null references units (code),
    stars integer not null check (stars between 1 and 5),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    round text references star_rounds (code),
    document text,
    reason text
, points_round text references star_rounds (code), points_first integer, points_least integer);
CREATE TABLE calendar_years (
    year integer not null check (year between 1 and 9999),
    version integer not null check (version >= 1),
    source text not null check (length(source) > 0),
    recorded_day integer not null,
    holidays text,
    workdays text,
    primary key (year, version)
);
CREATE TABLE call_up_receipts (
    trainee text not null primary key references trainees (code),
    class text not null references training_classes (code),
    answer text not null check (answer in ('confirmed', 'declined', 'substitute')),
    reason text,
    answered_day integer not null
);
CREATE TABLE case_reviews (
    teaching_case text not null references teaching_cases (code),
    place integer not null,
    round integer not null check (round >= 1),
    reviewer text not null check (length(reviewer) > 0),
    verdict text not null check (verdict in ('accept', 'revise', 'turnDown')),
    remark text,
    day integer not null,
    primary key (teaching_case, place)
);
CREATE TABLE category_holdings (
    code text not null primary key,
    person text not null references persons (code),
    category text not null check (length(category) > 0),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE class_audiences (
    class text not null references training_classes (code),
    place integer not null,
    category text not null check (length(category) > 0),
    primary key (class, place)
);
CREATE TABLE class_call_ups (
    class text not null primary key references training_classes (code),
    number text,
    issued_day integer not null,
    deadline integer not null,
    contact text not null check (length(contact) > 0),
    notes text
);
CREATE TABLE class_closings (
    class text not null primary key references training_classes (code),
    closed_day integer not null,
    activity text not null references activities (code),
    half_hours integer not null check (half_hours >= 0),
    summary text not null check (length(summary) > 0),
    reopened_day integer,
    reason text
);
CREATE TABLE class_costs (
    class text not null references training_classes (code),
    place integer not null,
    item text not null check (length(item) > 0),
    fen bigint not null check (fen >= 0),
    primary key (class, place)
);
CREATE TABLE class_expenses (
    code text not null primary key,
    class text not null references training_classes (code),
    item text not null check (length(item) > 0),
    day integer not null,
    fen bigint not null check (fen >= 0),
    receipt text not null check (length(receipt) > 0),
    note text,
    voided_day integer,
    reason text
);
CREATE TABLE class_fixed_quotas (
    proposal text not null references class_quota_proposals (code),
    place integer not null,
    unit text not null references units (code),
    seats integer not null check (seats between 0 and 5000),
    primary key (proposal, place)
);
CREATE TABLE class_halls (
    code text not null primary key,
    class text not null references training_classes (code),
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')),
    secret text not null check (length(secret) > 0),
    opens_at integer not null check (opens_at >= 0),
    late_at integer not null check (late_at >= opens_at),
    closes_at integer not null check (closes_at >= late_at),
    grace integer not null check (grace between 0 and 60),
    held integer not null check (held between 60 and 3600),
    unique (class, day, half)
);
CREATE TABLE class_leave_decisions (
    leave text not null references class_leaves (code),
    place integer not null,
    level text not null check (level in ('teacher', 'school', 'office')),
    decided_by text not null check (length(decided_by) > 0),
    decided_day integer not null,
    is_granted integer not null check (is_granted in (0, 1)),
    remark text,
    primary key (leave, place)
);
CREATE TABLE class_leaves (
    code text not null primary key,
    class text not null references training_classes (code),
    organiser text not null references units (code),
    trainee text not null references trainees (code),
    kind text not null check (kind in ('personal', 'sick', 'official')),
    from_day integer not null,
    from_half text not null check (from_half in ('morning', 'afternoon', 'evening')),
    to_day integer not null check (to_day >= from_day),
    to_half text not null check (to_half in ('morning', 'afternoon', 'evening')),
    reason text not null check (length(reason) > 0),
    contact text not null check (length(contact) > 0),
    half_days integer not null check (half_days between 1 and 1200),
    half_hours integer not null check (half_hours >= 0),
    filed_day integer not null,
    stage text not null check (stage in ('filed', 'granted', 'refused', 'withdrawn')),
    awaits text check (awaits in ('teacher', 'school', 'office')),
    returned_day integer
);
CREATE TABLE class_parts (
    class text not null references training_classes (code),
    place integer not null,
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    place_name text not null check (length(place_name) > 0),
    institution text,
    way text not null,
    primary key (class, place)
);
CREATE TABLE class_proposed_trainees (
    code text not null primary key,
    proposal text not null references class_quota_proposals (code),
    person text not null references persons (code),
    unit text not null references units (code),
    standing text not null check (standing in ('proposed', 'pinned', 'forbidden')),
    why text not null check (why in ('overdue', 'due', 'untrained', 'never', 'trained')),
    obligation text,
    why_day integer,
    reason text,
    unique (proposal, person)
);
CREATE TABLE class_quota_proposals (
    code text not null primary key,
    class text not null references training_classes (code),
    number integer not null check (number > 0),
    made_day integer not null,
    seats integer not null check (seats between 0 and 5000),
    women_pct integer not null check (women_pct between 0 and 100),
    unique (class, number)
);
CREATE TABLE class_quotas (
    class text not null references class_call_ups (class),
    place integer not null,
    unit text not null references units (code),
    seats integer not null check (seats between 0 and 5000),
    remark text, divided_from text references units (code), names_due integer,
    primary key (class, place)
);
CREATE TABLE class_sessions (
    class text not null references class_timetables (class),
    place integer not null,
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')),
    course text not null check (length(course) > 0),
    way text not null,
    trainer text,
    room text,
    half_hours integer not null check (half_hours between 0 and 24), course_code text references courses (code), case_code text references teaching_cases (code), trainer_code text references trainers (code), room_code text references rooms (code), site_code text references teaching_sites (code),
    primary key (class, place)
);
CREATE TABLE class_spendings (
    class text not null references class_closings (class),
    place integer not null,
    item text not null check (length(item) > 0),
    fen bigint not null check (fen >= 0),
    primary key (class, place)
);
CREATE TABLE class_timetables (
    class text not null primary key references training_classes (code),
    kept_day integer not null
);
CREATE TABLE class_topics (
    class text not null references training_classes (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (class, place)
);
CREATE TABLE class_wished_units (
    proposal text not null references class_quota_proposals (code),
    place integer not null,
    unit text not null references units (code),
    primary key (proposal, place)
);
CREATE TABLE contact_points (
    code text not null primary key,
    unit text not null references units (code),
    person text not null references persons (code),
    place_unit text not null references units (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day)
);
CREATE TABLE corrections (
    code text not null primary key,
    activity text unique references activities (code),
    activity_replacement text unique references activities (code),
    participation text unique references participations (code),
    participation_replacement text unique references participations (code),
    site text unique references sites (code),
    site_replacement text unique references sites (code),
    reason text not null check (length(reason) > 0),
    made_by text not null check (length(made_by) > 0),
    recorded_day integer not null,
    check (
        case when activity is null then 0 else 1 end
        + case when participation is null then 0 else 1 end
        + case when site is null then 0 else 1 end = 1
    ),
    check (
        case when activity is null then 0 else 1 end
        = case when activity_replacement is null then 0 else 1 end
    ),
    check (
        case when participation is null then 0 else 1 end
        = case when participation_replacement is null then 0 else 1 end
    ),
    check (
        case when site is null then 0 else 1 end
        = case when site_replacement is null then 0 else 1 end
    ),
    check (activity <> activity_replacement),
    check (participation <> participation_replacement),
    check (site <> site_replacement)
);
CREATE TABLE counters (
    name text not null primary key,
    last_number integer not null check (last_number >= 0)
);
CREATE TABLE course_trainers (
    course text not null references courses (code),
    place integer not null,
    trainer text not null references trainers (code),
    primary key (course, place)
);
CREATE TABLE courses (
    code text not null primary key,
    title text not null check (length(title) > 0),
    kind text not null
        check (kind in ('theory', 'partySpirit', 'ability', 'knowledge', 'caseLesson', 'event')),
    way text not null,
    half_hours integer not null check (half_hours between 0 and 80),
    syllabus text,
    updated_day integer,
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
);
CREATE TABLE credentials (
    account text not null primary key references accounts (name),
    password text,
    set_day integer not null,
    one_time text,
    one_time_until integer,
    check ((one_time is null) = (one_time_until is null))
);
CREATE TABLE desk_visits (
    account text not null,
    post text not null,
    seen_at text not null,
    seen_seq integer not null,
    seen_state text,
    since_at text,
    since_seq integer,
    since_state text,
    primary key (account, post)
);
CREATE TABLE destructions (
    code text not null primary key,
    person text not null check (length(person) > 0),
    ground text not null check (length(ground) > 0),
    in_texts integer not null check (in_texts in (0, 1)),
    stage text not null check (stage in ('asked', 'done', 'refused')),
    asked_by text not null,
    asked_day integer not null,
    decided_by text,
    decided_day integer,
    remark text,
    check (stage = 'asked' or decided_by is not null),
    check (decided_by is null or decided_by <> asked_by)
);
CREATE TABLE digest_letters (
    account text not null references accounts (name),
    letter_day integer not null,
    stage text not null check (stage in ('waiting', 'sending', 'sent', 'nothing', 'refused')),
    tries integer not null check (tries >= 0),
    tried_at text,
    primary key (letter_day, account)
);
CREATE TABLE digest_wishes (
    account text not null primary key references accounts (name),
    address text not null check (length(address) > 0),
    since_day integer not null
);
CREATE TABLE distinct_people (
    code text not null primary key,
    one text not null references persons (code),
    other text not null references persons (code),
    remark text,
    said_day integer not null,
    said_by text not null check (length(said_by) > 0),
    over_day integer,
    over_by text,
    check (one < other),
    check ((over_day is null) = (over_by is null))
);
CREATE TABLE drill_contest_events (
    contest text not null references drill_contests (code),
    place integer not null,
    event_name text not null check (length(event_name) > 0),
    theory_share integer not null check (theory_share between 0 and 100),
    per_unit integer not null check (per_unit > 0),
    firsts integer not null check (firsts >= 0),
    seconds integer not null check (seconds >= 0),
    thirds integer not null check (thirds >= 0), team_size integer check (team_size > 1),
    primary key (contest, place)
);
CREATE TABLE drill_contest_judges (
    contest text not null references drill_contests (code),
    place integer not null,
    person text not null references persons (code),
    event_number integer not null check (event_number >= 0),
    primary key (contest, place)
);
CREATE TABLE drill_contests (
    code text not null primary key,
    unit text not null references units (code),
    title text not null check (length(title) > 0),
    contest_year integer not null check (contest_year between 2000 and 2099),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    held_at text not null check (length(held_at) > 0),
    half_hours integer not null check (half_hours > 0),
    register_by integer not null,
    notice text,
    trim_from integer not null check (trim_from >= 0),
    tie_rule text not null check (tie_rule in ('practiceTime', 'timePractice', 'shared')),
    first_points integer not null,
    second_points integer not null,
    third_points integer not null,
    announced_day integer not null,
    stage text not null
        check (stage in ('announced', 'drawn', 'published', 'decided', 'cancelled')),
    remark text,
    seed text,
    drawn_day integer,
    published_day integer,
    notice_until integer,
    decided_day integer,
    doc_number text,
    activity text references activities (code)
);
CREATE TABLE drill_entries (
    code text not null primary key,
    contest text not null references drill_contests (code),
    event_number integer not null check (event_number > 0),
    unit text not null references units (code),
    person text not null references persons (code),
    entered_day integer not null,
    withdrawn_day integer,
    draw_number integer,
    theory integer,
    time_taken integer
, team_name text);
CREATE TABLE drill_entry_members (
    entry text not null references drill_entries (code),
    place integer not null,
    person text not null references persons (code),
    primary key (entry, place)
);
CREATE TABLE drill_exam_outline (
    exam text not null references drill_exams (code),
    place integer not null,
    item text not null check (length(item) > 0),
    primary key (exam, place)
);
CREATE TABLE drill_exam_results (
    exam text not null primary key references drill_exams (code),
    imported_day integer not null,
    times integer not null check (times > 0),
    activity text not null unique references activities (code),
    reason text
, salt text);
CREATE TABLE drill_exam_scores (
    exam text not null references drill_exam_results (exam),
    place integer not null,
    person text not null references persons (code),
    unit text not null references units (code),
    presence text not null check (presence in ('sat', 'official', 'leave', 'seconded', 'absent')),
    score integer check (score >= 0),
    primary key (exam, place),
    check ((presence = 'sat') = (score is not null))
);
CREATE TABLE drill_exams (
    code text not null primary key,
    unit text not null references units (code),
    title text not null check (length(title) > 0),
    exam_year integer not null check (exam_year between 2000 and 2099),
    quarter text not null check (quarter in ('q1', 'q2', 'q3', 'q4')),
    held_day integer not null,
    held_at text not null check (length(held_at) > 0),
    way text not null check (way in ('closed', 'open', 'computer', 'online')),
    half_hours integer not null check (half_hours > 0),
    full_score integer not null check (full_score > 0),
    announced_day integer not null,
    stage text not null check (stage in ('announced', 'cancelled')),
    remark text
);
CREATE TABLE drill_exchange_leads (
    exchange text not null references drill_exchanges (code),
    place integer not null,
    person text not null references persons (code),
    primary key (exchange, place)
);
CREATE TABLE drill_exchange_people (
    exchange text not null references drill_exchanges (code),
    place integer not null,
    person text not null references persons (code),
    primary key (exchange, place)
);
CREATE TABLE drill_exchanges (
    code text not null primary key,
    unit text not null references units (code),
    title text not null check (length(title) > 0),
    theme text not null check (length(theme) > 0),
    way text not null check (way in ('discussion', 'demonstration', 'practice', 'scenario', 'emergency')),
    held_day integer not null,
    half_hours integer not null check (half_hours > 0),
    held_at text not null check (length(held_at) > 0),
    content text,
    recorded_day integer not null,
    activity text not null unique references activities (code),
    taken_back_day integer,
    reason text
);
CREATE TABLE drill_handbook_readings (
    code text not null primary key,
    version text not null references drill_handbook_versions (code),
    person text not null references persons (code),
    confirmed_day integer not null
);
CREATE TABLE drill_handbook_versions (
    code text not null primary key,
    handbook text not null references drill_handbooks (code),
    version_number integer not null check (version_number > 0),
    valid_from integer not null,
    summary text not null check (length(summary) > 0),
    approved_by text not null check (length(approved_by) > 0),
    paper text not null references evidence (code),
    entered_day integer not null
);
CREATE TABLE drill_handbooks (
    code text not null primary key,
    unit text not null references units (code),
    title text not null check (length(title) > 0),
    family text not null check (length(family) > 0),
    entered_day integer not null,
    withdrawn_day integer
);
CREATE TABLE drill_marks (
    entry text not null references drill_entries (code),
    place integer not null,
    judge text not null references persons (code),
    mark integer not null check (mark >= 0),
    primary key (entry, place)
);
CREATE TABLE drill_objections (
    code text not null primary key,
    contest text not null references drill_contests (code),
    unit text not null references units (code),
    event_number integer not null check (event_number > 0),
    about text not null check (length(about) > 0),
    raised_day integer not null,
    answered_day integer,
    is_upheld integer,
    answer text
);
CREATE TABLE drill_titles (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    title text not null check (title in ('skilled', 'backbone')),
    title_level text not null check (title_level in ('unit', 'county', 'city', 'province')),
    title_year integer not null check (title_year between 2000 and 2099),
    awarding_body text not null check (length(awarding_body) > 0),
    doc_number text not null check (length(doc_number) > 0),
    granted_day integer not null,
    valid_until integer,
    contest text references drill_contests (code),
    event_name text,
    place_taken integer,
    entered_day integer not null,
    revoked_day integer,
    why text check (why in ('cheating', 'mistake', 'discipline', 'leftFamily')),
    revoking_number text,
    is_returned integer
);
CREATE TABLE editions (
    number integer not null primary key check (number >= 1),
    title text not null check (length(title) > 0),
    in_force_day integer not null,
    published_day integer not null,
    text_hash text not null check (length(text_hash) = 64),
    answers text,
    body text not null check (length(body) > 0)
);
CREATE TABLE evidence (
    code text not null primary key,
    of_kind text not null check (length(of_kind) > 0),
    of_code text not null check (length(of_code) > 0),
    document text not null check (length(document) > 0),
    name text not null check (length(name) > 0),
    type text not null,
    bytes bigint not null check (bytes > 0),
    hash text not null check (length(hash) = 64),
    proves_day integer not null,
    came_day integer not null,
    made_by text not null,
    note text,
    withdrawn_day integer,
    withdrawn_by text,
    reason text,
    check ((withdrawn_day is null) = (reason is null))
);
CREATE TABLE fact_changes (
    seq integer not null primary key references journal (seq),
    kind text not null check (length(kind) > 0),
    code text not null check (length(code) > 0)
);
CREATE TABLE first_codes (
    granted_role text not null primary key,
    hash text not null check (length(hash) = 64),
    made_at text not null
);
CREATE TABLE folded_names (
    person text not null primary key references persons (code),
    name text not null check (length(name) > 0)
);
CREATE TABLE folded_titles (
    activity text not null primary key references activities (code),
    title text not null check (length(title) > 0)
);
CREATE TABLE form_drafts (
    code text not null primary key check (length(code) >= 16),
    account text not null check (length(account) > 0),
    form text not null check (length(form) > 0),
    fields text,
    seen_seq bigint,
    changed_at text not null,
    sent_to text
, post text, left_by text);
CREATE TABLE former_passwords (
    account text not null references credentials (account),
    place integer not null,
    password text not null check (length(password) > 0),
    primary key (account, place)
);
CREATE TABLE half_sign_ins (
    token text not null primary key check (length(token) = 64),
    account text not null references accounts (name),
    means text not null,
    made_at text not null
);
CREATE TABLE hall_attendance (
    lecture text not null references hall_records (lecture),
    place integer not null,
    unit text not null references units (code),
    came integer not null check (came between 0 and 100000),
    primary key (lecture, place)
);
CREATE TABLE hall_attendees (
    lecture text not null references hall_records (lecture),
    place integer not null,
    person text not null references persons (code),
    unit text references units (code),
    primary key (lecture, place)
);
CREATE TABLE hall_lecture_topics (
    lecture text not null references hall_lectures (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (lecture, place)
);
CREATE TABLE hall_lectures (
    code text not null primary key,
    series text not null references hall_series (code),
    issue integer not null check (issue > 0),
    unit text not null references units (code),
    topic text not null check (length(topic) > 0),
    trainer text references trainers (code),
    speaker text not null check (length(speaker) > 0),
    origin text not null check (origin in ('mainland', 'outside')),
    day integer not null,
    start_time text,
    held_at text,
    way text not null check (way in ('room', 'live', 'both')),
    audience text,
    places integer not null check (places between 0 and 100000),
    outline text,
    contact text,
    planned_day integer,
    stage text not null
        check (stage in ('planned', 'applied', 'returned', 'approved', 'announced', 'cancelled')),
    applied_day integer,
    applied_by text,
    approved_day integer,
    announced_day integer,
    remark text
);
CREATE TABLE hall_named (
    seats text not null references hall_seats (code),
    place integer not null,
    person text not null references persons (code),
    primary key (seats, place)
);
CREATE TABLE hall_postponements (
    lecture text not null references hall_lectures (code),
    place integer not null,
    from_day integer not null,
    to_day integer not null,
    said_day integer not null,
    reason text not null check (length(reason) > 0),
    primary key (lecture, place)
);
CREATE TABLE hall_records (
    lecture text not null primary key references hall_lectures (code),
    held_day integer not null,
    half_hours integer not null check (half_hours > 0),
    chair text not null references persons (code),
    guests integer not null check (guests >= 0),
    online integer not null check (online >= 0),
    recorded_day integer not null,
    activity text not null unique references activities (code),
    taken_back_day integer,
    reason text
);
CREATE TABLE hall_seats (
    code text not null primary key,
    lecture text not null references hall_lectures (code),
    unit text not null references units (code),
    places integer not null check (places between 0 and 100000),
    offered_day integer not null,
    named_day integer,
    others integer not null check (others >= 0),
    unique (lecture, unit)
);
CREATE TABLE hall_series (
    code text not null primary key,
    unit text not null references units (code),
    series_year integer not null check (series_year between 2000 and 2099),
    title text not null check (length(title) > 0),
    stage text not null check (stage in ('draft', 'submitted', 'returned', 'approved')),
    drafted_day integer not null,
    submitted_day integer,
    submitted_by text,
    approved_day integer,
    remark text,
    unique (unit, series_year)
);
CREATE TABLE hall_series_lectures (
    series text not null references hall_series (code),
    place integer not null,
    planned_day integer not null,
    topic text not null check (length(topic) > 0),
    trainer text references trainers (code),
    speaker text,
    held_at text,
    audience text,
    places integer not null check (places between 0 and 100000),
    primary key (series, place)
);
CREATE TABLE hall_sign_ins (
    code text not null primary key,
    class text not null references training_classes (code),
    trainee text not null references trainees (code),
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')),
    signed_at integer not null check (signed_at between 0 and 86399),
    is_late integer not null check (is_late in (0, 1)),
    unique (trainee, day, half)
);
CREATE TABLE hour_rules (
    code text not null primary key,
    source text not null check (source in ('own', 'outside', 'superior', 'online', 'teaching')),
    since_day integer not null,
    per text not null check (per in ('day', 'halfDay', 'hour', 'piece')),
    half_hours integer not null check (half_hours >= 0),
    cap_once integer not null check (cap_once >= 0),
    cap_year integer not null check (cap_year >= 0),
    basis text,
    unique (source, since_day)
);
CREATE TABLE inhouse_topics (
    trainer text not null references inhouse_trainers (code),
    place integer not null,
    title text not null check (length(title) > 0),
    half_hours integer not null check (half_hours between 0 and 80),
    audience text,
    primary key (trainer, place)
);
CREATE TABLE inhouse_trainers (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    kind text not null check (kind in ('inHouse', 'speaker', 'partTime')),
    stage text not null check (stage in ('recommended', 'returned', 'appointed', 'ended')),
    recommended_day integer not null,
    appointed_day integer,
    until_day integer,
    ended_day integer,
    remark text
);
CREATE TABLE issuer_attempts (
    state text not null primary key check (length(state) = 64),
    nonce text not null,
    verifier text not null,
    wanted text not null,
    made_at text not null
);
CREATE TABLE jobs (
    code text not null primary key,
    work text not null check (length(work) > 0),
    words_zh text not null,
    words_en text not null,
    about text,
    given text not null,
    account text not null check (length(account) > 0),
    reader text not null,
    state text not null
        check (state in ('waiting', 'running', 'done', 'refused', 'cancelled', 'interrupted')),
    done bigint not null check (done >= 0),
    total bigint,
    end_zh text,
    end_en text,
    leads_to text,
    file_name text,
    file_type text,
    begun_at text not null,
    ended_at text,
    is_cancel_asked integer not null check (is_cancel_asked in (0, 1)),
    process text,
    beat bigint
);
CREATE TABLE journal (
    seq integer not null primary key check (seq >= 1),
    made_at text not null check (length(made_at) > 0),
    made_by text not null check (length(made_by) > 0),
    act text not null check (length(act) > 0),
    object_kind text not null check (length(object_kind) > 0),
    object_code text not null check (length(object_code) > 0),
    state_before text,
    state_after text,
    previous_hash text not null check (length(previous_hash) = 64),
    hash text not null unique check (length(hash) = 64)
, salt text);
CREATE TABLE journal_head (
    place integer not null primary key check (place = 1),
    seq integer not null check (seq >= 0),
    hash text not null check (length(hash) = 64)
);
CREATE TABLE kept_forms (
    account text not null primary key references accounts (name),
    form text not null,
    fields text not null,
    kept_at text not null
);
CREATE TABLE lecture_fee_lines (
    class text not null references lecture_fees (class),
    place integer not null,
    trainer text not null references trainers (code),
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')),
    fen bigint not null check (fen >= 0),
    primary key (class, place)
);
CREATE TABLE lecture_fees (
    class text not null primary key references training_classes (code),
    kept_day integer not null
);
CREATE TABLE lecture_speakers (
    meeting text not null references branch_records (meeting),
    place integer not null,
    speaker_role text not null
        check (speaker_role in ('leader', 'secretary', 'member', 'expert', 'model')),
    person text references persons (code),
    guest text,
    check ((person is null) <> (guest is null)),
    primary key (meeting, place)
);
CREATE TABLE line_audiences (
    line text not null references programme_lines (code),
    place integer not null,
    category text not null check (length(category) > 0),
    primary key (line, place)
);
CREATE TABLE line_templates (
    code text not null primary key,
    title text not null check (length(title) > 0),
    kind text not null,
    institution text,
    target text,
    purpose text,
    runs integer not null check (runs between 1 and 99),
    heads integer not null check (heads between 1 and 5000),
    days integer not null check (days between 1 and 400),
    hours integer not null check (hours between 0 and 3000),
    month integer not null check (month between 1 and 12),
    part text not null check (part in ('whole', 'early', 'middle', 'late')),
    place_name text,
    funded_by text,
    notes text,
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
);
CREATE TABLE line_topics (
    line text not null references programme_lines (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (line, place)
);
CREATE TABLE notice_readings (
    code text not null primary key,
    notice text not null references reminder_units (code),
    account text not null check (length(account) > 0),
    read_at text not null,
    unique (notice, account)
);
CREATE TABLE noun_words (
    kind text not null,
    code text not null,
    words text not null check (length(words) > 0),
    primary key (kind, code)
);
CREATE TABLE observer_visits (
    code text not null primary key,
    team text not null references teams (code),
    unit text not null references units (code),
    planned_day integer not null,
    lead_person text not null references persons (code),
    contact text,
    focus text,
    arranged_day integer not null,
    stage text not null check (stage in ('planned', 'cancelled')),
    remark text,
    sent_day integer,
    came_day integer,
    reported_day integer,
    organisation text not null,
    content text not null,
    form text not null,
    effect text not null,
    archive text not null,
    strong_points text,
    problems text,
    advice text,
    replied_day integer,
    reply text
);
CREATE TABLE own_columns (
    code text not null primary key,
    rows_are text not null check (length(rows_are) > 0),
    heading text not null check (length(heading) > 0),
    folded text not null check (length(folded) > 0),
    field text not null check (length(field) > 0),
    is_over integer not null check (is_over in (0, 1)),
    unique (rows_are, folded)
);
CREATE TABLE own_study_lines (
    plan text not null references own_study_plans (code),
    place integer not null,
    subject text not null check (length(subject) > 0),
    source text,
    done_day integer,
    primary key (plan, place)
);
CREATE TABLE own_study_plans (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    plan_year integer not null check (plan_year between 2000 and 2099),
    drawn_day integer not null,
    unique (person, plan_year)
);
CREATE TABLE participations (
    code text not null primary key,
    activity text not null references activities (code),
    person text not null references persons (code),
    part text not null check (part in ('attendee', 'speaker', 'keynote', 'staff')),
    half_hours integer not null check (half_hours >= 0),
    completed integer not null check (completed in (0, 1)),
    recorded_day integer not null
);
CREATE TABLE person_mergers (
    code text not null primary key,
    person text not null unique references persons (code),
    kept text not null references persons (code),
    doubles text,
    recorded_day integer not null,
    check (person <> kept)
);
CREATE TABLE personal_views (
    about_kind text not null check (about_kind in ('person', 'unit')),
    about text not null check (length(about) > 0),
    viewed_day integer not null,
    account text not null check (length(account) > 0),
    means text not null check (means in ('page', 'file')),
    first_at text not null,
    primary key (about_kind, about, viewed_day, account, means)
);
CREATE TABLE persons (
    code text not null primary key,
    name text not null check (length(name) > 0),
    sex text not null check (sex in ('female', 'male')),
    birth_month text not null check (length(birth_month) = 7),
    recorded_day integer not null
);
CREATE TABLE plan_draft_texts (
    draft text not null primary key references plan_drafts (code),
    body text not null check (length(body) > 0)
);
CREATE TABLE plan_drafts (
    code text not null primary key,
    title text not null check (length(title) > 0),
    source text not null check (source in ('file', 'pasted', 'edition')),
    against integer references editions (number),
    answers text not null check (length(answers) > 0),
    left_out text,
    handed_day integer not null,
    made_by text not null,
    stage text not null check (stage in ('open', 'published', 'discarded')),
    edition integer references editions (number),
    remark text,
    check ((stage = 'published') = (edition is not null))
);
CREATE TABLE programme_issue_lines (
    issue text not null references programme_issues (code),
    place integer not null,
    line text not null references programme_lines (code),
    title text not null check (length(title) > 0),
    kind text not null,
    organiser text not null references units (code),
    institution text,
    target text,
    runs integer not null check (runs between 1 and 99),
    heads integer not null check (heads between 1 and 5000),
    days integer not null check (days between 1 and 400),
    month integer not null check (month between 1 and 12),
    part text not null check (part in ('whole', 'early', 'middle', 'late')),
    place_name text,
    fen bigint not null check (fen >= 0),
    funded_by text,
    contact text,
    notes text,
    fate text not null check (fate in ('included', 'merged', 'cancelled', 'notHeld')),
    reason text,
    paper text,
    primary key (issue, place)
);
CREATE TABLE programme_issues (
    code text not null primary key,
    programme text not null references programmes (code),
    version integer not null check (version > 0),
    number text not null check (length(number) > 0),
    issued_day integer not null,
    issuer text not null check (length(issuer) > 0),
    notes text,
    unique (programme, version)
);
CREATE TABLE programme_lines (
    code text not null primary key,
    programme text not null references programmes (code),
    title text not null check (length(title) > 0),
    kind text not null,
    organiser text not null references units (code),
    institution text,
    target text,
    purpose text,
    runs integer not null check (runs between 1 and 99),
    heads integer not null check (heads between 1 and 5000),
    days integer not null check (days between 1 and 400),
    hours integer not null check (hours between 0 and 3000),
    month integer not null check (month between 1 and 12),
    part text not null check (part in ('whole', 'early', 'middle', 'late')),
    place_name text,
    fen bigint not null check (fen >= 0),
    funded_by text,
    contact text,
    notes text,
    stage text not null
        check (stage in ('draft', 'filed', 'returned', 'included', 'merged', 'cancelled', 'notHeld')),
    filed_day integer,
    decided_day integer,
    remark text,
    paper text,
    adjusted_day integer,
    merged_into text,
    source text
);
CREATE TABLE programmes (
    code text not null primary key check (length(code) = 4),
    opened_day integer not null,
    notes text
);
CREATE TABLE reading_room_looks (
    room text not null references reading_rooms (code),
    place integer not null,
    looked_day integer not null,
    books integer not null check (books >= 0),
    finding text not null check (finding in ('asSaid', 'toMend')),
    remark text,
    primary key (room, place)
);
CREATE TABLE reading_rooms (
    code text not null primary key,
    unit text not null references units (code),
    name text not null check (length(name) > 0),
    place_at text not null check (length(place_at) > 0),
    since_day integer not null,
    books integer not null check (books >= 0),
    opened text not null check (length(opened) > 0),
    keeper text,
    entered_day integer not null,
    closed_day integer,
    reason text
);
CREATE TABLE record_changes (
    seq integer not null references journal (seq),
    kind text not null check (length(kind) > 0),
    code text not null check (length(code) > 0),
    state_before text,
    recorded_day integer not null,
    primary key (seq, kind, code)
);
CREATE TABLE recovery_codes (
    account text not null references second_factors (account),
    place integer not null,
    code text not null check (length(code) = 64),
    primary key (account, place)
);
CREATE TABLE reminder_units (
    code text not null primary key,
    reminder text not null references reminders (code),
    place integer not null,
    unit text not null references units (code),
    subject_kind text not null,
    subject_code text not null,
    window_from integer not null,
    window_to integer,
    standing text not null,
    figure text not null,
    figure_en text,
    unique (reminder, place)
);
CREATE TABLE reminders (
    code text not null primary key,
    obligation text not null check (length(obligation) > 0),
    clause text not null check (length(clause) > 0),
    clause_en text,
    remark text,
    from_unit text references units (code),
    sent_by text not null check (length(sent_by) > 0),
    sent_at text not null,
    sent_day integer not null
);
CREATE TABLE replaced_sessions (
    class text not null references class_timetables (class),
    place integer not null,
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')),
    number integer not null check (number >= 1),
    course text not null check (length(course) > 0),
    way text not null,
    trainer text,
    room text,
    half_hours integer not null check (half_hours between 0 and 24),
    course_code text references courses (code),
    case_code text references teaching_cases (code),
    trainer_code text references trainers (code),
    room_code text references rooms (code),
    site_code text references teaching_sites (code),
    replaced_day integer not null,
    reason text not null check (length(reason) > 0),
    primary key (class, place)
);
CREATE TABLE return_audiences (
    return_code text not null references unit_returns (code),
    place integer not null,
    category text not null check (length(category) > 0),
    primary key (return_code, place)
);
CREATE TABLE role_grants (
    code text not null primary key,
    account text not null references accounts (name),
    granted_role text not null check (length(granted_role) > 0),
    unit text references units (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    purpose text not null check (length(purpose) > 0),
    stage text not null check (stage in ('asked', 'agreed', 'refused', 'ended')),
    asked_by text not null,
    asked_day integer not null,
    decided_by text,
    decided_day integer,
    remark text,
    check (stage = 'asked' or decided_by is not null),
    check (stage = 'ended' or decided_by is null or decided_by <> asked_by)
);
CREATE TABLE roll_calls (
    code text not null primary key,
    class text not null references training_classes (code),
    day integer not null,
    half text not null check (half in ('morning', 'afternoon', 'evening')), reason text,
    unique (class, day, half)
);
CREATE TABLE roll_marks (
    roll text not null references roll_calls (code),
    place integer not null,
    trainee text not null references trainees (code),
    mark text not null check (mark in ('late', 'early', 'leave', 'sick', 'official', 'absent')),
    primary key (roll, place)
);
CREATE TABLE rooms (
    code text not null primary key,
    name text not null check (length(name) > 0),
    place_name text,
    capacity integer not null check (capacity between 1 and 5000),
    equipment text,
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
);
CREATE TABLE roster_entries (
    code text not null primary key,
    roster text not null references rosters (code),
    person text not null references persons (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE rosters (
    code text not null primary key,
    name text not null check (length(name) > 0),
    keeper text not null references units (code),
    recorded_day integer not null
);
CREATE TABLE schema_migrations (
    number integer not null primary key,
    name text not null
);
CREATE TABLE seat_plans (
    number integer not null primary key check (number >= 1),
    name text not null check (length(name) > 0),
    made_day integer not null,
    instance text not null check (length(instance) > 0),
    taken_away integer not null check (taken_away in (0, 1)),
    changes integer not null check (changes >= 1)
);
CREATE TABLE seat_proposals (
    plan integer not null references seat_plans (number),
    number integer not null check (number >= 1),
    made_day integer not null,
    worth bigint not null,
    bound text,
    is_close integer not null check (is_close in (0, 1)),
    seats text not null check (length(seats) > 0),
    pins text not null check (length(pins) > 0),
    forbids text not null check (length(forbids) > 0),
    primary key (plan, number)
);
CREATE TABLE seat_wishes (
    plan integer not null references seat_plans (number),
    person integer not null check (person >= 0),
    class_id bigint not null,
    place integer not null check (place >= 1),
    wish text not null check (wish in ('pin', 'forbid')),
    primary key (plan, person, class_id)
);
CREATE TABLE second_factors (
    account text not null primary key references accounts (name),
    secret text not null check (length(secret) > 0),
    begun_day integer not null,
    confirmed_day integer,
    last_step bigint not null
);
CREATE TABLE secondment_appraisals (
    secondment text not null primary key references secondments (code),
    duties text not null,
    summary text not null,
    host_opinion text not null,
    grade text not null check (grade in ('excellent', 'fit', 'unfit')),
    host_day integer not null,
    home_opinion text,
    home_day integer
);
CREATE TABLE secondment_extensions (
    code text not null primary key,
    secondment text not null references secondments (code),
    until_day integer not null,
    home_agrees text not null check (home_agrees in ('yes', 'no', 'unknown')),
    person_agrees text not null check (person_agrees in ('yes', 'no', 'unknown')),
    reason text not null check (length(reason) > 0),
    asked_day integer not null,
    stage text not null check (stage in ('asked', 'granted', 'refused')),
    decided_day integer,
    remark text
);
CREATE TABLE secondment_leaves (
    code text not null primary key,
    secondment text not null references secondments (code),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    kind text not null check (kind in ('duty', 'annual', 'personal', 'other')),
    place_name text,
    cover text,
    approver text not null check (approver in ('host', 'home', 'office')),
    asked_day integer not null,
    stage text not null check (stage in ('asked', 'granted', 'refused')),
    decided_day integer,
    remark text,
    back_day integer
);
CREATE TABLE secondment_looks (
    secondment text not null primary key references secondments (code),
    look_day integer not null,
    course text not null check (course in ('onCourse', 'behind')),
    difficulties text,
    needs text,
    written_day integer not null
);
CREATE TABLE secondment_nominations (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    kind text not null check (kind in ('out', 'up', 'down', 'special')),
    wish1 text references secondment_posts (code),
    wish2 text references secondment_posts (code),
    wish3 text references secondment_posts (code),
    yields text not null check (yields in ('any', 'wishesOnly')),
    degree text not null check (degree in ('other', 'college', 'bachelor', 'master', 'doctor')),
    appraised text not null check (appraised in ('yes', 'no', 'unknown')),
    township text not null check (township in ('yes', 'no', 'unknown')),
    opinion text,
    nominated_day integer not null,
    stage text not null check (stage in ('nominated', 'returned', 'withdrawn', 'placed')),
    remark text
);
CREATE TABLE secondment_notes (
    code text not null primary key,
    secondment text not null references secondments (code),
    month integer not null check (month between 199001 and 209912),
    days integer not null check (days between 0 and 31),
    line text not null check (length(line) > 0),
    written_day integer not null,
    unique (secondment, month)
);
CREATE TABLE secondment_post_skills (
    post text not null references secondment_posts (code),
    place integer not null,
    skill text not null check (length(skill) > 0),
    primary key (post, place)
);
CREATE TABLE secondment_posts (
    code text not null primary key,
    kind text not null check (kind in ('out', 'up', 'down', 'special')),
    unit text not null references units (code),
    outside_host text,
    title text not null check (length(title) > 0),
    duties text not null check (length(duties) > 0),
    places integer not null check (places between 1 and 50),
    from_day integer not null,
    months integer not null check (months between 1 and 36),
    terms text,
    contact text,
    offered_day integer not null,
    stage text not null check (stage in ('offered', 'open', 'returned', 'closed')),
    remark text
);
CREATE TABLE secondment_strengths (
    nomination text not null references secondment_nominations (code),
    place integer not null,
    skill text not null check (length(skill) > 0),
    primary key (nomination, place)
);
CREATE TABLE secondment_summaries (
    secondment text not null primary key references secondments (code),
    summary text not null check (length(summary) > 0),
    handed_in_day integer not null
);
CREATE TABLE secondments (
    code text not null primary key,
    nomination text not null references secondment_nominations (code),
    post text not null references secondment_posts (code),
    person text not null references persons (code),
    home text not null references units (code),
    host text not null references units (code),
    kind text not null check (kind in ('out', 'up', 'down', 'special')),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    first_to_day integer not null,
    home_post text,
    home_rank text,
    stage text not null check (stage in ('proposed', 'approved', 'declined')),
    proposed_day integer not null,
    approved_day integer,
    letter text,
    report_by_day integer,
    started_day integer,
    plan_day integer,
    ended_day integer,
    end_reason text check (end_reason in ('term', 'recalled', 'promoted', 'moved', 'changed', 'other')),
    activity text references activities (code),
    outcome text check (outcome in ('back', 'promoted', 'stayed', 'elsewhere')),
    outcome_day integer,
    remark text
, declined_day integer);
CREATE TABLE sessions (
    hash text not null primary key check (length(hash) = 64),
    account text not null references accounts (name),
    acts_for text,
    address text,
    browser text,
    begun_at text not null,
    seen_at text not null,
    ends_at text not null,
    ended_at text
, means text);
CREATE TABLE settings (
    name text not null primary key check (length(name) > 0),
    value text not null check (length(value) > 0)
);
CREATE TABLE shared_readings (
    code text not null primary key,
    item text not null references study_items (code),
    unit text not null references units (code),
    read_day integer not null,
    half_hours integer not null check (half_hours > 0),
    held_at text not null check (length(held_at) > 0),
    people integer not null check (people > 0),
    recorded_day integer not null,
    activity text not null references activities (code),
    taken_back_day integer,
    reason text
);
CREATE TABLE sign_in_failures (
    about text not null primary key check (length(about) = 64),
    failures integer not null check (failures > 0),
    last_at text not null,
    locked_until text
);
CREATE TABLE site_keys (
    name text not null primary key,
    secret text not null check (length(secret) > 0)
);
CREATE TABLE site_topics (
    site text not null references sites (code),
    place integer not null check (place >= 0),
    topic text not null check (length(topic) > 0),
    primary key (site, place)
);
CREATE TABLE sites (
    code text not null primary key,
    name text not null check (length(name) > 0),
    unit text not null references units (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE slot_changes (
    code text not null primary key,
    unit text not null references units (code),
    slot_year integer not null check (slot_year between 2000 and 2099),
    obligation text not null check (length(obligation) > 0),
    subject_kind text not null check (subject_kind in ('programme', 'unit', 'team')),
    subject text not null check (length(subject) > 0),
    window_from integer not null,
    place integer not null check (place between 1 and 366),
    due_day integer not null,
    kind text not null check (kind in ('skip', 'move')),
    new_day integer,
    reason text not null check (length(reason) > 0),
    agreed_by text not null check (length(agreed_by) > 0),
    made_day integer not null,
    undone_day integer, answer text check (answer in ('approved', 'returned')), answered_day integer, answered_by text, answer_remark text,
    check ((kind = 'move') = (new_day is not null))
);
CREATE TABLE star_appeals (
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
);
CREATE TABLE star_assessments (
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
    reasons text, withdrawn_day integer,
    unique (round, branch)
);
CREATE TABLE star_honours (
    round text not null references star_rounds (code),
    place integer not null,
    honour text not null,
    primary key (round, place)
);
CREATE TABLE star_items (
    round text not null references star_rounds (code),
    place integer not null,
    area text not null,
    item text not null,
    standard text not null,
    half_points integer not null check (half_points >= 0),
    deduction text,
    proof text,
    primary key (round, place)
);
CREATE TABLE star_lines (
    assessment text not null references star_assessments (code),
    place integer not null,
    own integer not null check (own >= 0),
    proof text,
    review integer not null check (review >= 0),
    reason text,
    primary key (assessment, place)
);
CREATE TABLE star_points (
    code text not null primary key,
    star text not null references branch_stars (code),
    noted_day integer not null,
    way text not null check (way in ('plus', 'minus')),
    half_points integer not null check (half_points between 1 and 100),
    what text not null check (length(what) > 0),
    proof text,
    made_day integer not null,
    made_by text not null,
    withdrawn_day integer,
    reason text
);
CREATE TABLE star_rounds (
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
    document text, notice_until_day integer, appeal_by_day integer,
    check (band_five > band_four and band_four > band_three and band_three > band_two),
    check (base_weight + assessment_weight = 100)
);
CREATE TABLE star_vetoes (
    round text not null references star_rounds (code),
    place integer not null,
    veto text not null,
    primary key (round, place)
);
CREATE TABLE study_article_authors (
    article text not null references study_articles (code),
    place integer not null,
    person text not null references persons (code),
    primary key (article, place)
);
CREATE TABLE study_articles (
    code text not null primary key,
    unit text not null references units (code),
    team text references teams (code),
    title text not null check (length(title) > 0),
    outlet text not null,
    published_in text not null check (length(published_in) > 0),
    published_day integer not null,
    link text,
    entered_day integer not null,
    activity text not null references activities (code),
    withdrawn_day integer,
    reason text
);
CREATE TABLE study_items (
    code text not null primary key,
    list text not null check (list in ('city', 'unit')),
    unit text not null references units (code),
    item_year integer not null check (item_year between 2000 and 2099),
    subject text not null check (length(subject) > 0),
    source text,
    audience text,
    entered_day integer not null,
    withdrawn_day integer
);
CREATE TABLE study_keynotes (
    session text not null references study_records (session),
    place integer not null,
    person text not null references persons (code),
    title text not null check (length(title) > 0),
    primary key (session, place)
);
CREATE TABLE study_notes (
    code text not null primary key,
    person text not null references persons (code),
    unit text not null references units (code),
    notes_year integer not null check (notes_year between 2000 and 2099),
    half text not null check (half in ('first', 'second')),
    amount integer not null check (amount between 0 and 500),
    said_day integer not null,
    unique (person, notes_year, half)
);
CREATE TABLE study_plan_members (
    plan text not null references study_plans (code),
    place integer not null,
    person text not null references persons (code),
    team_role text not null check (team_role in ('secretary', 'member')),
    primary key (plan, place)
);
CREATE TABLE study_plan_topics (
    plan text not null references study_plans (code),
    place integer not null,
    month text not null,
    kind text not null check (kind in ('collectiveStudy', 'seminar', 'beforeMeeting')),
    topic text not null check (length(topic) > 0),
    reading text,
    form text not null,
    lead_person text references persons (code),
    expert text,
    primary key (plan, place)
);
CREATE TABLE study_plans (
    code text not null primary key,
    team text not null references teams (code),
    unit text not null references units (code),
    plan_year integer not null check (plan_year between 2000 and 2099),
    stage text not null
        check (stage in ('draft', 'submitted', 'approved', 'filed', 'noted', 'returned')),
    drafted_day integer not null,
    submitted_day integer,
    approved_day integer,
    filed_day integer,
    noted_day integer,
    remark text,
    unique (team, plan_year)
);
CREATE TABLE study_records (
    session text not null primary key references study_sessions (code),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    half_hours integer not null check (half_hours > 0),
    chair text not null references persons (code),
    observers integer not null check (observers >= 0),
    recorded_day integer not null,
    activity text not null unique references activities (code),
    taken_back_day integer,
    reason text
);
CREATE TABLE study_report_figures (
    report text not null references study_reports (code),
    place integer not null,
    figure text not null,
    amount integer not null check (amount >= 0),
    primary key (report, place)
);
CREATE TABLE study_reports (
    code text not null primary key,
    team text not null references teams (code),
    unit text not null references units (code),
    report_year integer not null check (report_year between 2000 and 2099),
    part text not null check (part in ('half', 'whole')),
    done text,
    problems text,
    next_steps text,
    stage text not null check (stage in ('draft', 'handedIn', 'noted', 'returned')),
    drafted_day integer not null,
    handed_day integer,
    noted_day integer,
    remark text,
    plan text references study_plans (code),
    unique (team, report_year, part)
);
CREATE TABLE study_roll (
    session text not null references study_records (session),
    place integer not null,
    person text not null references persons (code),
    team_role text not null check (team_role in ('secretary', 'member')),
    mark text not null check (mark in ('here', 'official', 'leave', 'absent')),
    made_up text not null check (made_up in ('notYet', 'alone', 'written', 'spoken')),
    made_up_day integer,
    primary key (session, place)
);
CREATE TABLE study_session_agenda (
    session text not null references study_sessions (code),
    place integer not null,
    item text not null check (length(item) > 0),
    primary key (session, place)
);
CREATE TABLE study_session_questions (
    session text not null references study_sessions (code),
    place integer not null,
    question text not null check (length(question) > 0),
    primary key (session, place)
);
CREATE TABLE study_session_readings (
    session text not null references study_sessions (code),
    place integer not null,
    reading text not null check (length(reading) > 0),
    primary key (session, place)
);
CREATE TABLE study_session_topics (
    session text not null references study_sessions (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (session, place)
);
CREATE TABLE study_sessions (
    code text not null primary key,
    team text not null references teams (code),
    unit text not null references units (code),
    title text not null check (length(title) > 0),
    kind text not null check (kind in ('collectiveStudy', 'seminar', 'beforeMeeting')),
    form text not null,
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    held_at text not null check (length(held_at) > 0),
    expert text,
    contact text,
    announced_day integer not null,
    stage text not null check (stage in ('announced', 'cancelled')),
    remark text
);
CREATE TABLE study_ticks (
    code text not null primary key,
    item text not null references study_items (code),
    person text not null references persons (code),
    done_day integer
);
CREATE TABLE study_tours (
    code text not null primary key,
    title text not null check (length(title) > 0),
    unit text not null references units (code),
    leader text not null references persons (code),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    purpose text not null check (length(purpose) > 0),
    funded_by text,
    filed_day integer not null,
    stage text not null check (stage in ('filed', 'returned', 'approved', 'withdrawn')),
    decided_day integer,
    remark text
);
CREATE TABLE survey_answers (
    code text not null primary key,
    survey text not null references surveys (code),
    person text references persons (code),
    unit text references units (code),
    unit_kind text,
    category text,
    way text not null check (way in ('account', 'paper')),
    is_named integer not null check (is_named in (0, 1)),
    check (is_named = 1 or person is null)
);
CREATE TABLE survey_asked (
    code text not null primary key,
    survey text not null references surveys (code),
    person text not null references persons (code),
    unit text not null references units (code),
    unit_kind text not null,
    category text,
    told_unit text references units (code),
    told_kind text,
    told_category text,
    answered_day integer,
    unique (survey, person)
);
CREATE TABLE survey_categories (
    survey text not null references surveys (code),
    place integer not null,
    category text not null check (length(category) > 0),
    primary key (survey, place)
);
CREATE TABLE survey_papers (
    code text not null primary key,
    survey text not null references surveys (code),
    entered_day integer not null,
    handed_out integer not null check (handed_out >= 0),
    spoiled integer not null check (spoiled >= 0),
    valid integer not null check (valid >= 0)
);
CREATE TABLE survey_questions (
    survey text not null references surveys (code),
    place integer not null,
    part text,
    title text not null check (length(title) > 0),
    kind text not null check (kind in ('single', 'several', 'rank', 'scale', 'text')),
    options text,
    most integer not null check (most >= 0),
    purpose text not null check (purpose in ('required', 'optional', 'topics')),
    primary key (survey, place)
);
CREATE TABLE survey_units (
    survey text not null references surveys (code),
    place integer not null,
    unit text not null references units (code),
    primary key (survey, place)
);
CREATE TABLE survey_values (
    answer text not null references survey_answers (code),
    place integer not null,
    question integer not null,
    choice integer,
    said text,
    primary key (answer, place),
    check (choice is not null or said is not null)
);
CREATE TABLE surveys (
    code text not null primary key,
    title text not null check (length(title) > 0),
    year integer not null check (year between 2000 and 2099),
    about text,
    asked text not null check (asked in ('all', 'categories', 'units')),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    is_named integer not null check (is_named in (0, 1)),
    asks_returns integer not null check (asks_returns in (0, 1)),
    stage text not null check (stage in ('draft', 'open', 'closed', 'withdrawn')),
    drafted_day integer not null,
    opened_day integer,
    closed_day integer,
    remark text,
    check (stage in ('draft', 'withdrawn') or opened_day is not null)
);
CREATE TABLE talk_ticks (
    talk text not null references talks (code),
    place integer not null,
    tick text not null check (length(tick) > 0),
    primary key (talk, place)
);
CREATE TABLE talks (
    code text not null primary key,
    trainer text not null references inhouse_trainers (code),
    trainer_unit text not null references units (code),
    host text not null references units (code),
    topic text not null check (length(topic) > 0),
    place_kind text not null
        check (place_kind in ('village', 'community', 'firm', 'office', 'school', 'other')),
    held_at text not null check (length(held_at) > 0),
    audience text,
    expected integer not null check (expected between 0 and 100000),
    day integer not null,
    contact text,
    stage text not null check (stage in ('requested', 'agreed', 'declined', 'cancelled', 'given')),
    requested_day integer not null,
    answered_day integer,
    remark text,
    given_day integer,
    half_hours integer not null check (half_hours between 0 and 80),
    heard integer not null check (heard between 0 and 100000),
    recorded_day integer,
    activity text references activities (code),
    ticked_day integer
);
CREATE TABLE teaching_cases (
    code text not null primary key,
    title text not null check (length(title) > 0),
    field text not null check (length(field) > 0),
    level text not null check (level in ('macro', 'middle', 'micro')),
    form text not null check (form in ('text', 'video', 'scene', 'data')),
    author text not null check (length(author) > 0),
    unit_name text,
    summary text,
    round integer not null check (round >= 1),
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
);
CREATE TABLE teaching_sites (
    code text not null primary key,
    name text not null check (length(name) > 0),
    theme text not null check (length(theme) > 0),
    county text not null check (length(county) > 0),
    address text,
    minutes integer not null check (minutes between 0 and 1000),
    grade text not null check (grade in ('first', 'second', 'third', 'none')),
    graded_day integer,
    owner text,
    contact text,
    capacity integer not null check (capacity between 1 and 5000),
    course text,
    half_hours integer not null check (half_hours between 0 and 24),
    open_days text,
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
, kind text
    check (kind in ('theory', 'partySpirit', 'ability', 'knowledge', 'caseLesson', 'event')));
CREATE TABLE team_memberships (
    code text not null primary key,
    team text not null references teams (code),
    person text not null references persons (code),
    team_role text not null check (team_role in ('secretary', 'member')),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE teams (
    code text not null primary key,
    name text not null check (length(name) > 0),
    kind text not null check (kind in ('leadershipTeam', 'studyGroup', 'branch')),
    unit text not null references units (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    end_recorded_day integer check (end_recorded_day >= recorded_day)
);
CREATE TABLE template_audiences (
    template text not null references line_templates (code),
    place integer not null,
    category text not null check (length(category) > 0),
    primary key (template, place)
);
CREATE TABLE template_topics (
    template text not null references line_templates (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (template, place)
);
CREATE TABLE tour_attendees (
    tour text not null references tour_reports (tour),
    place integer not null,
    person text not null references persons (code),
    primary key (tour, place)
);
CREATE TABLE tour_costs (
    tour text not null references study_tours (code),
    place integer not null,
    item text not null check (length(item) > 0),
    fen bigint not null check (fen >= 0),
    primary key (tour, place)
);
CREATE TABLE tour_measures (
    code text not null primary key,
    tour text not null references study_tours (code),
    measure text not null check (length(measure) > 0),
    origin text,
    lead_unit text not null references units (code),
    owner text not null references persons (code),
    due_day integer not null,
    done_day integer,
    proof text
);
CREATE TABLE tour_members (
    tour text not null references study_tours (code),
    place integer not null,
    person text not null references persons (code),
    primary key (tour, place)
);
CREATE TABLE tour_questions (
    tour text not null references study_tours (code),
    place integer not null,
    question text not null check (length(question) > 0),
    primary key (tour, place)
);
CREATE TABLE tour_reports (
    tour text not null primary key references study_tours (code),
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    findings text not null check (length(findings) > 0),
    gaps text,
    differences text,
    half_hours integer not null check (half_hours >= 0),
    reported_day integer not null,
    activity text not null unique references activities (code)
);
CREATE TABLE tour_spendings (
    tour text not null references tour_reports (tour),
    place integer not null,
    item text not null check (length(item) > 0),
    fen bigint not null check (fen >= 0),
    primary key (tour, place)
);
CREATE TABLE tour_stops (
    tour text not null references study_tours (code),
    place integer not null,
    day integer not null,
    place_name text not null check (length(place_name) > 0),
    host text,
    study text,
    primary key (tour, place)
);
CREATE TABLE trainee_proofs (
    code text not null primary key,
    trainee text not null references trainees (code),
    kind text not null check (kind in ('selfReview', 'classic', 'test', 'essay')),
    confirmed_day integer not null,
    is_exempt integer not null check (is_exempt in (0, 1)),
    remark text, confirmed_by text, withdrawn_day integer,
    unique (trainee, kind)
);
CREATE TABLE trainees (
    code text not null primary key,
    class text not null references training_classes (code),
    person text not null references persons (code),
    unit text not null references units (code),
    named_day integer not null,
    stage text not null
        check (stage in ('nominated', 'waiting', 'returned', 'withdrawn', 'accepted', 'arrived', 'missing', 'left')),
    decided_day integer,
    remark text, way text check (way in ('within', 'beside')), turn integer,
    unique (class, person)
);
CREATE TABLE trainer_days_away (
    trainer text not null references trainers (code),
    place integer not null,
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    primary key (trainer, place)
);
CREATE TABLE trainer_topics (
    trainer text not null references trainers (code),
    place integer not null,
    title text not null check (length(title) > 0),
    half_hours integer not null check (half_hours between 0 and 80),
    audience text,
    primary key (trainer, place)
);
CREATE TABLE trainers (
    code text not null primary key,
    name text not null check (length(name) > 0),
    origin text not null check (origin in ('inside', 'outside')),
    unit_name text,
    post text,
    band text not null
        check (band in ('academician', 'professor', 'associate', 'lecturer', 'assistant', 'leader')),
    field text,
    phone text,
    pay text not null check (pay in ('paid', 'unpaid')),
    entered_day integer not null,
    stopped_day integer,
    stop_reason text
);
CREATE TABLE training_claim_people (
    claim text not null references training_claims (code),
    place integer not null,
    person text not null references persons (code),
    primary key (claim, place)
);
CREATE TABLE training_claim_topics (
    claim text not null references training_claims (code),
    place integer not null,
    topic text not null check (length(topic) > 0),
    primary key (claim, place)
);
CREATE TABLE training_claims (
    code text not null primary key,
    title text not null check (length(title) > 0),
    source text not null check (source in ('own', 'outside', 'superior', 'online', 'teaching')),
    unit text not null references units (code),
    held_by text,
    from_day integer not null,
    to_day integer not null check (to_day >= from_day),
    half_hours integer not null check (half_hours >= 0),
    half_days integer not null check (half_days >= 0),
    way text not null,
    taught text not null check (taught in ('taught', 'notTaught')),
    note text,
    stage text not null
        check (stage in ('draft', 'atUnit', 'atOffice', 'approved', 'returned', 'voided')),
    filed_day integer,
    decided_day integer,
    remark text,
    activity text references activities (code)
);
CREATE TABLE training_classes (
    code text not null primary key,
    title text not null check (length(title) > 0),
    run integer not null check (run between 1 and 999),
    kind text not null,
    standing text not null check (standing in ('planned', 'added')),
    basis text,
    organiser text not null references units (code),
    institution text,
    target text,
    heads integer not null check (heads between 1 and 5000),
    registration_day integer not null,
    opening_day integer not null check (opening_day >= registration_day),
    closing_day integer not null check (closing_day >= opening_day),
    hours integer not null check (hours between 0 and 3000),
    teacher text not null references persons (code),
    funded_by text,
    filed_day integer not null,
    stage text not null check (stage in ('applied', 'returned', 'approved', 'cancelled')),
    decided_day integer,
    remark text
, line text references programme_lines (code));
CREATE TABLE unit_returns (
    code text not null primary key,
    survey text not null references surveys (code),
    origin text not null check (origin in ('unit', 'office')),
    unit text references units (code),
    source text,
    topic text not null check (length(topic) > 0),
    target text,
    heads integer not null check (heads >= 0),
    days integer not null check (days >= 0),
    month integer not null check (month between 0 and 12),
    trainer text,
    reason text,
    contact text,
    filed_day integer not null,
    stage text not null check (stage in ('filed', 'none', 'withdrawn')),
    remark text,
    check (origin = 'office' or unit is not null)
);
CREATE TABLE units (
    code text not null primary key,
    name text not null check (length(name) > 0),
    kind text not null check (kind in ('city', 'county', 'department', 'partySchool', 'institution', 'enterprise', 'township', 'village', 'branch')),
    parent text references units (code),
    from_day integer not null,
    until_day integer check (until_day >= from_day),
    recorded_day integer not null,
    check (parent <> code)
);
CREATE TABLE visit_observers (
    visit text not null references observer_visits (code),
    place integer not null,
    person text not null references persons (code),
    primary key (visit, place)
);
CREATE TABLE voidings (
    code text not null primary key,
    activity text unique references activities (code),
    participation text unique references participations (code),
    site text unique references sites (code),
    reason text not null check (length(reason) > 0),
    made_by text not null check (length(made_by) > 0),
    recorded_day integer not null,
    check (
        case when activity is null then 0 else 1 end
        + case when participation is null then 0 else 1 end
        + case when site is null then 0 else 1 end = 1
    )
);
CREATE INDEX accounts_by_person on accounts (person);
CREATE INDEX activities_by_day on activities (from_day);
CREATE INDEX activities_by_organiser on activities (organiser, from_day);
CREATE INDEX appointments_by_person on appointments (person);
CREATE INDEX appointments_by_unit on appointments (unit);
CREATE INDEX branch_leaders_by_person on branch_leaders (person);
CREATE INDEX branch_meetings_by_branch on branch_meetings (branch, planned_day);
CREATE INDEX branch_meetings_by_day on branch_meetings (planned_day);
CREATE INDEX branch_records_by_day on branch_records (held_day);
CREATE INDEX branch_stars_by_branch on branch_stars (branch, from_day);
CREATE INDEX call_up_receipts_by_class on call_up_receipts (class);
CREATE INDEX category_holdings_by_person on category_holdings (person);
CREATE INDEX class_expenses_by_class on class_expenses (class, day);
CREATE INDEX class_leaves_by_class on class_leaves (class, from_day);
CREATE INDEX class_leaves_by_trainee on class_leaves (trainee);
CREATE INDEX class_sessions_by_course on class_sessions (course_code, class);
CREATE INDEX class_sessions_by_room on class_sessions (room_code, class);
CREATE INDEX class_sessions_by_site on class_sessions (site_code, class);
CREATE INDEX class_sessions_by_trainer on class_sessions (trainer_code, class);
CREATE INDEX contact_points_by_person on contact_points (person);
CREATE INDEX contact_points_by_place on contact_points (place_unit);
CREATE INDEX contact_points_by_unit on contact_points (unit);
CREATE INDEX course_trainers_by_trainer on course_trainers (trainer, course);
CREATE INDEX destructions_by_person on destructions (person);
CREATE INDEX distinct_people_by_pair on distinct_people (one, other);
CREATE INDEX drill_contests_by_unit on drill_contests (unit, from_day);
CREATE INDEX drill_entries_by_contest on drill_entries (contest, event_number);
CREATE INDEX drill_entries_by_person on drill_entries (person);
CREATE INDEX drill_entry_members_by_person on drill_entry_members (person);
CREATE INDEX drill_exam_scores_by_person on drill_exam_scores (person);
CREATE INDEX drill_exams_by_unit on drill_exams (unit, held_day);
CREATE INDEX drill_exchanges_by_unit on drill_exchanges (unit, held_day);
CREATE INDEX drill_handbook_readings_by_person on drill_handbook_readings (person);
CREATE INDEX drill_handbook_readings_by_version on drill_handbook_readings (version);
CREATE INDEX drill_handbook_versions_by_handbook on drill_handbook_versions (handbook);
CREATE INDEX drill_handbooks_by_unit on drill_handbooks (unit);
CREATE INDEX drill_objections_by_contest on drill_objections (contest);
CREATE INDEX drill_titles_by_person on drill_titles (person);
CREATE INDEX drill_titles_by_year on drill_titles (title_year, title_level);
CREATE INDEX evidence_by_hash on evidence (hash);
CREATE INDEX evidence_by_record on evidence (of_kind, of_code);
CREATE INDEX folded_names_by_name on folded_names (name);
CREATE INDEX form_drafts_by_account on form_drafts (account, changed_at);
CREATE INDEX form_drafts_by_post on form_drafts (post, changed_at);
CREATE INDEX hall_attendees_by_person on hall_attendees (person);
CREATE INDEX hall_lectures_by_day on hall_lectures (day);
CREATE INDEX hall_lectures_by_series on hall_lectures (series, issue);
CREATE INDEX hall_named_by_person on hall_named (person);
CREATE INDEX hall_seats_by_unit on hall_seats (unit);
CREATE INDEX hall_sign_ins_by_half on hall_sign_ins (class, day, half);
CREATE INDEX inhouse_trainers_by_person on inhouse_trainers (person);
CREATE INDEX inhouse_trainers_by_unit on inhouse_trainers (unit);
CREATE INDEX jobs_by_about on jobs (about, begun_at);
CREATE INDEX jobs_by_account on jobs (account, begun_at);
CREATE INDEX jobs_by_state on jobs (state, begun_at);
CREATE INDEX journal_by_object on journal (object_kind, object_code);
CREATE INDEX lecture_speakers_by_person on lecture_speakers (person);
CREATE INDEX observer_visits_by_unit on observer_visits (unit, planned_day);
CREATE INDEX own_study_plans_by_unit on own_study_plans (unit, plan_year);
CREATE INDEX participations_by_activity on participations (activity);
CREATE INDEX participations_by_person on participations (person);
CREATE INDEX person_mergers_by_kept on person_mergers (kept);
CREATE INDEX personal_views_by_day on personal_views (viewed_day);
CREATE INDEX persons_by_name on persons (name, code);
CREATE INDEX programme_lines_by_programme on programme_lines (programme, stage);
CREATE INDEX reading_rooms_by_unit on reading_rooms (unit);
CREATE INDEX record_changes_by_day on record_changes (recorded_day);
CREATE INDEX record_changes_by_record on record_changes (kind, code);
CREATE INDEX reminder_units_by_unit on reminder_units (unit, reminder);
CREATE INDEX reminders_by_day on reminders (sent_day);
CREATE INDEX role_grants_by_account on role_grants (account, stage);
CREATE INDEX role_grants_by_stage on role_grants (stage, granted_role);
CREATE INDEX roster_entries_by_roster on roster_entries (roster);
CREATE INDEX secondment_extensions_by_secondment on secondment_extensions (secondment);
CREATE INDEX secondment_leaves_by_secondment on secondment_leaves (secondment, from_day);
CREATE INDEX secondment_nominations_by_person on secondment_nominations (person);
CREATE INDEX secondment_nominations_by_unit on secondment_nominations (unit, nominated_day);
CREATE INDEX secondment_posts_by_kind on secondment_posts (kind, from_day);
CREATE INDEX secondment_posts_by_unit on secondment_posts (unit);
CREATE INDEX secondments_by_activity on secondments (activity);
CREATE INDEX secondments_by_home on secondments (home, from_day);
CREATE INDEX secondments_by_host on secondments (host, from_day);
CREATE INDEX secondments_by_person on secondments (person);
CREATE INDEX secondments_by_post on secondments (post);
CREATE INDEX sessions_by_account on sessions (account, ended_at);
CREATE INDEX shared_readings_by_activity on shared_readings (activity);
CREATE INDEX shared_readings_by_item on shared_readings (item);
CREATE INDEX shared_readings_by_unit on shared_readings (unit, read_day);
CREATE INDEX slot_changes_by_year on slot_changes (slot_year, unit);
CREATE UNIQUE INDEX slot_changes_standing on slot_changes
    (subject_kind, subject, obligation, window_from, place) where undone_day is null;
CREATE INDEX star_appeals_by_assessment on star_appeals (assessment);
CREATE INDEX star_assessments_by_branch on star_assessments (branch);
CREATE INDEX star_points_by_star on star_points (star);
CREATE INDEX study_article_authors_by_person on study_article_authors (person);
CREATE INDEX study_articles_by_activity on study_articles (activity);
CREATE INDEX study_articles_by_team on study_articles (team, published_day);
CREATE INDEX study_articles_by_unit on study_articles (unit, published_day);
CREATE INDEX study_items_by_year on study_items (item_year, list);
CREATE INDEX study_notes_by_unit on study_notes (unit, notes_year);
CREATE INDEX study_plans_by_unit on study_plans (unit, plan_year);
CREATE INDEX study_reports_by_plan on study_reports (plan);
CREATE INDEX study_reports_by_unit on study_reports (unit, report_year);
CREATE INDEX study_sessions_by_team on study_sessions (team, from_day);
CREATE INDEX study_sessions_by_unit on study_sessions (unit, from_day);
CREATE INDEX study_ticks_by_item on study_ticks (item);
CREATE INDEX study_ticks_by_person on study_ticks (person);
CREATE INDEX study_tours_by_unit on study_tours (unit, from_day);
CREATE INDEX survey_answers_by_survey on survey_answers (survey);
CREATE INDEX survey_asked_by_person on survey_asked (person);
CREATE INDEX survey_asked_by_unit on survey_asked (survey, unit);
CREATE INDEX survey_papers_by_survey on survey_papers (survey);
CREATE INDEX surveys_by_year on surveys (year, stage);
CREATE INDEX talks_by_host on talks (host, day);
CREATE INDEX talks_by_trainer on talks (trainer, day);
CREATE INDEX talks_by_unit on talks (trainer_unit, day);
CREATE INDEX team_memberships_by_person on team_memberships (person);
CREATE INDEX team_memberships_by_team on team_memberships (team);
CREATE INDEX teams_by_unit on teams (unit);
CREATE INDEX tour_measures_by_tour on tour_measures (tour, due_day);
CREATE INDEX trainees_by_person on trainees (person, class);
CREATE INDEX trainees_by_unit on trainees (unit, class);
CREATE INDEX trainers_by_name on trainers (name);
CREATE INDEX training_claim_people_by_person on training_claim_people (person);
CREATE INDEX training_claims_by_unit on training_claims (unit);
CREATE INDEX training_classes_by_day on training_classes (opening_day);
CREATE INDEX training_classes_by_line on training_classes (line);
CREATE INDEX unit_returns_by_survey on unit_returns (survey, unit);
CREATE TRIGGER activities_no_delete before delete on activities
begin select raise(abort, 'final: activities rows are never altered'); end;
CREATE TRIGGER activities_no_update before update on activities
begin select raise(abort, 'final: activities rows are never altered'); end;
CREATE TRIGGER activity_audiences_no_delete before delete on activity_audiences
begin select raise(abort, 'final: activity_audiences rows are never altered'); end;
CREATE TRIGGER activity_audiences_no_update before update on activity_audiences
begin select raise(abort, 'final: activity_audiences rows are never altered'); end;
CREATE TRIGGER activity_topics_no_delete before delete on activity_topics
begin select raise(abort, 'final: activity_topics rows are never altered'); end;
CREATE TRIGGER activity_topics_no_update before update on activity_topics
begin select raise(abort, 'final: activity_topics rows are never altered'); end;
CREATE TRIGGER attachments_no_delete before delete on attachments
begin select raise(abort, 'final: attachments rows are never altered'); end;
CREATE TRIGGER attachments_no_update before update on attachments
begin select raise(abort, 'final: attachments rows are never altered'); end;
CREATE TRIGGER calendar_years_no_delete before delete on calendar_years
begin select raise(abort, 'final: calendar_years rows are never altered'); end;
CREATE TRIGGER calendar_years_no_update before update on calendar_years
begin select raise(abort, 'final: calendar_years rows are never altered'); end;
CREATE TRIGGER corrections_no_delete before delete on corrections
begin select raise(abort, 'final: corrections rows are never altered'); end;
CREATE TRIGGER corrections_no_update before update on corrections
begin select raise(abort, 'final: corrections rows are never altered'); end;
CREATE TRIGGER editions_no_delete before delete on editions
begin select raise(abort, 'final: editions rows are never altered'); end;
CREATE TRIGGER editions_no_update before update on editions
begin select raise(abort, 'final: editions rows are never altered'); end;
CREATE TRIGGER fact_changes_no_delete before delete on fact_changes
begin select raise(abort, 'final: fact_changes rows are never altered'); end;
CREATE TRIGGER fact_changes_no_update before update on fact_changes
begin select raise(abort, 'final: fact_changes rows are never altered'); end;
CREATE TRIGGER journal_no_delete before delete on journal
begin select raise(abort, 'final: journal rows are never altered'); end;
CREATE TRIGGER journal_no_update before update on journal
begin select raise(abort, 'final: journal rows are never altered'); end;
CREATE TRIGGER participations_no_delete before delete on participations
begin select raise(abort, 'final: participations rows are never altered'); end;
CREATE TRIGGER participations_no_update before update on participations
begin select raise(abort, 'final: participations rows are never altered'); end;
CREATE TRIGGER plan_draft_texts_no_delete before delete on plan_draft_texts
begin select raise(abort, 'final: plan_draft_texts rows are never altered'); end;
CREATE TRIGGER plan_draft_texts_no_update before update on plan_draft_texts
begin select raise(abort, 'final: plan_draft_texts rows are never altered'); end;
CREATE TRIGGER record_changes_no_delete before delete on record_changes
begin select raise(abort, 'final: record_changes rows are never altered'); end;
CREATE TRIGGER record_changes_no_update before update on record_changes
begin select raise(abort, 'final: record_changes rows are never altered'); end;
CREATE TRIGGER seat_proposals_no_delete before delete on seat_proposals
begin select raise(abort, 'final: seat_proposals rows are never altered'); end;
CREATE TRIGGER seat_proposals_no_update before update on seat_proposals
begin select raise(abort, 'final: seat_proposals rows are never altered'); end;
CREATE TRIGGER units_no_ring_insert before insert on units when new.parent is not null
begin select raise(abort, 'ring: units rows never stand beneath themselves') where exists (
    with recursive above (code) as (
        select new.parent
        union select parent from units join above on units.code = above.code where parent is not null
    )
    select code from above where code in (new.code)
); end;
CREATE TRIGGER units_no_ring_update before update on units when new.parent is not null
begin select raise(abort, 'ring: units rows never stand beneath themselves') where exists (
    with recursive above (code) as (
        select new.parent
        union select parent from units join above on units.code = above.code where parent is not null
    )
    select code from above where code in (new.code, old.code)
); end;
CREATE TRIGGER voidings_no_delete before delete on voidings
begin select raise(abort, 'final: voidings rows are never altered'); end;
CREATE TRIGGER voidings_no_update before update on voidings
begin select raise(abort, 'final: voidings rows are never altered'); end;
