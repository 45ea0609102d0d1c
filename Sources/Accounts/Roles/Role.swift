public import Store
public import Vocabulary

/// What people are here, and with it what they may do (角色). An official needs none: whoever has an account and is a person
/// of the town sees their own file.
public enum Role: String, Named, Stored {
    case programOffice, unitClerk, registrar, classTeacher, trainer, inspector, leader
    case systemAdministrator, securityAdministrator, auditAdministrator

    public var words: Words {
        switch self {
        case .programOffice: Words("组织部管理员", "Program office")
        case .unitClerk: Words("单位联络员", "Unit clerk")
        case .registrar: Words("教务员", "Registrar")
        case .classTeacher: Words("班主任", "Class teacher")
        case .trainer: Words("授课教师", "Trainer")
        case .inspector: Words("督查员", "Inspector")
        case .leader: Words("单位负责人", "Unit leader")
        case .systemAdministrator: Words("系统管理员", "System administrator")
        case .securityAdministrator: Words("安全管理员", "Security administrator")
        case .auditAdministrator: Words("审计管理员", "Audit administrator")
        }
    }

    public var rights: Set<Right> {
        switch self {
        case .programOffice: [.see, .report, .plan, .teach, .inspect]
        case .unitClerk: [.see, .report]
        case .registrar: [.see, .report, .teach]
        case .classTeacher: [.see, .teach]
        case .trainer: [.see]
        case .inspector: [.see, .inspect]
        case .leader: [.see, .lead]
        case .systemAdministrator: [.administerUsers]
        case .securityAdministrator: [.administerSecurity]
        case .auditAdministrator: [.audit]
        }
    }

    /// Three who hold one another: nobody is two of them, nor one of them and anything else.
    public var isAdministrator: Bool { !rights.isDisjoint(with: Right.administrators) }

    static let administrators = allCases.filter(\.isAdministrator)
}
