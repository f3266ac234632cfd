#!/bin/bash
# Writes one complete and verified backup: database first, then files.
#
#   backup.sh DIRECTORY          makes DIRECTORY/aeo-reach-<UTC time>/ and prints its path
#
# Connection and exit codes: see common.sh. The role needs to read every row, row-level security notwithstanding:
#   create role aeo_backup login bypassrls; grant pg_read_all_data to aeo_backup;
# Settings:
#   AEO_BACKUP_FILES       directory of stored files, copied too; empty: none
#   AEO_BACKUP_RECIPIENTS  file with public keys of age; what is written is then encrypted, and never lies open on disk
#   AEO_BACKUP_KEEP_DAYS   older backups in DIRECTORY are deleted after a success (30)
#   AEO_BACKUP_KEEP_LEAST  but never the newest so many (7)
# shellcheck disable=SC2015 # what stands behind || ends the run
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/common.sh"

[ $# -eq 1 ] || fail 2 "usage: ${0##*/} DIRECTORY"
store=$1
files=${AEO_BACKUP_FILES:-}
recipients=${AEO_BACKUP_RECIPIENTS:-}
keep_days=${AEO_BACKUP_KEEP_DAYS:-30}
keep_least=${AEO_BACKUP_KEEP_LEAST:-7}
export PGDATABASE="${PGDATABASE:-aeo}"

[[ $keep_days =~ ^[0-9]{1,5}$ && $keep_least =~ ^[0-9]{1,5}$ ]] || fail 3 "AEO_BACKUP_KEEP_... is not a number"
need psql pg_dump pg_restore sha256sum flock tar
[ -z "$recipients" ] || { need age && [ -r "$recipients" ] || fail 3 "$recipients cannot be read"; }
[ -z "$files" ] || [ -d "$files" ] || fail 3 "AEO_BACKUP_FILES: $files is no directory"
mkdir -p "$store" 2> /dev/null && [ -w "$store" ] || fail 3 "$store cannot be written"
exec 9> "$store/.lock"
flock -n 9 || fail 8 "another backup to $store is at work"

suffix=${recipients:+.age}
seal() { if [ -n "$recipients" ]; then age --encrypt --recipients-file "$recipients"; else cat; fi; }

name=aeo-reach-$(date -u +%Y%m%dT%H%M%SZ)
# What an earlier run that was killed left half done is worth nothing.
find "$store" -maxdepth 1 -name 'aeo-reach-*.partial' -type d -exec rm -rf {} +
partial=$store/$name.partial
mkdir "$partial" || fail 8 "$partial is there already"
work=$(mktemp -d)
trap 'rm -rf "$work" "$partial"' EXIT
started=$(milliseconds)

# One transaction stays open from here to the end of the dump: its snapshot is what is dumped and what is counted.
coproc SESSION { psql --no-psqlrc --no-password -qAt -v ON_ERROR_STOP=1 2> "$work/psql.err"; }
# The shell forgets a coprocess's variables when it ends, even those still needed to say why.
to=${SESSION[1]} from=${SESSION[0]}
ask() {
    { printf '%s\n\\echo :end:\n' "$1" >&"$to"; } 2> /dev/null || true
    local line
    while true; do
        IFS= read -r line <&"$from" || return 1
        [ "$line" != :end: ] || return 0
        printf '%s\n' "$line"
    done
}
refused() {
    local why
    why=$(reason "$work/psql.err")
    case $why in
        *"row-level security"* | *"permission denied"*) fail 5 "the role may not read everything: $why" ;;
        *) fail "$1" "$why" ;;
    esac
}

ask "begin isolation level repeatable read read only;
    set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0; set local row_security = off;
    select pg_export_snapshot();" > "$work/snapshot" || refused 4
{
    echo "format 1" && echo "made $(date -u +%Y-%m-%dT%H:%M:%SZ)" &&
    ask "select 'database ' || current_database() || e'\nserver ' || current_setting('server_version')
        || e'\nlocale ' || datcollate || ' ' || datctype || ' ' || datlocprovider::text || ' '
        || coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', '-')
        from pg_database d where datname = current_database();" &&
    ask "select 'schema ' || max(version) from aeo.schema_history where success;
        select 'owner ' || pg_get_userbyid(nspowner) from pg_namespace where nspname = 'aeo';" &&
    # Everybody the database's objects name: owner, application, system jobs.
    ask "select distinct 'role ' || r.rolname from pg_shdepend d join pg_roles r on r.oid = d.refobjid
        where d.refclassid = 'pg_authid'::regclass and not r.rolsuper and r.rolname !~ '^pg_'
        and d.dbid = (select oid from pg_database where datname = current_database()) order by 1;" &&
    ask "select 'audit ' || ($AUDIT);"
} > "$work/manifest" || refused 5
ask "$COUNTS" > "$work/counts" || refused 5
[ -s "$work/counts" ] || fail 5 "the database has no tables"

