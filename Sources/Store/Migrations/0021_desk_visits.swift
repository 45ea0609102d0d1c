extension Migration {
    /// When somebody was last at their desk, in which of their posts, and what they saw there.
    static let deskVisits = Migration(
        number: 21, name: "desk visits",
        statements: [
            """
            create table desk_visits (
                account text not null,
                post text not null,
                seen_at text not null,
                seen_seq integer not null,
                seen_state text,
                since_at text,
                since_seq integer,
                since_state text,
                primary key (account, post)
            )
            """
        ])
}
