#!/usr/bin/env bash
# Records program.c by gdbserver, and compares the calls with what the program says of itself.
# Needs gcc and gdbserver (Debian: apt-get install gcc gdbserver).
# Exit status: 0 all well, 1 something is wrong, 2 a tool is missing.
set -uo pipefail
cd "$(dirname "$0")"
for tool in gcc gdbserver; do
  command -v "$tool" >/dev/null && continue
  echo "$tool is missing: apt-get install gcc gdbserver"
  exit 2
done
(cd ../.. && npm run --silent build) || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
gcc -O1 -no-pie -o "$folder/program" program.c || exit 1
"$folder/program" >"$folder/alone.txt" || exit 1
port=$((20000 + RANDOM % 20000))
gdbserver --once "127.0.0.1:$port" "$folder/program" >"$folder/recorded.txt" 2>"$folder/gdbserver.log" &
sleep 1
node ../../dist/lib/cli.js record --gdb "127.0.0.1:$port" --symbols "$folder/program" \
  --out "$folder/calls.jsonl" || exit 1
wait
cmp "$folder/alone.txt" "$folder/recorded.txt" || {
  echo "the program went on otherwise while it was recorded"
  exit 1
}
node compare.js "$folder/calls.jsonl" "$folder/alone.txt"
