import { type CompoundShape, dotted, type MemberShape, type Path } from '../layout/index.js';
import { type Fault, shownByte } from './fault.js';
import { type Fields, isGiven } from './fields.js';
import type { Parts } from './parts.js';
import { writeMember } from './walk.js';

const nameOf = (member: MemberShape): string =>
  member.name ?? `the anonymous ${member.layout.kind}`;

/** One union member's bytes alone, and which bits of them are its own. */
function memberAlone(m: MemberShape, value: Fields, size: number, parts: Parts) {
  const its = new Uint8Array(size);
  const overOnes = new Uint8Array(size).fill(0xff);
  writeMember(m, value, its, 0, parts);
  writeMember(m, value, overOnes, 0, parts);
  // What is the same over zeros and over ones was written.
  return { its, mask: its.map((byte, i) => ~(byte ^ overOnes[i]!)) };
}

/** The first byte on which two given members of a union disagree, as a fault naming both. */
export function agree(
  union: CompoundShape,
  value: Fields,
  base: number,
  path: Path,
  parts: Parts,
): Fault | undefined {
  const bytes = new Uint8Array(union.size);
  const mask = new Uint8Array(union.size);
  const given = union.members.filter((m) => isGiven(m, value));
  for (const m of given) {
    const { its, mask: itsMask } = memberAlone(m, value, union.size, parts);
    for (let i = 0; i < union.size; i++) {
      if (((bytes[i]! ^ its[i]!) & mask[i]! & itsMask[i]!) !== 0) {
        const others = given.slice(0, given.indexOf(m)).map(nameOf).join(', ');
        const where = dotted(path) === '' ? 'the union' : dotted(path);
        return {
          code: 'union',
          path,
          offset: base + i,
          expected: `${nameOf(m)} to agree with ${others} on byte ${i} of ${where}`,
          actual: `${shownByte(its[i]!)} and ${shownByte(bytes[i]!)}`,
        };
      }
      bytes[i]! |= its[i]!;
      mask[i]! |= itsMask[i]!;
    }
  }
  return undefined;
}
