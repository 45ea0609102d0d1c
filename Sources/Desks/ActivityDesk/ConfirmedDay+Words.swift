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

    var words: Words {
        switch self {
        case .from: Words("开始日期", "The first day")
        case .filed: Words("报备日期", "The day it was filed")
        case .approved: Words("批准日期", "The day it was approved")
        case .reported: Words("报送成果日期", "The day the result was reported")
        case .attachment: Words("材料日期", "The attachment's day")
        }
    }
}

/// As a tick of the form: `filed 2018-08-10`, `attachments 2018-08-10 方案`.
extension ConfirmedDay {
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
    var sentence: Words {
        let place = name.map { Words("“\($0.shortened)”的", "“\($0.shortened)”: ") } ?? Words("", "")
        return Words("\(place.zh)\(field.words.zh)\(day.iso)无误", "\(place.en)\(field.words.en), \(day.iso), is right")
    }

    /// Of the attachment that it belongs to.
    private var name: String? { if case .attachment(let name) = field { name } else { nil } }
}
