extension Migration {
    /// What every desk needs: forms that are still being filled in, and the words by which things are found.
    static let deskWork = Migration(
        number: 10, name: "desk work",
        statements: [
            """
            create table form_drafts (
                code text not null primary key check (length(code) >= 16),
                account text not null check (length(account) > 0),
                form text not null check (length(form) > 0),
                fields text,
                seen_seq bigint,
                changed_at text not null,
                sent_to text
            )
            """,
            "create index form_drafts_by_account on form_drafts (account, changed_at)",
            """
            create table noun_words (
                kind text not null,
                code text not null,
                words text not null check (length(words) > 0),
                primary key (kind, code)
            )
            """,
        ])
}
