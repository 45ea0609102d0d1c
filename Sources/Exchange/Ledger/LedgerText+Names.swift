public import LedgerEngine
public import Vocabulary

/// Names of the ledger's codes, as the glossary has them.
extension LedgerText {
    public static func standing(_ standing: Standing, in language: Language) -> String {
        switch (standing, language) {
        case (.met, .zh): "已完成"
        case (.met, .en): "met"
        case (.onCourse, .zh): "进度正常"
        case (.onCourse, .en): "on course"
        case (.behind, .zh): "滞后"
        case (.behind, .en): "behind"
        case (.overdue, .zh): "逾期"
        case (.overdue, .en): "overdue"
        case (.notYetDue, .zh): "未到期"
        case (.notYetDue, .en): "not yet due"
        case (.doesNotApply, .zh): "不适用"
        case (.doesNotApply, .en): "does not apply"
        case (.needsRuling, .zh): "待明确"
        case (.needsRuling, .en): "needs clarifying"
        }
    }

    public static func measure(_ measure: Measure, in language: Language) -> String {
        switch (measure, language) {
        case (.count, .zh): "次数"
        case (.count, .en): "count"
        case (.headcount, .zh): "人数"
        case (.headcount, .en): "head count"
        case (.coverage, .zh): "覆盖率"
        case (.coverage, .en): "coverage"
        case (.share, .zh): "占比"
        case (.share, .en): "share"
        case (.duration, .zh): "时长"
        case (.duration, .en): "duration"
        case (.hours, .zh): "学时"
        case (.hours, .en): "hours"
        case (.leadTime, .zh): "提前期"
        case (.leadTime, .en): "lead time"
        case (.deadline, .zh): "时限"
        case (.deadline, .en): "deadline"
        }
    }

    public static func subjectKind(_ kind: Subject.Kind, in language: Language) -> String {
        switch (kind, language) {
        case (.programme, .zh): "全市"
        case (.programme, .en): "programme"
        case (.unit, .zh): "单位"
        case (.unit, .en): "unit"
        case (.team, .zh): "集体"
        case (.team, .en): "team"
        case (.person, .zh): "个人"
        case (.person, .en): "person"
        case (.activity, .zh): "活动"
        case (.activity, .en): "activity"
        case (.rollUp, .zh): "汇总"
        case (.rollUp, .en): "roll-up"
        }
    }

    public static func topic(_ topic: Topic, in language: Language) -> String {
        guard let known = Topic.builtIn.first(where: { $0.topic == topic }) else { return topic.rawValue }
        return language == .zh ? known.zh : known.en
    }

    public static func category(_ category: PersonCategory, in language: Language) -> String {
        guard let known = PersonCategory.builtIn.first(where: { $0.category == category }) else {
            return category.rawValue
        }
        return language == .zh ? known.zh : known.en
    }

    public static func role(_ role: ParticipationRole, in language: Language) -> String {
        switch (role, language) {
        case (.attendee, .zh): "参加"
        case (.attendee, .en): "attended"
        case (.speaker, .zh): "主讲"
        case (.speaker, .en): "spoke"
        case (.keynote, .zh): "重点发言"
        case (.keynote, .en): "keynote"
        case (.staff, .zh): "工作人员"
        case (.staff, .en): "staff"
        }
    }

    /// 4期, 33.3%, 2个月; 4 classes, 33.3%, 2 months.
    public static func amountText(_ amount: Double, _ unit: CountingUnit, in language: Language) -> String {
        let figure = Figure.amount(amount)
        switch language {
        case .zh: return figure + unitZh(unit)
        case .en:
            if unit == .percent { return figure + "%" }
            return "\(figure) \(unitEn(unit, plural: amount != 1))"
        }
    }

    /// The measure word of a unit (`CountingUnit.words`), and of the ledger's own ways to count its subjects.
    public static func unitZh(_ unit: CountingUnit) -> String {
        switch unit {
        case .subject: "个"
        case .subjectUnit: "个单位"
        case .subjectTeam: "个集体"
        case .subjectLeadershipTeam: "个领导班子"
        case .subjectStudyGroup: "个中心组"
        case .subjectBranch: "个支部"
        case .subjectActivity: "项活动"
        default: unit.words.zh
        }
    }

    public static func unitEn(_ unit: CountingUnit, plural: Bool) -> String {
        switch unit {
        case .subjectUnit: plural ? "units" : "unit"
        case .subjectTeam: plural ? "teams" : "team"
        case .subjectLeadershipTeam: plural ? "leadership teams" : "leadership team"
        case .subjectStudyGroup: plural ? "study groups" : "study group"
        case .subjectBranch: plural ? "branches" : "branch"
        case .subjectActivity: plural ? "activities" : "activity"
        default: plural ? unit.words.many : unit.words.one
        }
    }
}
