/// What a person was in an activity (参加身份).
public enum ParticipationRole: String, Codable, Sendable, CaseIterable {
    /// 参加人员
    case attendee
    /// 主讲人
    case speaker
    /// 重点发言人
    case keynote
    /// 组织工作人员: present, but not trained
    case staff
}

public enum Sex: String, Codable, Sendable, CaseIterable {
    case female, male
}
