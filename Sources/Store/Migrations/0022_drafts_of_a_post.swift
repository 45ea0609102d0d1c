extension Migration {
    /// In which post a form was begun, so that whoever holds the post next can go on with it, and who left it to them.
    static let draftsOfAPost = Migration(
        number: 22, name: "drafts of a post",
        statements: [
            "alter table form_drafts add column post text",
            "alter table form_drafts add column left_by text",
            "create index form_drafts_by_post on form_drafts (post, changed_at)",
        ])
}
