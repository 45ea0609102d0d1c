import Store

extension Migration {
    /// Plans that were handed in and are looked through before they are published. The text is kept once, apart from what is
    /// answered of it.
    static let planDrafts = Migration(
        number: 52, name: "plan drafts",
        statements: [
            """
            create table plan_drafts (
                code text not null primary key,
                title text not null check (length(title) > 0),
                source text not null check (source in ('file', 'pasted', 'edition')),
                against integer references editions (number),
                answers text not null check (length(answers) > 0),
                left_out text,
                handed_day integer not null,
                made_by text not null,
                stage text not null check (stage in ('open', 'published', 'discarded')),
                edition integer references editions (number),
                remark text,
                check ((stage = 'published') = (edition is not null))
            )
            """,
            """
            create table plan_draft_texts (
                draft text not null primary key references plan_drafts (code),
                body text not null check (length(body) > 0)
            )
            """,
        ],
        final: ["plan_draft_texts"])
}
