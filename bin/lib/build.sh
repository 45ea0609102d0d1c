# Sourced by bin/run: a release binary that is newer than every source.

binary=".build/release/xingzhi"
stamp=".build/release/.built-from-sources-of"

# `swift build` takes seconds even with nothing to do; looking at the files takes none.
is_built() {
    [[ -x "$binary" && -f "$stamp" ]] || return 1
    [[ -z "$(find Sources Package.swift -newer "$stamp" -print -quit)" ]]
}

build_release() {
    is_built && return
    say "Building (the first time takes some minutes) 正在编译，首次需要几分钟…"
    mkdir -p .build
    local started=".build/.build-started"
    touch "$started"    # a file saved while the compiler runs must count as newer
    swift build -c release --product xingzhi >&2 || fail "The build failed 编译失败." 3
    mv "$started" "$stamp"
}
