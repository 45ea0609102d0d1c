import Books
import Exchange
import Pages
import Records
import Spelling
import Training
import Vocabulary

extension ActivityForm {
    /// All that is wrong with what was typed, in the order of the form: what could not be read, and what the rest lacks.
    func errors(
        _ read: Read, _ problems: [ActivityProblem], _ context: PageContext
    ) -> [FieldError] {
        let unread = Set(read.errors.map(\.field))
        let found = problems.filter { unread.isDisjoint(with: $0.fields) }
        let all = reasonErrors(context) + read.errors + errors(found, context)
        // Of equals the one found first stays first.
        return all.enumerated().sorted {
            (Self.place(of: $0.element.field), $0.offset) < (Self.place(of: $1.element.field), $1.offset)
        }.map(\.element)
    }

    private static let order = [
        "content", "reason", "kind", "title", "team", "from", "to", "hours", "topic", "audience", "filed", "approved",
        "reported", "attachments", "person", "participants",
    ]

    private static func place(of field: String) -> Int { order.firstIndex(of: field) ?? order.count }

    /// Problems of a draft, beside the fields they belong to: which, what is the matter, what to do.
    func errors(_ problems: [ActivityProblem], _ context: PageContext) -> [FieldError] {
        let lines = lines("attachments").map(\.number)
        return problems.map { problem in
            let (field, message) = words(problem, lines, context)
            var error = FieldError(field: field, message: message)
            switch problem {
            case .alreadyReported(let code):
                error.opens = .init(
                    text: context.say("打开\(code)", "Open \(code)"), address: context.link(toActivity: code))
            case .unlikely(let day) where !day.isImpossible: error.asksAbout = day.confirmation.text
            default: break
            }
            return error
        }
    }

