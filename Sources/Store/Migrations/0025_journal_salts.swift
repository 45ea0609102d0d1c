extension Migration {
    /// What goes into a line's hash and nobody can guess. Where the line's texts are destroyed one day it goes with them, and the
    /// hash that stays tells nothing of them.
    static let journalSalts = Migration(
        number: 25, name: "journal salts", statements: ["alter table journal add column salt text"])
}
