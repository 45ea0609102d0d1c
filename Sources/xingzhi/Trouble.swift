import Exchange
import PlanLanguage
import Vocabulary

/// How a run ends (docs/command-line.md).
enum Ending: Int32, Codable {
    case done = 0
    /// The material could not be used.
    case unusable = 1
    case wrongUsage = 2
    case broken = 3
}

/// Why a command stopped: what it says, and how it ends.
struct Trouble: Error {
    var ending: Ending
    var message: String

    static func unusable(_ zh: String, _ en: String) -> Trouble { .init(ending: .unusable, message: said(zh, en)) }
    static func wrongUsage(_ zh: String, _ en: String) -> Trouble { .init(ending: .wrongUsage, message: said(zh, en)) }
    /// For commands whose answer is yes or no: whatever kept them from a yes ends with 1.
    static func unusableOnly(_ body: () throws -> Void) throws {
        do { try body() } catch {
            var trouble = Trouble(explaining: error)
            trouble.ending = .unusable
            throw trouble
        }
    }

    static func broken(_ zh: String, _ en: String) -> Trouble { .init(ending: .broken, message: said(zh, en)) }
}
