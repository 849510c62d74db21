import type { Row } from './row.js';

/** What tells apart the tools that print words: how a line looks around its groups. */
export interface Look extends Pick<Row, 'head' | 'group' | 'isNumber' | 'isLogged'> {
  /** Spaces before the text column of a whole line; `undefined` without one. */
  readonly textGap: number | undefined;
  /** Characters from the first group to the text column. */
  readonly textAt: number | undefined;
}

/** How one tool prints words. */
export interface WordStyle {
  /** As `--from` takes it. */
  readonly name: string;
  /** One line of it, and what it is. */
  readonly example: string;
  /** `unsaid`: several tools print so in different orders, and only a text column can tell. */
  readonly order: 'little' | 'written' | 'unsaid';
  readonly matches: (look: Look) => boolean;
}

/**
 * The tools by how their lines look, the more particular first. All words are little-endian, as on
 * every architecture of Xen's, unless the tool prints bytes in groups.
 */
export const wordStyles: readonly WordStyle[] = [
  {
    name: 'gdb',
    example: '0x403040 <ex>:\t0x0000000000403020\t0x0000000000000004',
    order: 'little',
    matches: ({ head, isNumber }) =>
      isNumber && head.mark === ':' && (head.hasTab || head.hasSymbol),
  },
  {
    name: 'lldb',
    example: '0x00403040: 0x0000000000403020 0x0000000000000004',
    order: 'little',
    matches: ({ head, isNumber }) => isNumber && head.mark === ':' && head.hasPrefix,
  },
  {
    name: 'qemu',
    example: '0000000000001000: 0x40001000 0x00000000 (xp)',
    order: 'little',
    matches: ({ head, isNumber }) => isNumber && head.mark === ':',
  },
  {
    name: 'radare2',
    example: '0x00000000  0010 0040 0000 0000 (px; pxw and pxq print numbers)',
    order: 'written',
    matches: ({ head, isNumber, group }) =>
      head.hasPrefix && head.mark === '' && !isNumber && group === 2 && head.gap >= 2,
  },
  {
    name: 'radare2',
    example: '0x00000000  0x40001000 0x00000000 (pxw, pxq)',
    order: 'little',
    matches: ({ isNumber }) => isNumber,
  },
  {
    name: 'windbg',
    example: 'ffff8880`03c0be20  00000000`40001000 (dq; dd, dw, dps)',
    order: 'little',
    matches: ({ head }) =>
      head.mark === '' && (head.hasTick || (head.gap >= 2 && head.digits.length !== 7)),
  },
  {
    name: 'objdump',
    example: ' 403000 00100040 00000000 00000000 00000000  ...@............ (-s)',
    order: 'written',
    matches: ({ head, group, textGap, textAt }) =>
      head.mark === '' &&
      !head.hasPrefix &&
      head.gap === 1 &&
      (head.indent % 2 === 1 || textAt === 37) &&
      group <= 4 &&
      textGap !== undefined,
  },
  {
    name: 'readelf',
    example: '  0x00403000 00100040 00000000 00000000 00000000 ...@............ (-x)',
    order: 'written',
    matches: ({ head, group, textAt }) =>
      head.mark === '' && head.hasPrefix && head.gap === 1 && group <= 4 && textAt === 36,
  },
  {
    name: 'kdb',
    example: '0xffff888003c0be20 0000000040001000 0000000000000001 (md)',
    order: 'little',
    matches: ({ head, textGap, group }) =>
      head.mark === '' && head.hasPrefix && (textGap !== undefined || group === 8),
  },
  {
    name: 'od',
    example: '0000020 40001000 00000000 (od -tx4, od -x, hexdump)',
    order: 'little',
    matches: ({ head }) => head.mark === '' && !head.hasPrefix,
  },
  {
    name: 'jlink',
    example: '20000000 = 40001000 00000000 (mem32)',
    order: 'little',
    matches: ({ head }) => head.mark === '=',
  },
  {
    name: 'tcpdump',
    example: '\t0x0010:  0010 0040 0000 0000 (-x, -X)',
    order: 'written',
    matches: ({ head, group }) =>
      head.mark === ':' && head.hasPrefix && head.gap >= 2 && group === 2,
  },
  {
    name: 'openocd',
    example: '0x40001000: 40001000 00000000 (mdw, mdh, mdd)',
    order: 'little',
    matches: ({ head, textGap }) => head.mark === ':' && head.hasPrefix && textGap === undefined,
  },
  {
    name: 'crash',
    example: 'ffff888003c0be20:  0000000040001000 0000000000000001   ...@............ (rd)',
    order: 'little',
    matches: ({ head, textGap }) => head.gap === 2 && textGap !== 2,
  },
  {
    name: 'u-boot',
    example: '40001000: 40001000 00000000    ...@.... (md.l)',
    order: 'little',
    matches: ({ head, textGap }) => head.mark === ':' && head.gap === 1 && textGap === 4,
  },
  {
    name: 'print_hex_dump',
    example: '[   12.345678] dump: 00000000: 40001000 00000000  ...@....',
    order: 'little',
    matches: ({ head, isLogged, group }) => head.mark === ':' && isLogged && group > 2,
  },
  {
    name: 'xxd',
    example: '00000000: 0010 0040 0000 0000  ...@....',
    order: 'unsaid',
    matches: () => true,
  },
];
