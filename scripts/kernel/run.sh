#!/usr/bin/env bash
# Checks Debian's kernels: `xenabi check` beside pahole, time and peak memory, to results.md.
# Needs Debian's archive (about 1 GB; without the DWARF kernel, NO_DWARF=1, 150 MB), and for
# DWARF 8 GB under WORK. What is there already is not fetched again.
set -euo pipefail
cd "$(dirname "$0")"
WORK=${WORK:-/var/tmp/xenabi-kernel}
RELEASE=${RELEASE:-}
XENABI=${XENABI:-../../dist/lib/cli.js}
STRUCT=xen_memory_reservation
mkdir -p "$WORK"

say() { printf '%s\n' "$*" >&2; }
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null && return
  say "$1 is missing (Debian: apt-get install $2)."
  exit 1
}
need apt-get apt
need dpkg-deb dpkg
need readelf binutils
need node nodejs
need pahole pahole
[ -x /usr/bin/time ] || { say '/usr/bin/time is missing (Debian: apt-get install time).'; exit 1; }

# apt for one architecture with lists of its own: the system's own are left as they are.
apt_for() { # apt_for ARCH TOOL ARGUMENT...
  local arch=$1 tool=$2 state=$WORK/apt/$1
  shift 2
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  "$tool" -qq -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" \
    -o Dir::State::status=/dev/null -o APT::Sandbox::User=root \
    -o APT::Architecture="$arch" -o APT::Architectures="$arch" "$@"
}

fetch() { # fetch ARCH PACKAGE: prints the .deb
  local found
  found=$(compgen -G "$WORK/$2_*_$1.deb" | head -1) || true
  if [ -z "$found" ]; then
    say "Downloading $2 ($1)."
    (cd "$WORK" && apt_for "$1" apt-get download "$2") >&2
    found=$(compgen -G "$WORK/$2_*_$1.deb" | head -1)
  fi
  printf '%s\n' "$found"
}

# The bytes of an ELF section as they lie in the file.
section() { # section FILE NAME
  local offset size
  read -r offset size < <(readelf -SW "$1" |
    sed -nE 's/^ *\[ *[0-9]+\] +(\S+) +\S+ +\S+ +(\S+) +(\S+) .*/\1 \2 \3/p' |
    awk -v name="$2" '$1 == name { print $2, $3 }') || return 1
  tail -c "+$((16#$offset + 1))" "$1" | head -c "$((16#$size))" || [ $? -eq 141 ]
}

# Offsets of a byte string in a file.
find_bytes() { LC_ALL=C grep -aboP "$2" "$1" | cut -d: -f1; }

# A bzImage holds the compressed vmlinux: tries each place that looks like a compressor's magic.
unpack_bzimage() { # unpack_bzimage VMLINUZ VMLINUX
  local command package magic at
  while read -r command package magic; do
    for at in $(find_bytes "$1" "$magic"); do
      command -v "${command%%,*}" >/dev/null || {
        say "$1 looks compressed with ${command%%,*}, which is missing (Debian: apt-get install $package)."
        continue
      }
      # What follows the stream makes the decompressor complain; the ELF magic is the judge.
      tail -c "+$((at + 1))" "$1" | ${command//,/ } >"$2" 2>/dev/null || true
      [ "$(head -c 4 "$2" | tr -d '\0')" = $'\x7fELF' ] && return 0
    done
  done <<'TABLE'
xz,-dc,--single-stream xz-utils \xFD7zXZ\x00
zstd,-dc zstd \x28\xB5\x2F\xFD
gzip,-dc gzip \x1F\x8B\x08
lz4,-dc lz4 \x02\x21\x4C\x18
TABLE
  rm -f "$2"
  say "No vmlinux was found in $1."
  return 1
}

# arm64's Image is no ELF file: its BTF is found by magic, version, flags and header length.
carve_btf() { # carve_btf IMAGE BTF
  local at header strings
  for at in $(find_bytes "$1" '\x9F\xEB\x01\x00\x18\x00\x00\x00'); do
    header=$(tail -c "+$((at + 1))" "$1" | head -c 24 | od -An -tu4 -v --endian=little | tr -s ' \n' ' ')
    read -r _ _ _ _ strings size <<<"$header"
    tail -c "+$((at + 1))" "$1" | head -c "$((24 + strings + size))" >"$2" || [ $? -eq 141 ]
    return 0
  done
  say "No BTF was found in $1."
  return 1
}

images=$WORK/list
: >"$images"
row() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:-}" >>"$images"; } # row ABI FORMAT FILE [BASE]

