import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// The city's must-know list, units' reading lists, and one's own ticks.
    mutating func items() {
        list(StudyItem.self) { ask in
            ask.button(EnterStudyItem.self, "/study/items/new", Words("登记学习内容", "Put on a list"), isPrimary: true)
        }
        var enter = FormFlow(new: Words("登记学习内容", "Put on a list"), StudyItemScheme.form) { ask in
            StudyItemScheme(
                list: ask.reader.unit == nil ? .city : .unit, unit: ask.reader.unit ?? "", year: ask.today.year)
        } act: { scheme, _ in
            EnterStudyItem(scheme: scheme)
        }
        enter.refusals = { scheme, ask in scheme.problems(for: ask.reader) }
        form("/study/items/new", enter)
        page(of: StudyItem.self, Words("一项学习内容", "One line of a list")) { try $0.page($1) }
        form(
            FormFlow(ChangeStudyItem.self, StudyItemScheme.form, changing: \.scheme) { item, scheme in
                ChangeStudyItem(record: item.code, scheme: scheme)
            })
        form(
            .plain(WithdrawStudyItem.self, saying: { .sheet(try StudyItemScheme.form.facts($0.scheme, $1)) }) {
                WithdrawStudyItem(record: $0.code)
            })
        take("\(OwnGroup.address)/items/:code", Words("登记已学", "Say that one has studied it"), right: .own) { sent in
            let me = try sent.asking { try $0.me }
            if me == nil, !sent.reader.may(.see) { throw NotAllowed(right: .own) }
            do {
                try sent.database.perform(
                    TickStudyItem(item: sent.parts["code"] ?? "", isDone: sent.fields["done"] == "1"), by: sent.reader,
                    on: sent.context.today)
            } catch is Refused { throw NotFound(context: sent.context) }
            return .goTo(sent.context.link("\(OwnGroup.address)#reading"))
        }
    }
}
