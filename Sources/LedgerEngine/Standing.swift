/// How an entry stands (进度状态). Always computed, never stored as an opinion.
public enum Standing: String, Codable, Sendable, CaseIterable {
    case met, onCourse, behind, overdue, notYetDue, doesNotApply, needsRuling
}
