extension Stylesheet {
    /// The sheet of a desk's page: sections parted by hairlines, steps with their days, labelled facts, tables to fill in.
    static let desks = """
        .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; min-width: 0 }
        .sheet section { padding: var(--s5); min-width: 0 } .sheet section + section { border-top: 1px solid var(--line) }
        .sheet > .warn { margin: 0 var(--s5) var(--s4) }
        .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--s4); margin-bottom: var(--s2) }
        .head h2 { margin: 0 } .head > :last-child:not(:first-child) { margin-left: auto }
        .flow { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); list-style: none; margin: 0; padding: 0 }
        .flow li { padding: 0 var(--s4); border-left: 1px solid var(--line) }
        .flow li:first-child { padding-left: 0; border-left: 0 }
        .flow h3 { margin: var(--s1) 0; font-size: 15px } .flow dl { margin: 0; font-size: 13px; line-height: 20px }
        .flow dl div { display: flex; gap: var(--s2); padding: 2px 0 } .flow dt { color: var(--ink-2); flex: none; width: 36px }
        .flow dd { margin: 0; white-space: nowrap } .flow p { margin: var(--s1) 0 0 }
        .facts { margin: 0 } .facts > div { display: grid; grid-template-columns: 144px minmax(0, 1fr); gap: var(--s4);
          padding: var(--s2) 0; border-bottom: 1px solid var(--line) }
        .facts > div:last-child { border-bottom: 0; padding-bottom: 0 }
        .facts dt { color: var(--ink-2); font-size: 13px } .facts dd { margin: 0; min-width: 0 }
        .facts ul { margin: 0; padding: 0; list-style: none }
        .figures { width: auto; min-width: 50%; border-collapse: collapse }
        .figures th, .figures td { text-align: left; padding: var(--s1) var(--s5) var(--s1) 0 }
        .figures .num { text-align: right } .figures th { color: var(--ink-2); font-size: 13px; font-weight: 400 }
        .rows.log { margin: 0; padding: 0; list-style: none }
        .rows.log > li { display: grid; grid-template-columns: 128px minmax(0, 1fr) auto; gap: 0 var(--s5);
          padding: var(--s2) 0; border-bottom: 1px solid var(--line) }
        .rows.log > li:last-child { border-bottom: 0 }
        .rows.log time { color: var(--ink-2); font-size: 13px; white-space: nowrap }
        .ask { margin-top: var(--s5); max-width: 640px; border: 0; padding: 0; min-width: 0 }
        fieldset.ask { max-width: none } .ask > label, .ask > legend { display: block; font-weight: 600; padding: 0 }
        .ask .full { width: 100% } .ask textarea.field { min-height: 0 } .ask.wrong { border-left: 4px solid var(--overdue);
          padding-left: var(--s3) }
        .inputs .field { width: 100%; min-width: 96px } .inputs .error { margin: 0 }
        .btns { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; margin: 0 } .btns form { margin: 0 }
        .btn.danger { color: var(--overdue); border-color: var(--overdue) }
        .was { text-decoration: line-through; color: var(--ink-2) } .arrow { margin: 0 var(--s2) }
        .sheet ins { text-decoration: none; font-weight: 600 } .warn.good { background: var(--met-t) }
        @media (max-width: 999px) {
          .sheet { border-width: 1px 0; border-radius: 0 } .sheet section { padding: 20px var(--s4) }
          .flow { grid-template-columns: minmax(0, 1fr) }
          .flow li, .flow li:first-child { border-left: 0; border-bottom: 1px solid var(--line); padding: var(--s3) 0 }
          .flow li:last-child { border-bottom: 0 } .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0 }
          .ask { max-width: none } .rows.log > li { grid-template-columns: minmax(0, 1fr) auto }
          .rows.log time { grid-column: 1 / -1 }
          .sheet .data:not(.inputs) tr { display: flex; flex-wrap: wrap; gap: 0 var(--s3); padding: var(--s3) 0 }
          .sheet .data:not(.inputs) td { display: block; padding: 0; min-height: 0; order: 3; color: var(--ink-2); font-size: 13px }
          .sheet .data:not(.inputs) td::before { content: none } .sheet .data td.off { display: none }
          .sheet .data:not(.inputs) td.lead { order: 1; flex: 1 1 60%; font-size: 15px }
          .sheet .data:not(.inputs) td.end { order: 2; margin-left: auto }
          .sheet .data td[data-t]::after { content: attr(data-t) }
        }
        """
}