say "Dumping $(wc -l < "$work/counts") tables, $(awk '{ n += $2 } END { print n }' "$work/counts") rows"
# The same bytes go to the file and to a reader that unpacks them again and counts the rows of each table.
dump=database.dump$suffix
mkfifo "$work/copy"
seal < "$work/copy" > "$partial/$dump" &
sealing=$!
# shellcheck disable=SC2016
count_rows='
    /^COPY / && !inside { table = $2; rows[table] = 0; inside = 1; next }
    inside && $0 == "\\." { inside = 0; next }
    inside { rows[table]++ }
    END { for (table in rows) print table, rows[table] }'
set +e
pg_dump --no-password --format=custom --snapshot="$(cat "$work/snapshot")" --lock-wait-timeout=60s 2> "$work/dump.err" \
    | tee "$work/copy" \
    | { pg_restore --data-only --file=- 2> "$work/read.err"; code=$?; cat > /dev/null; exit $code; } \
    | awk "$count_rows" | sort > "$work/dumped"
parts=("${PIPESTATUS[@]}")
wait "$sealing"
sealed=$?
set -e
[ "${parts[0]}" -eq 0 ] || fail 5 "pg_dump: $(reason "$work/dump.err")"
[ "${parts[1]}" -eq 0 ] && [ "$sealed" -eq 0 ] || fail 5 "the dump could not be written to $partial"
[ "${parts[2]}" -eq 0 ] && [ "${parts[3]}" -eq 0 ] || fail 6 "the dump cannot be read back: $(reason "$work/read.err")"
sort "$work/counts" > "$work/wanted"
cmp -s "$work/wanted" "$work/dumped" \
    || fail 6 "rows missing or too many in the dump: $(diff "$work/wanted" "$work/dumped" | grep '^[<>]' | head -n 4 | tr '\n' ' ')"
ask "commit;" > /dev/null || true
exec {to}>&-

# After the database: a file is there before the row that names it commits, so all that the snapshot names are here.
copied=none
if [ -n "$files" ]; then
    say "Copying files of $files"
    set +e
    # Files come while this reads, which is no fault (1); they only belong to the next backup. What is still on its way
    # lies in "incoming" and belongs to no row.
    tar --create --directory "$files" --warning=no-file-changed --warning=no-file-removed --exclude=./incoming . 2> "$work/tar.err" \
        | tee >(tar --list --file=- | grep -vc '/$' > "$work/files") | seal > "$partial/files.tar$suffix"
    parts=("${PIPESTATUS[@]}")
    set -e
    [ "${parts[0]}" -le 1 ] && [ "${parts[1]}" -eq 0 ] && [ "${parts[2]}" -eq 0 ] \
        || fail 7 "the files could not be copied: $(reason "$work/tar.err")"
    for _ in $(seq 50); do
        [ ! -s "$work/files" ] || break
        sleep 0.1
    done
    copied=$(cat "$work/files")
    [ -n "$copied" ] || fail 6 "the archive of the files cannot be read back"
fi

{
    cat "$work/manifest"
    sed 's/^/table /' "$work/counts"
    echo "files $copied"
    # Of what the disk gives back, not of what was sent there.
    sync "$partial"/*
    (cd "$partial" && sha256sum database.dump* ${files:+files.tar*} | sed 's/^/sum /')
} > "$partial/manifest"
chmod 400 "$partial"/*
sync "$partial"/* "$partial"
mv "$partial" "$store/$name"
sync "$store"
say "Complete: $(du -sh "$store/$name" | cut -f 1), $(($(milliseconds) - started)) ms"

# Only whole backups of ours, only old ones, and never the newest few.
find "$store" -maxdepth 1 -type d -regextype posix-extended -regex '.*/aeo-reach-[0-9]{8}T[0-9]{6}Z' | sort -r \
    | tail -n "+$((keep_least + 1))" | while IFS= read -r old; do
    if [ -n "$(find "$old" -maxdepth 0 -mtime "+$keep_days")" ]; then
        say "Deleting $old: older than $keep_days days"
        rm -rf "$old"
    fi
done
echo "$store/$name"
