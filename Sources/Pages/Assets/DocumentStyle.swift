extension Stylesheet {
    /// The plan as a document with live margins.
    static let document = """
        .doc { background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
          padding: var(--s7) var(--s6) var(--s7) 56px }
        .doc .part { display: grid; grid-template-columns: minmax(0, 1fr) 290px; column-gap: var(--s6) }
        .doc .title { font: 600 22px/1.6 var(--serif); text-align: center; margin: 0 0 var(--s5) }
        .doc h2 { font: 600 19px/1.7 var(--serif); margin: var(--s5) 0 var(--s2) }
        .doc h3 { font: 600 17px/1.9 var(--serif); margin: var(--s4) 0 0 }
        .doc .text { margin: 0 0 var(--s4); font: 17px/2.05 var(--serif); text-align: justify;
          overflow-wrap: anywhere }
        .doc .text a { text-decoration: none } .doc mark { background: none; color: inherit }
        .doc mark a { color: var(--ink); border-bottom: 2px solid; padding-bottom: 2px }
        .doc mark.met a { border-color: var(--met) } .doc mark.onCourse a { border-color: var(--onCourse) }
        .doc mark.behind a { border-color: var(--behind) } .doc mark.overdue a { border-color: var(--overdue) }
        .doc mark.notYetDue a { border-color: var(--notYetDue) }
        .doc mark.needsRuling a { border-color: var(--needsRuling); border-bottom-style: dashed }
        .doc mark.doesNotApply a { border-color: var(--doesNotApply); border-bottom-style: dotted }
        .doc mark sup { font: 600 11px var(--sans); color: var(--ink-2); margin-left: 2px }
        .doc aside { display: grid; gap: var(--s3); align-content: start; font-size: 13px; padding-top: 8px }
        .note { border-left: 3px solid currentColor; padding: 1px 0 1px 10px; line-height: 1.5; display: block }
        .note:hover { text-decoration: none; background: var(--brand-tint) }
        .note b { font-size: 15px; color: var(--ink) } .note span.what { color: var(--ink-2); display: block }
        .note .no { color: var(--ink-2); font-weight: 600; margin-right: 6px }
        """
}
