import Pages
import Store
import Vocabulary

extension TimetableSheet {
    /// What each session says against its own half-day: it lasts beyond the next bell, or stands there twice.
    func crowded(_ rules: ClassRules) -> [[Words]] {
        let timed = timed(rules)
        return timed.indices.map { place in
            let (one, session) = (timed[place], sessions[place])
            var remarks: [Words] = []
            let bell: ClockTime? =
                switch session.half {
                case .morning: rules.begins(.afternoon)
                case .afternoon: rules.begins(.evening)
                case .evening: nil
                }
            if let bell, one.to > bell.seconds {
                remarks.append(
                    Words(
                        "上到\(one.end)，晚于下一段上课时间\(bell.text)",
                        "It lasts until \(one.end), beyond the next bell at \(bell.text)"))
            }
            let isTwice = sessions[..<place].contains {
                $0.place == session.place && $0.course == session.course && $0.trainer == session.trainer
            }
            if isTwice { remarks.append(Words("这半天已排过同一节课", "The same session stands in this half-day already")) }
            return remarks
        }
    }

    /// Half-days whose roll was called and whose hours would be others: what everybody was there for changes with them.
    func hoursOfRolls(of found: TrainingClass, _ ask: Ask) throws -> [Words] {
        let rolls = try ask.reading.all(RollCall.self, for: .everybody, where: "class = \(found.code)", order: "day")
        guard !rolls.isEmpty, let now = try ask.reading.one(Timetable.self, found.code, for: .everybody) else {
            return []
        }
        func hours(_ sheet: TimetableSheet, _ place: ClassHalf) -> Int {
            sheet.sessions.filter { $0.place == place }.reduce(0) { $0 + $1.halfHours }
        }
        return rolls.map(\.place).sorted().compactMap { place in
            let (old, new) = (hours(now.sheet, place), hours(self, place))
            guard old != new else { return nil }
            let (was, becomes) = (Figure.plain(Double(old) / 2), Figure.plain(Double(new) / 2))
            return Words(
                "\(place.words.zh)已登记考勤，学时由\(was)改为\(becomes)，学员的出勤学时随之变动",
                "The roll of \(place.words.en) was called: its hours go from \(was) to \(becomes), and everybody's with them"
            )
        }
    }
}
