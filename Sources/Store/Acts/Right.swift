/// What somebody may do, named after what people do (docs/decisions/0097).
public enum Right: String, Sendable, CaseIterable, Codable {
    /// One's own: the account, and the file of oneself (本人). Whoever is signed in has it.
    case own
    /// Look at what lies within one's reach (查看).
    case see
    /// Report, correct and void what was held; file what is planned (填报).
    case report
    /// Publish plans, answer clauses, approve and return what units file (统筹).
    case plan
    /// Keep classes: timetable, attendance, results (教学).
    case teach
    /// Inspect and open notices (督查).
    case inspect
    /// Lead a unit: sign and confirm for it (负责).
    case lead
    /// Accounts and who belongs where (系统管理).
    case administerUsers
    /// Rights, and how one signs in (安全保密管理).
    case administerSecurity
    /// Read what was done, by whom (安全审计).
    case audit
}

extension Right {
    /// The three administrators' rights exclude one another and everybody's work (GB/T 22239, three separate roles).
    public static let administrators: Set<Right> = [.administerUsers, .administerSecurity, .audit]
}
