import Vocabulary

/// The tables of the structure: what stands in the rows, and into what they are divided.
enum StructureTable: String, CaseIterable, Sendable {
    case born, kinds, ages, sexes, service, grades, training, last

    /// Where it stands by itself.
    var path: String { "\(StructurePage.path)/\(rawValue)" }

    var rows: StructureDimension { self == .kinds ? .kind : .level }

    var columns: StructureDimension {
        switch self {
        case .born, .kinds: .born
        case .ages: .age
        case .sexes: .sex
        case .service: .service
        case .grades: .grade
        case .training: .since
        case .last: .last
        }
    }

    /// Into what it is divided where it is given to whoever may not see the people themselves; nil: it is not.
    ///
    /// Of two tables whose classes lie within each other, such as ages and decades of birth, the difference would tell a group
    /// that no table tells: only one of them is given.
    var publishedColumns: StructureDimension? {
        switch self {
        case .born, .kinds, .sexes, .service: columns
        case .training: .trained
        case .ages, .grades, .last: nil
        }
    }

    var words: Words {
        switch self {
        case .born: Words("出生年代结构（按职级层次）", "Decades of birth by level")
        case .kinds: Words("出生年代结构（按单位类别）", "Decades of birth by kind of unit")
        case .ages: Words("年龄结构", "Ages")
        case .sexes: Words("性别结构", "Sex")
        case .service: Words("任职以来年限", "Years since the first post")
        case .grades: Words("任现职级层次年限", "Years at the present level")
        case .training: Words("任现职级层次以来培训", "Training since the last promotion")
        case .last: Words("最近一次培训", "Last training")
        }
    }

    /// What is counted, where the heads do not say it.
    var remark: Words? {
        switch self {
        case .service:
            Words("从记录中的第一个职务算起，不是工龄。", "From the first post on record; not the length of all employment.")
        case .grades:
            Words(
                "从任现职级层次之日算起；同一层次的职务连续计算。",
                "From the day on which the present level was reached; posts of one level are counted together.")
        case .training:
            Words(
                "只计培训班（含主体班、专题班等），且须结业；在任现职级层次之日及以后结束的为已参加。",
                "Training classes of every kind, completed, that ended on the day of the last promotion or after it.")
        case .last: Words("只计培训班，且须结业。", "Training classes that were completed.")
        case .born, .kinds, .ages, .sexes: nil
        }
    }

    /// Whether the mean age of each row is told beside it.
    var hasAges: Bool { self == .ages || self == .kinds }
}
