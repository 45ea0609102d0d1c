extension Stylesheet {
    static let components = """
        .card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: var(--s5);
          min-width: 0 }
        .grid { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); align-content: start }
        .two { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } .wide { grid-template-columns: minmax(0, 1fr) 360px }
        .scroll { overflow-x: auto }
        .say { font: 400 19px/1.75 var(--serif); margin: 0 } .say b { font-weight: 600 }
        .say a { text-decoration: none; border-bottom: 1px solid #14505c66 }
        .figs { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); row-gap: var(--s4) }
        .figs > div { padding: var(--s1) var(--s5); border-left: 1px solid var(--line) }
        .figs > div:first-child { border: 0; padding-left: 0 }
        .figs .n { display: block; font: 600 32px/1.25 var(--sans); letter-spacing: -.01em; color: var(--ink);
          white-space: nowrap }
        .figs .n i { font: 400 15px var(--sans); color: var(--ink-2); margin-left: 4px }
        .n.big { font: 600 34px/1.3 var(--sans) }
        .st { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; font-weight: 500;
          white-space: nowrap }
        .mark { flex: none; vertical-align: -2px } .pill { padding: 1px 10px 1px 8px; border-radius: 11px }
        .bar { display: block; max-width: 100% } .bar .ground { fill: var(--bar) } .bar .pace { fill: var(--ink) }
        .legend { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); margin-top: var(--s3) }
        .matrix { font-size: 13px; min-width: 640px } .matrix th, .matrix td { padding: 0; border: 0; height: 28px;
          vertical-align: middle; line-height: 1.2 }
        .matrix thead th { text-align: center; padding-bottom: 6px }
        .matrix thead th a { color: inherit; padding: 4px 2px; display: inline-block; min-width: 24px }
        .matrix td { text-align: center; min-width: 30px; position: relative }
        .matrix td a { display: block; padding: 6px 0; min-width: 24px } .matrix td svg { display: block; margin: auto }
        .matrix td.num a { display: inline; padding: 6px 1px } .matrix .num { text-align: right }
        .matrix th[scope=row] { text-align: left; padding-right: 14px; color: var(--ink); font-size: 14px;
          font-weight: 400 }
        .matrix th[scope=row] a { color: inherit }
        .matrix tr.group th { padding-top: 14px; height: 38px; text-align: left; color: var(--ink-2); font-size: 12px }
        .matrix tbody tr:not(.group):hover { background: var(--brand-tint) }
        .due { list-style: none; margin: 0; padding: 0 }
        .due li { display: grid; grid-template-columns: 52px minmax(0, 1fr) auto; gap: var(--s3); padding: 9px 0;
          border-bottom: 1px solid var(--line) }
        .due li:last-child { border: 0 } .due time { font-weight: 600 } .due small { display: block }
        .pager { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); margin-top: var(--s3); font-size: 13px;
          color: var(--ink-2) }
        .pager .off { color: var(--ink-3) } .pager .sizes { margin-left: auto }
        .summary { margin: 0 } .summary > div { display: grid; grid-template-columns: 140px minmax(0, 1fr);
          gap: var(--s4); padding: 8px 0; border-bottom: 1px solid var(--line) }
        .summary > div:last-child { border: 0 } .summary dt { color: var(--ink-2) } .summary dd { margin: 0;
          overflow-wrap: anywhere }
        .empty { padding: var(--s4) 0; text-align: center } .empty .btn { margin-top: var(--s2) }
        .trend { width: 100%; height: auto; font-size: 11.5px } .trend text { fill: var(--ink-2) }
        .trend .grid { stroke: var(--line) } .trend .pace { stroke: var(--ink); stroke-dasharray: 2 4 }
        .trend .done { fill: none; stroke: var(--brand); stroke-width: 2.4 } .trend .dot { fill: var(--brand) }
        .filters { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: end; margin-bottom: var(--s4) }
        .filters label { font-size: 13px; color: var(--ink-2); display: grid; gap: 2px }
        .flash { border-left: 4px solid var(--met); background: var(--met-t); padding: var(--s3) var(--s4);
          border-radius: var(--r) }
        .flash.struck { border-color: var(--overdue); background: var(--overdue-t) }
        .slips p { margin: 0 } .slips p + p { margin-top: var(--s1) }
        .chips { list-style: none; display: flex; flex-wrap: wrap; gap: var(--s2); margin: 0 0 var(--s4); padding: 0 }
        .chips li { border: 1px solid var(--line-2); border-radius: 14px; padding: 1px 4px 1px 12px; font-size: 13px;
          background: var(--ground) }
        .chips a { display: inline-block; min-width: 24px; text-align: center; text-decoration: none; font-weight: 600 }
        .columns { columns: 3 260px; column-gap: var(--s6) } .columns > * { break-inside: avoid }
        .tree { list-style: none; margin: 0; padding-left: var(--s4) } .tree.root { padding: 0 }
        .tree li { padding: 2px 0 }
        """
}
