/** What is exported: the declarations of Xen, random ones, and one that has everything else. */
import { structs } from '../../dist/abi/index.js';
import * as layout from '../../dist/src/layout/index.js';
import * as schema from '../../dist/src/schema/index.js';
import { buildStruct } from '../../dist/test/support/declaration-spec.js';
import { deterministic } from '../../dist/test/support/declarations.js';

export const abis = Object.values(layout.architectures);

export const xenOn = (abi) => structs.filter(({ abis }) => abis?.includes(abi.name) ?? true);

/** Nested structs, unions, anonymous members, bit-fields, packing, alignment, awkward names. */
export const random = deterministic(Number(process.env.XENABI_EXPORTS ?? 200), 20261122).map(
  (spec, i) => buildStruct(`random_${i}`, spec),
);

const { struct, union, anonymous, bits, field, enumeration, flexible, chars, array } = schema;
const colour = enumeration('colour', schema.uint8_t, { RED: 0, GREEN: 1, ALSO_GREEN: 1, NONE: -1 });

/** What random declarations lack: lists, named values, a count in an anonymous member. */
export const lists = [
  struct('counted', {
    type: field(colour, { doc: 'what it is: "quoted" */ and commented' }),
    hidden: anonymous(struct(null, { count: schema.uint16_t, in: schema.uint8_t })),
    text: array(chars(5), 2),
    list: flexible(array(schema.uint16_t, 2), 'count'),
  }),
  struct('counted_by_bits', {
    has: bits(schema.uint32_t, 1),
    more: bits(schema.uint32_t, 3),
    list: flexible(
      struct('item', {
        a: schema.uint64_t,
        of: union('either', { a: schema.uint8_t, b: chars(3) }),
      }),
      'has',
    ),
  }),
  struct('uncounted', { a: schema.uint64_t, b: schema.uint8_t, rest: flexible(schema.uint8_t) }),
  struct('word', { u8: schema.uint32_t, b1: struct('u8', { strz: schema.int16_t }) }),
];
