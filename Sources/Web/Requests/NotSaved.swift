import Exchange
import Files
import Foundation
import HTTPTypes
import Storage

/// Why a change could not be written, in the words of whoever made it: nothing was saved, nothing typed is lost.
struct NotSaved {
    private enum Cause { case full, readOnly, busy, other }
    private let cause: Cause

    init(_ error: any Error) {
        cause =
            switch error {
            case let failure as SQLFailure where failure.kind == .full: .full
            case let failure as SQLFailure where failure.kind == .readOnly: .readOnly
            case let failure as SQLFailure where failure.kind == .busy: .busy
            case let file as FileTrouble where file.number == ENOSPC: .full
            case let cocoa as CocoaError where cocoa.code == .fileWriteOutOfSpace: .full
            case let cocoa as CocoaError where cocoa.code == .fileWriteNoPermission: .readOnly
            case let cocoa as CocoaError where cocoa.code == .fileWriteVolumeReadOnly: .readOnly
            default: .other
            }
    }

    var status: HTTPResponse.Status {
        switch cause {
        case .full: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .readOnly, .busy: .serviceUnavailable
        case .other: .internalServerError
        }
    }

    func message(_ context: PageContext) -> String {
        switch cause {
        case .full:
            context.say(
                "磁盘已满，没有保存；填写的内容都在。请联系系统管理员腾出空间，然后再保存一次。",
                "The disk is full and nothing was saved; all you typed is still here. Ask the administrator to make room, then save again."
            )
        case .readOnly:
            context.say(
                "数据目录不能写入，没有保存；填写的内容都在。请联系系统管理员，然后再保存一次。",
                "The data directory cannot be written to and nothing was saved; all you typed is still here. Ask the administrator, then save again."
            )
        case .busy:
            context.say(
                "数据库正忙，没有保存；填写的内容都在。请稍候再保存一次。",
                "The database is busy and nothing was saved; all you typed is still here. Save again in a moment.")
        case .other:
            context.say(
                "系统出错，没有保存；填写的内容都在。请再试一次；仍不成功的，请将出错时间和所做操作告知系统管理员。",
                "Something broke and nothing was saved; all you typed is still here. Try again; if it stays, tell the administrator when and what you did."
            )
        }
    }

    func error(_ context: PageContext) -> FieldError { FieldError(field: "content", message: message(context)) }
}
