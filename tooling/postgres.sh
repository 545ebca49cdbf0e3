#!/usr/bin/env bash
# A PostgreSQL server of Debian for tests: on the loopback address alone, as a user without rights, all its files in one folder.
#   tooling/postgres.sh start FOLDER PORT    makes it the first time; PGPASSWORD is the password of the user `timbang`
#   tooling/postgres.sh stop FOLDER
#   tooling/postgres.sh kill FOLDER          as if the power failed
set -euo pipefail

command=$1
folder=$2
programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$programs/pg_ctl" ] || { echo 'PostgreSQL is not installed (Debian: apt-get install postgresql)' >&2; exit 3; }

unprivileged() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

case $command in
  start)
    port=$3
    if [ ! -d "$folder/data" ]; then
      mkdir -p "$folder"
      [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
      password=$(mktemp)
      chmod 644 "$password"
      printf '%s' "$PGPASSWORD" >"$password"
      unprivileged "$programs/initdb" --pgdata "$folder/data" --username timbang --pwfile "$password" \
        --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 >/dev/null
      rm -f "$password"
    fi
    unprivileged "$programs/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait start \
      --options "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder" >/dev/null
    ;;
  stop) unprivileged "$programs/pg_ctl" --pgdata "$folder/data" --mode fast --wait stop >/dev/null ;;
  kill) unprivileged "$programs/pg_ctl" --pgdata "$folder/data" --mode immediate --wait stop >/dev/null ;;
  *) echo 'start, stop or kill' >&2; exit 2 ;;
esac
