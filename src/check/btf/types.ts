import type { Abi, Layout } from '../../layout/index.js';
import { ObjectError } from '../object-error.js';
import {
  alias,
  array,
  compound,
  enumeration,
  floating,
  integer,
  type MemberFound,
  DEEPEST,
  MOST_BYTES,
  MOST_MEMBERS,
  opaque,
  openedCount,
  TOO_MANY_MEMBERS,
  pointer,
} from '../object-layout.js';
import { readerOf } from '../reader.js';
import { type Btf, btfString, type BtfType, KIND, notThere } from './blob.js';

/** Members of all structs that are read: the wanted ones, and what they are made of. */
const MOST_READ = 4 * MOST_MEMBERS;
/** A type that is being read: to come back to it is to go round. */
const OPEN = Symbol('open');
const QUALIFIERS: ReadonlySet<number> = new Set([
  KIND.VOLATILE,
  KIND.CONST,
  KIND.RESTRICT,
  KIND.TYPE_TAG,
]);
const SIGNED = 1;

/** Makes layouts of BTF's types by their numbers. */
export function btfTypes(btf: Btf, abi: Abi) {
  /** A type that cannot be read is not tried again. */
  const known = new Map<number, Layout | ObjectError | typeof OPEN>();
  let depth = 0;
  /** Members of all structs that were read; they are kept. */
  let read = 0;
  const tooMany = (owner: Btf, type: BtfType): ObjectError =>
    new ObjectError('unsupported', owner.section, type.data - 12, TOO_MANY_MEMBERS);

  function typeAt(id: number): { owner: Btf; type: BtfType } {
    let owner: Btf | undefined = btf;
    while (owner && id < owner.firstType) owner = owner.base;
    const type = owner?.types[id - owner.firstType];
    if (owner && type) return { owner, type };
    throw notThere(btf, `type ${id}`);
  }

  function layoutAt(id: number): Layout {
    if (id === 0) return opaque('void', 0);
    const old = known.get(id);
    if (old instanceof ObjectError) throw old;
    if (old && old !== OPEN) return old;
    const { owner, type } = typeAt(id);
    const fail = (why: string) => new ObjectError('malformed', owner.section, type.data - 12, why);
    if (old === OPEN) throw fail('a type is made of itself');
    if (depth >= DEEPEST) throw fail('types are nested too deep');
    depth++;
    known.set(id, OPEN);
    try {
      const layout = layoutOfType(owner, type);
      known.set(id, layout);
      return layout;
    } catch (error) {
      if (error instanceof ObjectError) known.set(id, error);
      throw error;
    } finally {
      depth--;
    }
  }

  function layoutOfType(owner: Btf, type: BtfType): Layout {
    const name = btfString(owner, type.nameAt);
    const size = type.sizeOrType;
    const { kind } = type;
    if (QUALIFIERS.has(kind)) return layoutAt(type.sizeOrType);
    if (kind === KIND.TYPEDEF) return alias(layoutAt(type.sizeOrType), name);
    if (kind === KIND.PTR) return pointer(`${nameOf(type.sizeOrType)} *`, abi.sizes.pointer, abi);
    if (kind === KIND.INT)
      return integer(name, size, (encodingOf(owner, type) & SIGNED) !== 0, abi);
    if (kind === KIND.FLOAT) return floating(name, size, abi);
    if (kind === KIND.ENUM || kind === KIND.ENUM64)
      return enumeration(integer(name, size, type.flag, abi), name, valuesOf(owner, type));
    if (kind === KIND.ARRAY) return arrayOf(owner, type);
    if (kind === KIND.STRUCT || kind === KIND.UNION) {
      if (owner.isDistilled && type.count === 0 && size > 0)
        throw new ObjectError(
          'unsupported',
          owner.section,
          type.data - 12,
          `of ${name} only the size is here: check the kernel's BTF`,
        );
      const members = membersOf(owner, type);
      if (openedCount(members) > MOST_MEMBERS) throw tooMany(owner, type);
      return compound(kind === KIND.UNION ? 'union' : 'struct', name || null, size, members);
    }
    if (kind > KIND.ENUM64)
      throw new ObjectError(
        'unsupported',
        owner.section,
        type.data - 12,
        `nothing is known of a type of BTF kind ${kind}`,
      );
    return opaque(name || `BTF kind ${kind}`, 0);
  }

  /** The names of an enumeration's values, as far as they are numbers here. */
  function valuesOf(owner: Btf, type: BtfType): Readonly<Record<string, number>> {
    read += type.count;
    if (read > MOST_READ) throw tooMany(owner, type);
    const r = dataOf(owner, type);
    const values = Array.from({ length: type.count }, (): [string, number] => {
      const name = btfString(owner, r.u32());
      const low = r.u32();
      if (type.kind === KIND.ENUM) return [name, type.flag ? low | 0 : low];
      const high = r.u32();
      return [name, (type.flag ? high | 0 : high) * 2 ** 32 + low];
    });
    return Object.fromEntries(values.filter(([, value]) => Number.isSafeInteger(value)));
  }

  const nameOf = (id: number): string => {
    if (id === 0) return 'void';
    const { owner, type } = typeAt(id);
    return btfString(owner, type.nameAt) || 'void';
  };

  const dataOf = (owner: Btf, type: BtfType) => readerOf(owner.bytes, owner.section, type.data);
  const encodingOf = (owner: Btf, type: BtfType): number =>
    (dataOf(owner, type).u32() >>> 24) & 0xf;

  function arrayOf(owner: Btf, type: BtfType): Layout {
    const r = dataOf(owner, type);
    const element = layoutAt(r.u32());
    r.skip(4); // the type of an index
    const length = r.u32();
    if (element.size * length > MOST_BYTES) throw r.fail('an array too large', type.data);
    return array(element, length);
  }

  function membersOf(owner: Btf, type: BtfType): MemberFound[] {
    read += type.count;
    if (type.count > MOST_MEMBERS || read > MOST_READ) throw tooMany(owner, type);
    const r = dataOf(owner, type);
    return Array.from({ length: type.count }, () => {
      const name = btfString(owner, r.u32()) || null;
      const id = r.u32();
      const word = r.u32();
      const layout = layoutAt(id);
      // With the flag the upper byte is a bit-field's width, 0 for other members.
      let width = type.flag ? word >>> 24 : 0;
      let start = type.flag ? word & 0xff_ffff : word;
      if (!type.flag) [start, width] = oldBits(id, start);
      if (width === 0 && start % 8 !== 0) throw r.fail(`a member at bit ${start}`, r.at - 12);
      const offset = Math.floor(start / 8);
      return width === 0
        ? { name, offset, layout }
        : { name, offset, layout, bits: { start, width } };
    });
  }

  /** Without the flag an integer's own encoding says that it is a bit-field. */
  function oldBits(id: number, start: number): [start: number, width: number] {
    if (id === 0) return [start, 0];
    const { owner, type } = typeAt(id);
    if (QUALIFIERS.has(type.kind) || type.kind === KIND.TYPEDEF)
      return oldBits(type.sizeOrType, start);
    if (type.kind !== KIND.INT) return [start, 0];
    const encoding = dataOf(owner, type).u32();
    const [shift, bits] = [(encoding >>> 16) & 0xff, encoding & 0xff];
    return bits === type.sizeOrType * 8 && shift === 0 ? [start, 0] : [start + shift, bits];
  }

  /** Whether a type stands for a struct without members, if need be by way of typedefs. */
  function isDeclared(id: number): boolean {
    let { type } = typeAt(id);
    for (let depth = 0; type.kind === KIND.TYPEDEF && depth < DEEPEST; depth++) {
      if (type.sizeOrType === 0) return false;
      type = typeAt(type.sizeOrType).type;
    }
    return type.kind === KIND.FWD;
  }

  return { layoutAt, isDeclared };
}
