#!/bin/bash
# Brings a backup back into a database that does not exist yet, and proves that all of it is there.
#
#   restore.sh BACKUP [FILES]    BACKUP is a directory backup.sh made; FILES an empty or missing directory for the files
#
# Connection and exit codes: see common.sh. The role must be a superuser of the new server, or have CREATEDB and
# CREATEROLE (PostgreSQL 16 or later). PGDATABASE names the new database; the default is the name it had, and only with
# that name does the program find the roles it made by itself.
# Settings:
#   AEO_BACKUP_IDENTITY    file with the private key of age, for an encrypted backup
#   AEO_RESTORE_SESSIONS   "keep" leaves people signed in; by default all sessions end, since some had been ended
#                          between the backup and the loss
# Nobody should use the database meanwhile. Passwords are not in a backup: the program sets those of the roles it made
# at its next start, those of roles you made are yours to set.
# shellcheck disable=SC2015 # what stands behind || ends the run
set -euo pipefail
. "$(dirname "$(readlink -f "$0")")/common.sh"

[ $# -ge 1 ] && [ $# -le 2 ] || fail 2 "usage: ${0##*/} BACKUP [FILES]"
backup=$1
files=${2:-}
identity=${AEO_BACKUP_IDENTITY:-}
need psql pg_restore sha256sum
manifest=$backup/manifest
[ -r "$manifest" ] || fail 6 "$backup holds no manifest: it is no complete backup"
told() { sed -n "s/^$1 //p" "$manifest"; }
[ "$(told format)" = 1 ] || fail 6 "$manifest is of a form this program does not know"

say "Checking $backup"
(cd "$backup" && told sum | sha256sum --check --status) || fail 6 "$backup is damaged: its files are not those of its manifest"
dump=$(cd "$backup" && ls database.dump*)
[[ $dump != *.age ]] || { need age && [ -r "$identity" ] || fail 3 "the backup is encrypted: AEO_BACKUP_IDENTITY must name the key"; }
open() { if [[ $1 == *.age ]]; then age --decrypt --identity "$identity" "$backup/$1"; else cat "$backup/$1"; fi; }

if [ "$(told files)" != none ]; then
    [ -n "$files" ] || fail 2 "the backup holds files: say where they go"
    mkdir -p "$files" && [ -z "$(ls -A "$files")" ] || fail 8 "$files is not empty"
fi

database=${PGDATABASE:-$(told database)}
export PGDATABASE=postgres
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(query "select current_setting('server_version_num')" 2> "$work/err") || fail 4 "$(reason "$work/err")"
[ "$((version / 10000))" -ge "$(told server | cut -d . -f 1)" ] || fail 3 "the server is older than the one of the backup ($(told server))"
quoted() { printf '"%s"' "${1//\"/\"\"}"; }
literal() { printf "'%s'" "${1//\'/\'\'}"; }
[ -z "$(query "select 1 from pg_database where datname = $(literal "$database")")" ] || fail 8 "there is a database $database: rename or drop it first"

started=$(milliseconds)
if [ "$(told files)" != none ]; then
    # Before the database: no row may name a file that is not there.
    say "Files to $files"
    open "$(cd "$backup" && ls files.tar*)" | tar --extract --no-same-owner --directory "$files" || fail 7 "the files could not be unpacked"
    [ "$(find "$files" -type f | wc -l)" -eq "$(told files)" ] || fail 9 "not as many files as were backed up"
    sync -f "$files"
fi

super=$(query "select rolsuper from pg_roles where rolname = current_user")
told role | while IFS= read -r role; do
    if [ -z "$(query "select 1 from pg_roles where rolname = $(literal "$role")")" ]; then
        query "create role $(quoted "$role") login nosuperuser nocreatedb nocreaterole nobypassrls" || exit 1
    fi
    [ "$super" = t ] || query "grant $(quoted "$role") to current_user" || exit 1
done || fail 5 "the roles could not be made"

# The same order of letters as before, whatever this server's own is.
read -r collate ctype provider locale <<< "$(told locale)"
order="encoding 'UTF8' lc_collate $(literal "$collate") lc_ctype $(literal "$ctype")"
case $provider in
    b) order="$order locale_provider builtin builtin_locale $(literal "$locale")" ;;
    i) order="$order locale_provider icu icu_locale $(literal "$locale")" ;;
esac
query "create database $(quoted "$database") template template0 $order" \
    || fail 5 "the database could not be made; does this machine have the locale $collate?"
export PGDATABASE=$database
undo() { PGDATABASE=postgres query "drop database if exists $(quoted "$database") with (force)" || true; rm -rf "$work"; }
trap undo EXIT
query "revoke connect on database $(quoted "$database") from public"
told role | while IFS= read -r role; do
    query "grant connect on database $(quoted "$database") to $(quoted "$role")"
done
query "grant create on database $(quoted "$database") to $(quoted "$(told owner)")"

say "Restoring $(told table | awk '{ n += $2 } END { print n }') rows to $database"
{ open "$dump" || echo damaged >&2; } 2> "$work/open.err" \
    | pg_restore --no-password --exit-on-error --dbname="$database" 2> "$work/err" \
    || fail 5 "$(cat "$work/open.err") $(reason "$work/err")"
query "analyze" 2> /dev/null

say "Comparing"
psql --no-psqlrc --no-password -qAt -v ON_ERROR_STOP=1 <<< "$COUNTS" > "$work/counts"
told table > "$work/wanted"
cmp -s "$work/wanted" "$work/counts" \
    || fail 9 "rows differ: $(diff "$work/wanted" "$work/counts" | grep '^[<>]' | head -n 4 | tr '\n' ' ')"
[ "$(query "$AUDIT")" = "$(told audit)" ] || fail 9 "the heads of the audit chains are not those of the backup"
breaks=$(query "select count(*) from generate_series(0, 63) n, lateral aeo.audit_breaks(n::smallint)")
[ "$breaks" = 0 ] || fail 9 "the audit chains are broken in $breaks places"
trap 'rm -rf "$work"' EXIT

if [ "${AEO_RESTORE_SESSIONS:-}" != keep ]; then
    query "delete from aeo.session"
fi
waiting=$(query "select count(*) from aeo.mail where status in ('WAITING', 'SENDING')")
say "Restored and equal: $(wc -l < "$work/counts") tables, audit chains whole, $(($(milliseconds) - started)) ms"
[ "$waiting" = 0 ] || say "$waiting mails wait, and may have been sent after the backup: start without AEO_MAIL_HOST to look first"
