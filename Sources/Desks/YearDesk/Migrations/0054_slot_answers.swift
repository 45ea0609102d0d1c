import Store

extension Migration {
    /// That somebody approved of a slot being skipped, or returned it. What was entered before is asked for: nobody had approved.
    static let slotAnswers = Migration(
        number: 54, name: "slot answers",
        statements: [
            "alter table slot_changes add column answer text check (answer in ('approved', 'returned'))",
            "alter table slot_changes add column answered_day integer",
            "alter table slot_changes add column answered_by text",
            "alter table slot_changes add column answer_remark text",
        ])
}
