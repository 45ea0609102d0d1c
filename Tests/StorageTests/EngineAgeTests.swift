import Testing

@testable import Store

@Suite("The age of SQLite")
struct EngineAgeTests {
    @Test(
        "versions with the WAL-reset race are known, and those where it is mended",
        arguments: [
            ("3.6.23", false), ("3.7.0", true), ("3.40.1", true), ("3.44.5", true), ("3.44.6", false), ("3.45.0", true),
            ("3.50.6", true), ("3.50.7", false), ("3.51.2", true), ("3.51.3", false), ("3.52.0", false),
            ("4.0.0", false),
        ])
    func versions(version: String, hasRace: Bool) { #expect(Database.hasWALResetRace(version) == hasRace) }
}
