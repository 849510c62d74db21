import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPackets, packetOf } from '../../src/record/packet.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const body = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
});

describe('packets', () => {
  it('are read back, whatever is in them and however they come', () =>
    fc.assert(
      fc.property(fc.array(body, { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (all, size) => {
        const text = all.flatMap((one) => [...packetOf(one)]);
        const read = createPackets();
        const got = [];
        for (let i = 0; i < text.length; i += size)
          got.push(...read(Uint8Array.from(text.slice(i, i + size))));
        expect(got).toEqual(all.map((one) => ({ kind: 'packet', body: one })));
      }),
    ));

  it.each([
    ['$m1,2#fc', [{ kind: 'packet', body: 'm1,2' }]],
    // GDB manual, "Overview": a run of four is `0* `, which is `0` and three more.
    ['$0* #7a', [{ kind: 'packet', body: '0000' }]],
    ['+$OK#9a-', [{ kind: 'ack' }, { kind: 'packet', body: 'OK' }, { kind: 'nak' }]],
    ['$OK#00', [{ kind: 'bad' }]],
    ['noise$#00', [{ kind: 'packet', body: '' }]],
  ])('%s', (text, expected) => expect(createPackets()(bytes(text))).toEqual(expected));

  // Each repeat copied all that was before it.
  it('whose repeats repeat are no more than that', () => {
    const text = `0${'*~'.repeat(2 ** 16)}`;
    const sum = [...bytes(text)].reduce((all, byte) => (all + byte) & 0xff, 0).toString(16);
    expect(createPackets()(bytes(`$${text}#${sum.padStart(2, '0')}`))).toEqual([{ kind: 'bad' }]);
  });

  it('without an end fill no memory', () => {
    const read = createPackets();
    read(bytes('$'));
    const all = Array.from({ length: 40 }, () => read(new Uint8Array(1 << 15).fill(0x30)));
    expect(all.flat()).toEqual([{ kind: 'bad' }]);
  });
});
