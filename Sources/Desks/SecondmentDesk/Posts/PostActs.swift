import Pages
import Storage
import Store
import Vocabulary

/// Offers a post for secondments (报送需求岗位).
struct OfferPost: Act {
    static let right = Right.report
    static let words = Words("报送挂职岗位", "Post offered")
    var scheme: PostScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> SecondmentPost {
        try t.refuse(scheme.problems)
        // What the office offers itself needs nobody's review.
        let isOffice = t.reader.unit == nil && t.reader.may(.plan)
        let post = SecondmentPost(
            code: try t.nextCode(.secondmentPost), scheme: scheme, offered: t.today,
            stage: isOffice ? .open : .offered, remark: "")
        try t.insert(post)
        return post
    }
}

/// Puts a post right, until somebody is placed on it; what was returned is offered anew.
struct ChangePost: RecordAct {
    static let right = Right.report
    static let words = Words("修改挂职岗位", "Post changed")
    static let title = Words("修改挂职岗位", "Change the post")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: PostScheme

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofPost: record) }

    static func notNow(
        _ post: SecondmentPost, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try post.notTheirs(reading, reader) { return why }
        if post.stage == .closed { return SecondmentProblem.notInPostStage(post.stage) }
        return try reading.taken(of: post.code) > 0 ? SecondmentProblem.postTaken : nil
    }

    func perform(on before: SecondmentPost, in t: ActTransaction) throws -> SecondmentPost {
        try t.requireReach(to: scheme.unit, with: Self.right)
        try t.refuse(scheme.problems)
        var post = before
        post.scheme = scheme
        // What was looked through is looked through again once its unit has changed it.
        let isOffice = t.reader.unit == nil && t.reader.may(.plan)
        if post.stage == .returned || post.scheme != before.scheme && !isOffice { post.stage = .offered }
        guard post != before else { try t.refuse(SecondmentProblem.nothingChanged) }
        try t.update(post)
        return post
    }
}

/// Opens a post to nominations, or returns it with what is to be changed (审核岗位).
struct ReviewPost: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("审核挂职岗位", "Post reviewed")
    static let title = Words("审核挂职岗位", "Review the post")
    static let button = Words("审核", "Review")
    static let step = "review"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ post: SecondmentPost, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { post.stage == .offered ? nil : SecondmentProblem.notInPostStage(post.stage) }

    func perform(on post: SecondmentPost, in t: ActTransaction) throws -> SecondmentPost {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(SecondmentProblem.noReason) }
        var post = post
        post.stage = isApproved ? .open : .returned
        post.remark = remark
        try t.update(post)
        return post
    }
}

/// Takes no more people on a post: it is filled otherwise, or not needed any more (关闭). Who is there stays.
struct ClosePost: RecordAct {
    static let right = Right.report
    static let words = Words("关闭挂职岗位", "Post closed")
    static let title = Words("关闭挂职岗位", "Close the post")
    static let button = Words("关闭", "Close")
    static let step = "close"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofPost: record) }

    static func notNow(
        _ post: SecondmentPost, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try post.notTheirs(reading, reader) { return why }
        return post.stage == .closed ? SecondmentProblem.notInPostStage(post.stage) : nil
    }

    func perform(on post: SecondmentPost, in t: ActTransaction) throws -> SecondmentPost {
        var post = post
        post.stage = .closed
        post.remark = reason
        try t.update(post)
        return post
    }
}

extension SecondmentPost {
    fileprivate func notTheirs(_ reading: some Reading, _ reader: Reader) throws -> SecondmentProblem? {
        try reading.isWithinReach(scheme.unit, of: reader) ? nil : .notYours
    }
}

extension Reading {
    fileprivate func unit(ofPost code: String) throws -> String? {
        try one(SecondmentPost.self, code, for: .everybody)?.scheme.unit
    }
}
