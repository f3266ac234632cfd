#!/bin/bash
# Proves that a backup is worth something: restores it into a new PostgreSQL of its own, starts the program on it, asks
# it whether it is ready, and takes everything away again. Touches nothing that runs.
#
#   drill.sh BACKUP JAR          e.g. drill.sh /var/backups/aeo-reach/aeo-reach-20261121T010000Z /opt/aeo-reach/aeo-reach.jar
#
# Exit codes: see common.sh; 9 also when the program does not come up on what was restored.
# Settings:
#   AEO_POSTGRES_BIN       directory of initdb, pg_ctl and psql; default the newest below /usr/lib/postgresql
#   AEO_DRILL_PORT         port of the program, the one above is PostgreSQL's (8980)
#   AEO_DRILL_DIRECTORY    where the drill may use as much space as database and files have; default a temporary one
#   AEO_DRILL_LOGIN        a person who can sign in, with AEO_DRILL_PASSWORD_FILE: then sign-in is tried too
#   AEO_BACKUP_IDENTITY    as for restore.sh
# Started by root, PostgreSQL runs as user postgres, which then must be able to reach the directory.
# shellcheck disable=SC2015 # what stands behind || ends the run
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"

[ $# -eq 2 ] || fail 2 "usage: ${0##*/} BACKUP JAR"
backup=$(readlink -f "$1")
jar=$(readlink -f "$2")
[ -r "$backup/manifest" ] || fail 6 "$backup holds no manifest: it is no complete backup"
[ -r "$jar" ] || fail 2 "$jar cannot be read"
[ -z "${AEO_BACKUP_IDENTITY:-}" ] || AEO_BACKUP_IDENTITY=$(readlink -f "$AEO_BACKUP_IDENTITY")
export AEO_BACKUP_IDENTITY
[ -z "${AEO_DRILL_PASSWORD_FILE:-}" ] || AEO_DRILL_PASSWORD_FILE=$(readlink -f "$AEO_DRILL_PASSWORD_FILE")
port=${AEO_DRILL_PORT:-8980}
bin=${AEO_POSTGRES_BIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -n 1)}
[ -x "$bin/initdb" ] || fail 3 "no PostgreSQL server program found: set AEO_POSTGRES_BIN"
PATH=$bin:$PATH
need java curl initdb pg_ctl psql setsid
unset PGSERVICE PGPASSFILE PGPASSWORD_FILE PGDATABASE PGHOSTADDR PGOPTIONS

place=$(mktemp -d "${AEO_DRILL_DIRECTORY:-${TMPDIR:-/tmp}}/aeo-drill.XXXXXX")
as_server() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
    need setpriv
    id postgres > /dev/null 2>&1 || fail 3 "PostgreSQL does not run as root, and there is no user postgres"
    as_server() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
    chmod 711 "$place"
fi
program=
# shellcheck disable=SC2317
end() {
    if [ -n "$program" ] && kill -0 "$program" 2> /dev/null; then
        kill "$program" && wait "$program" || true
    fi
    as_server pg_ctl stop --pgdata="$place/server/data" --mode=immediate --silent 2> /dev/null || true
    rm -rf "$place"
}
trap end EXIT
trap 'exit 143' TERM INT

begun=$(milliseconds)
PGPASSWORD=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
mkdir "$place/server"
printf '%s' "$PGPASSWORD" > "$place/password"
cp "$place/password" "$place/server/password"
[ "$(id -u)" -ne 0 ] || chown -R postgres "$place/server"
export PGPASSWORD PGHOST=127.0.0.1 PGPORT=$((port + 1)) PGUSER=postgres
cd "$place"
as_server initdb --pgdata="$place/server/data" --username=postgres --encoding=UTF8 --locale=C.UTF-8 --auth=scram-sha-256 \
    --pwfile="$place/server/password" > "$place/initdb.log" 2>&1 || fail 3 "initdb: $(tail -n 1 "$place/initdb.log")"
