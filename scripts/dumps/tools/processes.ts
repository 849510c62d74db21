import { recipes, type Tool } from '../tool.js';

/** A program that has the bytes at a fixed address and waits at its first instruction. */
const SOURCE = `.globl _start, ex
.text
_start: nop
1: jmp 1b
.data
ex: .incbin "data"
`;
const base = 0x403000n;
const prepare = [
  'gcc -nostdlib -static -no-pie -g -Wl,--build-id=none -Wl,--section-start=.data=0x403000 -o live live.S',
];
const files = { 'live.S': SOURCE };

/** Process numbers and folders are others each time. */
const settled = `sed -E 's/[Pp]rocess [0-9]+/process 4711/; s|/tmp/dumps-[A-Za-z0-9]+|/tmp/guest|g'`;

const session = (commands: readonly string[]): string =>
  `gdb -nx -batch -ex "b _start" -ex run ${commands.map((command) => `-ex "${command}"`).join(' ')} -ex kill live 2>&1 | ${settled}`;

const of = ['exchange', 'list', 'decimal', 'octal'];

/** Whole sessions with a running process, in which a dump is one thing of many. */
export const live: Tool = {
  name: 'gdb-sessions',
  needs: { gdb: 'gdb', gcc: 'gcc' },
  version: 'gdb --version',
  files,
  prepare,
  recipes: [
    ...recipes(
      [
        session(['info registers', 'x/$((SIZE/8))xg &ex']),
        session(['info registers rdi rsi', 'x/$((SIZE/4))xw &ex', 'backtrace']),
        session(['x/$SIZE""xb &ex', 'info registers', 'x/3i \\$pc']),
        session(['p \\$rip', 'x/$((SIZE/2))xh &ex', 'info proc mappings']),
        session(['display/i \\$pc', 'stepi', 'x/$((SIZE/8))ug &ex']),
        session(['x/s &ex', 'x/$((SIZE/8))og &ex']),
      ],
      { of, unit: 8, address: base },
    ),
    ...recipes(
      [session(['info registers']), session(['x/5i \\$pc']), session(['info symbol ex'])],
      {
        of: ['exchange'],
        shows: () => null,
      },
    ),
  ],
};

const asks = (command: string): string =>
  `lldb -x -b -o 'b _start' -o run -o '${command}' -o kill live 2>&1 | ${settled}`;

const read = (options: string, unit: number): readonly [string, number] => [
  `memory read ${options} -c'$((SIZE/${unit}))' 0x403000`,
  unit,
];
const examine = (letters: string, unit: number): readonly [string, number] => [
  `x/'$((SIZE/${unit}))'${letters} 0x403000`,
  unit,
];

export const lldb: Tool = {
  name: 'lldb',
  needs: { lldb: 'lldb python3-lldb-14', gcc: 'gcc' },
  version: 'lldb --version',
  files,
  prepare,
  recipes: [
    ...['', '-fx -s1', '-fY -s1', '-fy -s1', '-fu -s1', '-ft -s1', '-fB'].map((o) => read(o, 1)),
    ...['-fx -s2', '-fo -s2', '-fd -s2'].map((o) => read(o, 2)),
    ...['-fx -s4', '-fx -s4 -l1', '-fd -s4', '-fX -s4'].map((o) => read(o, 4)),
    ...['-fx -s8', '-fX -s8', '-fA -s8', '-t uint64_t', '-fu -s8'].map((o) => read(o, 8)),
    examine('xb', 1),
    examine('xh', 2),
    examine('xw', 4),
    examine('xg', 8),
    examine('dw', 4),
  ].map(([command, unit], i) => ({
    line: asks(command),
    unit,
    address: base,
    of: [of[i % 3]!],
  })),
};
