# The shell in which a page's commands run: BASH_ENV. What it stands in for: CONTRIBUTING.md.
# Set by run-page.mjs: PROJECT, PAGE, PORT, HALLBOARD_URL, DATA_DIR, REDIS_PORT.
set -E -e -u -o pipefail
unset BASH_ENV
# Of all that the page's commands print; a page may change its directory, even into the project's own.
said=$PWD/said

# The script has each command at its line in the page.
fails() {
  echo "$PAGE:$1: ended with $2" >&2
}
trap 'fails "$((${#BASH_LINENO[@]} > 1 ? BASH_LINENO[-2] : LINENO))" "$?"' ERR
trap end_all EXIT

end_all() {
  stop_server
  [[ -z ${redis-} ]] || kill "$redis"
  wait
}

# start_server COMMAND...: until it listens. A server that runs already is stopped, as by Ctrl-C.
start_server() {
  stop_server
  : >server.log
  "$@" >server.log 2>&1 &
  server=$!
  until grep -q '"msg":"Listening"' server.log; do
    kill -0 "$server" 2>/dev/null || { cat server.log >&2; return 1; }
    sleep 0.1
  done
}

stop_server() {
  [[ -n ${server-} ]] || return 0
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  server=''
}

# A page that starts no server is about one that runs.
need_server() {
  [[ -n ${server-} ]] || DEMO=true start_server node "$PROJECT/packages/server/dist/main.js"
}

# last_said PATTERN: what the page's commands have printed last of this kind.
last_said() {
  grep -oE "$1" "$said" | tail -n 1
}

hallboard() {
  need_server
  if [[ $1 == watch ]]; then watch_once "$@"; else run_cli "$@" | tee -a "$said"; fi
}

run_cli() {
  node "$PROJECT/packages/server/dist/cli/main.js" "$@"
}

# It goes on for ever: here until it has published what is in the folder.
watch_once() {
  local watcher
  node "$PROJECT/packages/server/dist/cli/main.js" "$@" >watch.log 2>&1 &
  watcher=$!
  until grep -qE ': (published|shown already)' watch.log; do
    kill -0 "$watcher" 2>/dev/null || { cat watch.log >&2; return 1; }
    sleep 0.1
  done
  kill "$watcher"
  wait "$watcher" || true
}

npm() {
  case "$*" in
    # As npm has it, but to be stopped by its own pid.
    start) start_server node "$PROJECT/scripts/start.mjs" ;;
    'run --silent hallboard -- restore '*) command npm "$@" ;;
    'run package:tv -- '*) command npm "$@" ;;
    'run --silent hallboard -- '*) need_server; command npm "$@" ;;
    # Only that they exist is checked: the first two run this very test, the others take minutes, and
    # most are suites of `npm test` already.
    test* | 'run test:long'* | 'run bench'* | 'run gallery'* | 'run engines'*) ;;
    *) echo "npm $* is not known to scripts/docs/shell.bash" >&2; return 1 ;;
  esac
}

redis-server() {
  "$(type -P redis-server)" "$@" --port "$REDIS_PORT" --bind 127.0.0.1 >redis.log 2>&1 &
  redis=$!
  until (: <>"/dev/tcp/127.0.0.1/$REDIS_PORT") 2>/dev/null; do
    kill -0 "$redis" 2>/dev/null || { cat redis.log >&2; return 1; }
    sleep 0.1
  done
}
