#!/usr/bin/env bash
# Sends what `xenabi export` prints through the tools that it is for, and writes results.md.
# Needs the npm registry once; takes a minute on two cores. One part alone, without writing:
# run.sh c, run.sh rust, run.sh vectors, run.sh kaitai.
# Exit status: 0 all well, 1 something is wrong, 2 a tool is missing and nothing is wrong.
set -uo pipefail
cd "$(dirname "$0")"
[ -d node_modules ] || npm install --no-package-lock --no-fund --no-audit || exit 2
(cd ../.. && npx tsc) || exit 1
node run.js "$@"
status=$?
../../node_modules/.bin/oxfmt results.md
exit $status
