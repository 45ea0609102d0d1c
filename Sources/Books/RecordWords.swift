import Exchange
import Plans
import Records
public import Vocabulary

/// Names of what a record says.
public enum RecordWords {
    public static func kind(_ kind: ActivityKind, _ catalogue: ActivityKindCatalogue, _ language: Language) -> String {
        guard let entry = catalogue[kind] else { return kind.rawValue }
        return language == .zh ? entry.nameZh : entry.nameEn
    }

    public static func topic(_ topic: Topic, _ language: Language) -> String { LedgerText.topic(topic, in: language) }

    public static func category(_ category: PersonCategory, _ language: Language) -> String {
        LedgerText.category(category, in: language)
    }

    public static func role(_ role: ParticipationRole, _ language: Language) -> String {
        LedgerText.role(role, in: language)
    }

    /// A record as it is told of elsewhere than on its own page.
    public static func named(_ title: String, _ day: Day, _ unit: String, _ code: String, _ language: Language)
        -> String
    {
        language == .zh
            ? "“\(title)”（\(day.iso)，\(unit)，编号\(code)）" : "“\(title)” (\(day.iso), \(unit), \(code))"
    }

    /// Only of a class is it said that somebody completed it; of a meeting nobody does.
    public static func completion(
        _ isCompleted: Bool, of kind: ActivityKind, _ catalogue: ActivityKindCatalogue, _ language: Language
    ) -> String {
        let isClass = catalogue.kinds(within: .trainingClass)?.contains(kind) ?? false
        return switch (isCompleted, language) {
        case (true, .zh): isClass ? "结业" : "完成"
        case (true, .en): isClass ? "completed" : "done"
        case (false, .zh): isClass ? "未结业" : "未完成"
        case (false, .en): isClass ? "not completed" : "not done"
        }
    }

    public static func unitKind(_ kind: UnitKind, _ language: Language) -> String {
        switch (kind, language) {
        case (_, .zh): kind.words.zh
        case (.city, .en): "city"
        case (.county, .en): "counties and districts"
        case (.department, .en): "departments"
        case (.partySchool, .en): "party school"
        case (.institution, .en): "public institutions"
        case (.enterprise, .en): "state-owned enterprises"
        case (.township, .en): "townships"
        case (.village, .en): "villages"
        case (.branch, .en): "branches"
        }
    }
}
