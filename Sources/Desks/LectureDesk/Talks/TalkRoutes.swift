import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Talks asked for, agreed, given, ticked; what units gave.
    mutating func talks() {
        list(Talk.self) { ask in
            .group([
                .act(BookableTopic.address, Words("预约宣讲", "Ask for a talk"), .primary),
                .act(TalkUnit.address, TalkUnit.listing.words),
            ])
        }
        list(TalkUnit.address, TalkUnit.listing)
        page(of: Talk.self, Words("一场宣讲", "One talk")) { try $0.page($1) }
        var book = FormFlow(BookTalk.self, TalkRequest.form) { trainer, ask in
            TalkRequest(trainer: trainer.code, host: ask.reader.unit ?? "", topic: ask.query["topic"] ?? "")
        } act: { trainer, request in
            BookTalk(record: trainer.code, request: request)
        }
        book.refusals = { request, ask in
            try request.problems(of: try InHouseTrainer.asked(ask), in: ask.reading)
        }
        form(book)
        form(
            FormFlow(AnswerTalk.self, TalkAnswer.form) { _, _ in
                TalkAnswer()
            } act: { talk, answer in
                AnswerTalk(record: talk.code, answer: answer)
            })
        form(
            FormFlow(MoveTalk.self, LectureMove.form) { talk, _ in
                LectureMove(day: talk.request.day)
            } act: { talk, move in
                MoveTalk(record: talk.code, move: move)
            })
        form(
            FormFlow(CancelTalk.self, Reason.form) { _, _ in
                Reason()
            } act: { talk, reason in
                CancelTalk(record: talk.code, reason: reason.text)
            })
        var record = FormFlow(RecordTalk.self, TalkOutcome.form) { talk, ask in
            let topics = try ask.reading.one(InHouseTrainer.self, talk.request.trainer, for: .everybody)?.entry.topics
            let hours = topics?.first { $0.title == talk.request.topic }?.halfHours ?? 2
            return TalkOutcome(day: talk.request.day, halfHours: hours, heard: talk.request.expected)
        } act: { talk, outcome in
            RecordTalk(record: talk.code, outcome: outcome)
        }
        record.refusals = { outcome, ask in outcome.problems(on: ask.today) }
        form(record)
        var correct = FormFlow(CorrectTalk.self, TalkOutcome.form, changing: \.outcome) { talk, outcome in
            CorrectTalk(record: talk.code, outcome: outcome)
        }
        correct.refusals = record.refusals
        form(correct)
        var back = FormFlow(TakeTalkBack.self, Reason.form) { _, _ in
            Reason()
        } act: { talk, reason in
            TakeTalkBack(record: talk.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
        form(
            FormFlow(TickTalk.self, TalkFeedback.form) { _, _ in
                TalkFeedback()
            } act: { talk, feedback in
                TickTalk(record: talk.code, feedback: feedback)
            })
    }
}
