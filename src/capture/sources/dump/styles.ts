/** How one tool prints memory: what a line looks like, and what its groups mean. */
export interface DumpStyle {
  /** For messages. */
  readonly name: string;
  /** The first line begins like this, at least up to its first group. */
  readonly start: RegExp;
  /** Every line begins like this; what follows are its groups. Group 1 is the address. */
  readonly head: RegExp;
  /** What each group begins with. */
  readonly prefix: '' | '0x';
  /** Where the text column begins: at a character that no group has, or after so many spaces. */
  readonly text: '|' | '>' | 2 | 3 | null;
  /** `little`: a group is a word, its least significant byte last. The text column may overrule. */
  readonly order: 'written' | 'little';
  /** How many hex digits a group may have; `null`: any even number, and fewer in a last group. */
  readonly digits: readonly number[] | null;
  /** Of the addresses; where there are several, the one by which the lines adjoin. */
  readonly radixes: readonly (16 | 8 | 10)[];
  /** Whether the last line is the address of the end alone. */
  readonly hasEnd: boolean;
  /** Whether `start` is proof of a dump; otherwise the first column must count up. */
  readonly isProof: boolean;
}

const words = [2, 4, 8, 16];

const debuggers = {
  prefix: '',
  text: 3,
  order: 'little',
  digits: words,
  radixes: [16],
  hasEnd: false,
  isProof: true,
} as const;

const filters = {
  prefix: '',
  text: null,
  order: 'little',
  digits: words,
  radixes: [16],
  hasEnd: true,
  isProof: false,
} as const;

/**
 * The styles that are known, the more particular first. All words are little-endian, as on every
 * architecture of Xen's; only a text column can tell that a dump was printed in another order.
 */
export const dumpStyles: readonly DumpStyle[] = [
  {
    // 0xffff888003c0be20 <golden+8>:\t0x40001000\t0x00000000
    // 0000000040001000: 0x40001000 0x00000000
    ...debuggers,
    name: 'gdb x or QEMU xp',
    start: /^\s*(?:0x)?[0-9a-f]{1,16}(?: <.*>)?:\s+0x/i,
    head: /^\s*(?:0x)?([0-9a-f]{1,16})(?: <.*>)?:(?:\s+|$)/i,
    prefix: '0x',
    text: null,
  },
  {
    // ffff888003c0be20:  0000000040001000 0000000000000001   ...@............
    ...debuggers,
    name: 'crash rd',
    start: /^\s*[0-9a-f]{4,16}: {2}(?! )/i,
    head: /^\s*([0-9a-f]{4,16}): {2}/i,
  },
  {
    // 0xffff888003c0be20 0000000040001000 0000000000000001   ...@............
    // The text column must be there: without it this is hex with a prefix.
    ...debuggers,
    name: 'kdb md',
    start: /^(?:phys )?0x[0-9a-f]{8,16} (?:[0-9a-f]{2,16} )+ {2,}\S/i,
    head: /^(?:phys )?0x([0-9a-f]{8,16}) /i,
  },
  {
    // 00000000: 0010 0040 0000 0000 0100 0000 0000 0000  ...@............
    // Also Linux's print_hex_dump, U-Boot's md and lldb, which print words: the text column tells.
    // xxd -e looks the same. Where the text column says nothing the groups are taken as written.
    ...debuggers,
    name: 'xxd',
    start: /^\s*(?:0x[0-9a-f]{1,16}|[0-9a-f]{4,16}):\s/i,
    head: /^\s*(?:0x)?([0-9a-f]{1,16}):(?:\s|$)/i,
    text: 2,
    order: 'written',
    digits: null,
    radixes: [16, 10],
  },
  {
    // 00000000  00 10 00 40 00 00 00 00  01 00 00 00 00 00 00 00  |...@............|
    ...filters,
    name: 'hexdump -C',
    start: /^[0-9a-f]{8,16} {2}[0-9a-f]{2}(?:\s|$)/i,
    head: /^([0-9a-f]{8,16})(?: {2}|\s*$)/i,
    text: '|',
    isProof: true,
  },
  {
    // 0000000 1000 4000 0000 0000 0001 0000 0000 0000
    ...filters,
    name: 'hexdump',
    start: /^[0-9a-f]{7,16}(?:\s+[0-9a-f]{4})+\s*$/i,
    head: /^([0-9a-f]{7,22})(?:\s+|$)/i,
    radixes: [16, 8, 10],
  },
  {
    // 000000 00 10 00 40 00 00 00 00 01 00 00 00 00 00 00 00  >...@............<
    ...filters,
    name: 'od -Ax',
    start: /^[0-9a-f]{6}(?:\s|$)/i,
    head: /^([0-9a-f]{6,16})(?:\s+|$)/i,
    text: '>',
  },
  {
    // 0000020 09 00 00 00 00 00 00 00 f0 7f 00 00 00 00 00 00
    ...filters,
    name: 'od',
    start: /^[0-9a-f]{7,22}(?:\s|$)/i,
    head: /^([0-9a-f]{7,22})(?:\s+|$)/i,
    text: '>',
    radixes: [8, 16, 10],
  },
];

export const styleOf = (firstLine: string): DumpStyle | undefined =>
  dumpStyles.find(({ start }) => start.test(firstLine));
