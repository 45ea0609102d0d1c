extension Stylesheet {
    static let frame = """
        .frame { display: grid; grid-template-columns: 208px minmax(0, 1fr); min-height: 100vh }
        .page { display: flex; flex-direction: column; min-width: 0 }
        .side { background: var(--brand-2); color: var(--menu); padding: var(--s5) 0; display: flex;
          flex-direction: column }
        .side .brand { padding: 0 var(--s5) var(--s5) }
        .side .brand a { color: var(--paper); font-weight: 600; font-size: 20px; letter-spacing: .08em; padding: 0;
          border: 0; background: none }
        .side .brand small { display: block; color: var(--menu-2); font-size: 12px; line-height: 1.5 }
        .side a { display: block; color: inherit; padding: 7px var(--s5); border-left: 3px solid transparent }
        .side a:hover { background: #ffffff12; text-decoration: none }
        .side a[aria-current] { background: #ffffff1a; color: var(--paper); border-color: var(--focus) }
        .side .group { padding: var(--s4) var(--s5) var(--s1); font-size: 12px; color: var(--menu-3) }
        .side .who { margin-top: auto; padding-top: var(--s4); font-size: 13px }
        .top { display: flex; align-items: center; gap: var(--s4); padding: var(--s4) var(--s6);
          background: var(--paper); border-bottom: 1px solid var(--line); flex-wrap: wrap }
        .top .grow { flex: 1 1 320px; min-width: 0 }
        .crumb { color: var(--ink-3); font-size: 13px } .crumb a { color: var(--ink-2) }
        .asof { display: flex; align-items: center; gap: var(--s2); font-size: 13px; color: var(--ink-2);
          flex-wrap: wrap }
        .main { padding: var(--s5) var(--s6) var(--s6); max-width: 1360px; width: 100%; display: grid;
          gap: var(--s4); align-content: start; grid-template-columns: minmax(0, 1fr) }
        .foot { margin-top: auto; padding: var(--s3) var(--s6) var(--s4); color: var(--ink-2); font-size: 12px }
        """
}
