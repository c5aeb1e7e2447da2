# shellcheck shell=bash
# Read by ./acme: measures the shop's pages with Lighthouse, on a system that comes and goes with the measuring.

LIGHTHOUSE=gates/lighthouse
LIGHTHOUSE_WORK=target/lighthouse
LIGHTHOUSE_START_S=120
NODE_NEEDED=20

# With an address, the shop there is measured, and gets an order; else one is started.
lighthouse() {
    find_node
    find_chromium
    install_lighthouse
    local shop=${1-}
    if [[ -z $shop ]]; then
        start_shop
        shop=$(shop_address)
    fi
    say "Measuring $shop: five pages, three times each, which takes some minutes." \
        "Other work on this machine spoils the figures."
    CHROME_PATH=$chromium node "$LIGHTHOUSE/measure.mjs" "$shop"
}

find_node() {
    local version
    version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p') || true
    if ((${version:-0} < NODE_NEEDED)) || ! command -v npm >/dev/null; then
        fail "Lighthouse needs Node $NODE_NEEDED or newer with npm; please install them."
    fi
}

# Sets chromium to a browser of this machine.
find_chromium() {
    chromium=${CHROME_PATH-$(chromium_on_path)}
    if [[ -z $chromium ]] && ((EUID == 0)) && command -v apt-get >/dev/null; then
        say "Installing Chromium, which Lighthouse needs."
        if apt_get update && apt_get install --no-install-recommends chromium; then
            chromium=$(chromium_on_path)
        fi
    fi
    [[ -x $chromium ]] ||
        fail "Lighthouse needs Chromium; please install it, or name a browser in CHROME_PATH."
}

chromium_on_path() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

# Never a browser: that is the machine's.
install_lighthouse() {
    local installed=$LIGHTHOUSE/node_modules/.package-lock.json
    if [[ $installed -nt $LIGHTHOUSE/package-lock.json ]]; then return; fi
    say "Installing Lighthouse."
    npm ci --prefix "$LIGHTHOUSE" --ignore-scripts --silent </dev/null >&2 ||
        fail "npm couldn't install Lighthouse; \`npm ci --prefix $LIGHTHOUSE\` says why."
}

start_shop() {
    find_jdk
    if is_stale; then build; fi
    rm -rf "$LIGHTHOUSE_WORK"
    mkdir -p "$LIGHTHOUSE_WORK"
    # shellcheck disable=SC2086 # options are words
    "$JAVA_HOME/bin/java" $QUIET_FLAGS -jar "$JAR" run --set http.publicHost=127.0.0.1 \
        --set http.publicPort=0 --set http.privatePort=0 \
        --set data.directory="$LIGHTHOUSE_WORK/data" >"$LIGHTHOUSE_WORK/system.log" 2>&1 &
    shop_pid=$!
    trap stop_shop EXIT
    local started=$SECONDS
    until [[ -n $(shop_address) ]]; do
        if ! kill -0 "$shop_pid" 2>/dev/null || ((SECONDS - started > LIGHTHOUSE_START_S)); then
            fail "The system didn't start: see $LIGHTHOUSE_WORK/system.log."
        fi
        sleep 0.2
    done
}

# As the system says it when it is open; nothing before.
shop_address() {
    sed -n 's/^ *Shop  *\(http[^ ]*\).*/\1/p' "$LIGHTHOUSE_WORK/system.log"
}

stop_shop() {
    kill "$shop_pid" 2>/dev/null || true
    wait "$shop_pid" 2>/dev/null || true
    rm -rf "$LIGHTHOUSE_WORK/data"
}
