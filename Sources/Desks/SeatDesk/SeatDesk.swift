import Books
import Exchange
import Formats
import HTTPTypes
import Hummingbird
import Pages
import Seats
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension Site {
    func addSeats(to router: Router<BasicRequestContext>) {
        router.get("/seats") { request, _ in
            let context = try pageContext(request)
            var page = try await seatList()
            page.mayPlan = KeepSeatProposal.isAllowed(to: try reader(request))
            return try seatPage(page.html(context), request)
        }
        take(AddSeatPlan.self, at: "/seats", on: router) { request, _, reader in
            let context = try pageContext(request)
            return try await takeUpload(request, reader, context)
        }
        take(AddSeatPlan.self, at: "/seats/sample", on: router) { request, _, reader in
            let context = try pageContext(request)
            do {
                return try await begin(SampleYear.instance, name: context.say("示例年度", "Sample year"), reader, context)
            } catch {
                var page = try await seatList()
                page.errors = [NotSaved(error).error(context)]
                return html(page.html(context), status: NotSaved(error).status)
            }
        }
        router.get("/seats/:plan") { request, route in
            let context = try pageContext(request)
            let (picture, status) = try await seatPlan(route, context)
            let mayPlan = KeepSeatProposal.isAllowed(to: try reader(request))
            let page = SeatPlanPage(picture: picture, status: status, mayPlan: mayPlan)
            var answer = try seatPage(page.html(context), request)
            // While the planner works, the page asks again by itself; no script is needed.
            if status.isRunning { answer = answer.asking(againAfter: 1) }
            return answer
        }
        take(KeepSeatProposal.self, at: "/seats/:plan/run", on: router) { request, route, reader in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let isAfresh = try await fields(request)["afresh"] != nil
            try await seats.run(picture.plan.number, afresh: isAfresh, by: reader, on: today())
            return try await answerSoon(picture.plan.number, context)
        }
        take(WishSeat.self, at: "/seats/:plan/wishes", on: router) { request, route, reader in
            let context = try pageContext(request)
            let (picture, status) = try await seatPlan(route, context)
            return try await takeWish(request, picture, status, reader, context)
        }
        addSeatUpkeep(to: router)
        addSeatDetails(to: router)
        addSeatYearFile(to: router)
    }

    /// Naming a year, taking it away, and having it back.
    private func addSeatUpkeep(to router: Router<BasicRequestContext>) {
        take(RenameSeatPlan.self, at: "/seats/:plan/name", on: router) { request, route, reader in
            let context = try pageContext(request)
            let (picture, status) = try await seatPlan(route, context)
            let (fields, excess) = try await fieldsToShow(request, context)
            return try await rename(picture, status, to: fields["name"] ?? "", excess, reader, context)
        }
        take(TakeSeatPlanAway.self, at: "/seats/:plan/remove", on: router) { request, route, reader in
            let context = try pageContext(request)
            let number = try seatNumber(route, context)
            // A second click finds it taken away already, which is all that was asked.
            if try await !seats.removed().contains(where: { $0.number == number }) {
                let (picture, _) = try await seatPlan(route, context)
                try database.perform(TakeSeatPlanAway(picture.plan.number), by: reader, on: today())
            }
            return redirect(to: context.link("/seats") + "#removed")
        }
        take(RestoreSeatPlan.self, at: "/seats/:plan/restore", on: router) { request, route, reader in
            let context = try pageContext(request)
            let number = try seatNumber(route, context)
            do { try database.perform(RestoreSeatPlan(number), by: reader, on: today()) } catch SeatPlanRefused
                .unknownPlan
            {
                throw NothingThere(context: context, what: .seatYear(String(number)))
            }
            return redirect(to: context.link("/seats/\(number)"))
        }
    }

    private func rename(
        _ picture: SeatPicture, _ status: SeatPlans.Status, to typed: String, _ excess: FieldError?,
        _ reader: Reader, _ context: PageContext
    ) async throws -> Response {
        func again(_ message: String, _ ending: HTTPResponse.Status) -> Response {
            let page = SeatPlanPage(picture: picture, status: status, nameError: message, nameTyped: typed)
            return html(page.html(context), status: ending)
        }
        if let excess { return again(excess.message, .contentTooLarge) }
        do {
            try database.perform(RenameSeatPlan(picture.plan.number, to: typed), by: reader, on: today())
        } catch SeatPlanRefused.name(let flaw) {
            let message = flaw.message(of: context.say("名称", "the name"), in: context.language)
            return again(message, .unprocessableContent)
        } catch SeatPlanRefused.unknownPlan {
            throw NothingThere(context: context, what: .seatYear(String(picture.plan.number)))
        } catch {
            return again(NotSaved(error).message(context), NotSaved(error).status)
        }
        return redirect(to: context.link("/seats/\(picture.plan.number)"))
    }

    private func seatNumber(_ route: BasicRequestContext, _ context: PageContext) throws -> Int {
        let number = route.named("plan")
        guard let year = Int(number) else { throw NothingThere(context: context, what: .seatYear(number)) }
        return year
    }

    private func addSeatDetails(to router: Router<BasicRequestContext>) {
        router.get("/seats/:plan/classes/:id") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let code = route.named("id")
            guard let index = Int(code).flatMap({ picture.classIndex[$0] })
            else { throw NothingThere(context: context, what: .seatClass(code, year: picture.plan.number)) }
            return try seatPage(SeatClassPage(picture: picture, index: index).html(context), request)
        }
        router.get("/seats/:plan/people") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            if let number = context.query.number("person"),
                picture.instance.persons.unit.indices.contains(number)
            {
                return redirect(to: context.link("/seats/\(picture.plan.number)/people/\(number)"))
            }
            return try seatPage(SeatPeoplePage(picture: picture).html(context), request)
        }
        router.get("/seats/:plan/people/:person") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let code = route.named("person")
            guard let person = Int(code), picture.instance.persons.unit.indices.contains(person)
            else { throw NothingThere(context: context, what: .seatPerson(code, year: picture.plan.number)) }
            return try seatPage(SeatPersonPage(picture: picture, person: person).html(context), request)
        }
        router.get("/seats/:plan/assignment.csv") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let name = picture.plan.name.isEmpty ? String(picture.plan.number) : picture.plan.name
            return download(
                SeatSheet(picture: picture).csv(context), as: "text/csv; charset=utf-8", named: "seats.csv",
                shown: context.say("名额安排-\(name).csv", "seats-\(name).csv"))
        }
        router.get("/seats/:plan/assignment.json") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let text = ByteOutput.text { SeatFile.write(picture.plan.proposal?.seats ?? [], to: $0) }
            return download(text, as: "application/json", named: "assignment.json", shown: "assignment.json")
        }
    }

    /// The year as a file, which can be handed in again and which the command line reads.
    private func addSeatYearFile(to router: Router<BasicRequestContext>) {
        router.get("/seats/:plan/year.json") { request, route in
            let context = try pageContext(request)
            let (picture, _) = try await seatPlan(route, context)
            let text = ByteOutput.text { SeatPlanFile.write(picture.plan, to: $0) }
            return download(text, as: "application/json", named: "year.json", shown: "year.json")
        }
    }

    /// Who may not plan reads the same page without what they would be refused.
    private func seatPage(_ page: HTML, _ request: Request) throws -> Response {
        html(KeepSeatProposal.isAllowed(to: try reader(request)) ? page : page.withoutActs)
    }

    private func seatList() async throws -> SeatListPage {
        var rows: [SeatListPage.Row] = []
        for picture in try await seats.all() {
            rows.append(.init(picture: picture, isRunning: try await seats.status(picture.plan.number).isRunning))
        }
        return SeatListPage(
            rows: rows, unreadable: await seats.unreadable, removed: try await seats.removed())
    }

    private func seatPlan(
        _ route: BasicRequestContext, _ context: PageContext
    ) async throws -> (SeatPicture, SeatPlans.Status) {
        let number = try seatNumber(route, context)
        guard let picture = try await seats.picture(number) else {
            let isRemoved = try await seats.removed().contains { $0.number == number }
            throw NothingThere(context: context, what: isRemoved ? .removedYear(number) : .seatYear(String(number)))
        }
        return (picture, try await seats.status(number))
    }

    private func takeUpload(_ request: Request, _ reader: Reader, _ context: PageContext) async throws -> Response {
        var page = try await seatList()
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: SeatUpload.limitInBytes)
        } catch {
            page.errors = [SeatListPage.tooLarge(context)]
            return html(page.html(context), status: .contentTooLarge)
        }
        let upload = SeatUpload(Array(body.readableBytesView), contentType: request.headers[.contentType] ?? "")
        let instance: SeatInstance
        do throws(SeatUpload.Trouble) { instance = try upload.instance() } catch {
            page.upload = upload
            page.errors = [SeatListPage.error(error, upload, context)]
            return html(page.html(context), status: .unprocessableContent)
        }
        let unnamed = context.say("未命名年度", "Unnamed year")
        let name: String
        do throws(TextFlaw) {
            name =
                upload.name.withoutOuterSpace.isEmpty
                ? upload.nameOfFile ?? unnamed : try TextRule.name.spelled(upload.name)
        } catch {
            page.upload = upload
            page.errors = [
                .init(
                    field: "name", message: error.message(of: context.say("名称", "the name"), in: context.language))
            ]
            return html(page.html(context), status: .unprocessableContent)
        }
        do { return try await begin(instance, name: name, reader, context) } catch {
            page.upload = upload
            page.errors = [NotSaved(error).error(context)]
            return html(page.html(context), status: NotSaved(error).status)
        }
    }

    private func begin(
        _ instance: SeatInstance, name: String, _ reader: Reader, _ context: PageContext
    ) async throws -> Response {
        let number = try database.perform(AddSeatPlan(instance, name: name), by: reader, on: today())
        try await seats.run(number, afresh: true, by: reader, on: today())
        return try await answerSoon(number, context)
    }

    /// Most runs end within a second; the answer waits that long, so that nobody has to look at a page of progress.
    private func answerSoon(_ number: Int, _ context: PageContext) async throws -> Response {
        try await seats.wait(for: number, atMost: .milliseconds(1500))
        return redirect(to: context.link("/seats/\(number)"))
    }

    private func takeWish(
        _ request: Request, _ picture: SeatPicture, _ status: SeatPlans.Status, _ reader: Reader,
        _ context: PageContext
    ) async throws -> Response {
        let (fields, excess) = try await fieldsToShow(request, context)
        func again(_ message: String, _ ending: HTTPResponse.Status = .unprocessableContent) -> Response {
            html(
                SeatPlanPage(picture: picture, status: status, wishError: message, wishTyped: fields).html(context),
                status: ending)
        }
        if let excess { return again(excess.message, .contentTooLarge) }
        guard let act = fields["act"].flatMap(SeatWishAct.init(rawValue:)), let person = fields["person"],
            let seatClass = fields["class"]
        else { return again(context.say("请填写人员和班次的编号。", "Give the numbers of a person and a class.")) }
        let number = picture.plan.number
        var wished = Seat(person: 0, classID: 0)
        for (typed, name, part) in [
            (person, context.say("人员序号", "the person's number"), \Seat.person),
            (seatClass, context.say("班次", "the class"), \Seat.classID),
        ] {
            let rule = WholeNumberRule(0...999_999_999)
            do { wished[keyPath: part] = try rule.number(typed) } catch {
                return again(rule.message(error, of: name, typed: typed, in: context.language))
            }
        }
        let seat = wished
        do {
            try database.perform(WishSeat(act.wish, seat, in: number), by: reader, on: today())
        } catch let refused as SeatPlanRefused {
            guard let sentence = act.sentence(refused, context) else { throw NotFound(context: context) }
            return again(sentence)
        } catch {
            return again(NotSaved(error).message(context), NotSaved(error).status)
        }
        // Back to where the wish was made; only to pages of this plan.
        let home = "/seats/\(number)"
        let back = fields["back"].flatMap {
            $0.hasPrefix(home + "/") && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? $0 : nil
        }
        return redirect(to: back ?? context.link(home) + "#wishes")
    }
}

extension HTML {
    /// Without the forms that change something.
    fileprivate var withoutActs: HTML {
        switch self {
        case .group(let parts): .group(parts.map(\.withoutActs))
        case .element("form", let parts) where parts.contains(.attribute("method", "post")): .nothing
        case .element(let name, let parts): .element(name, parts.map(\.withoutActs))
        default: self
        }
    }
}
