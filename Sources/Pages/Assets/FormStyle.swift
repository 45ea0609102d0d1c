extension Stylesheet {
    static let forms = """
        .field { border: 1px solid var(--line-2); border-radius: var(--r); padding: 6px 10px; background: #fff;
          font: inherit; color: inherit; max-width: 100%; min-height: 36px }
        textarea.field { width: 100%; min-height: 120px } .field.long { width: 100%; max-width: 640px }
        .field.short { width: 110px }
        .asof .field, .filters .field { min-height: 34px; padding: 4px 8px }
        .btn { display: inline-block; border: 1px solid var(--brand); border-radius: var(--r); padding: 6px 16px;
          color: var(--brand); background: #fff; font: inherit; font-weight: 500; cursor: pointer; min-height: 36px;
          text-decoration: none !important }
        .btn:hover { background: var(--brand-tint) } .btn.primary { background: var(--brand); color: var(--paper) }
        .btn.primary:hover { background: var(--brand-2) } .btn.danger { border-color: var(--overdue); color: var(--overdue) }
        .btn.small { padding: 3px 12px; min-height: 34px }
        .buttons { display: flex; flex-wrap: wrap; gap: var(--s3); margin-top: var(--s4) }
        .question { margin-bottom: var(--s5) } .question > label, .question > legend { font-weight: 600; display: block;
          margin-bottom: 2px; padding: 0 }
        fieldset { border: 0; margin: 0 0 var(--s5); padding: 0 } legend { font-weight: 600; padding: 0;
          margin-bottom: 2px }
        .hint { color: var(--ink-2); font-size: 13px; margin: 0 0 var(--s1) }
        .error { color: var(--overdue); font-weight: 600; margin: 0 0 var(--s1) } .error p { margin: 0 }
        .wrong { border-left: 4px solid var(--overdue); padding-left: var(--s3) }
        .errors { border: 3px solid var(--overdue); border-radius: var(--r); padding: var(--s4) var(--s5);
          background: var(--paper) }
        .errors ul { margin: 0; padding-left: var(--s5) } .errors a { color: var(--overdue); font-weight: 600 }
        .row { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s5) }
        .checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 0 var(--s4) }
        .checks label, .check { display: flex; gap: 8px; align-items: center; min-height: 32px; font-weight: 400 }
        .checks input, .check input { width: 18px; height: 18px; flex: none; accent-color: var(--brand) }
        """

    static let small = """
        @media (max-width: 900px) {
          .frame { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr }
          .side { flex-direction: row; flex-wrap: wrap; padding: var(--s2) var(--s3); align-items: center }
          .side .brand { padding: 0 var(--s3) 0 var(--s1) } .side .brand small, .side .group { display: none }
          .side a { padding: 5px 8px; border: 0; border-radius: var(--r) } .side .who { margin: 0 0 0 auto; padding: 0 }
          .top { padding: var(--s3) var(--s4) } .main { padding: var(--s4) } .foot { padding: var(--s3) var(--s4) }
          .card { padding: var(--s4) } .two, .wide { grid-template-columns: minmax(0, 1fr) }
          .figs { grid-template-columns: 1fr 1fr } .figs > div:nth-child(odd) { border: 0; padding-left: 0 }
          .figs > div { padding-right: 0 } .figs .n { font-size: 26px }
          .say { font-size: 17px } .doc { padding: var(--s4) } .doc .part { grid-template-columns: minmax(0, 1fr) }
          .doc aside { padding: 0 0 var(--s4) } .summary > div { grid-template-columns: 96px minmax(0, 1fr) }
          .due li { grid-template-columns: 46px minmax(0, 1fr) } .due li > :nth-child(3) { grid-column: 2 }
        }
        @media (max-width: 560px) {
          .matrix { min-width: 0; width: auto }
          .matrix th[scope=row], .matrix thead th:first-child { position: sticky; left: 0; background: var(--paper);
            min-width: 112px; max-width: 116px; padding-right: 8px; overflow-wrap: anywhere; white-space: normal; line-height: 1.3 }
          .data, .data tbody, .data tr, .data td { display: block } .data thead { display: none }
          .data tr { padding: var(--s2) 0; border-bottom: 1px solid var(--line) }
          .data td { display: flow-root; border: 0; padding: 3px 0 3px 108px; min-height: 30px; text-align: left;
            white-space: normal; overflow-wrap: anywhere }
          .data td::before { content: attr(data-title); float: left; width: 96px; margin-left: -108px;
            color: var(--ink-2); font-size: 13px; line-height: 25px }
        }
        """
}
