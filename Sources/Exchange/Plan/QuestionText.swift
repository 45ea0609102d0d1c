public import Plans
public import Vocabulary

/// What an open clause asks, as a sentence.
public enum QuestionText {
    public static func sentence(_ question: Question, in language: Language) -> String {
        switch (question, language) {
        case (.activity(let wording), .zh): "“\(wording)”指哪一类活动？"
        case (.activity(let wording), .en): "Which kind of activity is meant by “\(wording)”?"
        case (.population(let wording), .zh): "“\(wording)”指哪些对象？"
        case (.population(let wording), .en): "Who is meant by “\(wording)”?"
        case (.answerable, .zh): "由哪个单位负责？"
        case (.answerable, .en): "Which unit answers for it?"
        case (.amount(let wording), .zh): "“\(wording)”是多少？"
        case (.amount(let wording), .en): "How many is “\(wording)”?"
        }
    }
}
