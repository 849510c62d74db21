import { all, type Recipe, recipes, type Tool } from '../tool.js';

const base = 0xffff888003c0be20n;
const hexBase = `0x${base.toString(16)}`;

/** Commands of a session that looks at an object file whose data lie at `base`. */
const asks = (commands: readonly string[], rest: Omit<Recipe, 'line'> = {}): Recipe[] => [
  {
    line: `gdb -nx -batch ${commands.map((command) => `-ex "${command}"`).join(' ')} data.elf`,
    address: base,
    ...rest,
  },
];

const examine = (letters: string, size: number, rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  asks([`x/$((SIZE/${size}))${letters} ${hexBase}`], { unit: size, ...rest });

const typed = (type: string, size: number, format = ''): Recipe[] =>
  asks([`p${format} *(${type}(*)[$((SIZE/${size}))])${hexBase}`], { unit: size, address: 0n });

/** What a session prints beside dumps. */
const noDump = { of: ['exchange'], shows: () => null, address: 0n };

export const gdb: Tool = {
  name: 'gdb',
  needs: { gdb: 'gdb', ld: 'binutils' },
  version: 'gdb --version',
  prepare: [
    `ld -m elf_x86_64 -e 0 --section-start=.data=${hexBase} -b binary data -o data.elf`,
    'ld -m elf_x86_64 -e 0 --section-start=.data=0x1000 -b binary data -o low.elf',
  ],
  recipes: [
    ...examine('xb', 1, all),
    ...examine('xh', 2, all),
    ...examine('xw', 4, all),
    ...examine('xg', 8, all),
    ...['db', 'ub', 'ob', 'tb', 'zb', 'cb', 'c'].flatMap((letters) => examine(letters, 1)),
    ...['dh', 'uh', 'oh', 'th', 'zh'].flatMap((letters) => examine(letters, 2)),
    ...['dw', 'uw', 'ow', 'tw', 'zw', 'fw'].flatMap((letters) => examine(letters, 4)),
    ...['dg', 'ug', 'og', 'tg', 'zg', 'a', 'fg'].flatMap((letters) => examine(letters, 8)),
    ...examine('i', 4, { shows: () => null, address: 0n }),
    ...['s', 'sh'].flatMap((letters) => examine(letters, 8, { shows: () => null, address: 0n })),
    ...asks(['p sizeof(int)', `x/$((SIZE/8))xg ${hexBase}`], { unit: 8 }),
    ...asks(['set print symbol off', `x/$((SIZE/4))xw ${hexBase}`], { unit: 4 }),
    ...asks(['set endian big', `x/$((SIZE/4))xw ${hexBase}`], { unit: 4, of: ['exchange'] }),
    ...asks([`x/4xg ${hexBase}`, `x/4xg ${hexBase}+32`], {
      of: ['exchange'],
      shows: (bytes) => bytes.subarray(0, 64),
    }),
    ...asks([`x/8xw ${hexBase}`, `x/4xg ${hexBase}+32`], {
      of: ['exchange'],
      shows: (bytes) => bytes.subarray(0, 64),
    }),
    ...asks([`x/16xb ${hexBase}`, 'x/xg', 'x/4xw'], {
      of: ['exchange'],
      shows: (bytes) => bytes.subarray(0, 40),
    }),
    ...asks(['info files', `x/$((SIZE/8))xg ${hexBase}`, 'info symbol &_binary_data_start'], {
      of: ['exchange', 'list'],
    }),
    ...typed('unsigned char', 1, '/x'),
    ...typed('unsigned char', 1, '/d'),
    ...typed('unsigned char', 1, '/z'),
    ...typed('unsigned char', 1),
    ...typed('unsigned short', 2, '/x'),
    ...typed('unsigned int', 4, '/x'),
    ...typed('unsigned int', 4, '/z'),
    ...typed('unsigned int', 4),
    ...typed('unsigned long', 8, '/x'),
    ...typed('unsigned long', 8, '/z'),
    ...typed('unsigned long', 8),
    ...asks(['set print repeats 0', `p/x *(unsigned char(*)[$SIZE])${hexBase}`], { address: 0n }),
    ...asks([`output/x *(unsigned char(*)[$SIZE])${hexBase}`], { address: 0n }),
    ...asks([`p/x *(unsigned long *)${hexBase}`], {
      of: ['exchange', 'list'],
      address: 0n,
      shows: (bytes) => bytes.subarray(0, 8),
    }),
    ...recipes(
      ['srec', 'ihex', 'verilog', 'tekhex'].map(
        (kind) =>
          `gdb -nx -batch -ex "dump ${kind} memory out 0x1000 0x1000+$SIZE" low.elf && cat out`,
      ),
      { address: 0x1000n },
    ),
    ...asks(['info files'], noDump),
    ...asks(['info symbol _binary_data_start', 'info address _binary_data_end'], noDump),
    ...asks(['p 1', 'p/x 0x7ff0', 'p sizeof(long)'], noDump),
    ...asks(['help x'], noDump),
    ...recipes(
      [
        `printf '%s\\n' "-data-read-memory-bytes ${hexBase} $SIZE" -gdb-exit | gdb -nx -q -i=mi data.elf`,
        `printf '%s\\n' "-data-read-memory ${hexBase} x 1 1 $SIZE" -gdb-exit | gdb -nx -q -i=mi data.elf`,
        `printf '%s\\n' "x/$((SIZE/4))xw ${hexBase}" | gdb -nx -q data.elf 2>&1`,
        `printf '%s\\n' "x/$SIZE""xb ${hexBase}" | gdb -nx -q -i=mi data.elf`,
      ],
      { unit: 4, address: base },
    ),
  ],
};
