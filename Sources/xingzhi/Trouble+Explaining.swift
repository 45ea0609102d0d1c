import Exchange
import Files
import Formats
import Foundation
import PeopleDesk
import PlanLanguage
import Spelling
import Storage
import Store
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
            case let refused as Refused:
                Trouble(
                    ending: .unusable,
                    message: refused.problems.map { $0.words.in(language) }.joined(separator: "\n"))
            case let refused as ImportRefused: Trouble(ending: .unusable, message: refused.words.in(language))
            case let refused as WorkingYearRefused: Trouble(explaining: refused, in: language)
            case let inUse as DirectoryInUse:
                say(
                    .broken,
                    "\(inUse.directory) 正被另一进程\(inUse.owner.map { "（\($0)）" } ?? "")使用，不能同时写入。它若正在启动，请稍后再试。",
                    "\(inUse.directory) is in use by another process\(inUse.owner.map { " (\($0))" } ?? ""); two cannot write at once. If it is just starting, try again in a moment."
                )
            case let damaged as DatabaseDamaged: Trouble(ending: .broken, message: damaged.message(in: language))
            case let refused as CopyRefused: Trouble(explaining: refused, in: language)
            case let refused as RestoreRefused: Trouble(explaining: refused, in: language)
            case let older as SchemaTooOld:
                say(
                    .broken, "数据由较早的行知写成（结构\(older.found)，现为\(older.known)），正被另一进程使用；请先停下那个服务。",
                    "The data was written by an earlier Xingzhi (schema \(older.found), now \(older.known)) and is in use by another process; stop that server first."
                )
            case let failure as SQLFailure where failure.kind == .damaged:
                say(
                    .broken, "数据库文件已损坏（\(failure.message)）。请运行 xingzhi database check 查看，并用最近的备份恢复：xingzhi restore。",
                    "The database file is damaged (\(failure.message)). See xingzhi database check, and restore the last backup: xingzhi restore."
                )
            case let failure as SQLFailure where failure.kind == .unreachable:
                say(
                    .broken, "连不上数据库服务器，或连接中断：\(failure.message)",
                    "The database server cannot be reached, or the connection was lost: \(failure.message)")
            case let unfit as UnfitDatabase:
                say(
                    .broken,
                    "数据库的排序规则是 \(unfit.collation)、编码是 \(unfit.encoding)，应为 C 和 UTF8。请这样新建：create database 库名 template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'",
                    "The database has collation \(unfit.collation) and encoding \(unfit.encoding); they must be C and UTF8. Make it so: create database NAME template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
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
            case let system as POSIXError where system.code == .ENOSPC:
                say(.broken, "磁盘已满，没有存下任何改动。", "The disk is full; nothing was changed.")
            case let system as POSIXError:
                say(
                    .broken, "文件系统出错：\(String(cString: strerror(system.code.rawValue)))",
                    "The file system failed: \(String(cString: strerror(system.code.rawValue)))")
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
            case .sourceUnfit(let flaw): (flaw.message(of: "依据", in: .zh), flaw.message(of: "the source", in: .en))
            case .empty: ("没有日期。", "There is no day.")
            case .yearOutside(let years):
                (
                    "年份应在\(years.lowerBound)年至\(years.upperBound)年之间。",
                    "The year must lie between \(years.lowerBound) and \(years.upperBound)."
                )
            case .otherYear(let day): ("\(day.iso)不在这一年。", "\(day.iso) is of another year.")
            case .workedAnyway(let day): ("\(day.iso)不是周末，本来就上班。", "\(day.iso) is no weekend and worked anyway.")
            case .twice(let day): ("\(day.iso)重复。", "\(day.iso) stands twice.")
            case .same: ("这一年的日历已是如此，未再登记。", "The year stands so already; nothing was entered.")
            }
        self.init(ending: .unusable, message: language == .zh ? zh : en)
    }

    fileprivate init(explaining refused: CopyRefused, in language: Language) {
        let isZh = language == .zh
        let message =
            switch refused {
            case .exists(let place):
                isZh
                    ? "\(place) 已存在，没有备份。要替换它请加 --replace。"
                    : "\(place) is there already; nothing was written. --replace replaces it."
            case .isDirectory(let place):
                isZh ? "\(place) 是目录，请给出文件名。" : "\(place) is a directory; give the name of a file."
            case .notAFile(let place):
                isZh
                    ? "\(place) 是设备、管道或链接，不能用作备份文件。"
                    : "\(place) is a device, a pipe or a link; a backup is a plain file."
            case .insideData(let place):
                isZh
                    ? "\(place) 在数据目录里：目录若丢失，备份也一同丢失。请写到别处，最好是另一块磁盘。"
                    : "\(place) lies in the data directory: a backup there is lost with it. Write it elsewhere, best on another disk."
            case .noDirectory(let place): isZh ? "没有目录 \(place)。" : "There is no directory \(place)."
            case .notEmpty(let place):
                isZh ? "\(place) 里已有数据，没有复制：只能复制到空处。" : "\(place) is not empty; nothing was copied."
            case .differs(let place):
                isZh ? "备份与原库不一致，未保留 \(place)。" : "The copy differs from the database; \(place) was not kept."
            }
        self.init(ending: .unusable, message: message)
    }

    fileprivate init(explaining refused: RestoreRefused, in language: Language) {
        let isZh = language == .zh
        let message =
            switch refused {
            case .exists(let place):
                isZh
                    ? "已有数据库 \(place)，没有恢复。要用备份替换它请加 --replace，原文件会另名保留。"
                    : "There is a database already, \(place); nothing was restored. --replace replaces it and keeps it under another name."
            case .isItself(let place): isZh ? "\(place) 就是这个数据库本身。" : "\(place) is the database itself."
            }
        self.init(ending: .unusable, message: message)
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
