# shellcheck shell=bash
# Sourced by what needs the program running: starts it on a free port with an empty store, and stops
# it again. Leaves nothing behind; on failure it shows what the program said.

export LOG_LEVEL=warn
export ADMIN_EMAIL=admin@example.org ADMIN_PASSWORD=correct-horse-battery
folder=$(mktemp -d)
log=$folder/log
server=

clean_up() {
  local status=$?
  if [[ -n $server ]]; then
    kill -KILL "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  if ((status != 0)); then sed 's/^/  | /' "$log" >&2 || true; fi
  rm -rf "$folder"
}
trap clean_up EXIT

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

free_port() {
  local port tries
  for ((tries = 0; tries < 50; tries++)); do
    port=$((20000 + RANDOM % 10000))
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  fail "no free port"
}

# Other settings are taken from the environment. What is served is below $url, the API below $api.
start() {
  local port
  port=$(free_port)
  url=http://127.0.0.1:$port
  api=$url/api/v1
  start_again
}

# At the same port, on the same store.
start_again() {
  local tries
  PORT=${url##*:} DATA_DIR=$folder/data ./lastseat serve >>"$log" 2>&1 &
  server=$!
  for ((tries = 0; tries < 240; tries++)); do
    if curl -fs --max-time 2 -o "$folder/body" "$api/health/ready"; then return; fi
    kill -0 "$server" 2>/dev/null || fail "the program ended before it was ready"
    sleep 0.5
  done
  fail "not ready within 240 tries"
}

stop() {
  local status=0
  kill -TERM "$server"
  wait "$server" || status=$?
  server=
  ((status == 0)) || fail "exit code after SIGTERM: $status"
}
