import Files
import Foundation
import Pages
import Storage
import Store

extension NotSaved {
    /// By what the disk or the database said.
    init(_ error: any Error) {
        let cause: Cause =
            switch error {
            case let failure as SQLFailure where failure.kind == .full: .full
            case let failure as SQLFailure where failure.kind == .readOnly: .readOnly
            case let failure as SQLFailure where failure.kind == .busy: .busy
            case let failure as SQLFailure where failure.kind == .unreachable: .unreachable
            case let file as FileTrouble where file.number == ENOSPC: .full
            case let posix as POSIXError where [.ENOSPC, .EDQUOT].contains(posix.code): .full
            case let posix as POSIXError where [.EROFS, .EACCES].contains(posix.code): .readOnly
            case let cocoa as CocoaError where cocoa.code == .fileWriteOutOfSpace: .full
            case let cocoa as CocoaError where cocoa.code == .fileWriteNoPermission: .readOnly
            case let cocoa as CocoaError where cocoa.code == .fileWriteVolumeReadOnly: .readOnly
            default: .other
            }
        self.init(cause)
    }
}
