import Files
import Foundation
import Store
import Vocabulary

extension JobRefused {
    /// It was begun by another version of the program.
    static let unknownKind = JobRefused(
        Words("当前版本不再有这类办理。", "This version of the program has no such job."))

    /// The role in which it was begun has ended.
    static let noLongerMay = JobRefused(
        Words("开始办理的账号已停用，或不再有这项权限，没有办理。", "Whoever began it may no longer do it; nothing was done."))

    /// Whatever a job ended with, for its reader.
    static func words(of error: any Error) -> Words {
        switch error {
        case let refused as JobRefused: return refused.words
        case let refused as Refused:
            let all = refused.problems.map(\.words)
            return Words(all.map(\.zh).joined(separator: "；"), all.map(\.en).joined(separator: "; "))
        case is NotAllowed:
            return Words("您的账号没有这项权限，或不在管理范围内。", "Your account may not do this, or not there.")
        case let failure as SQLFailure where failure.kind == .full: return full
        case let trouble as FileTrouble where trouble.number == ENOSPC: return full
        case let failure as SQLFailure where failure.kind == .readOnly: return readOnly
        case let trouble as FileTrouble where [EACCES, EROFS, EPERM].contains(trouble.number): return readOnly
        default:
            return Words(
                "系统出错，没有办成，没有留下半成品。可重新办理；仍不成功的，请将时间和所做操作告知系统管理员。",
                "Something broke; nothing of it was kept. Begin it anew; if it stays, tell the administrator when and what it was."
            )
        }
    }

    private static let full = Words(
        "磁盘已满，没有办成，没有留下半成品。请联系系统管理员腾出空间，再重新办理。",
        "The disk is full; nothing of it was kept. Ask the administrator to make room, then begin it anew.")
    private static let readOnly = Words(
        "数据目录不能写入，没有办成。请联系系统管理员，再重新办理。",
        "The data directory cannot be written to; nothing of it was kept. Ask the administrator, then begin it anew.")
}
