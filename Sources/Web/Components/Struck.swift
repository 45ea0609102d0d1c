import Pages
import Storage

extension ListedActivity {
    /// Said behind the title of a record that no longer counts.
    func struck(_ context: PageContext) -> HTML {
        if isVoided { return .small(.class("overdue"), .text(context.say(" 已作废", " void"))) }
        return isCorrected ? .small(.class("behind"), .text(context.say(" 已更正", " corrected"))) : .nothing
    }
}
