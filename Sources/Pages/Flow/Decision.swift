import Store
public import Vocabulary

/// What is said of something that waits for it: approved, or returned with what is to be changed (审批).
public struct Decision: Sendable, Hashable {
    public enum Answer: String, Named {
        case approve = "approved"
        case sendBack = "returned"

        public var words: Words { self == .approve ? Words("批准", "Approve") : Words("退回修改", "Return") }
    }

    /// Nil: neither was chosen yet.
    public var answer: Answer?
    public var remark = ""

    public init() {}

    public var isApproved: Bool { answer == .approve }

    public static let form = Form<Decision>(
        .init(Words("审批意见", "Decision"), .choice(unchosen: \.answer, "answer", Words("意见", "Decision")), remarked))

    private static let remarked: FormField<Decision> = {
        var field = FormField<Decision>.longText(
            \.remark, "remark", Words("说明", "Remark"),
            hint: Words("退回的，必须写明要改什么", "Where it is returned: what to change"),
            isRequired: false, limit: 500, rows: 3)
        field.isNeededAtTimes = true
        return field
    }()
}

extension Reason {
    /// What is said with several approvals at once, where anything is.
    public static let remark = Form<Reason>(
        .init(
            Words("审批意见", "Decision"),
            .longText(\.text, "remark", Words("说明", "Remark"), isRequired: false, limit: 500, rows: 3)))

    /// What is said with several that are returned at once.
    public static let whatToChange = Form<Reason>(
        .init(
            Words("审批意见", "Decision"),
            .longText(
                \.text, "remark", Words("退回原因", "What to change"), hint: Words("写明要改什么，随每一条退回", "Sent back with each"),
                limit: 500, rows: 3)))

    /// What proves that something is done.
    public static let proof = Form<Reason>(
        .init(
            Words("办结", "Done"),
            .longText(\.text, "proof", Words("完成情况和佐证", "What was done, and what proves it"), limit: 500, rows: 3)))
}
