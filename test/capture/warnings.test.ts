import { describe, expect, it } from 'vitest';
import { xen_memory_exchange } from '../../abi/index.js';
import {
  architectures,
  codec,
  type CompoundType,
  type Warning,
  warningsOf,
} from '../../src/index.js';
import { at, call, header, le, linesOf, reservation, reservation32 } from './decoding.js';
import { CASES, exchange, type WarningCase } from './warning-cases.js';

/** What is said of a struct's bytes: of those of a value, some of them changed. */
function said(
  type: CompoundType,
  abiName: WarningCase[2],
  value: object,
  changes: WarningCase[5] = {},
): readonly Warning[] {
  const abi = architectures[abiName];
  const { encode, decode } = codec(type, abi);
  const bytes = encode(value as never);
  for (const [offset, byte] of Object.entries(changes)) bytes[Number(offset)] = byte;
  return warningsOf({ type, abi, bytes, value: decode(bytes) });
}

describe('of one struct', () => {
  const named = CASES.map((one) => [one[0], one[1].name, one[2], one] as const);

  it.each(named)('%s: %s on %s', (...[, , , [, type, abi, value, expected, changes]]) => {
    const warnings = said(type, abi, value, changes);
    const brief = warnings.map(({ code, path, offset }) => `${code} ${path} ${offset}`);
    expect(brief.join(', ')).toBe(expected);
    for (const { message, path } of warnings) expect(message).toContain(path);
  });

  it('come by offset', () => {
    const value = exchange({ mem_flags: 2 ** 31, extent_start: 1n }, { extent_start: 0n }, 9n);
    const warnings = said(xen_memory_exchange, 'x86_64', value, { 26: 1 });
    expect(warnings.map(({ offset }) => offset)).toEqual([0, 20, 26, 32, 64]);
  });
});

describe('of a call', () => {
  it.each([
    ['0x0', 'increase_reservation', []],
    ['0x1', 'decrease_reservation', ['handle-null']],
    ['0x6', 'populate_physmap', ['handle-null']],
    ['0x18', 'claim_pages', []],
  ])('%s: NULL for %s', async (word, name, codes) => {
    for (const [abi, bytes] of [
      ['x86_64', reservation(0, 4)],
      ['x86_32', reservation32(0, 4)],
    ] as const) {
      const [line] = await linesOf([header(abi), call([word, '0x1000'], [at('0x1000', bytes)])]);
      expect(line).toMatchObject({ command: `XENMEM_${name}`, struct: 'xen_memory_reservation' });
      expect(line!.warnings.map(({ code }) => code)).toEqual(codes);
    }
  });

  it('have the address of the struct, or of the list', async () => {
    const [line] = await linesOf([
      header(),
      call(['0x6', '0x1000'], [at('0x1000', reservation(0x2004, 2)), at('0x2004', le(8, 1))]),
    ]);
    expect(line!.warnings.map(({ code, address }) => [code, address])).toEqual([
      ['handle-unaligned', '0x1000'],
      ['list-truncated', '0x2004'],
    ]);
  });

  it('say that the argument is not whole, and nothing when there is none of it', async () => {
    const struct = reservation(0x2000, 1);
    const [some, none] = await linesOf([
      header(),
      call(['0x6', '0x1000'], [at('0x1000', struct.slice(0, 40))]),
      call(['0x6', '0x5000']),
    ]);
    expect(some).toMatchObject({ argument: { before: null, after: null }, lists: [] });
    expect(some!.warnings).toEqual([
      {
        code: 'argument-truncated',
        path: '',
        offset: 20,
        message: 'the capture has 20 of the 32 bytes of xen_memory_reservation',
        address: '0x1000',
      },
    ]);
    expect(none!.warnings).toEqual([]);
  });

  it('do not ask for a list that is only written, unless a part of it is there', async () => {
    const struct = at('0x1000', reservation(0x2000, 4));
    const lines = await linesOf([
      header(),
      call(['0x0', '0x1000'], [struct]),
      call(['0x0', '0x1000'], [at('0x2000', le(8, 1, 2), le(8, 5, 2))]),
    ]);
    expect(lines[0]!.lists[0]).toMatchObject({ before: null });
    expect(lines[0]!.warnings).toEqual([]);
    expect(lines[1]!.lists[0]).toMatchObject({ after: ['0x5', '0x2'] });
    expect(lines[1]!.warnings).toMatchObject([{ code: 'list-truncated', offset: 16 }]);
  });
});
