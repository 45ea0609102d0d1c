import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows about what is on record already, or may be.
extension ActivityRows {
    /// A row about an activity that is on record: what it says otherwise is told, and put right there.
    func compare(
        _ index: Int, with activity: Activity, _ parts: [String: Participation], _ line: inout ImportLine
    ) {
        guard let row = rows[index] else { return }
        let code = activity.code
        func differs(_ field: ImportField, _ words: Words, _ kept: String, _ own: String) {
            line.wrong(
                field,
                Words(
                    "活动已在记录中（\(code)），\(words.zh)为\(kept)，本行为\(own)；要改的，请在该记录上更正",
                    "The activity is on record (\(code)) with \(words.en) \(kept), not \(own): correct that record to change it"
                ))
        }
        if row.people.contains(where: { parts[$0.person] == nil }) {
            line.wrong(
                .participants,
                Words(
                    "活动已在记录中（\(code)），补充参加人员请在该记录上更正",
                    "The activity is on record (\(code)): correct that record to add people"))
        }
        let part = row.isOfOne ? row.people.first.flatMap { parts[$0.person] } : nil
        if let own = row.hours {
            let kept = row.isOfOne ? part?.hours ?? own : activity.hours
            if own != kept { differs(.hours, Words("学时", "hours"), Self.plain(kept), Self.plain(own)) }
        }
        if let own = row.role, let part, own != part.role {
            differs(.role, Words("参加身份", "role"), part.role.importWords.zh, own.importWords.zh)
        }
        if let own = row.topics, Set(own) != Set(activity.topics) {
            func told(_ topics: [Topic]) -> String {
                topics.isEmpty
                    ? "—"
                    : topics.map { topic in
                        Topic.builtIn.first { $0.topic == topic }?.zh ?? topic.rawValue
                    }.joined(separator: "、")
            }
            differs(.topics, Words("主题", "topics"), told(activity.topics), told(own))
        }
        if let own = row.audience, Set(own) != Set(activity.audience) {
            func told(_ audience: [PersonCategory]) -> String {
                audience.isEmpty
                    ? "不限"
                    : audience.map { category in
                        PersonCategory.builtIn.first { $0.category == category }?.zh ?? category.rawValue
                    }.joined(separator: "、")
            }
            differs(.audience, Words("培训对象", "audience"), told(activity.audience), told(own))
        }
    }

    private static func plain(_ hours: Double) -> String { Int(exactly: hours).map { String($0) } ?? String(hours) }

    /// What may be on record already with other days, or without its team: the same title, kind and organiser, mostly the
    /// same people, and days that meet. That is a question, since a guess would count it twice (0144).
    func known(as draft: ActivityDraft, _ activity: Activity) throws -> Words? {
        let people = Set(draft.participants.map(\.person))
        for other in try desk.reading.activities(besides: activity) {
            let known = Set(try desk.reading.participations(in: other.code).map(\.person))
            let isSameDays = other.span == DaySpan(from: draft.from, until: draft.to)
            let isAlike =
                people.isEmpty && known.isEmpty
                ? isSameDays && (other.team == nil || draft.team == nil)
                : people.intersection(known).count * 2 > max(people.count, known.count)
            guard isAlike else { continue }
            let until = other.span.until ?? other.span.from
            let days = other.span.from == until ? until.iso : "\(other.span.from.iso)至\(until.iso)"
            return Words(
                "记录中已有同名活动（\(other.code)，\(days)），参加人员大多相同。是同一场的，请在该记录上更正；确为另一场的，请改名称，如“第二场”",
                "An activity of that title is on record (\(other.code), \(days)) with mostly the same people. Correct that record where it is the same one; else give this one another title, such as “second session”"
            )
        }
        return nil
    }
}

extension ActivityProblem {
    var importField: ImportField {
        switch self {
        case .noTitle, .titleTooLong, .titleUnfit, .alreadyReported: .title
        case .unknownOrganiser: .organiser
        case .unknownTeam, .teamOfAnotherUnit, .teamNotOpen: .team
        case .hoursNotInHalves, .hoursOutOfRange, .participantHours: .hours
        case .endsBeforeItBegins, .tooLong, .notYetOver: .to
        case .tooManyParticipants, .unknownPerson, .personTwice: .participants
        default: .from
        }
    }

    var importWords: Words {
        switch self {
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "It ends before it starts")
        case .tooLong(let days, let limit):
            Words("共\(days)天，超过\(limit)天，请检查日期", "\(days) days is more than \(limit): check the days")
        case .notYetOver(let day):
            Words("\(day.iso)还没有到；活动结束后再填报", "\(day.iso) has not come yet; report once it is over")
        case .organiserNotOpen:
            Words("主办单位当日尚未设立或已撤销，请核对开始日期", "The organising unit did not exist on that day: check the first day")
        case .unknownTeam, .teamOfAnotherUnit:
            Words("这一集体不属于主办单位，请核对集体和主办单位", "The team is not the organiser's: check both")
        case .teamNotOpen:
            Words("集体当日尚未成立或已撤销，请核对开始日期", "The team did not exist on that day: check the first day")
        case .hoursOutOfRange(_, let limit):
            Words("学时应在0到\(Int(limit))之间", "Hours must lie between 0 and \(Int(limit))")
        case .tooManyParticipants(let limit):
            Words("一次最多\(limit)人，请分次填报", "At most \(limit) people at once: report in parts")
        case .unlikely(let day): Words("日期\(day.day.iso)可能有误，请核对", "\(day.day.iso) is unlikely: check it")
        default: Words("活动内容不符合填报要求，请核对", "The activity cannot be put on record as it is: check it")
        }
    }
}
