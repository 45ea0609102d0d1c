import Spelling
public import Store
public import Vocabulary

/// A form in two steps, fill in and check, kept on the server from the first: what was typed survives a mistake, a restart
/// and a sign-in, is sent once however often the button is pressed, and says when somebody changed the thing meanwhile.
public struct FormFlow<Draft: Sendable, A: Act>: Sendable {
    /// Of the page.
    public var words: Words
    public var form: Form<Draft>
    /// What the button does in the end: `提交`.
    public var submit = Words("确认提交", "Submit")
    /// What is filled in at first.
    public var blank: @Sendable (Ask) throws -> Draft
    /// What the reader has before them when they begin; nil: something new.
    public var seen: (@Sendable (Ask) throws -> Seen)?
    /// Whether the check page tells old and new; nil: where there is something that was seen.
    public var tellsChanges: Bool?
    /// What is pointed out before it is done: what it counts for, what is unusual.
    public var remarks: (@Sendable (Draft, Ask) throws -> HTML)?
    /// Whether there is anything to be done; where there is not, the check page only leads back.
    public var isDoable: (@Sendable (Draft, Ask) throws -> Bool)?
    /// What the records would come to once it was done: asked while it is rehearsed.
    public var foreseen: (@Sendable (_ after: any Reading, Ask) throws -> HTML)?
    public var crumbs: (@Sendable (Ask) throws -> [Frame.Crumb])?
    /// Of the form and of the page on which it is checked.
    public var door = Door.plain
    public var checkDoor = Door.plain
    /// What cannot be undone has a red button.
    public var isGrave = false
    /// What stands above the fields.
    public var opening: (@Sendable (Ask) throws -> HTML)?
    /// The form's one button does it, without a page that checks it.
    public var isOneStep = false
    /// What is shown in the form's place, such as that the record no longer counts.
    public var instead: (@Sendable (Ask) throws -> Answered?)?
    /// Where what is asked for stands already, such as after a second click.
    public var standing: (@Sendable (Draft, Ask) throws -> String?)?
    /// What the act would refuse of a draft: told at once, besides what could not be read and what follows from that.
    public var refusals: (@Sendable (Draft, Ask) throws -> [any Refusal])?
    /// The same where refusals are no `Refusal`s: the fields that could not be read are named, and something else stands in
    /// for them.
    public var look: (@Sendable (Draft, _ unread: Set<String>, Ask) throws -> [FormProblem])?
    /// What an act refused with by an error of its own, beside its fields; nil for what is no refusal.
    public var refusal: (@Sendable (any Error, Draft, Ask) throws -> [FormProblem]?)?
    /// Where it is looked through in the check page's place, by the code of its draft: beside the pages, or after a question;
    /// nil: on the check page.
    public var aside: (@Sendable (Draft, _ code: String, Sent) throws -> String?)?
    public var act: @Sendable (Draft, Ask) throws -> A
    /// What is begun once it is done, such as work beside the pages.
    public var afterwards: (@Sendable (A.Outcome, Sent) throws -> Void)?
    /// Where it leads.
    public var then: @Sendable (A.Outcome) -> String

    public init(
        _ words: Words, _ form: Form<Draft>, blank: @escaping @Sendable (Ask) throws -> Draft,
        act: @escaping @Sendable (Draft, Ask) throws -> A, then: @escaping @Sendable (A.Outcome) -> String
    ) {
        self.words = words
        self.form = form
        self.blank = blank
        self.act = act
        self.then = then
    }
}

extension Routes {
    public mutating func form<Draft, A>(_ path: String, _ flow: FormFlow<Draft, A>) {
        var about = RouteAbout(flow.words)
        about.fields = flow.form.parts + RouteAbout.steps(["check", "save", "keep", "edit", "discard"])
        form(
            path, A.self, about, look: { try flow.begun($0) }, take: { try flow.taken($0) }, keepsDraft: true,
            takesFiles: flow.form.fields.contains(where: \.isFile),
            takesTables: flow.form.fields.contains(where: \.takesTables), door: flow.door)
    }
}

