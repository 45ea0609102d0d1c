public import HTTPTypes
public import Vocabulary

/// Why a change could not be written, in the words of whoever made it: nothing was saved, nothing typed is lost.
public struct NotSaved: Sendable {
    public enum Cause: Sendable { case full, readOnly, busy, unreachable, other }
    private let cause: Cause

    public init(_ cause: Cause) { self.cause = cause }

    public var status: HTTPResponse.Status {
        switch cause {
        case .full: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .readOnly, .busy, .unreachable: .serviceUnavailable
        case .other: .internalServerError
        }
    }

    public func message(_ context: PageContext) -> String { words.in(context.language) }

    public var words: Words {
        switch cause {
        case .full:
            Words(
                "磁盘已满，没有保存；填写的内容都在。请联系系统管理员腾出空间，然后再保存一次。",
                "The disk is full and nothing was saved; all you typed is still here. Ask the administrator to make room, then save again."
            )
        case .readOnly:
            Words(
                "数据目录不能写入，没有保存；填写的内容都在。请联系系统管理员，然后再保存一次。",
                "The data directory cannot be written to and nothing was saved; all you typed is still here. Ask the administrator, then save again."
            )
        case .busy:
            Words(
                "数据库正忙，没有保存；填写的内容都在。请稍候再保存一次。",
                "The database is busy and nothing was saved; all you typed is still here. Save again in a moment.")
        case .unreachable:
            Words(
                "数据库服务器没有应答，不能确定是否已保存；填写的内容都在。请先查看是否已保存，再保存一次。",
                "The database server does not answer, and it may or may not have been saved; all you typed is still here. Look whether it was saved, then save again."
            )
        case .other:
            Words(
                "系统出错，没有保存；填写的内容都在。请再试一次；仍不成功的，请将出错时间和所做操作告知系统管理员。",
                "Something broke and nothing was saved; all you typed is still here. Try again; if it stays, tell the administrator when and what you did."
            )
        }
    }

    public func error(_ context: PageContext) -> FieldError { FieldError(field: "content", message: message(context)) }
}
