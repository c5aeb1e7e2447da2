# shellcheck shell=bash
# Read by ./acme: measures the shop's pages with Lighthouse, on a system that comes and goes with the measuring.

LIGHTHOUSE=gates/lighthouse

# With an address, the shop there is measured, and gets an order; else one is started.
lighthouse() {
    # shellcheck source=gates/shop.sh
    source gates/shop.sh
    find_node
    find_chromium
    install_packages "$LIGHTHOUSE" # never a browser: that is the machine's
    local shop=${1-}
    if [[ -z $shop ]]; then
        start_shop target/lighthouse
        shop=$(shop_address)
    fi
    say "Measuring $shop: five pages, three times each, which takes some minutes." \
        "Other work on this machine spoils the figures."
    CHROME_PATH=$chromium node "$LIGHTHOUSE/measure.mjs" "$shop"
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
