import { hexOf, reversedGroups } from './fixtures.js';

/** How one tool prints bytes that lie from an address on. */
export interface Printer {
  readonly name: string;
  readonly print: (bytes: Uint8Array, start: bigint) => string;
  /** Whether the print says where the bytes lie. */
  readonly hasAddresses: boolean;
  /** Whether nothing but the tool's own look is needed to read it. */
  readonly isCertain: boolean;
  /** How large a share of its prints may be guessed or refused. */
  readonly unsure: number;
  /** Bytes that every print of it is a multiple of. */
  readonly unit: number;
}

const dots = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => (b >= 32 && b < 127 ? String.fromCharCode(b) : '.')).join('');

const hexAt = (address: bigint, width: number): string => address.toString(16).padStart(width, '0');

interface Layout {
  readonly columns?: number;
  readonly group: number;
  readonly order: 'written' | 'little';
  readonly address: (address: bigint) => string;
  readonly prefix?: string;
  readonly between?: string;
  readonly text?: (text: string, columns: number) => string;
  readonly end?: (address: bigint) => string;
}

/** Lines of groups, padded so that text columns begin below one another. */
function lines(bytes: Uint8Array, start: bigint, layout: Layout): string {
  const { columns = 16, group, order, prefix = '', between = ' ', text, end } = layout;
  let out = '';
  const width = (columns / group) * (group * 2 + prefix.length + between.length) - between.length;
  for (let at = 0; at < bytes.length; at += columns) {
    const row = bytes.subarray(at, at + columns);
    const all = order === 'little' ? reversedGroups(row, group) : row;
    const groups = [];
    for (let i = 0; i < row.length; i += group)
      groups.push(prefix + hexOf(all.subarray(i, i + group)));
    const body = groups.join(between);
    out += layout.address(start + BigInt(at)) + (text ? body.padEnd(width) : body);
    out += `${text ? text(dots(row), columns) : ''}\n`;
  }
  return out + (end ? `${end(start + BigInt(bytes.length))}\n` : '');
}

const printer = (name: string, layout: Layout, more: Partial<Printer> = {}): Printer => ({
  name,
  print: (bytes, start) => lines(bytes, start, layout),
  hasAddresses: true,
  isCertain: true,
  unsure: 0.03,
  unit: layout.group,
  ...more,
});

const colon = (address: bigint): string => `${hexAt(address, 8)}: `;
const spaced =
  (spaces: number) =>
  (text: string): string =>
    ' '.repeat(spaces) + text;
const tick = (address: bigint): string => {
  const digits = hexAt(address, 16);
  return `${digits.slice(0, 8)}\`${digits.slice(8)}  `;
};
const octal = (address: bigint): string => address.toString(8).padStart(7, '0');
const unsure = { isCertain: false, unsure: 0.03 };

