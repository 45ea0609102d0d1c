import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Sentences for what builds on an import.
extension Reading {
    func words(for built: BuiltOn) throws -> Words {
        switch built {
        case .changed(let kind, let code, let seq):
            let change = try past(of: kind, code: code).first { $0.seq == seq }
            let time = SiteTime(try TownClock(self))
            let (day, by) = (change.map { time.day(of: $0.at).iso } ?? "", change?.by ?? "")
            let what = change.map(\.words) ?? Words("改动", "changed")
            let name = try name(of: kind, code)
            return Words(
                "\(name.zh)此后又有改动：\(day)，\(by)，\(what.zh)",
                "\(name.en) was changed since: \(day), \(by), \(what.en)")
        case .named(let kind, let table, let rows, let codes):
            let what = Self.tables[table] ?? Words("其他资料", "other records")
            let names = try codes.map { try name(of: kind, $0) }
            return Words(
                "有\(rows)条\(what.zh)用到了这次导入的\(names.map(\.zh).joined(separator: "、"))\(rows > codes.count ? "等" : "")",
                "\(rows) \(what.en) name what it brought: \(names.map(\.en).joined(separator: ", "))")
        case .ended(let unit, let kind, let code):
            let (unit, name) = (try name(of: .unit, unit), try name(of: kind, code))
            return Words(
                "\(name.zh)要恢复到\(unit.zh)，而这个单位此后已经撤销",
                "\(name.en) would go back to \(unit.en), which has ended since")
        case .trained(let person, let rows):
            let name = try name(of: .person, person)
            return Words(
                "合并后又给\(name.zh)登记了\(rows)条参训记录，分不清属于哪一个人",
                "\(rows) records of training of \(name.en) came since: nobody knows of whom")
        case .merged(let person, let kept):
            let (one, other) = (try name(of: .person, person), try name(of: .person, kept))
            return Words(
                "此后\(one.zh)又并入了\(other.zh)，请先撤回那一次",
                "\(one.en) was merged into \(other.en) since: take that back first")
        case .sameName(let unit, let other):
            let (unit, other) = (try name(of: .unit, unit), try name(of: .unit, other))
            return Words(
                "\(unit.zh)要恢复原来的名称，而\(other.zh)此后用了这个名称",
                "\(unit.en) would have its former name again, which \(other.en) has now")
        }
    }

    /// What people call a record: `甲一（P1）的任职`.
    private func name(of kind: PeopleRecordKind, _ code: String) throws -> Words {
        func of(_ person: String?, _ zh: String, _ en: String) throws -> Words {
            let name = try person.flatMap { try self.person(code: $0) }.map { "\($0.name)（\($0.code)）" } ?? code
            return Words("\(name)的\(zh)", "\(en) of \(name)")
        }
        switch kind {
        case .unit:
            let name = try unit(code: code)?.name ?? code
            return Words("单位“\(name)”", "the unit “\(name)”")
        case .person:
            let name = try person(code: code).map { "\($0.name)（\($0.code)）" } ?? code
            return Words("人员\(name)", name)
        case .appointment: return try of(try appointment(code: code)?.person, "任职", "a post")
        case .categoryHolding: return try of(try categoryHolding(code: code)?.person, "干部类别", "a category")
        case .membership: return try of(try membership(code: code)?.person, "集体成员身份", "a membership")
        case .rosterEntry: return try of(try rosterEntry(code: code)?.person, "名单条目", "an entry of a roster")
        case .team:
            let name = try team(code: code)?.name ?? code
            return Words("集体“\(name)”", "the team “\(name)”")
        case .roster:
            let name = try roster(code: code)?.name ?? code
            return Words("名单“\(name)”", "the roster “\(name)”")
        case .merger: return Words("合并\(code)", "the merger \(code)")
        }
    }

