#!/bin/bash
# Tries the proxy's files as they are, with two nodes on one database, all on loopback: what is promised of them under
# load, kills, stops, slow clients, large bodies and forged headers.
#
#   proxy.sh JAR      AEO_DATABASE_URL, _USER and _PASSWORD_FILE name an empty database or one with demo data
#
# Needs nginx, curl, openssl, psql and python3; ports from AEO_CHECK_PORT (18800) to fifty above. Exit code 1: something
# is not as promised.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
jar=$(readlink -f "$1")
port=${AEO_CHECK_PORT:-18800}
https=https://localhost:$((port + 43))
place=$(mktemp -d)
chmod 711 "$place"
bad=0
trap 'kill $(cat "$place"/*.pid) 2> /dev/null; wait; rm -rf "$place"' EXIT

is() { # what, wanted, found
    if [[ $3 =~ ^($2)$ ]]; then printf 'ok    %s: %s\n' "$1" "$3"; else printf 'WRONG %s: %s, not %s\n' "$1" "$3" "$2" && bad=1; fi
}
get() { curl -sk -m 20 --connect-timeout 5 "$@"; }
status() { get -o /dev/null -w '%{http_code}' "$@" || true; }

line() { get -o /dev/null -w '%{http_code}\n' "$@" || true; }

