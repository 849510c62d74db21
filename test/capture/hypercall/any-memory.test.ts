import { expect, it } from 'vitest';
import { hypercallNumbers, loadHypercall } from '../../../abi/index.js';
import {
  architectures,
  callToJson,
  callView,
  codec,
  createLazyDecoder,
} from '../../../src/index.js';

/** Numbers below 2^32, the same ones each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}

const AT = 0x1000n;

it.each(Object.keys(architectures) as (keyof typeof architectures)[])(
  'any registers and any memory are said in words, of each operation on %s',
  async (abi) => {
    const random = numbers(abi.length);
    const next = (below: number): number => random.next().value % below;
    const decode = createLazyDecoder({ abi, interface: 'xen-4.17' }, codec);
    for (const hypercall of hypercallNumbers) {
      const table = (await loadHypercall(hypercall))!;
      const operations = (table.operations ?? table.elements)?.operations ?? [];
      for (const number of [0xfff, ...operations.map((one) => one.number)]) {
        const before = Uint8Array.from({ length: 512 }, () => (next(2) === 0 ? 0 : next(256)));
        const view = new DataView(before.buffer);
        // Handles that lead back into it, and small numbers where a second selector can be.
        for (let i = 16; i < 512; i += 8)
          if (next(3) === 0) view.setBigUint64(i, AT + BigInt(8 * next(64)), true);
        view.setUint32(0, number, true);
        if (next(2) === 0) view.setUint32(8, next(4), true);
        const after = before.map((byte) => (next(20) === 0 ? byte ^ 1 : byte));
        const args = Array.from({ length: next(6) }, () =>
          next(3) > 0 ? AT + BigInt(8 * next(8)) : BigInt(next(5)),
        );
        if (!table.struct && table.operations && args.length > 0) args[0] = BigInt(number);
        const decoded = await decode({
          kind: 'call',
          index: 0,
          line: 1,
          hypercall,
          args,
          memory: [{ address: AT, before, after }],
          result: BigInt(next(3) - 1),
          raw: {},
        });
        expect(callToJson(decoded)).toHaveProperty('hypercall', table.name);
        for (const form of ['fields', 'bytes'] as const)
          expect(callView(decoded, { view: form, most: 8 })).toMatch(/^#0 /);
      }
    }
  },
);