export const printers: readonly Printer[] = [
  printer(
    'xxd',
    { group: 2, order: 'written', address: colon, text: spaced(2) },
    { ...unsure, unit: 2 },
  ),
  printer('xxd -e', { group: 4, order: 'little', address: colon, text: spaced(2) }, unsure),
  printer('xxd -g1', { group: 1, order: 'written', address: colon, text: spaced(2) }),
  printer('hexdump -C', {
    group: 1,
    order: 'written',
    address: (a) => `${hexAt(a, 8)}  `,
    text: (text) => `  |${text}|`,
    end: (a) => hexAt(a, 8),
  }),
  printer('Wireshark', {
    group: 1,
    order: 'written',
    address: (a) => `${hexAt(a, 4)}   `,
    text: spaced(3),
  }),
  printer('Wireshark, bytes only', {
    group: 1,
    order: 'written',
    address: (a) => `${hexAt(a, 4)}   `,
  }),
  printer('HxD', {
    group: 1,
    order: 'written',
    address: (a) => `${hexAt(a, 8)}  `,
    text: spaced(2),
  }),
  printer('od -tx1', {
    group: 1,
    order: 'written',
    address: (a) => `${octal(a)} `,
    end: octal,
  }),
  printer('od -tx4', { group: 4, order: 'little', address: (a) => `${octal(a)} `, end: octal }),
  printer('od -Ax -tx8', {
    group: 8,
    order: 'little',
    address: (a) => `${hexAt(a, 6)} `,
    end: (a) => hexAt(a, 6),
  }),
  printer('gdb x/xw', {
    group: 4,
    order: 'little',
    address: (a) => `0x${a.toString(16)} <ex>:\t`,
    prefix: '0x',
    between: '\t',
  }),
  printer('gdb x/xb', {
    columns: 8,
    group: 1,
    order: 'written',
    address: (a) => `0x${a.toString(16)}:\t`,
    prefix: '0x',
    between: '\t',
  }),
  printer('QEMU xp /gx', {
    group: 8,
    order: 'little',
    address: (a) => `${hexAt(a, 16)}: `,
    prefix: '0x',
  }),
  printer('lldb x/8xw', {
    group: 4,
    order: 'little',
    address: (a) => `0x${hexAt(a, 8)}: `,
    prefix: '0x',
  }),
  printer('WinDbg dd', { group: 4, order: 'little', address: tick }),
  printer('WinDbg dw', { group: 2, order: 'little', address: tick }, { unsure: 0.07 }),
  printer('WinDbg db', { group: 1, order: 'written', address: tick, text: spaced(2) }),
  printer('crash rd -32', {
    group: 4,
    order: 'little',
    address: (a) => `${a.toString(16).padStart(8, '0')}:  `,
    text: spaced(3),
  }),
  printer('U-Boot md.l', { group: 4, order: 'little', address: colon, text: spaced(4) }),
  printer('U-Boot md.w', { group: 2, order: 'little', address: colon, text: spaced(4) }),
  printer('OpenOCD mdw', {
    columns: 32,
    group: 4,
    order: 'little',
    address: (a) => `0x${hexAt(a, 8)}: `,
    text: () => ' ',
  }),
  printer('JLink mem32', { group: 4, order: 'little', address: (a) => `${hexAt(a, 8)} = ` }),
  printer('tcpdump -X', {
    group: 2,
    order: 'written',
    address: (a) => `\t0x${hexAt(a, 4)}:  `,
    text: spaced(2),
  }),
  printer('kernel log, 4 bytes', {
    group: 4,
    order: 'little',
    address: (a) => `[   12.345678] dump: ${hexAt(a, 8)}: `,
    text: spaced(2),
  }),
  printer('hexyl', {
    group: 1,
    order: 'written',
    address: (a) => `│${hexAt(a, 8)}│ `,
    text: (text, columns) =>
      ` ┊ ${' '.repeat(0)}│${text.padEnd(columns).slice(0, 8)}┊${text.padEnd(columns).slice(8)}│`,
  }),
  {
    ...printer('hex', {
      columns: 1 << 20,
      group: 1,
      order: 'written',
      address: () => '',
      between: '',
    }),
    hasAddresses: false,
    // Sixteen digits alone may be one word.
    unsure: 0.06,
  },
  {
    ...printer('hex with colons', {
      columns: 1 << 20,
      group: 1,
      order: 'written',
      address: () => '',
      between: ':',
    }),
    hasAddresses: false,
  },
  {
    name: 'Rust, declared',
    print: (bytes) => `let bytes: [u8; ${bytes.length}] = [${Array.from(bytes).join(', ')}];\n`,
    hasAddresses: false,
    isCertain: true,
    unsure: 0.03,
    unit: 1,
  },
  {
    name: 'C words, declared',
    print: (bytes) =>
      `static const uint32_t words[] = {${(hexOf(reversedGroups(bytes, 4)).match(/.{8}/g) ?? []).map((word) => ` 0x${word}`).join(',')} };\n`,
    hasAddresses: false,
    isCertain: true,
    unsure: 0.03,
    unit: 4,
  },
  {
    name: 'Python bytes',
    print: (bytes) =>
      `b'${Array.from(bytes, (b) => (b > 31 && b < 127 && b !== 39 && b !== 92 ? String.fromCharCode(b) : `\\x${hexOf([b])}`)).join('')}'\n`,
    hasAddresses: false,
    isCertain: false,
    unsure: 0.03,
    unit: 1,
  },
  {
    name: 'od -An -tu1',
    print: (bytes) =>
      `${(
        Array.from(bytes, (b) => `${b}`.padStart(4))
          .join('')
          .match(/.{1,64}/g) ?? []
      ).join('\n')}\n`,
    hasAddresses: false,
    isCertain: false,
    unsure: 0.03,
    unit: 1,
  },
];
