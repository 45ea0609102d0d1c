extension Database {
    /// SQLite's version where it has the "WAL-reset" race, nil where it is mended.
    ///
    /// Versions 3.7.0 to 3.51.2 have it, but for 3.50.7 and 3.44.6 (sqlite.org/wal.html#walresetbug). One writer that alone
    /// checkpoints, as here, does not meet it; a tool that writes to the file beside the server may.
    public func versionWithWALResetRace() throws -> String? {
        guard engine.dialect == .sqlite else { return nil }
        let version = try read { reading in
            try reading.connection.first("select sqlite_version() as version") { try $0.text("version") }
        }
        guard let version, Self.hasWALResetRace(version) else { return nil }
        return version
    }

    static func hasWALResetRace(_ version: String) -> Bool {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 3, parts[0] == 3 else { return false }
        switch parts[1] {
        case ..<7: return false
        case 44: return parts[2] < 6
        case 50: return parts[2] < 7
        case 51: return parts[2] < 3
        case 52...: return false
        default: return true
        }
    }
}
