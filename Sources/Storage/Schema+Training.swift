public import Store

extension Schema {
    /// The facts that the ledger counts, plans, settings and seat years, with what the store needs for itself.
    public static let training = Schema(
        migrations: Schema.own + [
            .people, .activities, .plans, .lookups, .foldedNames, .factChanges, .settings, .seatPlans,
            .recordChanges, .daysOfChanges, .personMergers,
        ],
        settle: { database in
            // Books that an earlier version brought in have no sums yet.
            guard try database.read({ try $0.hasUnsealedBooks() }) else { return }
            try database.write(by: "xingzhi") { try $0.sealBooks() }
        },
        contentCheck: { FactsCheck($0) })
}
