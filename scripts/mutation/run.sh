#!/usr/bin/env bash
# Mutates the exchange and pin rooms and runs the executor's tests against each mutant.
# Needs the npm registry once; takes an hour on two cores.
set -euo pipefail
cd "$(dirname "$0")"
npm install --no-fund --no-audit
cd ../..
exec scripts/mutation/node_modules/.bin/stryker run scripts/mutation/stryker.json
