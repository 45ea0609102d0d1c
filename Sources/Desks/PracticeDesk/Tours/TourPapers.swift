import Pages
import Store
import Vocabulary

/// What papers there are of a tour (材料).
enum TourDocument: String, Named, Stored {
    case scheme, approval, report, measures, photographs, other

    var words: Words {
        switch self {
        case .scheme: Words("考察方案", "Scheme")
        case .approval: Words("批复", "Approval")
        case .report: Words("考察报告", "Report")
        case .measures: Words("成果转化清单", "List of measures")
        case .photographs: Words("照片", "Photographs")
        case .other: Words("其他", "Other")
        }
    }
}

extension StudyTour: EvidenceBearer {
    typealias Document = TourDocument
}

extension TourProgress {
    /// The papers that the rules ask for as far as it has come; a tour that was taken back needs none.
    var requiredPapers: [RequiredPaper<TourDocument>] {
        guard tour.stage != .withdrawn else { return [] }
        var papers = [
            RequiredPaper<TourDocument>(.scheme, due: tour.scheme.from, why: Words("出发前", "before it leaves"))
        ]
        if isHeld || report != nil {
            papers += [
                RequiredPaper(
                    .report, due: reportDue,
                    why: Words("返回后\(rules.reportDays)日", "\(rules.reportDays) days after the return")),
                RequiredPaper(.measures, due: reportDue, why: Words("随报告一并报送", "with the report")),
            ]
        }
        return papers
    }
}
