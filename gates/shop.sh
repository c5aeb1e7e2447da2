# shellcheck shell=bash
# Read by the gates that Node runs: what they need, and a system that comes and goes with them.

SHOP_START_S=120
NODE_NEEDED=20

find_node() {
    local version
    version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p') || true
    if ((${version:-0} < NODE_NEEDED)) || ! command -v npm >/dev/null; then
        fail "This needs Node $NODE_NEEDED or newer with npm; please install them."
    fi
}

# What a folder's package-lock.json names.
install_packages() {
    if [[ $1/node_modules/.package-lock.json -nt $1/package-lock.json ]]; then return; fi
    say "Installing what $1 needs."
    npm ci --prefix "$1" --ignore-scripts --silent </dev/null >&2 ||
        fail "npm couldn't install what $1 needs; \`npm ci --prefix $1\` says why."
}

# On free ports, with its data in that folder.
start_shop() {
    shop_work=$1
    find_jdk
    if is_stale; then build; fi
    rm -rf "$shop_work"
    mkdir -p "$shop_work"
    # shellcheck disable=SC2086 # options are words
    "$JAVA_HOME/bin/java" $QUIET_FLAGS -jar "$JAR" run --set http.publicHost=127.0.0.1 \
        --set http.publicPort=0 --set http.privatePort=0 \
        --set data.directory="$shop_work/data" >"$shop_work/system.log" 2>&1 &
    shop_pid=$!
    trap stop_shop EXIT
    local started=$SECONDS
    until [[ -n $(shop_address) ]]; do
        if ! kill -0 "$shop_pid" 2>/dev/null || ((SECONDS - started > SHOP_START_S)); then
            fail "The system didn't start: see $shop_work/system.log."
        fi
        sleep 0.2
    done
}

# As the system says it when it is open; nothing before.
shop_address() {
    sed -n 's/^ *Shop  *\(http[^ ]*\).*/\1/p' "$shop_work/system.log"
}

graphiql_address() {
    sed -n 's/^ *GraphiQL  *\(http[^ ]*\).*/\1/p' "$shop_work/system.log"
}

stop_shop() {
    kill "$shop_pid" 2>/dev/null || true
    wait "$shop_pid" 2>/dev/null || true
    rm -rf "$shop_work/data"
}