as_server pg_ctl start --wait --silent --pgdata="$place/server/data" --log="$place/server/log" \
    --options="-c listen_addresses=127.0.0.1 -c port=$PGPORT -c unix_socket_directories=''" \
    || fail 3 "PostgreSQL did not start: $(tail -n 1 "$place/server/log")"

restoring=$(milliseconds)
"$here/restore.sh" "$backup" "$place/files"
restored=$(milliseconds)
database=$(sed -n 's/^database //p' "$backup/manifest")
size=$(PGDATABASE=$database query "select pg_size_pretty(pg_database_size(current_database()))")
demo=$(PGDATABASE=$database query "select exists (select from aeo.installation where key = 'demo' and value = 'true')")
[ "$demo" = t ] && demo=true || demo=false

# No mail server, so nothing leaves the house.
env -u PGPASSWORD -u PGHOST -u PGPORT -u PGUSER AEO_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PGPORT/$database" \
    AEO_DATABASE_USER=postgres AEO_DATABASE_PASSWORD_FILE="$place/password" AEO_DEMO="$demo" AEO_MAIL_HOST='' \
    AEO_BASE_URL="http://localhost:$port" setsid java -jar "$jar" --port "$port" --data-dir "$place/data" > "$place/program.log" 2>&1 &
program=$!
base=http://localhost:$port
until [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "$base/health/ready")" = 200 ]; do
    kill -0 "$program" 2> /dev/null || fail 9 "the program did not start: $(grep -v '^\s' "$place/program.log" | tail -n 1)"
    [ $(($(milliseconds) - restored)) -lt 180000 ] || fail 9 "the program was not ready within 180 s: $(tail -n 1 "$place/program.log")"
    sleep 0.5
done
ready=$(milliseconds)

[ "$(curl -s -o "$place/page" -m 20 -w '%{http_code}' "$base/sign-in")" = 200 ] || fail 9 "the sign-in page does not come"
sign_in="page shown, not tried (AEO_DRILL_LOGIN)"
form=()
if [ -n "${AEO_DRILL_LOGIN:-}" ]; then
    form=(--data-urlencode "login=$AEO_DRILL_LOGIN" --data-urlencode "password@${AEO_DRILL_PASSWORD_FILE:?names no file}")
elif [ "$demo" = true ]; then
    account=$(grep -o 'name="account" value="[0-9]*"' "$place/page" | grep -o '[0-9]*' | head -n 1)
    [ -z "$account" ] || form=(--data "account=$account")
fi
if [ ${#form[@]} -gt 0 ]; then
    curl -s -o /dev/null -m 20 -c "$place/cookies" "${form[@]}" "$base/sign-in"
    [ "$(curl -s -o /dev/null -m 20 -b "$place/cookies" -w '%{http_code}' "$base/desk")" = 200 ] || fail 9 "signing in does not work"
    sign_in=works
fi
[ "$(PGDATABASE=$database query "select count(*) from generate_series(0, 63) n, lateral aeo.audit_breaks(n::smallint)")" = 0 ] \
    || fail 9 "the audit chains broke after the start"
kill "$program"
wait "$program" || fail 9 "the program did not stop in order"
program=

seconds() { printf '%d.%d s' $(($1 / 1000)) $(($1 % 1000 / 100)); }
cat <<REPORT
backup    $(basename "$backup"), $(du -sh "$backup" | cut -f 1)
database  $size, $(sed -n 's/^table [^ ]* //p' "$backup/manifest" | awk '{ n += $1 } END { print n }') rows in $(grep -c '^table ' "$backup/manifest") tables, equal to the backup
audit     64 chains whole, before and after the start
restore   $(seconds $((restored - restoring)))
start     $(seconds $((ready - restored))) to ready
sign-in   $sign_in
in all    $(seconds $(($(milliseconds) - begun)))
REPORT
