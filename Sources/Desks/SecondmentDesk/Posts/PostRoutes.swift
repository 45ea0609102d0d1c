import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Posts: offered, reviewed, closed.
    mutating func posts() {
        list(SecondmentPost.self) { ask in
            ask.button(
                OfferPost.self, "\(SecondmentPost.listAddress)/new", Words("报送岗位", "Offer a post"), isPrimary: true)
        }
        page(of: SecondmentPost.self, Words("一个挂职岗位", "One post")) { try $0.page($1) }
        var offer = FormFlow(new: Words("报送挂职岗位", "Offer a post"), PostScheme.form) { ask in
            var scheme = PostScheme(unit: ask.reader.unit ?? "")
            // A host that lies elsewhere takes people in by the office.
            scheme.kind = ask.query["kind"].flatMap(SecondmentKind.init) ?? .down
            scheme.months = try ask.secondmentRules.months(scheme.kind)
            return scheme
        } act: { scheme, _ in
            OfferPost(scheme: scheme)
        }
        offer.refusals = { scheme, _ in scheme.problems }
        offer.remarks = { scheme, ask in .warnings(try scheme.remarks(ask.reading, ask.secondmentRules)) }
        form("\(SecondmentPost.listAddress)/new", offer)
        var change = FormFlow(ChangePost.self, PostScheme.form, changing: \.scheme) { post, scheme in
            ChangePost(record: post.code, scheme: scheme)
        }
        change.opening = { ask in
            let post = try ask.one(SecondmentPost.self)
            return post.remark.isEmpty ? .nothing : .p(.class("warn"), .text(post.remark))
        }
        change.refusals = { scheme, _ in scheme.problems }
        change.remarks = { scheme, ask in .warnings(try scheme.remarks(ask.reading, ask.secondmentRules)) }
        form(change)
        var review = FormFlow(ReviewPost.self, Decision.form) { _, _ in
            Decision()
        } act: { post, decision in
            ReviewPost(record: post.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        review.opening = { ask in
            let post = try ask.one(SecondmentPost.self)
            return .sheet(
                .warnings(try post.scheme.remarks(ask.reading, ask.secondmentRules)),
                try PostScheme.form.facts(post.scheme, ask))
        }
        form(review)
        form(
            FormFlow(ClosePost.self, Reason.form) { _, _ in
                Reason()
            } act: { post, reason in
                ClosePost(record: post.code, reason: reason.text)
            })
    }
}
