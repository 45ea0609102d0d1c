import Books
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension ActivityProblem {
    /// Beside which field, what is the matter, what to do.
    var formProblem: FormProblem {
        let (field, zh, en): (String, String, String) =
            switch self {
            case .noTitle: ("title", "请填写活动名称", "Give the activity a title")
            case .titleTooLong(let limit):
                ("title", "活动名称最多\(limit)字", "The title may have at most \(limit) characters")
            case .titleUnfit(let flaw): flaw.beside("title", "活动名称", "the title")
            case .endsBeforeItBegins: ("to", "结束日期早于开始日期", "It ends before it starts")
            case .tooLong(let days, let limit):
                ("to", "共\(days)天，超过\(limit)天，请检查日期", "\(days) days is more than \(limit): check the days")
            case .notYetOver(let day):
                ("to", "\(day.iso)还没有到；活动结束后再填报", "\(day.iso) has not come yet; report once it is over")
            case .unknownOrganiser, .organiserNotOpen:
                (
                    "from", "主办单位当日尚未设立或已撤销，请核对开始日期。",
                    "The organising unit did not exist on that day: check the first day."
                )
            case .unknownTeam, .teamOfAnotherUnit, .teamNotOpen:
                (
                    "team", "所选活动主体不属于本单位，或当日尚未成立（已撤销），请重新选择。",
                    "The team is not this unit's, or did not exist on that day: choose another."
                )
            case .hoursNotInHalves: ("hours", "学时请填0.5的倍数，如2.5。", "Hours go in halves, such as 2.5.")
            case .hoursOutOfRange(_, let limit):
                ("hours", "学时应在0到\(Figure.plain(limit))之间", "Hours must lie between 0 and \(Figure.plain(limit))")
            case .filedInTheFuture: ("filed", "报备日期还没有到", "The day of filing has not come yet")
            case .approvedInTheFuture: ("approved", "批准日期还没有到", "The day of approval has not come yet")
            case .approvedBeforeFiled: ("approved", "批准日期早于报备日期", "It was approved before it was filed")
            case .reportedInTheFuture: ("reported", "报送日期还没有到", "The day of reporting has not come yet")
            case .reportedBeforeTheEnd: ("reported", "报送成果早于活动结束", "The result was reported before the end")
            case .attachmentWithoutName(let position):
                ("attachments", "第\(position)行：材料要有名称", "Line \(position): an attachment needs a name")
            case .attachmentUnfit(let position, let flaw):
                flaw.beside("attachments", "材料名称", "the attachment's name", line: position)
            case .tooManyAttachments(let limit): ("attachments", "材料最多\(limit)份", "At most \(limit) attachments")
            case .attachmentInTheFuture(let name, let day):
                (
                    "attachments", "“\(name.shortened)”的日期\(day.iso)还没有到",
                    "“\(name.shortened)”: \(day.iso) has not come yet"
                )
            case .unfitWord(let word): ("kind", "无法识别“\(word.shortened)”", "“\(word.shortened)” is not understood")
            case .tooManyParticipants(let limit):
                ("participants", "一次最多填报\(limit)人，请分次填报", "At most \(limit) people at once: report in parts")
            case .unknownPerson(let code):
                ("participants", "没有编号为“\(code.shortened)”的人员", "Nobody has the code “\(code.shortened)”")
            case .personTwice(let code):
                ("participants", "人员编号\(code)重复，请删去一行。", "\(code) is listed twice: delete one line.")
            case .participantHours(let code, let hours):
                (
                    "participants", "\(code.shortened)的学时\(Figure.plain(hours))不对：应为0.5的倍数，且不超过活动学时",
                    "\(code.shortened): \(Figure.plain(hours)) hours must go in halves and not exceed the activity's"
                )
            case .alreadyReported(let code): ("title", "已有相同的活动：\(code)。", "The same activity is on record: \(code).")
            case .unlikely(let day): day.said
            }
        var problem = FormProblem(field, Words(zh, en))
        if case .unlikely(let day) = self, !day.isImpossible {
            problem.confirms = FormOption(day.confirmation.text, day.confirmation.sentence)
        }
        return problem
    }

    /// The same with the record that stands already named by title, day and unit, and led to.
    func formProblem(_ ask: Ask) throws -> FormProblem {
        guard case .alreadyReported(let code) = self, let same = try ask.reading.activity(code: code) else {
            return formProblem
        }
        let unit = try ask.naming.unitName(same.organiser)
        func named(_ language: Language) -> String { RecordWords.named(same.title, same.from, unit, code, language) }
        return FormProblem(
            "title",
            Words(
                "已有相同的活动：\(named(.zh))。如需修改，请打开该记录更正；确为另一场，请改名称，如“第二场”。",
                "The same activity is on record: \(named(.en)). Correct that record; or, if this was another one, give it another title."
            ), opens: FormOption(ask.context.link(toActivity: code), Words("打开\(code)", "Open \(code)")))
    }

    /// The fields that it was found from. Where one of them could not be read, something else stood in for it, and the problem
    /// says nothing.
    var fields: Set<String> {
        switch self {
        case .noTitle, .titleTooLong, .titleUnfit: ["title"]
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .notYetOver: ["to", "from"]
        case .unknownOrganiser: ["organiser"]
        case .organiserNotOpen: ["organiser", "from"]
        case .unknownTeam: ["team"]
        case .teamOfAnotherUnit: ["organiser", "team"]
        case .teamNotOpen: ["team", "from"]
        case .hoursNotInHalves: ["hours"]
        case .hoursOutOfRange: ["hours", "from", "to"]
        case .filedInTheFuture: ["filed"]
        case .approvedInTheFuture: ["approved"]
        case .approvedBeforeFiled: ["filed", "approved"]
        case .reportedInTheFuture: ["reported"]
        case .reportedBeforeTheEnd: ["reported", "to", "from"]
        case .attachmentWithoutName, .attachmentUnfit, .tooManyAttachments, .attachmentInTheFuture: ["attachments"]
        case .unlikely(let day): day.field == .from ? ["from"] : [day.field.key, "from", "to"]
        case .unfitWord: ["kind", "topic", "audience"]
        case .tooManyParticipants, .unknownPerson, .personTwice: ["participants"]
        case .participantHours: ["participants", "hours", "from", "to"]
        case .alreadyReported: ["kind", "title", "organiser", "team", "from", "to"]
        }
    }
}

