import Dispatch
import Glibc

/// Tells what is being done once it has taken a second, so that nobody wonders; quick work stays silent.
struct Progress {
    private let isOn: Bool

    init(_ options: CommonOptions) { isOn = options.progress || isatty(STDERR_FILENO) == 1 }

    func during<Value>(_ zh: String, _ en: String, _ work: () throws -> Value) rethrows -> Value {
        guard isOn else { return try work() }
        let name = said(zh, en)
        let notice = DispatchWorkItem { tell(name + "…") }
        let start = DispatchTime.now()
        DispatchQueue.global().asyncAfter(deadline: start + 1, execute: notice)
        defer {
            notice.cancel()
            let tenths = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 100_000_000
            if tenths >= 10 {
                tell(name + said("：\(tenths / 10).\(tenths % 10) 秒", ": \(tenths / 10).\(tenths % 10) s"))
            }
        }
        return try work()
    }
}
