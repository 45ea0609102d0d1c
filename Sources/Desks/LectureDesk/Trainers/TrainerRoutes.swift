import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Trainers recommended, appointed, renewed, ended; their topics.
    mutating func trainers() {
        list(InHouseTrainer.self) { ask in
            .group([
                ask.button(
                    RecommendTrainer.self, LectureHome.newTrainer, Words("推荐内训师", "Recommend"), isPrimary: true),
                .act(BookableTopic.address, BookableTopic.list.words),
                .act(Talk.listAddress, Talk.listing.words),
            ])
        }
        page(of: InHouseTrainer.self, Words("一名内训师", "One trainer")) { try $0.page($1) }
        list(BookableTopic.address, BookableTopic.list, door: .plain)
        var recommend = FormFlow(new: Words("推荐内训师", "Recommend a trainer"), TrainerEntry.form) { ask in
            TrainerEntry(unit: ask.reader.unit ?? "")
        } act: { entry, _ in
            RecommendTrainer(entry: entry)
        }
        recommend.refusals = { entry, ask in try entry.problems(besides: "", in: ask.reading, on: ask.today) }
        form(LectureHome.newTrainer, recommend)
        form(
            FormFlow(ChangeTrainer.self, TrainerEntry.form, changing: \.entry) { trainer, entry in
                ChangeTrainer(record: trainer.code, entry: entry)
            })
        form(
            FormFlow(ChangeTopics.self, TrainerEntry.topicsForm, changing: \.entry) { trainer, entry in
                ChangeTopics(record: trainer.code, topics: entry.topics)
            })
        var appoint = FormFlow(AppointTrainer.self, TrainerTerm.form) { _, ask in
            TrainerTerm(until: ask.today.ending(months: 12 * (try ask.lectureRules.termYears)))
        } act: { trainer, term in
            AppointTrainer(record: trainer.code, term: term)
        }
        appoint.opening = { ask in
            .sheet(try TrainerEntry.form.facts(try InHouseTrainer.asked(ask).entry, ask))
        }
        appoint.refusals = { term, ask in term.problems(on: ask.today) }
        form(appoint)
        form(
            FormFlow(RenewTrainer.self, TrainerRenewal.form) { trainer, ask in
                let start = max(ask.today, trainer.until.map { $0 + 1 } ?? ask.today)
                return TrainerRenewal(until: start.ending(months: 12 * (try ask.lectureRules.termYears)))
            } act: { trainer, renewal in
                RenewTrainer(record: trainer.code, until: renewal.until)
            })
        form(
            FormFlow(EndTrainer.self, Reason.form) { _, _ in
                Reason()
            } act: { trainer, reason in
                EndTrainer(record: trainer.code, reason: reason.text)
            })
    }
}