node() {
    AEO_DEMO=true AEO_BASE_URL=$https AEO_TRUSTED_PROXIES=127.0.0.1/32 setsid java -jar "$jar" --port $((port + $1)) \
        --data-dir "$place/data$1" > "$place/node$1.log" 2>&1 &
    echo $! > "$place/node$1.pid"
}
await() { until [ "$(status "http://localhost:$((port + $1))/health/ready")" = 200 ]; do sleep 0.5; done; }

sed -e "s/127.0.0.1:808/127.0.0.1:$((port / 10))/" -e "s/listen 80;/listen 127.0.0.1:$((port + 40));/" -e '/listen \[/d' \
    -e "s#/var/log/nginx/#$place/#" "$here/../nginx/http.conf" > "$place/http.conf"
sed -e "s/listen 443/listen 127.0.0.1:$((port + 41)); listen 127.0.0.1:$((port + 43))/" -e '/listen \[/d' -e 's/aeo-reach.example/localhost/' \
    -e "s#/etc/nginx/tls#$place#; s#/etc/nginx/pages#$place/pages#" "$here/../nginx/server.conf" > "$place/server.conf"
cp -r "$here/../nginx/nginx.conf" "$here/../nginx/pages" "$place"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout "$place/key.pem" -out "$place/fullchain.pem" -subj /CN=localhost 2> /dev/null
node 1
node 2
await 1
await 2
nginx -c "$place/nginx.conf" -g "pid $place/nginx.pid;"

account=$(get $https/sign-in | grep -o 'name="account" value="[0-9]*"' | grep -o '[0-9]*' | head -n 1)
is "sign-in leads to" "$https/.*" "$(get -o /dev/null -w '%{redirect_url}' -c "$place/cookies" -H 'X-Forwarded-For: 6.6.6.6' -d "account=$account" $https/sign-in)"
is "forged address" "127.0.0.1" "$(PGPASSWORD=$(cat "$AEO_DATABASE_PASSWORD_FILE") psql -qAt -U "$AEO_DATABASE_USER" "${AEO_DATABASE_URL#jdbc:}" \
    -c "select address from aeo.session order by created_at desc limit 1")"
for path in /health /health/ready /health/live /health/..%2fhealth/ready //health/ready /./health/ready; do
    is "outside, $path" "400|404" "$(status --path-as-is "$https$path")"
done
is "plain HTTP" 301 "$(status "http://localhost:$((port + 40))/portal")"
is "TLS 1.1" 000 "$(status --tls-max 1.1 --ciphers DEFAULT@SECLEVEL=0 $https/portal)"
is "compressed, portal" gzip "$(get --compressed -o /dev/null -D - $https/portal | tr -d '\r' | sed -n 's/^content-encoding: //p')"
is "compressed, sign-in" "" "$(get --compressed -o /dev/null -D - $https/sign-in | tr -d '\r' | sed -n 's/^content-encoding: //p')"
is "unknown host" 421 "$(status -H 'Host: evil.example' $https/portal)"

read -r code seconds sent < <(head -c 1G /dev/zero | get -T - -X POST -H 'Content-Length: 1073741824' -o /dev/null -w '%{http_code} %{time_total} %{size_upload}\n' $https/sign-in || true)
is "body of 1 GB, said beforehand ($seconds s, $sent bytes taken)" 413 "$code"
read -r code seconds sent < <(head -c 1G /dev/zero | get -T - --http1.1 -X POST -o /dev/null -w '%{http_code} %{time_total} %{size_upload}\n' $https/sign-in || true)
is "body of 1 GB, unsaid ($seconds s, $sent bytes taken)" 413 "$code"

# Four readers without a pause, each status a line; a POST that changes nothing rides along, at a pace.
readers=()
load() {
    rm -f "$place/read" "$place/post"
    touch "$place/go"
    for _ in 1 2 3 4; do
        while [ -e "$place/go" ]; do line -b "$place/cookies" $https/desk >> "$place/read"; done &
        readers+=($!)
    done
    while [ -e "$place/go" ]; do line -H 'Origin: https://other.example' -d x=y $https/acting >> "$place/post" && sleep 0.05; done &
    readers+=($!)
}
unload() {
    rm "$place/go"
    wait "${readers[@]}" || true
    readers=()
}
tally() { sort "$1" | uniq -c | awk '{ printf "%s%s x %s", (NR > 1 ? ", " : ""), $2, $1 }'; }
spread() { awk -F'"' '{ print $4 }' "$place/aeo-reach.access.log" | grep -oE ':[0-9]+$' | sort | uniq -c | awk '{ printf "%s %s  ", $2, $1 }'; }

load
sleep 5
unload
is "both nodes, reading" "200 x [0-9]+" "$(tally "$place/read")"
echo "      requests by node: $(spread)"
load
sleep 2
kill -9 -- "-$(cat "$place/node1.pid")"
kill -9 "$(cut -d ' ' -f 1 "$place/data1/run/server.pid")" 2> /dev/null || true
sleep 5
unload
is "node killed, reading" "200 x [0-9]+" "$(tally "$place/read")"
echo "      POST: $(tally "$place/post")"
node 1
await 1
sleep 3
load
sleep 2
kill "$(cat "$place/node2.pid")"
wait "$(cat "$place/node2.pid")" || true
sleep 2
unload
is "node stopped, reading" "200 x [0-9]+" "$(tally "$place/read")"
echo "      POST: $(tally "$place/post")"
node 2
await 2

python3 - $((port + 41)) > "$place/slow.log" 2>&1 << 'PYTHON' &
import socket, sys, time
head = b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n"
all = []
for i in range(660):
    each = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    each.sendall(head + (b"\r\na" if i < 260 else b"X-"))
    all.append(each)
for second in range(15):
    time.sleep(1)
    for each in all:
        try:
            each.send(b"a")
        except OSError:
            pass
PYTHON
echo $! > "$place/slow.pid"
sleep 3
for _ in $(seq 100); do get -o /dev/null -b "$place/cookies" -w '%{http_code} %{time_total}\n' $https/desk; done > "$place/beside"
is "beside 260 slow bodies and 400 slow headers" "200 x 100" "$(cut -d ' ' -f 1 "$place/beside" > "$place/codes"; tally "$place/codes")"
echo "      median and 95th of 100: $(cut -d ' ' -f 2 "$place/beside" | sort -n | awk 'NR == 50 || NR == 95' | tr '\n' ' ') s"
wait "$(cat "$place/slow.pid")" || true
for _ in $(seq 150); do echo "url = $https/sign-in"; echo 'output = /dev/null'; done > "$place/urls"
is "150 sign-ins at once" "[0-9]+ x (4|3)[0-9]{2}, .*429 x [0-9]+|.*429 x [0-9]+.*" \
    "$(get -Z --parallel-max 20 -d account=0 -w '%{http_code}\n' -K "$place/urls" > "$place/codes" 2> /dev/null || true; tally "$place/codes")"
kill "$(cat "$place/node1.pid")" "$(cat "$place/node2.pid")"
wait "$(cat "$place/node1.pid")" "$(cat "$place/node2.pid")" || true
sleep 2
is "no node, page" "503 .*系统暂时无法提供服务.*" "$(get -w '%{http_code}' $https/portal | tr -d '\n' | sed -E 's/(.*)(503)$/\2 \1/')"
is "no node, API" "503 application/problem\+json.*" "$(get -o /dev/null -w '%{http_code} %{content_type}' $https/api/v1/people)"
exit $bad