    /// `lines` has the line of each attachment.
    private func words(_ problem: ActivityProblem, _ lines: [Int], _ context: PageContext) -> (
        field: String, message: String
    ) {
        let language = context.language
        return switch problem {
        case .noTitle: ("title", context.say("请填写活动名称", "Give the activity a title"))
        case .titleTooLong(let limit):
            ("title", context.say("活动名称最多\(limit)字", "The title may have at most \(limit) characters"))
        case .titleUnfit(let flaw): ("title", flaw.message(of: context.say("活动名称", "the title"), in: language))
        case .endsBeforeItBegins: ("to", context.say("结束日期早于开始日期", "It ends before it starts"))
        case .tooLong(let days, let limit):
            (
                "to",
                context.say("共\(days)天，超过\(limit)天，请检查日期", "\(days) days is more than \(limit): check the days")
            )
        case .notYetOver(let day):
            ("to", context.say("\(day.iso)还没有到；活动结束后再填报", "\(day.iso) has not come yet; report once it is over"))
        case .unlikely(let day): unlikely(day, lines, context)
        case .unknownOrganiser, .organiserNotOpen:
            (
                "from",
                context.say(
                    "主办单位当日尚未设立或已撤销，请核对开始日期。", "The organising unit did not exist on that day: check the first day.")
            )
        case .unknownTeam, .teamOfAnotherUnit, .teamNotOpen:
            (
                "team",
                context.say(
                    "所选活动主体不属于本单位，或当日尚未成立（已撤销），请重新选择。",
                    "The team is not this unit's, or did not exist on that day: choose another.")
            )
        case .hoursNotInHalves: ("hours", context.say("学时请填0.5的倍数，如2.5。", "Hours go in halves, such as 2.5."))
        case .hoursOutOfRange(_, let limit):
            (
                "hours",
                context.say(
                    "学时应在0到\(Figure.plain(limit))之间", "Hours must lie between 0 and \(Figure.plain(limit))")
            )
        case .filedInTheFuture: ("filed", context.say("报备日期还没有到", "The day of filing has not come yet"))
        case .approvedInTheFuture: ("approved", context.say("批准日期还没有到", "The day of approval has not come yet"))
        case .approvedBeforeFiled: ("approved", context.say("批准日期早于报备日期", "It was approved before it was filed"))
        case .reportedInTheFuture: ("reported", context.say("报送日期还没有到", "The day of reporting has not come yet"))
        case .reportedBeforeTheEnd:
            ("reported", context.say("报送成果早于活动结束", "The result was reported before the end"))
        case .attachmentWithoutName(let position):
            ("attachments", attachment(position, lines, context) + context.say("材料要有名称", "an attachment needs a name"))
        case .attachmentUnfit(let position, let flaw):
            (
                "attachments",
                attachment(position, lines, context)
                    + flaw.message(of: context.say("材料名称", "the attachment's name"), in: language)
            )
        case .tooManyAttachments(let limit):
            ("attachments", context.say("材料最多\(limit)份", "At most \(limit) attachments"))
        case .attachmentInTheFuture(let name, let day):
            (
                "attachments",
                context.say(
                    "“\(Self.shown(name))”的日期\(day.iso)还没有到", "“\(Self.shown(name))”: \(day.iso) has not come yet")
            )
        case .unfitWord(let word):
            ("kind", context.say("无法识别“\(Self.shown(word))”", "“\(Self.shown(word))” is not understood"))
        case .tooManyParticipants(let limit):
            ("participants", context.say("一次最多填报\(limit)人，请分次填报", "At most \(limit) people at once: report in parts"))
        case .unknownPerson(let code):
            (
                "participants",
                context.say("没有编号为“\(Self.shown(code))”的人员", "Nobody has the code “\(Self.shown(code))”")
            )
        case .personTwice(let code):
            ("participants", context.say("人员编号\(code)重复，请删去一行。", "\(code) is listed twice: delete one line."))
        case .participantHours(let code, let hours):
            (
                "participants",
                context.say(
                    "\(Self.shown(code))的学时\(Figure.plain(hours))不对：应为0.5的倍数，且不超过活动学时",
                    "\(Self.shown(code)): \(Figure.plain(hours)) hours must go in halves and not exceed the activity's")
            )
        case .alreadyReported(let code):
            (
                "title",
                context.say(
                    "已有相同的活动：\(named(code, context))。如需修改，请打开该记录更正；确为另一场，请改名称，如“第二场”。",
                    "The same activity is on record: \(named(code, context)). Correct that record; or, if this was another one, give it another title."
                )
            )
        }
    }

    /// A record by its title, day and unit.
    private func named(_ code: String, _ context: PageContext) -> String {
        directory.activity(code).map {
            RecordWords.named($0.title, $0.from, directory.unitName($0.organiser), code, context.language)
        } ?? code
    }

    private func attachment(_ position: Int, _ lines: [Int], _ context: PageContext) -> String {
        Self.place(position <= lines.count ? lines[position - 1] : position, context)
    }

    /// Asked about, with the day that was most likely meant.
    private func unlikely(_ day: UnlikelyDay, _ lines: [Int], _ context: PageContext) -> (
        field: String, message: String
    ) {
        let field = day.field.key
        let place = day.position.map { attachment($0, lines, context) } ?? ""
        let name = place + day.field.name(context)
        let usual = day.usual
        let meant = day.meant.map { context.say("是否为\($0.iso)？", " Was \($0.iso) meant?") } ?? ""
        let sure =
            day.isImpossible
            ? context.say("请改正。", " Put it right.")
            : context.say("确为此日的，请勾选“日期无误”。", " If it is right, tick “the day is right”.")
        return (
            field,
            context.say(
                "\(name)\(day.day.iso)不在\(usual.lowerBound.iso)至\(usual.upperBound.iso)之间，可能有误。",
                "\(name), \(day.day.iso), does not lie between \(usual.lowerBound.iso) and \(usual.upperBound.iso).")
                + meant + sure
        )
    }
}
