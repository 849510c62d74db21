import {
  isCompound,
  type CompoundLayout,
  type MemberLayout,
  x86_64,
} from '../../src/layout/index.js';
import { floating } from '../../src/check/object-layout.js';
import { u } from './by-hand.js';

/** A layout that somebody got wrong, and what has to be said of it. */
export interface Changed {
  readonly layout: CompoundLayout;
  readonly path: string;
  /** What lies in padding is a remark. */
  readonly what: 'missing' | 'padding' | 'shape';
}

/** Changes one place of a struct, the `n`th that it can change; nothing where there is none. */
export type Change = (struct: CompoundLayout, n: number) => Changed | undefined;

const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length];
const named = ({ members }: CompoundLayout) => members.filter(({ name }) => name !== null);
const replaced = (struct: CompoundLayout, old: MemberLayout, by: readonly MemberLayout[]) => ({
  ...struct,
  members: struct.members.flatMap((m) => (m === old ? by : [m])),
});

const drop: Change = (struct, n) => {
  const victim = nth(named(struct), n);
  return victim && { layout: replaced(struct, victim, []), path: victim.name!, what: 'missing' };
};

const toFloat: Change = (struct, n) => {
  const victim = nth(
    named(struct).filter(({ layout, bits }) => layout.kind === 'int' && !bits),
    n,
  );
  if (!victim) return undefined;
  const float = { ...victim, layout: floating('float', victim.layout.size, x86_64) };
  return { layout: replaced(struct, victim, [float]), path: victim.name!, what: 'shape' };
};

/** The bits of a struct that are nobody's, those inside its members left out. */
function freeBits({ size, members }: CompoundLayout): number[] {
  const isFree = Array.from({ length: size * 8 }, () => true);
  for (const { bits, offset, layout } of members) {
    const start = bits?.start ?? offset * 8;
    isFree.fill(false, start, start + (bits?.width ?? layout.size * 8));
  }
  return isFree.flatMap((free, bit) => (free ? [bit] : []));
}

const NEW = 'one_more';

const addBit: Change = (struct, n) => {
  const start = nth(freeBits(struct), n);
  if (start === undefined) return undefined;
  const member = { name: NEW, member: { name: NEW, type: u(1).type }, layout: u(1) };
  const bit = { ...member, offset: Math.floor(start / 8), bits: { start, width: 1 } };
  return { layout: { ...struct, members: [...struct.members, bit] }, path: NEW, what: 'padding' };
};

const addByte: Change = (struct, n) => {
  const free = new Set(freeBits(struct));
  const isWhole = (bit: number): boolean =>
    bit % 8 === 0 && Array.from({ length: 8 }, (_, i) => bit + i).every((one) => free.has(one));
  const start = nth([...free].filter(isWhole), n);
  if (start === undefined) return undefined;
  const member = { name: NEW, member: { name: NEW, type: u(1).type }, layout: u(1) };
  const byte = { ...member, offset: start / 8 };
  return { layout: { ...struct, members: [...struct.members, byte] }, path: NEW, what: 'padding' };
};

/** The same one level down. */
const inside =
  (change: Change): Change =>
  (struct, n) => {
    const outer = nth(
      named(struct).filter(({ layout }) => layout.kind === 'struct'),
      n,
    );
    if (!outer || !isCompound(outer.layout)) return undefined;
    const changed = change(outer.layout, n);
    if (!changed) return undefined;
    const member = { ...outer, layout: changed.layout };
    const path = `${outer.name}.${changed.path}`;
    return { ...changed, layout: replaced(struct, outer, [member]), path };
  };

const plain: Readonly<Record<string, Change>> = {
  'a field less': drop,
  'floating point for an integer': toFloat,
  'one more bit': addBit,
  'one more byte': addByte,
};

/** By what they do, in the outermost struct and one level down. */
export const changes: readonly (readonly [string, Change])[] = Object.entries(plain).flatMap(
  ([name, change]) => [
    [name, change],
    [`${name}, one level down`, inside(change)],
  ],
);
