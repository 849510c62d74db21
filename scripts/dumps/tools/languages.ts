import { all, type Recipe, recipes, type Tool } from '../tool.js';

const chosen = (run: string, forms: readonly string[], rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  recipes(
    forms.map((form) => `${run} '${form}'`),
    rest,
  );

export const node: Tool = {
  name: 'node',
  needs: { node: 'nodejs' },
  version: 'node --version',
  files: {
    'show.cjs':
      'const b = require("fs").readFileSync("data");\n' +
      'const words = (T) => new T(new Uint8Array(b).buffer);\n' +
      'console.log(eval(process.argv[2]));\n',
  },
  recipes: [
    ...chosen('node show.cjs', ['b', 'b.toString("hex")', 'JSON.stringify(b)'], all),
    ...chosen('node show.cjs', ['new Uint8Array(b)', '[...b]', 'JSON.stringify([...b])']),
    ...chosen('node show.cjs', ['b.toString("base64")', 'b.toString("base64url")', 'b.join()']),
    ...chosen('node show.cjs', ['b.toString("hex").match(/../g).join(" ")', 'b.join(" ")']),
    ...chosen('node show.cjs', ['Array.from(b, (x) => "0x" + x.toString(16)).join(", ")']),
    ...chosen('node show.cjs', ['Array.from(b, (x) => x.toString(16)).join(" ")']),
    ...chosen('node show.cjs', ['Array.from(b, (x) => x.toString(2).padStart(8, "0")).join(" ")']),
    ...chosen('node show.cjs', ['require("util").inspect(b, { maxArrayLength: 8 })', 'b.buffer']),
    ...chosen('node show.cjs', ['words(Uint32Array)', 'words(Uint32Array).join()'], { unit: 4 }),
    ...chosen('node show.cjs', ['words(BigUint64Array)', 'words(BigUint64Array).join()'], {
      unit: 8,
    }),
    ...chosen(
      'node show.cjs',
      ['Array.from(words(BigUint64Array), (x) => "0x" + x.toString(16))'],
      {
        unit: 8,
      },
    ),
  ],
};

const read = `perl -e 'local $/; open F, "<:raw", "data"; $_ = <F>; `;

export const perl: Tool = {
  name: 'perl',
  needs: { perl: 'perl' },
  version: "perl -e 'print $^V'",
  recipes: [
    ...recipes([`${read}print unpack("H*", $_), "\\n"'`, `${read}printf "%vd\\n", $_'`], all),
    ...recipes([`${read}print join(" ", unpack("(H2)*", $_)), "\\n"'`]),
    ...recipes([`${read}printf "%*vX\\n", ":", $_'`, `${read}printf "%*v02x\\n", " ", $_'`]),
    ...recipes([`${read}print join(" ", unpack("C*", $_)), "\\n"'`]),
    ...recipes([`${read}print join(" ", unpack("(B8)*", $_)), "\\n"'`]),
    ...recipes([`${read}printf "\\\\x%02x", ord for split //; print "\\n"'`]),
    ...recipes([`${read}printf "\\\\%03o", ord for split //; print "\\n"'`]),
    ...recipes([
      `perl -MData::Dumper -e 'local $/; open F, "<:raw", "data"; $Data::Dumper::Useqq = 1; print Dumper(scalar <F>)'`,
    ]),
    ...recipes([`${read}print pack("u", $_)'`]),
    ...recipes([`${read}print join(" ", map { sprintf "%x", $_ } unpack("V*", $_)), "\\n"'`], {
      unit: 4,
    }),
    ...recipes([`${read}print join(", ", map { sprintf "0x%08x", $_ } unpack("V*", $_)), "\\n"'`], {
      unit: 4,
    }),
    ...recipes(
      [`${read}print join("\\n", map { sprintf "0x%016x", $_ } unpack("Q*", $_)), "\\n"'`],
      {
        unit: 8,
      },
    ),
  ],
};

export const go: Tool = {
  name: 'go',
  needs: { go: 'golang-go' },
  version: 'go version',
  files: {
    'show.go': `package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	b, _ := os.ReadFile("data")
	switch form := os.Args[1]; form {
	case "dump":
		fmt.Print(hex.Dump(b))
	case "json":
		j, _ := json.Marshal(b)
		fmt.Println(string(j))
	case "base64":
		fmt.Println(base64.StdEncoding.EncodeToString(b))
	case "words32":
		w := make([]uint32, len(b)/4)
		for i := range w {
			w[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		fmt.Printf(os.Args[2]+"\\n", w)
	case "words64":
		w := make([]uint64, len(b)/8)
		for i := range w {
			w[i] = binary.LittleEndian.Uint64(b[8*i:])
		}
		fmt.Printf(os.Args[2]+"\\n", w)
	default:
		fmt.Printf(form+"\\n", b)
	}
}
`,
  },
  build: ['GO111MODULE=off GOFLAGS= GOCACHE=$PWD/cache go build -o show show.go'],
  recipes: [
    ...chosen('./show', ['dump', '%x', '%v'], all),
    ...chosen('./show', ['%X', '% x', '% X', '%# x', '%#x', '%#v', '%q', '%+q', '%d', '%o', '%b']),
    ...chosen('./show', ['json', 'base64']),
    ...recipes(
      [
        "./show words32 '%v'",
        "./show words32 '%x'",
        "./show words32 '%#x'",
        "./show words32 '%08x'",
        "./show words32 '%#v'",
      ],
      {
        unit: 4,
      },
    ),
    ...recipes(
      [
        "./show words64 '%v'",
        "./show words64 '%x'",
        "./show words64 '%#x'",
        "./show words64 '%016x'",
        "./show words64 '%#v'",
      ],
      {
        unit: 8,
      },
    ),
  ],
};

export const rust: Tool = {
  name: 'rust',
  needs: { rustc: 'rustc' },
  version: 'rustc --version',
  files: {
    'show.rs': `fn main() {
    let b = std::fs::read("data").unwrap();
    let w: Vec<u32> = b.chunks_exact(4).map(|c| u32::from_le_bytes(c.try_into().unwrap())).collect();
    let q: Vec<u64> = b.chunks_exact(8).map(|c| u64::from_le_bytes(c.try_into().unwrap())).collect();
    match std::env::args().nth(1).unwrap().as_str() {
        "{:?}" => println!("{:?}", b),
        "{:x?}" => println!("{:x?}", b),
        "{:X?}" => println!("{:X?}", b),
        "{:02x?}" => println!("{:02x?}", b),
        "{:#x?}" => println!("{:#x?}", b),
        "{:#04x?}" => println!("{:#04x?}", b),
        "{:#?}" => println!("{:#?}", b),
        "ascii" => println!("b\\"{}\\"", b.escape_ascii()),
        "dbg" => println!("[show.rs:2:5] b = {:#?}", b),
        "u32 {:?}" => println!("{:?}", w),
        "u32 {:x?}" => println!("{:x?}", w),
        "u32 {:#x?}" => println!("{:#x?}", w),
        "u32 {:#010x?}" => println!("{:#010x?}", w),
        "u32 {:08x?}" => println!("{:08x?}", w),
        "u64 {:?}" => println!("{:?}", q),
        "u64 {:x?}" => println!("{:x?}", q),
        "u64 {:#x?}" => println!("{:#x?}", q),
        "u64 {:#018x?}" => println!("{:#018x?}", q),
        "u64 {:016x?}" => println!("{:016x?}", q),
        _ => std::process::exit(2),
    }
}
`,
  },
  build: ['rustc --edition 2021 -o show show.rs'],
  recipes: [
    ...chosen('./show', ['{:?}', '{:02x?}', 'ascii'], all),
    ...chosen('./show', ['{:x?}', '{:X?}', '{:#x?}', '{:#04x?}', '{:#?}', 'dbg']),
    ...chosen(
      './show',
      ['?', 'x?', '#x?', '#010x?', '08x?'].map((f) => `u32 {:${f}}`),
      { unit: 4 },
    ),
    ...chosen(
      './show',
      ['?', 'x?', '#x?', '#018x?', '016x?'].map((f) => `u64 {:${f}}`),
      { unit: 8 },
    ),
  ],
};

/** Loops as people write them; each prints one item, then what stands between two. */
const loops: readonly (readonly [type: string, size: number, item: string, row: number])[] = [
  ['unsigned char', 1, '%02x', 32],
  ['unsigned char', 1, '%02x ', 16],
  ['unsigned char', 1, '%02X ', 8],
  ['unsigned char', 1, '%x ', 16],
  ['unsigned char', 1, '0x%02x, ', 12],
  ['unsigned char', 1, '0x%x,', 1024],
  ['unsigned char', 1, '[%02x]', 16],
  ['unsigned char', 1, '%02x:', 1024],
  ['unsigned char', 1, '\\\\x%02x', 1024],
  ['unsigned char', 1, '%u,', 1024],
  ['unsigned char', 1, '%d ', 16],
  ['unsigned short', 2, '%04x ', 8],
  ['unsigned int', 4, '%08x ', 4],
  ['unsigned int', 4, '%08X ', 1],
  ['unsigned int', 4, '0x%08x, ', 4],
  ['unsigned int', 4, '0x%x ', 4],
  ['unsigned int', 4, '%u ', 4],
  ['unsigned int', 4, '0x%08xU, ', 4],
  ['unsigned long', 8, '%016lx ', 2],
  ['unsigned long', 8, '%lx ', 1],
  ['unsigned long', 8, '0x%016lx, ', 1],
  ['unsigned long', 8, '0x%lxUL, ', 4],
  ['unsigned long', 8, '%lu ', 4],
  ['unsigned long', 8, '0x%lx ', 4],
];
/** The same with what stands before each row: `%p` of the place, an index, an offset. */
const heads: readonly (readonly [head: string, given: string])[] = [
  ['%p: ', '(void *)(0x403000 + i)'],
  ['%04lx: ', 'i'],
  ['%lu: ', 'i'],
  ['[%lu] ', 'i / size'],
  ['%08lx ', 'i'],
  ['+0x%02lx: ', 'i'],
];

const show = (type: string, size: number, item: string, row: number, before = ''): string =>
  `#include <stdio.h>\n#include <string.h>\nunsigned char b[4096];\nint main(void) { unsigned long size = ${size}, n = fread(b, 1, sizeof b, fopen("data", "rb")); for (unsigned long i = 0; i < n; i += size) { ${type} w; memcpy(&w, b + i, size); ${before}printf("${item}", w); if ((i / size + 1) % ${row} == 0) puts(""); } puts(""); return 0; }\n`;

const programs = [
  ...loops.map(([type, size, item, row]) => ({
    size,
    item,
    row,
    head: '',
    source: show(type, size, item, row),
  })),
  ...heads.flatMap(([head, given]) =>
    [loops[1]!, loops[12]!, loops[18]!, loops[20]!].map(([type, size, item, row]) => ({
      size,
      item,
      row,
      head,
      source: show(
        type,
        size,
        item,
        row,
        `if (i / size % ${row} == 0) printf("${head}", ${given}); `,
      ),
    })),
  ),
];

export const c: Tool = {
  name: 'c',
  needs: { gcc: 'gcc' },
  version: 'gcc --version',
  files: Object.fromEntries(programs.map(({ source }, i) => [`show${i}.c`, source])),
  build: programs.map((_, i) => `gcc -w -o show${i} show${i}.c`),
  recipes: programs.map(({ size, head, item, row }, i) => ({
    line: `./show${i} # ${head && `printf("${head}"), then `}printf("${item}"), ${row} a row`,
    unit: size,
    ...(head.startsWith('%p') && { address: 0x403000n }),
  })),
};