kernel() { # kernel ARCH ABI
  local arch=$1 abi=$2 package=$RELEASE deb root image module
  apt_for "$arch" apt-get update || return 1
  [ -n "$package" ] || package=$(apt_for "$arch" apt-cache depends "linux-image-$arch" |
    sed -n 's/.*Depends: //p' | head -1)
  deb=$(fetch "$arch" "$package") || return 1
  root=$WORK/$arch
  if [ ! -e "$root/vmlinux.btf" ]; then
    mkdir -p "$root"
    dpkg-deb --fsys-tarfile "$deb" |
      tar -xf - -C "$root" --wildcards './boot/vmlinuz-*' './lib/modules/*/kernel/drivers/xen/*'
    image=$(compgen -G "$root/boot/vmlinuz-*" | head -1)
    if [ "$arch" = amd64 ]; then
      unpack_bzimage "$image" "$root/vmlinux" || return 1
      section "$root/vmlinux" .BTF >"$root/vmlinux.btf"
    else
      carve_btf "$image" "$root/vmlinux.btf" || return 1
    fi
  fi
  [ ! -e "$root/vmlinux" ] || row "$abi" btf "$root/vmlinux"
  row "$abi" btf "$root/vmlinux.btf"
  for module in xen-privcmd xen-gntdev; do
    [ -e "$root/$module.ko" ] || find "$root/lib" -name "$module.ko" -exec cp {} "$root/" \;
    [ ! -e "$root/$module.ko" ] || row "$abi" btf "$root/$module.ko" "$root/vmlinux.btf"
  done
  DEBUG_PACKAGE=$package-dbg
}

# The kernel with DWARF, and a module with its own.
dwarf_kernel() {
  local deb root=$WORK/amd64-dbg
  if [ ! -e "$root/vmlinux" ]; then
    say "$DEBUG_PACKAGE: $(apt_for amd64 apt-cache show "$DEBUG_PACKAGE" | sed -n 's/^Size: //p' | head -1) bytes."
    deb=$(fetch amd64 "$DEBUG_PACKAGE") || return 1
    mkdir -p "$root"
    dpkg-deb --fsys-tarfile "$deb" | tar -xf - -C "$root" --wildcards \
      './usr/lib/debug/boot/vmlinux-*' './usr/lib/debug/lib/modules/*/vmlinux' \
      './usr/lib/debug/vmlinux-*' './usr/lib/debug/lib/modules/*/kernel/drivers/xen/*'
    ln -s "$(find "$root/usr" -type f -name 'vmlinux*' | head -1)" "$root/vmlinux"
    cp "$(find "$root/usr" -name xen-privcmd.ko)" "$root/"
  fi
  row x86_64 dwarf "$root/vmlinux"
  row x86_64 dwarf "$root/xen-privcmd.ko"
}

kernel arm64 arm64 || say 'Without the arm64 kernel.'
kernel amd64 x86_64
[ -n "${NO_DWARF:-}" ] || dwarf_kernel || say 'Without the DWARF kernel.'

# One table row: exit status, seconds, peak memory, and how many lines it printed.
measure() { # measure FILE TOOL COMMAND...
  local file=$1 tool=$2 report=$WORK/time output=$WORK/output/$2-${1//\//-}.txt
  local seconds peak status
  shift 2
  mkdir -p "$WORK/output"
  /usr/bin/time -v -o "$report" "$@" >"$output" 2>&1 || true
  status=$(sed -n 's/.*Exit status: //p' "$report")
  seconds=$(sed -n 's/.*Elapsed (wall clock).*: \(.*\):\([0-9.]*\)$/\1 \2/p' "$report" |
    awk '{ n = split($1, p, ":"); m = n == 2 ? p[1] * 60 + p[2] : p[1]; printf "%.2f", m * 60 + $2 }')
  peak=$(awk -F': ' '/Maximum resident/ { printf "%.0f", $2 / 1024 }' "$report")
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$file" \
    "$(stat -Lc %s "$WORK/$file" | awk '{ printf "%.1f", $1 / 1048576 }')" \
    "$tool" "$status" "$seconds" "$peak" "$(wc -l <"$output")"
}

{
  printf 'Made by `scripts/kernel/run.sh`: Debian kernel %s, Node %s, pahole %s, %s.\n\n' \
    "${DEBUG_PACKAGE%-dbg}" "$(node --version)" "$(pahole --version)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)"
  printf '`pahole` is asked for one struct, `%s`, and may stop where it finds it; `pahole-whole` for one that is not there, so it reads everything, as `xenabi` does.\n\n' "$STRUCT"
  printf '| file | MiB | tool | exit | seconds | peak MiB | lines printed |\n'
  printf '| ---- | ---: | ---- | ---: | ---: | ---: | ---: |\n'
  while IFS=$'\t' read -r abi format file base; do
    name=${file#"$WORK"/}
    say "$name"
    # A module's BTF continues the kernel's. pahole would read BTF where there is DWARF too.
    measure "$name" xenabi node "$XENABI" check ${base:+--btf-base "$base"} --abi "$abi" "$file"
    measure "$name" pahole pahole -F "$format" ${base:+--btf_base="$base"} -C "$STRUCT" "$file"
    [ "$format" != dwarf ] || measure "$name" pahole-whole pahole -F dwarf -C no_such_struct "$file"
  done <"$images"
} >"$WORK/results.md"
cp "$WORK/results.md" results.md
../../node_modules/.bin/oxfmt results.md
cat results.md
