import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structs, xen_mem_sharing_op } from '../../abi/index.js';
import { architectures, bytesView, codec, type CompoundType } from '../../src/index.js';
import { bytesOf, runs } from '../support/values.js';
import { abisOf } from '../support/engines.js';

describe('bytes', () => {
  const hasUnion = ({ kind, members }: CompoundType): boolean =>
    kind === 'union' ||
    members.some(({ type }) => (type.kind === 'struct' || type.kind === 'union') && hasUnion(type));

  it.each(structs.map((type) => [type.name!, type] as const))('of %s: each once', (_, type) => {
    for (const abi of abisOf(type)) {
      const { size, decode } = codec<CompoundType>(type, abi);
      fc.assert(
        fc.property(bytesOf(size), (bytes) => {
          const shown = Array.from({ length: size }, () => 0);
          for (const row of bytesView(type, abi, bytes, decode(bytes))) {
            const [, place, hex] = /^([0-9a-f]{4}) {2}((?:[0-9a-f]{2} ?)+)(?: |$)/.exec(row)!;
            for (const [i, byte] of hex!.trim().split(' ').entries()) {
              expect(parseInt(byte, 16), row).toBe(bytes[parseInt(place!, 16) + i]);
              shown[parseInt(place!, 16) + i]!++;
            }
          }
          if (!hasUnion(type)) expect(shown).toEqual(shown.map(() => 1));
          else expect(Math.min(...shown)).toBeGreaterThan(0);
        }),
        runs(5),
      );
    }
  });

  // The first version left out the bytes that only dead members have.
  it('of members that are not live are there', () => {
    const bytes = new Uint8Array(48).fill(9);
    const { decode } = codec(xen_mem_sharing_op, architectures.x86_64);
    const view = bytesView(xen_mem_sharing_op, architectures.x86_64, bytes, decode(bytes));
    expect(view).toContain('0010  09 09 09 09 09 09 09 09  (not live)');
  });
});
