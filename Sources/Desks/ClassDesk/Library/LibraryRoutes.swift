import Pages
import Store
import Vocabulary

extension Routes {
    /// Trainers, courses, rooms, field-teaching sites and cases, and where they are used.
    mutating func libraries() {
        list("/classes/sessions", UsedSession.list, door: .plain)
        library(Trainer.self) { found, ask in try found.teaching(ask) }
        look("/trainers/:code/timetable.ics", RouteAbout(Words("授课安排（日历）", "What a trainer teaches, as a calendar"))) {
            ask in
            try ask.one(Trainer.self).calendar(ask)
        }
        library(Course.self)
        library(Room.self)
        library(TeachingSite.self)
        library(TeachingCase.self) { found, ask in try found.reviewsPart(ask) }
        var review = FormFlow(ReviewCase.self, ReviewDraft.form) { _, _ in
            ReviewDraft()
        } act: { found, draft in
            ReviewCase(record: found.code, review: draft.review)
        }
        review.refusals = { draft, ask in draft.review.problems(of: try ask.one(TeachingCase.self)) }
        form(review)
    }
}

/// Led to from the menu of those who keep the library.
let libraryEntries = [
    Menu.Entry("/trainers", Trainer.listing.words, in: .library, right: .teach),
    Menu.Entry("/courses", Course.listing.words, in: .library, right: .teach),
    Menu.Entry("/rooms", Room.listing.words, in: .library, right: .teach),
    Menu.Entry("/sites", TeachingSite.listing.words, in: .library, right: .teach),
    Menu.Entry("/cases", TeachingCase.listing.words, in: .library, right: .teach),
]

let libraryNouns: [any Noun.Type] = [Trainer.self, Course.self, Room.self, TeachingSite.self, TeachingCase.self]

/// What of the library a search finds.
func libraryFound(_ ask: Ask, _ typed: String) throws -> [Found] {
    try Trainer.found(ask, typed) { .text($0.entry.unit + $0.entry.post) }
        + Course.found(ask, typed) { .words($0.entry.kind.words) }
        + Room.found(ask, typed) { .text($0.entry.place) }
        + TeachingSite.found(ask, typed) { .text($0.entry.county) }
        + TeachingCase.found(ask, typed) { .text($0.entry.field) }
}
