#!/usr/bin/env bash
# Checks Debian's Xen: every struct in the debug information of the hypervisor (as the PV shim), of
# hvmloader, of the tools and of the compat layer, to results.md. Needs Debian's archive (10 MB).
set -euo pipefail
cd "$(dirname "$0")"
WORK=${WORK:-/var/tmp/xenabi-hypervisor}
PACKAGE=${PACKAGE:-xen-utils-4.17-dbg}
XENABI=${XENABI:-../../dist/src/cli/main.js}
mkdir -p "$WORK"

for command in apt-get dpkg-deb node readelf; do
  command -v "$command" >/dev/null || { echo "$command is missing." >&2; exit 1; }
done
[ -n "$(compgen -G "$WORK/$PACKAGE"_*.deb)" ] || (cd "$WORK" && apt-get -qq download "$PACKAGE")
DEB=$(compgen -G "$WORK/$PACKAGE"_*.deb | head -1)
[ -d "$WORK/root" ] || dpkg-deb -x "$DEB" "$WORK/root"
BOOT=$WORK/root/usr/lib/debug/usr/lib/xen-4.17/boot

# The 32-bit structs of the hypervisor's compat layer, each with the ABI's name.
compat() {
  local names theirs
  names=$(readelf --debug-dump=info "$BOOT/xen-shim-syms" 2>/dev/null | sed -n 's/.*DW_AT_name.*: \(compat_[a-z0-9_]*\)$/\1/p' | sort -u) || true
  node "$XENABI" list structs --json | sed -n 's/.*"name":"\([^"]*\)".*/\1/p' | sort -u | while read -r name; do
    theirs=compat_${name#xen_}
    grep -qx "$theirs" <<<"$names" && printf -- '--struct %s=%s ' "$theirs" "$name" || true
  done
}

section() { # section TITLE ARGUMENT...
  local title=$1
  shift
  printf '\n## %s\n\n```console\n' "$title"
  { node "$XENABI" check "$@" 2>&1 || true; } | sed "s|$WORK/root||"
  printf '```\n'
}

{
  printf '# What check finds in Xen itself\n\nMade by `scripts/hypervisor-objects/run.sh` from Debian'"'"'s %s.\n' "$(basename "$DEB")"
  section 'The hypervisor, as the PV shim' "$BOOT/xen-shim-syms"
  # shellcheck disable=SC2046
  section 'Its compat layer, beside x86_32' "$BOOT/xen-shim-syms" --abi x86_32 $(compat)
  section 'hvmloader' "$BOOT/hvmloader"
  printf '\n## The tools\n\n'
  find "$WORK/root" -name '*.debug' -print0 | sort -z | while IFS= read -r -d '' file; do
    node "$XENABI" check "$file" 2>/dev/null | grep -E '^  (match|differ)' || true
  done | sort | uniq -c | awk '{ print "- " $2 ": `" $3 "`, in " $1 " files" }'
} >"$WORK/results.md"
cp "$WORK/results.md" results.md
../../node_modules/.bin/oxfmt results.md
cat results.md
