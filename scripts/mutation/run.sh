#!/usr/bin/env bash
# Mutates the exchange and pin rooms and runs the executor's quick tests against each mutant.
# Needs the npm registry once; takes 15 minutes on two cores that have nothing else to do. What
# survives, and why nothing can see it, is in survivors.md: what is not there wants a test.
set -euo pipefail
cd "$(dirname "$0")"
npm install --no-fund --no-audit
cd ../..
exec scripts/mutation/node_modules/.bin/stryker run scripts/mutation/stryker.json
