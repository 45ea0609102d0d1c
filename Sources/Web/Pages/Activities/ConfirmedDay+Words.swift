import Pages
import Training
import Vocabulary

extension ActivityDay {
    /// The field of the form.
    var key: String {
        switch self {
        case .from: "from"
        case .filed: "filed"
        case .approved: "approved"
        case .reported: "reported"
        case .attachment: "attachments"
        }
    }

    func name(_ context: PageContext) -> String {
        switch self {
        case .from: context.say("开始日期", "The first day")
        case .filed: context.say("报备日期", "The day it was filed")
        case .approved: context.say("批准日期", "The day it was approved")
        case .reported: context.say("报送成果日期", "The day the result was reported")
        case .attachment: context.say("材料日期", "The attachment's day")
        }
    }
}

/// As a tick of the form: `filed 2018-08-10`, `attachments 2018-08-10 方案`.
extension ConfirmedDay {
    /// Those that were ticked.
    static func all(in typed: Query) -> Set<ConfirmedDay> {
        Set(typed.all("sure").compactMap { ConfirmedDay(text: $0) })
    }

    init?(text: String) {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count > 1, let day = Day(iso: parts[1]) else { return nil }
        let name = parts.count > 2 ? parts[2] : ""
        let fields: [ActivityDay] = [.from, .filed, .approved, .reported, .attachment(name)]
        guard let field = fields.first(where: { $0.key == parts[0] }) else { return nil }
        self.init(field, day)
    }

    var text: String { name.map { "\(field.key) \(day.iso) \($0)" } ?? "\(field.key) \(day.iso)" }

    /// In the order of the form.
    var key: (Int, Day, String) {
        let order = ["from", "filed", "approved", "reported", "attachments"]
        return (order.firstIndex(of: field.key) ?? order.count, day, name ?? "")
    }

    /// What is said by ticking it.
    func sentence(_ context: PageContext) -> String {
        let place = name.map { context.say("“\(ActivityForm.shown($0))”的", "“\(ActivityForm.shown($0))”: ") } ?? ""
        return context.say(
            "\(place)\(field.name(context))\(day.iso)无误", "\(place)\(field.name(context)), \(day.iso), is right")
    }

    /// Of the attachment that it belongs to.
    private var name: String? { if case .attachment(let name) = field { name } else { nil } }
}
