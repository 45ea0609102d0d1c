import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

// What a meeting comes to in the records: its activity, put there, corrected and followed.

extension BranchMeeting {
    /// What the records hold of it: who spoke and the leading officials who came, by name; nobody else is named. Nil for what is
    /// kept as a day only.
    func activity(_ outcome: MeetingOutcome, recorded: Day, in reading: some Reading) throws -> ActivityDraft? {
        let hours = Double(outcome.halfHours) / 2
        let speakers = outcome.speakers.map(\.person).filter { !$0.isEmpty }
        let kind: ActivityKind
        switch scheme.kind {
        case .general, .committee, .group: kind = .meeting
        case .lecture: kind = .partyLecture
        case .themedDay: kind = scheme.themed.activity
        case .life: return nil
        }
        return ActivityDraft(
            kind: kind, title: scheme.title, organiser: branch,
            team: try reading.team(ofBranch: branch, on: outcome.day), from: outcome.day, to: outcome.day,
            hours: hours, topics: scheme.topics, reported: recorded,
            participants: speakers.map { ParticipantDraft(person: $0, role: .speaker, hours: hours) }
                + outcome.leaders.filter { !speakers.contains($0) }.map {
                    ParticipantDraft(person: $0, role: .attendee, hours: hours)
                })
    }
}

extension MeetingOutcome {
    /// Without what is the form's own, and without what its kind does not ask for.
    func kept(_ kind: MeetingKind) -> MeetingOutcome {
        var outcome = self
        (outcome.reason, outcome.offered) = ("", [])
        if kind != .lecture { (outcome.speakers, outcome.minutes, outcome.place) = ([], 0, .own) }
        if kind == .life { outcome = MeetingOutcome(day: day) }
        return outcome
    }

    /// As the form proposes it: those who belonged to the branch should come, its secretary chairs it.
    init(of meeting: BranchMeeting, in reading: some Reading, _ rules: BranchRules) throws {
        let scheme = meeting.scheme
        let members = try reading.members(ofBranch: meeting.branch, on: scheme.day)
        let secretary = members.first { $0.isSecretary }?.person ?? ""
        let last = try reading.all(
            MeetingRecord.self, for: .everybody,
            where: """
                taken_back_day is null and recorder is not null
                and meeting in (select code from branch_meetings where branch = \(meeting.branch))
                """, order: "held_day desc", limit: 1
        ).first
        self.init(
            day: scheme.day, halfHours: max(1, scheme.kind == .themedDay ? rules.themedHalfHours : 2),
            heldAt: scheme.heldAt, chair: secretary, recorder: last?.outcome.recorder ?? "",
            should: scheme.kind == .committee || scheme.kind == .group ? 0 : members.count,
            minutes: scheme.kind == .lecture ? max(60, rules.lectureMinutes) : 0,
            offered: try reading.leadersOffered(by: meeting, members: members.map(\.person)))
    }

    /// What would be untrue.
    func problems(of meeting: BranchMeeting, in reading: some Reading, on today: Day) throws -> [BranchProblem] {
        var problems: [BranchProblem] = []
        if day > today { problems.append(.inTheFuture(day)) }
        if try reading.branch(meeting.branch, for: .everybody)?.isOpen(on: day) == false {
            problems.append(.heldOutside(day))
        }
        guard meeting.scheme.kind != .life else { return problems }
        if halfHours > 48 { problems.append(.tooManyHours) }
        if present > should { problems.append(.moreThanShould(should)) }
        if present == 0 { problems.append(.nobodyCame) }
        let members = try [meeting.scheme.day, day].flatMap {
            try reading.members(ofBranch: meeting.branch, on: $0)
        }.map(\.person)
        let known = Set(try reading.leadersOffered(by: meeting, members: members))
        for leader in leaders where !known.contains(leader) {
            problems.append(.leaderUnknown(try reading.person(code: leader)?.name ?? leader))
        }
        guard meeting.scheme.kind == .lecture else { return problems }
        if speakers.isEmpty { problems.append(.noSpeaker) }
        var spoke: Set<String> = []
        for (row, speaker) in speakers.enumerated() {
            let key = speaker.person.isEmpty ? speaker.guest : speaker.person
            if key.isEmpty {
                problems.append(.speakerMissing(row: row))
            } else if !spoke.insert(key).inserted {
                let name = try reading.person(code: speaker.person)?.name ?? key
                problems.append(.speakerTwice(row: row, name))
            }
        }
        return problems
    }

