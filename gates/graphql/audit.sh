# shellcheck shell=bash
# Read by ./acme: audits GraphQL over HTTP, on a system that comes and goes with the audit.

GRAPHQL_AUDIT=gates/graphql

# With an address, that one is audited; else a system is started.
graphql_audit() {
    # shellcheck source=gates/shop.sh
    source gates/shop.sh
    find_node
    install_packages "$GRAPHQL_AUDIT"
    local url=${1-}
    if [[ -z $url ]]; then
        start_shop target/graphql-audit
        url=$(graphiql_address)
        url=${url%/graphiql}/database
    fi
    node "$GRAPHQL_AUDIT/audit.mjs" "$url"
}
