import { wordStyles } from './rows/word-styles.js';

/** A name that `--from` takes, with what it stands for. */
export interface SourceStyle {
  readonly name: string;
  readonly meaning: string;
}

/** Everything that pasted bytes can be said to be; `auto` recognises which. */
export const sourceStyles: readonly SourceStyle[] = [
  { name: 'raw', meaning: 'the bytes themselves' },
  { name: 'capture', meaning: 'a capture: JSON Lines, a call a line' },
  { name: 'hex', meaning: 'hex digits, in written order: 00100040, 00 10 00 40, 00:10:00:40' },
  { name: 'base64', meaning: 'base64, in the standard or the URL alphabet' },
  { name: 'list', meaning: 'numbers: { 0x00, 0x10 }, [0, 16], uint32_t w[] = { … }, <0x10 0x0>' },
  { name: 'string', meaning: String.raw`a string with escapes: b'\x00\x10', "\x00\x10"` },
  { name: 'assembler', meaning: 'data of an assembler: .quad 4, .byte 0x40, dq 0x4, db 40h' },
  { name: 'intel-hex', meaning: 'Intel hex: :10000000…' },
  { name: 's-record', meaning: 'S-records: S1130000…' },
  { name: 'memory-file', meaning: '@ADDRESS and bytes or words: ti-txt, vmem' },
  { name: 'gdb-mi', meaning: 'memory=[{begin="0x…",…,contents="…"}]' },
  {
    name: 'hexdump',
    meaning: 'a dump with addresses, of any tool: xxd, hexdump -C, od, HxD, Wireshark, hexyl',
  },
  { name: 'groups', meaning: 'lines of groups without addresses: od -An, a log, a stack trace' },
  { name: 'numbers', meaning: 'a dump of decimals, octal numbers or bits: od -tu1, xxd -b, x/8db' },
  { name: 'characters', meaning: 'od -c, hexdump -c' },
  {
    name: 'telescope',
    meaning: 'telescope and stack of GEF and pwndbg: a word a line, and where it points',
  },
  ...wordStyles.flatMap(({ name, example }, i) =>
    wordStyles.findIndex((style) => style.name === name) === i
      ? [{ name, meaning: example.trim().replaceAll('\t', '  ') }]
      : [],
  ),
  {
    name: 'words-le:N',
    meaning: 'groups or numbers of N bytes (1, 2, 4, 8), each a little-endian word',
  },
  {
    name: 'words-be:N',
    meaning: 'groups of N bytes (1, 2, 4, 8), each in the order in which it is written',
  },
];

/** Names that can be given as they are, widths of words filled in. */
export const sourceNames: readonly string[] = sourceStyles.flatMap(({ name }) =>
  name.endsWith(':N') ? [1, 2, 4, 8].map((n) => name.replace('N', `${n}`)) : [name],
);
