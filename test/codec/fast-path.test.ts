import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Generated, type GeneratedCodecs, type SlowEngine } from '../../src/codec/index.js';
import { generated as xen } from '../../src/generated/index.js';
import { layoutOf, type Layout } from '../../src/layout/index.js';
import type { Type } from '../../src/schema/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { abis } from '../support/engines.js';
import { generate } from '../support/generated.js';
import { bytesOf, decoded, runs } from '../support/values.js';

/*
 * Generated code leaves all that is suspicious to the other engine, so it would be right, and
 * slow, if it left everything. Here the other engine is one that fails.
 */
const used = (): never => {
  throw new Error('the other engine was used');
};
const failing: SlowEngine = {
  decode: used,
  encodeInto: used,
  sizeOf: used,
  tooShort: used,
  checkPadding: used,
};

interface Row {
  readonly name: string;
  readonly layout: Layout;
  readonly generated: Generated;
}
const rows = (codecs: GeneratedCodecs): Row[] =>
  [...codecs].flatMap(([type, byAbi], i) =>
    abis
      .filter(({ name }) => byAbi[name]?.generated.engine)
      .map((abi) => ({
        name: `${i}, ${'name' in type ? type.name : type.kind} on ${abi.name}`,
        layout: layoutOf<Type>(type, abi),
        generated: byAbi[abi.name]!.generated,
      })),
  );

const specs = deterministic(40, 2);
const random = await generate(
  Object.fromEntries(specs.map((spec, i) => [`r${i}`, buildStruct('random', spec)])),
);
const all = [...rows(xen), ...rows(random)];

describe('generated code alone', () => {
  test.each(all)('decodes and encodes what is right: $name', ({ layout, generated }) => {
    const engine = generated.engine!(failing);
    const times = runs(2);
    fc.assert(
      fc.property(bytesOf(layout.size), (bytes) => void engine.decode(bytes)),
      times,
    );
    // So it is for bit-fields inside unions.
    if (engine.encodeInto === failing.encodeInto) return;
    const bytes = new Uint8Array(layout.size);
    fc.assert(
      fc.property(decoded(layout), (value) => engine.encodeInto(value, bytes)),
      times,
    );
  });

  test('encodes most layouts', () => {
    const encoding = all.filter(
      ({ generated }) => generated.engine!(failing).encodeInto !== failing.encodeInto,
    );
    expect(encoding.length).toBeGreaterThan(all.length * 0.6);
  });

  test('leaves to the other engine what is wrong', () => {
    for (const { generated } of all) {
      const engine = generated.engine!(failing);
      expect(() => engine.decode(new Uint8Array(0))).toThrow('the other engine was used');
      expect(() => engine.encodeInto(null, new Uint8Array(999))).toThrow();
    }
  });
});
