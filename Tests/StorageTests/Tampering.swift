import Foundation
import GRDB
import House
import Testing

@testable import Storage
@testable import Store

/// Writes as another program would: with the triggers dropped and without looking at references.
func tamper(_ database: Store.Database, _ statements: String...) throws {
    try writeOutside(database.path, dropsTriggers: true, statements)
}

/// Writes to a file as another program would, without looking at references.
func writeOutside(_ path: String, dropsTriggers: Bool = false, _ statements: [String]) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { other in
        try other.execute(sql: "PRAGMA foreign_keys = OFF")
        if dropsTriggers {
            for trigger in try String.fetchAll(other, sql: "select name from sqlite_master where type = 'trigger'") {
                try other.execute(sql: "drop trigger \(trigger)")
            }
        }
        for statement in statements { try other.execute(sql: statement) }
    }
    try queue.close()
}

/// Some tools write with foreign keys off, and replace rows instead of changing them.
@Suite struct OtherToolsTests {
    @Test(arguments: [
        "insert or replace into units (code, name, kind, parent, from_day, recorded_day) values ('Z00', 'n', 'city', 'D01', 1, 1)",
        "update or ignore units set parent = 'D01' where code = 'Z00'",
    ])
    func aRingIsRefusedWithForeignKeysOffToo(_ sql: String) throws {
        let directory = temporaryDirectory()
        let database = try Store.Database.open(directory: directory)
        try database.write(by: "测试") { try $0.insert(.small) }
        try database.close()
        let refusal = #expect(throws: DatabaseError.self) {
            try writeOutside(Store.Database.file(in: directory), [sql])
        }
        #expect(refusal?.message?.hasPrefix("ring:") == true)
    }
}