extension FormFlow {
    /// The empty form, or a draft that was kept.
    func begun(_ ask: Ask) throws -> Answered {
        if let instead = try instead?(ask) { return instead }
        if let code = ask.query["draft"], let kept = try ask.reading.formDraft(code, of: ask.reader) {
            if let sent = kept.sentTo { return .goTo(sent) }
            return .page(try page(ask, Query(parsing: kept.fields), kept.code, [], seen: kept.seen))
        }
        let seen = try seen?(ask)
        var typed = try form.typed(try blank(ask), ask.naming)
        // What a link fills in: `unit=D07`. A file is what was sent, and nothing that an address could name.
        let named = Set(ask.query.items.map(\.name))
        for field in form.fields where named.contains(field.name) && !field.isFile {
            typed.set(field.name, to: ask.query.all(field.name))
        }
        return .page(try page(ask, typed, FormDraft.newCode(), [], seen: seen?.seq))
    }

    /// A step of the form: keep it, check it, go back to it, or do it.
    func taken(_ sent: Sent) throws -> Answered {
        let context = sent.context
        var step = sent.fields["step"] ?? (isOneStep ? "save" : "check")
        // Another program has no showing of the form: what it sends is one.
        var code = sent.fields["draft"] ?? FormDraft.newCode()
        guard FormDraft.isCode(code) else { return try sent.asking(door) { try begun($0) } }
        var kept = try sent.database.read { try $0.formDraft(code, of: sent.reader) }
        // What was sent at another address says nothing of this one.
        if kept.map({ $0.form != context.path }) == true { (code, kept) = (FormDraft.newCode(), nil) }
        // The check page sends the draft's code alone: what was typed lies on the server.
        let isWhole = form.fields.contains { field in
            sent.fields.items.contains { $0.name == field.name || $0.name.hasPrefix(field.name + ".") }
        }
        if let end = kept?.sentTo {
            // Whoever went back, changed something and sent it again is told: it is in no record, and not lost.
            guard isWhole, !isOneStep, step != "save", step != "discard" else { return .goTo(end) }
            return .refused(
                try sent.asking(door) {
                    try page(
                        $0, typedFields(sent.fields), FormDraft.newCode(), [.sentAlready(to: end)],
                        seen: try self.seen?($0).seq)
                })
        }
        var typed = isWhole ? typedFields(sent.fields) : Query(parsing: kept?.fields ?? "")
        for field in form.fields {
            for chosen in sent.fields.all("\(field.name)-meant") { field.taking?(&typed, chosen) }
        }
        typed = withFiles(typed, of: sent, kept: kept)
        let seen = kept?.seen ?? sent.fields.number("seen")
        let whole = typed
        func shown(_ problems: [FormProblem], isKept: Bool = false) throws -> Page {
            try sent.asking(door) { try page($0, whole, code, problems, seen: seen, isKept: isKept) }
        }
        if let excess = sent.excess {
            return .refused(
                try shown([FormProblem(excess.field, Words(excess.message, excess.message))]), isTooLong: true)
        }
        if isWhole {
            try sent.database.keep(
                FormDraft(
                    code: code, account: sent.reader.account, form: sent.context.path, fields: typed.text, seen: seen,
                    post: sent.reader.post))
        }
        let isGrowing = sent.fields.items.contains { item in
            ["-rows", "-meant", "-seek"].contains { item.name.hasSuffix($0) }
                || step == "enter" && item.name.hasSuffix("-find") && !item.value.withoutOuterSpace.isEmpty
        }
        if step == "enter" { step = "check" }
        if step == "discard" {
            try sent.database.discard(formDraft: code, of: sent.reader)
            // The nearest page of its place; what lies above its address need not be one.
            let place = try sent.asking { try crumbs?($0).last?.address }
            return .goTo(context.travel.address(place ?? parent(of: context.path)))
        }
        if step == "edit" || isGrowing { return .page(try shown([])) }
        if step == "keep" { return .page(try shown([], isKept: true)) }
        // What was looked through on the check page is not what lies here now: it was changed in another window.
        let isOther = step == "save" && !isWhole && sent.fields["checked"].map { $0 != whole.mark } ?? false
        if isOther { step = "check" }
        let read: Read = try sent.asking(door) { try self.read(whole, seen, $0) }
        if let upload = sent.upload, let refusal = upload.refusal {
            let others = read.problems.filter { $0.field != upload.field }
            return .refused(try shown(others + [FormProblem(upload.field, refusal)]))
        }
        if step == "save", let end = read.standing { return .goTo(context.link(end)) }
        guard let act = read.act else { return .refused(try shown(read.problems)) }
        let before = read.seen
        let today = context.today
        do {
            if step == "save" {
                let sending = Sending<A.Outcome>(draft: code) { context.link(then($0)) }
                let outcome = try sent.database.perform(
                    act, by: sent.reader, on: today, seen: before, sending: sending)
                try afterwards?(outcome, sent)
                return .goTo(sent.context.link(then(outcome)))
            }
            // What it would come to is looked at while it is rehearsed, from outside of it: an engine opens no change within a
            // view of the records.
            let told = try sent.database.rehearse(act, by: sent.reader, on: today, seen: before) { after in
                try foreseen.map { look in try sent.asking(checkDoor) { try look(after, $0) } }
            }
            if let address = try aside?(read.draft, code, sent) { return .goTo(context.link(address)) }
            let mark = whole.mark
            let page = try sent.asking(checkDoor) { ask in
                try checkPage(ask, read.draft, code, mark: mark, isOther: isOther, foreseen: told)
            }
            return isOther ? .refused(page) : .page(page)
        } catch let end as AlreadySent {
            return .goTo(end.address)
        } catch {
            let problems = try sent.asking(door) { ask in
                try refusal?(error, read.draft, ask) ?? FormProblem.of(error, by: try ask.siteTime)
            }
            guard let problems else { throw error }
            return .refused(try shown(problems))
        }
    }