    private static var tables: [String: Words] {
        [
            "units": Words("单位", "units"), "appointments": Words("任职", "posts"),
            "category_holdings": Words("干部类别记录", "categories"), "teams": Words("集体", "teams"),
            "team_memberships": Words("集体成员记录", "memberships"), "rosters": Words("名单", "rosters"),
            "roster_entries": Words("名单条目", "entries of rosters"), "activities": Words("活动", "activities"),
            "participations": Words("参训记录", "participations"), "sites": Words("现场教学点", "sites"),
            "accounts": Words("账号", "accounts"), "role_grants": Words("授权", "roles"),
            "study_tours": Words("学习考察", "study tours"), "tour_measures": Words("成果转化措施", "measures"),
            "training_classes": Words("班次", "classes"), "trainees": Words("学员名册", "rosters of classes"),
            "class_quotas": Words("班次名额", "quotas of classes"),
            "class_fixed_quotas": Words("名额建议", "proposals of seats"),
            "class_proposed_trainees": Words("名额建议", "proposals of seats"),
            "training_claims": Words("培训学时申报", "claims of training"),
            "study_plans": Words("中心组年度学习计划", "plans of study groups"),
            "study_plan_topics": Words("中心组年度学习计划", "plans of study groups"),
            "study_plan_members": Words("中心组年度学习计划", "plans of study groups"),
            "study_sessions": Words("中心组学习", "sessions of study groups"),
            "study_records": Words("中心组学习", "sessions of study groups"),
            "study_roll": Words("中心组学习", "sessions of study groups"),
            "study_keynotes": Words("中心组学习", "sessions of study groups"),
            "own_study_plans": Words("个人自学计划", "plans of one's own"),
            "study_notes": Words("学习笔记篇数", "numbers of notes"),
            "study_items": Words("学习清单和目录", "reading lists"),
            "study_ticks": Words("学习清单和目录", "reading lists"),
            "shared_readings": Words("共读", "readings together"),
            "study_articles": Words("发表文章", "articles"),
            "study_article_authors": Words("发表文章", "articles"),
            "reading_rooms": Words("学习书屋", "reading rooms"),
            "study_reports": Words("中心组学习报告", "reports of study groups"),
            "slot_changes": Words("免办和改期", "slots skipped or moved"),
            "observer_visits": Words("列席旁听", "visits of observers"),
            "visit_observers": Words("列席旁听", "visits of observers"),
            "secondment_posts": Words("挂职岗位", "posts for secondments"),
            "secondment_nominations": Words("挂职推荐", "recommendations for secondments"),
            "secondments": Words("挂职锻炼", "secondments"),
            "branch_quarters": Words("支部季度计划", "plans of branches"),
            "branch_meetings": Words("支部组织生活", "meetings of branches"),
            "branch_records": Words("支部组织生活", "meetings of branches"),
            "branch_leaders": Words("支部组织生活", "meetings of branches"),
            "lecture_speakers": Words("支部组织生活", "meetings of branches"),
            "contact_points": Words("党建联系点", "contact points"),
            "star_assessments": Words("支部星级评定", "star rating of branches"),
            "branch_stars": Words("支部星级评定", "star rating of branches"),
            "hall_series": Words("大讲堂年度安排", "series of the lecture hall"),
            "hall_lectures": Words("大讲堂", "the lecture hall"),
            "hall_seats": Words("大讲堂名额", "places of the lecture hall"),
            "hall_named": Words("大讲堂名额", "places of the lecture hall"),
            "hall_records": Words("大讲堂", "the lecture hall"),
            "hall_attendance": Words("大讲堂", "the lecture hall"),
            "hall_attendees": Words("大讲堂", "the lecture hall"),
            "inhouse_trainers": Words("内训师", "in-house trainers"),
            "talks": Words("宣讲", "talks"),
            "drill_exchanges": Words("业务交流", "exchanges"),
            "drill_exchange_leads": Words("业务交流", "exchanges"),
            "drill_exchange_people": Words("业务交流", "exchanges"),
            "drill_exams": Words("季度考试", "exams"),
            "drill_exam_scores": Words("季度考试", "exams"),
            "drill_contests": Words("业务比武", "contests"),
            "drill_contest_judges": Words("业务比武", "contests"),
            "drill_entries": Words("业务比武", "contests"),
            "drill_marks": Words("业务比武", "contests"), "drill_entry_members": Words("业务比武", "contests"),
            "drill_objections": Words("业务比武", "contests"),
            "drill_titles": Words("称号", "titles"),
            "drill_handbooks": Words("岗位练兵手册", "handbooks"),
            "drill_handbook_readings": Words("岗位练兵手册", "handbooks"),
            "training_claim_people": Words("培训学时申报", "claims of training"),
        ]
    }
}

extension RecordPast {
    /// What was done, for its reader: the act's own words, or the import.
    var words: Words {
        guard objectKind != importedFileKind else {
            return act == takingBackAct
                ? Words("撤回导入\(objectCode)", "Import \(objectCode) taken back")
                : Words("名单导入\(objectCode)", "Import \(objectCode)")
        }
        return Self.words(ofAct: act)
    }

    static func words(ofAct act: String) -> Words { acts[act] ?? Words(act, act) }

    private static let acts: [String: Words] = Dictionary(
        uniqueKeysWithValues: ([
            AddUnit.self, ChangeUnit.self, EndUnit.self, AddPerson.self, ChangePerson.self, Appoint.self,
            EndAppointment.self, Transfer.self, BeginCategory.self, EndCategory.self, AddTeam.self, JoinTeam.self,
            LeaveTeam.self, AddRoster.self, EnterInRoster.self, RemoveFromRoster.self, MergePeople.self,
            MergeUnits.self, SplitUnit.self, TakeBackChange.self,
        ] as [any Act.Type]).map { ($0.name, $0.words) })
}
