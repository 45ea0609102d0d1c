import Barrier
import Glibc

extension Attendant.Event {
    /// What the person at the terminal reads.
    var sentence: String {
        switch self {
        case .fell(let signal, let closed) where closed.isEmpty:
            said(
                "服务因故障退出（信号 \(signal)），正在重新启动。已保存的内容不受影响。",
                "The server fell (signal \(signal)) and is being started again. What was saved is safe.")
        case .fell(let signal, let closed):
            said(
                "服务因故障退出（信号 \(signal)），正在重新启动。已保存的内容不受影响。出错的页面在数据变动前不再提供：\(closed.joined(separator: "、"))",
                "The server fell (signal \(signal)) and is being started again. What was saved is safe. Until the data changes this page stays closed: \(closed.joined(separator: ", "))"
            )
        case .givenUp(let signal):
            said(
                "服务三次都在启动时因故障退出（信号 \(signal)），不再重试。请把情况告知维护人员。",
                "The server fell three times while starting (signal \(signal)); it is not tried again. Tell the maintainer."
            )
        case .notStarted: said("无法启动服务进程。", "The server's process could not be started.")
        }
    }
}

enum AttendantText {
    /// Of a signal that somebody sent to the attendant.
    static func outlived(_ signal: Int32) -> String {
        said(
            "收到别的进程发来的信号 \(signal)，服务照常运行。要停止服务，请按 Ctrl-C 或发送终止信号。",
            "Another process sent signal \(signal); the server goes on. To end it, use Ctrl-C or a terminate signal.")
    }
}
