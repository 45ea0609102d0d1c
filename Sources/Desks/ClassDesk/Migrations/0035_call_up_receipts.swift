import Store

extension Migration {
    /// What people who are called up answer.
    static let callUpReceipts = Migration(
        number: 35, name: "call-up receipts",
        statements: [
            """
            create table call_up_receipts (
                trainee text not null primary key references trainees (code),
                class text not null references training_classes (code),
                answer text not null check (answer in ('confirmed', 'declined', 'substitute')),
                reason text,
                answered_day integer not null
            )
            """,
            "create index call_up_receipts_by_class on call_up_receipts (class)",
        ])
}
