import { expect, test } from 'vitest';
import { struct, uint32_t, uint64_t, uint16_t, union, anonymous, bits, chars, array, flexible, uint8_t } from '../../src/schema/index.js';
import { x86_32, x86_64 } from '../../src/layout/index.js';
import { bindCodecs } from '../../src/codec/bind.js';
const codec = bindCodecs();
test('smoke', () => {
  const s = struct('s', { a: uint16_t, b: uint64_t, u: union(null, { x: uint32_t, y: array(uint8_t, 8) }), _: anonymous(union(null, { p: uint32_t, q: uint16_t })), f: bits(uint32_t, 3), g: bits(uint32_t, 7), name: chars(5) });
  const c = codec(s, x86_32);
  const b = c.encode({ a: 1, b: 2, u: { x: 5 }, q: 7, f: 5, g: 100, name: 'ab' });
  console.log(Buffer.from(b).toString('hex'), c.decode(b));
  expect(c.encode(c.decode(b))).toEqual(b);
  expect(() => c.encode({ ...c.decode(b), u: { x: 1, y: [2, 0, 0, 0, 0, 0, 0, 0] } })).toThrow('agree');
  const f = codec(struct('f', { n: uint32_t, l: flexible(uint16_t, 'n') }), x86_64);
  expect(f.decode(f.encode({ n: 3, l: [1, 2, 3] }))).toEqual({ n: 3, l: [1, 2, 3] });
  try { c.encode({ ...c.decode(b), b: -1n }); } catch (e) { console.log((e as Error).message) }
});
