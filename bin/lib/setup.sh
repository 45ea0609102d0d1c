# Sourced by the scripts beside it: what a machine needs before Swift can build the project.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$root"

# Debian packages that the system libraries of Package.swift come from.
debian_packages=(libsqlite3-dev libsodium-dev libpq-dev libssl-dev libzip-dev zlib1g-dev libexpat1-dev libqrencode-dev)

say() { printf '%s\n' "$*" >&2; }

fail() { say "$1"; exit "${2:-1}"; }

require_swift() {
    command -v swift >/dev/null && return
    fail "Swift is missing: install the Swift 6.3 toolchain from swift.org and put it on the path. 未找到 Swift 6.3 工具链。" 1
}

missing_packages() {
    local name
    for name in "${debian_packages[@]}"; do
        [[ "$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$name" 2>/dev/null)" == ii* ]] || printf '%s ' "$name"
    done
}

# Installs what is missing as root or with a sudo that asks nothing; otherwise says what to install and stops.
require_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing as_root=()
    missing="$(missing_packages)"
    [[ -z "$missing" ]] && return
    if [[ "$(id -u)" != 0 ]]; then
        sudo -n true 2>/dev/null || fail "Missing Debian packages 缺少软件包: ${missing% }
Install them with 请先安装: sudo apt-get install ${missing% }" 1
        as_root=(sudo -n)
    fi
    say "Installing ${missing% }"
    # shellcheck disable=SC2086
    { "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq $missing; } >&2 ||
        fail "apt-get could not install ${missing% }." 1
}

# Stops where a program is missing that only some of the scripts need; each comes in a Debian package of its own name.
require_program() {
    command -v "$1" >/dev/null && return
    fail "$2 needs $1: sudo apt-get install $1. $2 需要 $1，请先安装同名软件包。" 1
}
