# shellcheck shell=bash disable=SC2034
# Shared by backup.sh, restore.sh and drill.sh; sourced, not run.
#
# Exit codes of all three:
#   0 done                       5 dumping or restoring failed
#   2 wrong command line         6 the backup is incomplete or damaged
#   3 a tool or setting missing  7 the files could not be copied
#   4 database unreachable       8 the place is taken: database not empty, or another run at work
#                                9 what was restored is not what was backed up
# The connection comes from libpq's own variables (PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSFILE, PGSERVICE, ...).
# A password never stands on a command line: PGPASSFILE, or PGPASSWORD_FILE naming a file that holds only the password.

export LC_ALL=C PGAPPNAME="${0##*/}" PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-10}" PGTZ=UTC
umask 077

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }

fail() {
    local code=$1
    shift
    say "FAILED: $*"
    exit "$code"
}

# The line of a tool's complaints that says most.
reason() { { grep -m 1 -E 'ERROR|FATAL|error:' "$1" || tail -n 1 "$1"; } | cut -c 1-300; }

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" > /dev/null || fail 3 "$tool is not installed"
    done
}

if [ -n "${PGPASSWORD_FILE:-}" ]; then
    PGPASSWORD=$(cat "$PGPASSWORD_FILE") || fail 3 "$PGPASSWORD_FILE cannot be read"
    export PGPASSWORD
fi

# One value, or rows; stops at the first error. No settings of a person change what comes out.
query() { psql --no-psqlrc --no-password -qAt -v ON_ERROR_STOP=1 -c "$1"; }

milliseconds() { date +%s%3N; }

# Rows of every table, as "name count" by name. In a statement of psql, so that it runs in the caller's transaction.
# shellcheck disable=SC2016
COUNTS='select format($$select %L || $x$ $x$ || count(*) from only %I.%I$$, format($$%I.%I$$, n.nspname, c.relname), n.nspname, c.relname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = $$r$$ and n.nspname !~ $$^(pg_|information_schema)$$
    order by n.nspname, c.relname \gexec'

# All heads of the audit chains in one digest: equal digests, equal history.
AUDIT="select encode(sha256(convert_to(string_agg(chain || ':' || length || ':' || encode(head, 'hex'), ',' order by chain), 'UTF8')), 'hex') from aeo.audit_chain"
