import Testing

@testable import Formats

/// What is handed in under the name of a workbook.
struct FileKindTests {
    private func refused(_ bytes: [UInt8]) -> WorkbookRefused.Reason? {
        if case .failure(let refused) = reading(bytes) { refused.reason } else { nil }
    }

    @Test(arguments: [
        ("<html><table><tr><td>甲</td></tr></table></html>", FileKind.webPage),
        ("\u{FEFF} <!DOCTYPE html><html>", .webPage),
        ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", .xml),
        ("姓名,编号\r\n甲,1", .text), ("%PDF-1.7", .pdf), ("\0\0", .unknown), ("PK\u{3}\u{4}", .archive),
    ]) func aFileIsKnownByItsFirstBytes(_ text: String, _ kind: FileKind) {
        #expect(FileKind(text.utf8) == kind)
        if kind != .archive { #expect(refused(Array(text.utf8)) == .otherKind(kind)) }
    }

    @Test func oldAndLockedWorkbooksAreToldApart() {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + .init(repeating: 0, count: 1000)
        #expect(refused(old) == .otherKind(.oldWorkbook))
        #expect(refused(old + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }) == .otherKind(.locked))
        #expect(refused([]) == .empty)
    }

    @Test(arguments: [
        ("content.xml", FileKind.openDocument), ("word/document.xml", .otherOffice),
        ("xl/workbook.bin", .binaryWorkbook),
        ("照片.jpg", .archive),
    ]) func otherArchivesAreNamed(_ part: String, _ kind: FileKind) throws {
        #expect(try refused(Packed.archive([(part, "x")])) == .otherKind(kind))
    }
}
