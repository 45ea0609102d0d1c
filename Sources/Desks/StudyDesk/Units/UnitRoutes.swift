import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// What units study every day: the unit itself, its reading room, what it read together, articles.
    mutating func everyday() {
        list(StudyUnit.self) { ask in
            .group([
                .act(ReadingRoom.listAddress, ReadingRoom.listing.words),
                .act(StudyArticle.listAddress, StudyArticle.listing.words),
                .more(
                    Words("更多", "More"), .act(StudyItem.listAddress, StudyItem.listing.words),
                    .act(SharedReading.listAddress, SharedReading.listing.words),
                    ask.button(EnterNotes.self, "/study/notes/new", Words("登记笔记篇数", "Enter notes"))),
            ])
        }
        page(of: StudyUnit.self, Words("一个单位的经常性学习", "Everyday study of a unit"), door: .ledger) { try $0.page($1) }
        rooms()
        articles()
        readings()
    }

    private mutating func rooms() {
        list(ReadingRoom.self) { ask in
            ask.button(EnterRoom.self, "/study/rooms/new", Words("登记学习书屋", "Enter a reading room"), isPrimary: true)
        }
        var enter = FormFlow(new: Words("登记学习书屋", "Enter a reading room"), RoomScheme.form) { ask in
            RoomScheme(unit: ask.reader.unit ?? "")
        } act: { scheme, _ in
            EnterRoom(scheme: scheme)
        }
        enter.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form("/study/rooms/new", enter)
        page(of: ReadingRoom.self, Words("一个学习书屋", "One reading room")) { try $0.page($1) }
        evidence(of: ReadingRoom.self)
        var change = FormFlow(ChangeRoom.self, RoomScheme.form, changing: \.scheme) { room, scheme in
            ChangeRoom(record: room.code, scheme: scheme)
        }
        change.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form(change)
        form(
            FormFlow(LookAtRoom.self, RoomLook.form) { room, ask in
                RoomLook(day: ask.today, books: room.scheme.books)
            } act: { room, look in
                LookAtRoom(record: room.code, look: look)
            })
        form(
            FormFlow(CloseRoom.self, Reason.form) { _, _ in
                Reason()
            } act: { room, reason in
                CloseRoom(record: room.code, reason: reason.text)
            })
    }

    private mutating func articles() {
        list(StudyArticle.self) { ask in
            ask.button(EnterArticle.self, "/study/articles/new", Words("登记发表文章", "Enter an article"), isPrimary: true)
        }
        var enter = FormFlow(new: Words("登记发表文章", "Enter an article"), ArticleScheme.form) { ask in
            ArticleScheme(unit: ask.reader.unit ?? "")
        } act: { scheme, _ in
            EnterArticle(scheme: scheme)
        }
        enter.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form("/study/articles/new", enter)
        page(of: StudyArticle.self, Words("一篇发表文章", "One article")) { try $0.page($1) }
        evidence(of: StudyArticle.self)
        var change = FormFlow(ChangeArticle.self, ArticleScheme.form, changing: \.scheme) { article, scheme in
            ChangeArticle(record: article.code, scheme: scheme)
        }
        change.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form(change)
        var withdraw = FormFlow(WithdrawArticle.self, Reason.form) { _, _ in
            Reason()
        } act: { article, reason in
            WithdrawArticle(record: article.code, reason: reason.text)
        }
        withdraw.isGrave = true
        form(withdraw)
    }

    private mutating func readings() {
        list(SharedReading.self)
        page(of: SharedReading.self, Words("一次共读", "One reading together")) { try $0.page($1) }
        evidence(of: SharedReading.self)
        var read = FormFlow(ReadTogether.self, SharedReadingScheme.form) { item, ask in
            SharedReadingScheme(
                unit: ask.reader.unit ?? (item.scheme.list == .unit ? item.scheme.unit : ""), day: ask.today)
        } act: { item, scheme in
            ReadTogether(record: item.code, scheme: scheme)
        }
        read.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form(read)
        var back = FormFlow(TakeReadingBack.self, Reason.form) { _, _ in
            Reason()
        } act: { one, reason in
            TakeReadingBack(record: one.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
    }
}
