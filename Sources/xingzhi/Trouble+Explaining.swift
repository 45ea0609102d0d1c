import Exchange
import Files
import Foundation
import PlanLanguage
import Spelling
import Storage
import Training
import Vocabulary

extension Trouble {
    /// Translates what a room throws. What is not known here broke, and is shown as it is.
    init(explaining error: any Error, in language: Language = Speaking.language) {
        func say(_ ending: Ending, _ zh: String, _ en: String) -> Trouble {
            Trouble(ending: ending, message: language == .zh ? zh : en)
        }
        self =
            switch error {
            case let trouble as Trouble: trouble
            case let unreadable as UnreadablePlan:
                Trouble(ending: .unusable, message: FindingText.message(unreadable, in: language))
            case let refused as PlanRefused: Trouble(explaining: refused, in: language)
            case let unknown as UnknownTimeZone:
                say(
                    .unusable, "没有名为“\(unknown.name)”的时区，请写IANA名称，如Asia/Shanghai。",
                    "There is no time zone “\(unknown.name)”; write an IANA name, as Asia/Shanghai.")
            case let refused as WorkingYearRefused: Trouble(explaining: refused, in: language)
            case let inUse as DirectoryInUse:
                say(
                    .broken,
                    "\(inUse.directory) 正被另一进程\(inUse.owner.map { "（\($0)）" } ?? "")使用，不能同时写入。它若正在启动，请稍后再试。",
                    "\(inUse.directory) is in use by another process\(inUse.owner.map { " (\($0))" } ?? ""); two cannot write at once. If it is just starting, try again in a moment."
                )
            case let failure as SQLFailure where failure.kind == .full:
                say(.broken, "磁盘已满，没有存下任何改动。", "The disk is full; nothing was changed.")
            case let failure as SQLFailure:
                say(.broken, "数据库出错：\(failure)", "The database failed: \(failure)")
            case let newer as SchemaTooNew:
                say(
                    .broken, "数据由更新的行知写成，请先升级：\(newer)",
                    "The data was written by a later Xingzhi; upgrade first: \(newer)")
            case let file as FileTrouble:
                Trouble(ending: .broken, message: FileTroubleText.sentence(file, in: language))
            case let socket as SocketFailure:
                say(
                    .broken, "与服务通信中断：\(socket)。不能确定是否已写入，请查看后再试。",
                    "Talking to the server failed: \(socket). Look whether it was done before trying again.")
            case let cocoa as CocoaError:
                say(.broken, "文件系统出错：\(cocoa.reason(in: .zh))", "The file system failed: \(cocoa.reason(in: .en))")
            default: say(.broken, "出现故障：\(error)", "Something broke: \(error)")
            }
    }
}

extension Trouble {
    fileprivate init(explaining refused: PlanRefused, in language: Language) {
        let message =
            if case .answersUnusable(let findings) = refused {
                (language == .zh ? "绑定文件与方案不符，未发布。\n" : "The bindings do not fit the plan; nothing published.\n")
                    + ByteOutput.text { FindingReport(inBindings: findings, language: language).write(to: $0) }
            } else {
                refused.messages(in: language).joined(separator: "\n")
            }
        self.init(ending: .unusable, message: message)
    }
}

extension Trouble {
    fileprivate init(explaining refused: WorkingYearRefused, in language: Language) {
        let (zh, en) =
            switch refused {
            case .sourceUnfit(let flaw): (flaw.message(of: "依据", in: .zh), flaw.message(of: "The source", in: .en))
            case .empty: ("没有日期。", "There is no day.")
            case .otherYear(let day): ("\(day.iso)不在这一年。", "\(day.iso) is of another year.")
            case .workedAnyway(let day): ("\(day.iso)不是周末，本来就上班。", "\(day.iso) is no weekend and worked anyway.")
            case .twice(let day): ("\(day.iso)重复。", "\(day.iso) stands twice.")
            case .same: ("这一年的日历已是如此，未再登记。", "The year stands so already; nothing was entered.")
            }
        self.init(ending: .unusable, message: language == .zh ? zh : en)
    }
}

extension CocoaError {
    /// The system's reason, and the path, without Foundation's wrapping.
    fileprivate func reason(in language: Language) -> String {
        let system = (underlying as? POSIXError).map { FileTroubleText.reason($0.code.rawValue, in: language) }
        return [filePath, system ?? localizedDescription].compactMap { $0 }.joined(separator: ": ")
    }
}

/// What is wrong with a YAML file, without the decoder's wrapping.
func yamlReason(_ error: any Error) -> String {
    if let refused = error as? MaterialRefused { return FindingText.message(refused, in: Speaking.language) }
    let text = String(describing: error)
    guard let inner = text.range(of: "Underlying error: ") else { return text }
    return String(text[inner.upperBound...])
}
