import Pages
import Store
import Vocabulary

extension LibraryNoun {
    /// What is known of it at the right, where it was and will be used at the left, its history at the foot.
    /// `more`: what one kind alone has, above the sessions.
    func page(_ ask: Ask, more: HTML = .nothing) throws -> Page {
        let keeps = ask.keepsLibrary
        var page = try Page(
            of: self, ask,
            .sheet(
                .split(
                    .group([said, more, try sessions(ask)]),
                    beside: try Entry.form.facts(keeps ? entry : entry.withoutContacts, ask)),
                try history(ask, keeps: keeps)))
        let used = try ask.usedThisYear()[code, default: UsedSum()]
        page.sentence = .group([
            .text(code), .say("，\(entered.iso)入库，今年", ", since \(entered.iso). This year "),
            .link(heldAddress(ask), .count(used.count), .b(.text(String(used.count)))),
            .say(
                "次、\(Figure.plain(Double(used.halfHours) / 2))学时。",
                " sessions, \(Figure.plain(Double(used.halfHours) / 2)) hours."),
        ])
        return page
    }

    /// The sessions of this year that were held.
    func heldAddress(_ ask: Ask) -> String {
        "/classes/sessions?\(Self.condition)=\(Query.encoded(code))&year=\(ask.today.year)&when=held"
    }

    fileprivate var said: HTML {
        guard let stop else { return .nothing }
        return .warning(
            .behind,
            .say("\(stop.day.iso)停用：\(stop.reason)", "Out of use since \(stop.day.iso): \(stop.reason)"))
    }

    private func sessions(_ ask: Ask) throws -> HTML {
        let all = try ask.usedSessions(of: self)
        let title = Words("课程表中的使用", "On timetables")
        let address = "/classes/sessions?\(Self.condition)=\(Query.encoded(code))"
        guard !all.isEmpty else {
            return .part(title, .p(.class("quiet"), .say("还没有排进课程表。", "It stands on no timetable yet.")))
        }
        return .part(
            title, aside: .link(address, .count(all.count), .say("全部\(all.count)次", "All \(all.count)")),
            try UsedSession.table(Array(all.prefix(12)), ask))
    }

    private func history(_ ask: Ask, keeps: Bool) throws -> HTML {
        func tell(_ step: inout HistoryStep, _ found: Self) {
            if let stop = found.stop { step.remarks = [HistoryStep.reason(stop.reason)] }
        }
        // What was changed may be a telephone.
        let steps =
            keeps
            ? try ask.steps(of: Self.self, code, Entry.form, \.entry) { step, found, _ in tell(&step, found) }
            : try ask.steps(of: Self.self, code) { step, found, _ in tell(&step, found) }
        return try ask.history(steps)
    }
}

extension Ask {
    /// Whether the reader keeps the library, and so reads the telephones in it.
    var keepsLibrary: Bool { reader.may(.teach) || reader.may(.plan) }
}

extension Routes {
    /// List, page and acts of one kind of the library.
    mutating func library<N: LibraryNoun>(
        _ type: N.Type, more: @escaping @Sendable (N, Ask) throws -> HTML = { _, _ in .nothing }
    ) {
        list(N.self) { ask in
            .group([
                ask.button(EnterManyInLibrary<N>.self, "\(N.listAddress)/import", Words("从表格导入", "From a sheet")),
                ask.button(EnterInLibrary<N>.self, "\(N.listAddress)/new", N.adding, isPrimary: true),
            ])
        }
        librarySheet(N.self)
        var enter = FormFlow(new: N.adding, N.Entry.form) { _ in
            N.Entry()
        } act: { entry, _ in
            EnterInLibrary<N>(entry: entry)
        }
        enter.opening = { try $0.librarySuggestions() }
        enter.refusals = { entry, ask in try entry.problems(in: ask.reading) }
        enter.remarks = { entry, ask in .warningSection(.nothing, try entry.remarks(besides: "", ask)) }
        form("\(N.listAddress)/new", enter)

        page(of: N.self, N.listing.words) { found, ask in try found.page(ask, more: try more(found, ask)) }

        var change = FormFlow(ChangeEntry<N>.self, N.Entry.form, changing: \.entry) { found, entry in
            ChangeEntry<N>(record: found.code, entry: entry)
        }
        change.opening = { try $0.librarySuggestions() }
        change.refusals = { entry, ask in try entry.problems(in: ask.reading) }
        change.remarks = { entry, ask in
            .warningSection(.nothing, try entry.remarks(besides: try N.asked(ask).code, ask))
        }
        form(change)

        form(
            FormFlow(StopUsing<N>.self, Reason.form) { _, _ in
                Reason()
            } act: { found, reason in
                StopUsing<N>(record: found.code, reason: reason.text)
            })

        var again = FormFlow(TakeUpAgain<N>.self, Confirmed.form) { _, _ in
            Confirmed()
        } act: { found, _ in
            TakeUpAgain<N>(record: found.code)
        }
        again.isOneStep = true
        again.submit = TakeUpAgain<N>.button
        again.opening = { ask in try N.asked(ask).said }
        form(again)
    }
}
