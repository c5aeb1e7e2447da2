# shellcheck shell=bash
# Many lives of the system, on a simulated clock. Sourced by the launcher, whose functions it uses.

simulate() {
    local seeds=10000 seed=""
    while (($#)); do
        case $1 in
            --seeds) seeds=$(number_after "$@") && shift 2 || exit ;;
            --seed) seed=$(number_after "$@") && shift 2 || exit ;;
            -h | --help) simulate_help && return ;;
            *) fail "simulate doesn't understand '$1'; ./acme simulate --help tells what it does." ;;
        esac
    done
    if [[ $seed ]]; then
        say "Building the simulation, then living through seed $seed."
        run_simulation -Dsimulation.seed="$seed" || tell_which_failed
    else
        say "Building the simulation, then living through $seeds seeds."
        run_simulation -Dsimulation.seeds="$seeds" || tell_which_failed
    fi
}

simulate_help() {
    cat <<'TEXT'
Usage: ./acme simulate [--seeds N] [--seed N]

Runs the real contexts on a simulated clock, in a world whose seed decides what is lost, late, repeated or killed,
and ends with the first seed after which an order is lost or something is done twice.

  --seeds N   how many seeds, from 0 on (10000)
  --seed N    only this one, to the letter as it was before
TEXT
}

number_after() {
    [[ ${2-} =~ ^[0-9]{1,9}$ ]] || fail "$1 needs a number, as in $1 118."
    echo "$2"
}

# In a shell of its own, which Maven replaces.
run_simulation() {
    (maven -q test -pl fault-tests -am -Dgates.skip=true -Dtest=SimulationTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.tells=true "$@")
}

tell_which_failed() {
    local report=fault-tests/target/surefire-reports/com.acmecorp.app.simulation.SimulationTest.txt
    local failed
    failed=$(sed -n 's/^\(java\.lang\.AssertionError: \)\{0,1\}seed \([0-9]*\), step .*/\2/p' "$report" | head -n 1)
    if [[ ! $failed ]]; then fail "The simulation didn't run to its end."; fi
    fail "Seed $failed failed; its last steps are in $report. Once more: ./acme simulate --seed $failed"
}
