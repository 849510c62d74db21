import { expect, it } from 'vitest';
import { codec } from '../../src/index.js';
import { x86_64 } from '../../src/layout/index.js';
import {
  array,
  type CompoundType,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { bytesView } from '../../src/words/bytes.js';

function view(type: CompoundType, hex: string): readonly string[] {
  const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  return bytesView(type, x86_64, bytes, codec<CompoundType>(type, x86_64).decode(bytes));
}

it('a field has its line, padding one of its own', () => {
  const type = struct('s', { a: uint8_t, list: array(uint16_t, 2) });
  expect(view(type, '07 ee 0100 0200')).toEqual([
    '0000  07                       a = 7',
    '0001  ee                       (padding)',
    '0002  01 00                    list[0] = 1',
    '0004  02 00                    list[1] = 2',
  ]);
});

it('padding inside a struct says whose it is', () => {
  const type = struct('s', { in: struct('inner', { a: uint8_t, b: uint16_t }) });
  expect(view(type, '01 ee 0200')[1]).toBe('0001  ee                       (padding of in)');
});

it('what only members have that are not live is told, wherever it lies', () => {
  const wide = struct('wide', { a: uint8_t, b: array(uint8_t, 3) });
  const u = union(
    'u',
    { small: uint8_t, wide },
    { selector: { by: 'which', live: { 0: 'small', 1: 'wide' } } },
  );
  const type = struct('s', { which: uint32_t, u });
  expect(view(type, '00000000 05 06 07 08').slice(1)).toEqual([
    '0004  05                       u.small = 5',
    '0005  06 07 08                 (not live)',
  ]);
});

it('a member may be selected by two fields', () => {
  const byKind = { by: 'kind', live: { 1: 'a', 2: 'b' } };
  const u = union(
    'u',
    { a: uint8_t, b: uint16_t, c: uint32_t },
    { selector: { by: 'op', live: { 0: byKind, 7: 'c' } } },
  );
  const type = struct('s', { op: uint8_t, kind: uint8_t, pad: uint16_t, u });
  const live = (bytes: string): string | undefined =>
    /u\S* = .*|\(not live\)/.exec(view(type, bytes).at(-1)!)?.[0];
  expect(live('00 02 0000 34 12 0000')).toBe('(not live)');
  expect(view(type, '00 02 0000 34 12 0000').at(-2)).toMatch(/u\.b = 4660$/);
  expect(live('07 02 0000 01 00 0000')).toBe('u.c = 1');
  expect(live('09 02 0000 01 00 0000')).toBe('(not live)');
});

it('a member may be selected by a field further out', () => {
  const selector = { by: 'op', outer: true, live: { 0: 'a', 1: 'b' } } as const;
  const inner = struct('inner', { u: union(null, { a: uint8_t, b: uint16_t }, { selector }) });
  const type = struct('s', { op: uint16_t, inner });
  expect(view(type, '0100 0302').at(-1)).toMatch(/inner\.u\.b = 515$/);
  expect(view(type, '0000 0302').at(-2)).toMatch(/inner\.u\.a = 3$/);
  expect(view(inner, '0302').join()).toMatch(/u\.a = 3.*u\.b = 515/);
});

it('a list at the end has all bytes that are left, its elements among them', () => {
  const type = struct('s', { n: uint64_t, list: flexible(uint32_t) });
  expect(view(type, '0200000000000000 01000000 02000000')).toEqual([
    '0000  02 00 00 00 00 00 00 00  n = 2',
    '0008  01 00 00 00 02 00 00 00  list[]',
  ]);
});