    /// A file is the one that came now, or the one that came with the form before: never what a field says.
    private func withFiles(_ typed: Query, of sent: Sent, kept: FormDraft?) -> Query {
        var typed = typed
        for field in form.fields where field.isFile {
            let came = sent.upload.flatMap { $0.field == field.name ? $0.file : nil }
            let before = Query(parsing: kept?.fields ?? "")[field.name].flatMap(EvidenceFile.init(typed:))
            let file = (came ?? before).flatMap { sent.evidence?.holds($0) == true ? $0 : nil }
            typed.set(field.name, file?.typed ?? "")
        }
        return typed
    }

    private struct Read {
        var draft: Draft
        var problems: [FormProblem]
        var act: A?
        var seen: Seen?
        var standing: String?
    }

    private func read(_ typed: Query, _ seq: Int?, _ ask: Ask) throws -> Read {
        let (draft, problems) = try form.read(typed, into: try blank(ask), ask.naming)
        var read = Read(draft: draft, problems: problems)
        if problems.isEmpty { read.standing = try standing?(draft, ask) }
        if read.standing == nil {
            let unread = Set(problems.map(\.field))
            let refused = try refusals?(draft, ask).filter { $0.stands(besides: unread) } ?? []
            read.problems = form.inOrder(
                problems + refused.map { FormProblem($0.field, $0.words) } + (try look?(draft, unread, ask) ?? []))
        }
        if read.problems.isEmpty { read.act = try act(draft, ask) }
        read.seen = try seen?(ask).seq(seq)
        return read
    }

    private func typedFields(_ fields: Query) -> Query {
        Query(
            fields.items.filter { item in
                form.fields.contains {
                    item.name == $0.name || item.name.hasPrefix($0.name + ".") || item.name == "\($0.name)-rows"
                        || item.name == "\($0.name)-find"
                }
            }.map { ($0.name, $0.value) })
    }

    func parent(of path: String) -> String {
        let parts = path.split(separator: "/").dropLast()
        return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/")
    }
}

extension Seen {
    /// The same thing, as it was when the form was opened.
    fileprivate func seq(_ seq: Int?) -> Seen { Seen(kind: kind, code: code, seq: seq ?? self.seq) }
}

extension Query {
    /// What a check page bears of what it shows.
    var mark: String { String(SHA256.hex(Array(text.utf8)).prefix(16)) }
}

extension FormDraft {
    /// The last step of a form that was looked through on a page of its own: it is done, or gone back to.
    public func confirming(_ submit: Words, at address: String) -> HTML {
        .form(
            .attribute("method", "post"), .action(address),
            .input(.type("hidden"), .name("draft"), .value(code)),
            .input(.type("hidden"), .name("checked"), .value(Query(parsing: fields).mark)),
            .p(
                .class("btns"), .submit(submit, .primary, name: "step", value: "save"),
                .submit(Words("返回修改", "Change"), .outlined, name: "step", value: "edit")))
    }
}
