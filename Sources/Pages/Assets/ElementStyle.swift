extension Stylesheet {
    static let elements = """
        * { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100% }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.65 var(--sans);
          font-variant-numeric: tabular-nums }
        a { color: var(--brand); text-decoration: none; text-underline-offset: 3px }
        a:hover { text-decoration: underline }
        main p a, main li a, main dd a { text-decoration: underline; text-decoration-color: #14505c55 }
        :focus-visible { outline: 2px solid var(--ink); outline-offset: 3px; box-shadow: 0 0 0 3px var(--focus);
          border-radius: 3px }
        h1 { font: 600 24px/1.35 var(--sans); margin: 0; overflow-wrap: anywhere }
        h2 { font: 600 17px/1.4 var(--sans); margin: 0 0 var(--s3) }
        h3 { font: 600 15px/1.5 var(--sans); margin: var(--s4) 0 var(--s2) }
        p { margin: 0 0 var(--s3) } p:last-child { margin-bottom: 0 }
        small, .quiet { color: var(--ink-2); font-size: 13px }
        details > summary { cursor: pointer; color: var(--brand); padding: var(--s1) 0 }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap }
        .paper { display: none }
        .skip { position: absolute; left: -999px; top: 0; background: var(--paper); padding: var(--s2) var(--s4);
          z-index: 2 }
        .skip:focus { left: 0 }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: 9px 12px 9px 0; border-bottom: 1px solid var(--line);
          vertical-align: top }
        th { font-weight: 500; color: var(--ink-2); font-size: 13px; white-space: nowrap }
        tbody tr:last-child > * { border-bottom: 0 }
        .data tbody tr:hover { background: var(--brand-tint) }
        .num { text-align: right; white-space: nowrap } .nowrap { white-space: nowrap }
        th.sort, th a.sort { color: inherit }
        """
}