    /// What the rules would not have, and where it is otherwise than announced: shown, never refused.
    func remarks(of meeting: BranchMeeting, recorded: Day, _ rules: BranchRules, _ calendar: WorkingCalendar) -> [Words]
    {
        var found: [Words] = []
        let scheme = meeting.scheme
        if day != scheme.day {
            found.append(
                Words(
                    "与通知的日期不一致：通知为\(scheme.day.iso)，实际为\(day.iso)",
                    "Announced for \(scheme.day.iso), held on \(day.iso)"))
        }
        if let validity = validity(scheme.kind, rules) { found.append(validity) }
        if scheme.kind == .themedDay, halfHours < rules.themedHalfHours {
            let least = Figure.plain(Double(rules.themedHalfHours) / 2)
            found.append(Words("不足\(least)学时", "Less than \(least) hours"))
        }
        if scheme.kind == .lecture {
            if minutes < rules.lectureMinutes {
                found.append(
                    Words(
                        "\(minutes)分钟，不足\(rules.lectureMinutes)分钟的党课不计入各项要求",
                        "\(minutes) minutes: a lecture of fewer than \(rules.lectureMinutes) fills no duty"))
            }
            let roles = Set(speakers.map(\.role))
            if roles.contains(.model), !scheme.topics.contains(.roleModel) {
                found.append(
                    Words("先进典型党课按“先进典型”主题计入，通知中没有选这一主题", "It counts by the topic “role models”, which was not chosen"))
            }
            if roles.contains(.expert), !scheme.topics.contains(.partyHistory) {
                found.append(
                    Words("专家党课按“党史党情”主题计入，通知中没有选这一主题", "It counts by the topic “party history”, which was not chosen"))
            }
        }
        let due = calendar.after(day, rules.recordDays)
        if recorded > due {
            let late = calendar.count(from: due + 1, to: recorded)
            found.append(
                Words(
                    "应于\(due.iso)前纪实，晚了\(late)个工作日", "It was to be on record by \(due.iso): \(late) working days late"))
        }
        return found
    }

    /// The share of those entitled who came, in whole percent.
    var share: Int { should == 0 ? 0 : present * 100 / should }

    /// Why it falls short; nil: it does not.
    private func validity(_ kind: MeetingKind, _ rules: BranchRules) -> Words? {
        switch kind {
        case .life, .lecture: return nil
        case .themedDay:
            guard present * 100 < rules.themedShare * should else { return nil }
            return Words(
                "到会率\(share)%，规定不少于\(rules.themedShare)%", "\(share)% came; the rule is \(rules.themedShare)% at least")
        case .general, .committee, .group:
            if purpose == .election {
                guard present * 100 < rules.electionShare * should else { return nil }
                return Words(
                    "到会率\(share)%，选举规定不少于\(rules.electionShare)%",
                    "\(share)% came; an election needs \(rules.electionShare)%")
            }
            guard present * 100 <= rules.validShare * should else { return nil }
            return Words(
                "到会率\(share)%，规定超过\(rules.validShare)%方为有效",
                "\(share)% came; it is valid with more than \(rules.validShare)%")
        }
    }
}

extension Ask {
    /// The meeting with whose record an activity was posted: it is corrected and taken back there.
    func meetingKeeping(activity code: String) throws -> FormOption? {
        let records = try reading.all(
            MeetingRecord.self, for: .everybody, where: "activity = \(code) and taken_back_day is null")
        guard let record = records.first,
            let meeting = try reading.one(BranchMeeting.self, record.meeting, for: .everybody)
        else { return nil }
        return FormOption(meeting.address, Words("支部纪实“\(meeting.title)”", "the record of “\(meeting.title)”"))
    }
}
