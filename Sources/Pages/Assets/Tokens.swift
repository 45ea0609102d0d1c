extension Stylesheet {
    /// Colours are named for what they say; every pair of text and ground is tested for contrast (WCAG 2.2, 1.4.3).
    static let tokens = """
        :root {
          --ink: #1b2427; --ink-2: #4b575b; --ink-3: #606c70;
          --paper: #ffffff; --ground: #f5f4f0; --line: #e2dfd7; --line-2: #8c897f;
          --brand: #14505c; --brand-2: #0f3d46; --brand-tint: #e6f0f1; --focus: #e0a526;
          --menu: #d9e6e8; --menu-2: #b4cdd1; --menu-3: #a3c0c5; --bar: #e8e6df; --seats: #b9d6d8; --seats-2: #cfe3e5;
          --met: #22693f; --onCourse: #2a5d85; --behind: #8a5605; --overdue: #b3261e; --notYetDue: #5f6b6f;
          --needsRuling: #6b4fa0; --doesNotApply: #6f6c64;
          --met-t: #e7f3ec; --onCourse-t: #e6eff6; --behind-t: #fbf1dd; --overdue-t: #fbe7e5; --notYetDue-t: #eef0f0;
          --needsRuling-t: #efeaf7; --doesNotApply-t: #f1f0ec;
          --sans: "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Source Han Sans SC",
            sans-serif;
          --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
          --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 32px; --s7: 48px;
          --r: 6px;
        }
        .met { color: var(--met) } .onCourse { color: var(--onCourse) } .behind { color: var(--behind) }
        .overdue { color: var(--overdue) } .notYetDue { color: var(--notYetDue) }
        .needsRuling { color: var(--needsRuling) } .doesNotApply { color: var(--doesNotApply) }
        .pill.met { background: var(--met-t) } .pill.onCourse { background: var(--onCourse-t) }
        .pill.behind { background: var(--behind-t) } .pill.overdue { background: var(--overdue-t) }
        .pill.notYetDue { background: var(--notYetDue-t) } .pill.needsRuling { background: var(--needsRuling-t) }
        .pill.doesNotApply { background: var(--doesNotApply-t) }
        """
}
