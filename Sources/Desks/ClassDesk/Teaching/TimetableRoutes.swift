import Pages
import Store
import Vocabulary

extension Routes {
    /// The timetable of a class: its page, its files, and what is done with it.
    mutating func timetables() {
        page("/classes/:code/timetable", Words("课程表", "Timetable")) { ask in
            try ask.one(TrainingClass.self).timetablePage(ask)
        }
        look("/classes/:code/timetable.ics", RouteAbout(Words("课程表（日历）", "The timetable as a calendar"))) { ask in
            try ask.one(TrainingClass.self).calendar(ask)
        }
        look("/classes/:code/timetable.xlsx", RouteAbout(Words("课程表（表格）", "The timetable as a workbook"))) { ask in
            try ask.one(TrainingClass.self).timetableWorkbook(ask)
        }
        look("/classes/:code/timetable.docx", RouteAbout(Words("课程表（Word）", "The timetable as a document"))) { ask in
            try ask.one(TrainingClass.self).timetableDocument(ask)
        }

        var keep = FormFlow(KeepTimetable.self, TimetableSheet.form) { found, ask in
            try ask.timetableDraft(of: found)
        } act: { found, sheet in
            KeepTimetable(record: found.code, sheet: sheet.filled)
        }
        keep.opening = { try $0.timetableSuggestions() }
        // Whoever changed it meanwhile changed half-days, which are merged.
        keep.seen = nil
        keep.refusals = { sheet, ask in
            let found = try ask.one(TrainingClass.self)
            return try sheet.problems(of: found) + MergedTimetable(sheet.filled, of: found, in: ask.reading).problems
        }
        keep.remarks = { sheet, ask in
            let found = try ask.one(TrainingClass.self)
            let merged = try MergedTimetable(sheet.filled, of: found, in: ask.reading)
            return try merged.sheet.remarks(of: found, besides: merged.remarks, ask)
        }
        keep.then = { "\($0.address)/timetable" }
        form(keep)

        var move = FormFlow(MoveSession.self, SessionMove.form) { found, ask in
            let session = try ask.asked(found)?.session
            return SessionMove(session: "", day: session?.day ?? .unset, half: session?.half ?? .morning)
        } act: { found, move in
            MoveSession(record: found.code, move: move)
        }
        move.opening = { ask in
            _ = try ask.namedSessions(of: try ask.one(TrainingClass.self))
            return .nothing
        }
        move.refusals = { move, ask in
            let found = try ask.one(TrainingClass.self)
            return move.problems(of: found, try ask.sheet(of: found))
        }
        move.remarks = { move, ask in
            let (found, sheet) = try ask.sheetAsked()
            return try sheet.index(of: move.session).map { index in
                try sheet.moving(index, to: move.place).remarks(of: found, ask)
            } ?? .nothing
        }
        move.then = { "\($0.address)/timetable" }
        form(move)

        var replace = FormFlow(ReplaceSession.self, TaughtInstead.form) { found, ask in
            TaughtInstead(taught: try ask.asked(found)?.session ?? ClassSession())
        } act: { found, replacement in
            ReplaceSession(record: found.code, replacement: replacement)
        }
        replace.opening = { ask in
            _ = try ask.namedSessions(of: try ask.one(TrainingClass.self))
            return try ask.timetableSuggestions()
        }
        replace.refusals = { replacement, ask in
            replacement.problems(try ask.sheet(of: try ask.one(TrainingClass.self)))
        }
        replace.remarks = { replacement, ask in
            let (found, sheet) = try ask.sheetAsked()
            return try sheet.replacing(replacement, on: ask.today)?.remarks(of: found, ask) ?? .nothing
        }
        replace.then = { "\($0.address)/timetable" }
        form(replace)
    }
}

extension Ask {
    /// The session that the address names, if any; those of the class are laid by for the form.
    fileprivate func asked(_ found: TrainingClass) throws -> NamedSession? {
        let all = try namedSessions(of: found)
        return query["session"].flatMap { name in all.first { $0.name == name } }
    }

    fileprivate func sheet(of found: TrainingClass) throws -> TimetableSheet {
        try reading.one(Timetable.self, found.code, for: reader)?.sheet ?? TimetableSheet()
    }

    fileprivate func sheetAsked() throws -> (found: TrainingClass, sheet: TimetableSheet) {
        let found = try one(TrainingClass.self)
        _ = try namedSessions(of: found)
        return (found, try sheet(of: found))
    }
}