extension UnlikelyDay {
    /// Asked about, with the day that was most likely meant.
    fileprivate var said: (String, String, String) {
        let (zh, en) = (position.map { "第\($0)行：" } ?? "", position.map { "Line \($0): " } ?? "")
        let (first, last) = (usual.lowerBound.iso, usual.upperBound.iso)
        return (
            field.key,
            "\(zh)\(field.words.zh)\(day.iso)不在\(first)至\(last)之间，可能有误。" + (meant.map { "是否为\($0.iso)？" } ?? "")
                + (isImpossible ? "请改正。" : "确为此日的，请勾选“日期无误”。"),
            "\(en)\(field.words.en), \(day.iso), does not lie between \(first) and \(last)."
                + (meant.map { " Was \($0.iso) meant?" } ?? "")
                + (isImpossible ? " Put it right." : " If it is right, tick “the day is right”.")
        )
    }
}

extension TextFlaw {
    fileprivate func beside(_ field: String, _ zh: String, _ en: String, line: Int? = nil) -> (String, String, String) {
        (
            field, (line.map { "第\($0)行：" } ?? "") + message(of: zh, in: .zh),
            (line.map { "Line \($0): " } ?? "") + message(of: en, in: .en)
        )
    }
}

extension RecordRefused {
    /// Beside the reason; where the record ended, what stands now is led to.
    func formProblem(_ ask: Ask) -> FormProblem {
        let words =
            switch self {
            case .noReason: Words("请填写理由", "Give a reason")
            case .reasonTooLong(let limit): Words("理由最多\(limit)字", "The reason may have at most \(limit) characters")
            case .reasonUnfit(let flaw):
                Words(flaw.message(of: "理由", in: .zh), flaw.message(of: "the reason", in: .en))
            case .unknown: Words("没有这条记录", "There is no such record")
            case .alreadyVoided(let day): Words("这条记录已于\(day.iso)作废", "It has been void since \(day.iso)")
            case .alreadyCorrected:
                Words("这条记录已更正，请以更正后的记录为准", "It was corrected already: see the record in its place")
            }
        guard case .alreadyCorrected(let code) = self else { return FormProblem("reason", words) }
        return FormProblem(
            "reason", words,
            opens: FormOption(ask.context.link(toActivity: code), Words("打开\(code)", "Open \(code)")))
    }
}
