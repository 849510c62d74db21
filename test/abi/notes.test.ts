import { describe, expect, it } from 'vitest';
import { structs, xen_pfn_t } from '../../abi/index.js';
import type { CompoundType, FieldType, Member } from '../../src/schema/index.js';

const frameUnits = ['GFN', 'MFN', 'PFN'];

/** Every field of a declaration, those of nested structs and unions included. */
function* membersOf(type: CompoundType, at: string): Generator<{ path: string; member: Member }> {
  for (const member of type.members) {
    const path = `${at}.${member.name}`;
    yield { path, member };
    if (member.type.kind === 'struct' || member.type.kind === 'union')
      yield* membersOf(member.type, path);
  }
}
const members = structs.flatMap((type) => [...membersOf(type, type.name ?? type.kind)]);

/** The type of an integer field, or of the elements of the list behind a handle. */
const valueType = (type: FieldType): FieldType | undefined =>
  type.kind === 'handle' ? type.target : type;

// JSON prints what has one of these units in hex, everything else of 64 bits in decimal.
describe('frame numbers', () => {
  it('says of every xen_pfn_t, alone or in a list, which kind of frame number it is', () => {
    const found = members.filter(({ member }) => valueType(member.type) === xen_pfn_t);
    expect(found.length).toBeGreaterThan(0);
    for (const { path, member } of found) expect(frameUnits, path).toContain(member.unit);
  });

  it('says so of every field with a frame number in its name', () => {
    const named = members.filter(
      ({ member }) =>
        /(^|_)(gp?fns?|pfn|mfn)(_|$)/.test(member.name) && member.type.kind !== 'union',
    );
    expect(named.length).toBeGreaterThan(10);
    for (const { path, member } of named) expect(frameUnits, path).toContain(member.unit);
  });

  it('gives the unit to nothing else', () => {
    const others = members.filter(
      ({ member }) =>
        member.unit !== undefined &&
        frameUnits.includes(member.unit) &&
        valueType(member.type) !== xen_pfn_t,
    );
    expect([...new Set(others.map(({ path }) => path.split('.').slice(-2).join('.')))]).toEqual([
      'arch_shared_info.max_pfn',
      'arch.max_pfn',
      'xen_machphys_mapping.max_mfn',
      'xen_mem_paging_op.gfn',
      'xen_mem_access_op.pfn',
      'xen_mem_access_op.pfn_list',
      'u.gfn',
      'mem_sharing_op_share.source_gfn',
      'mem_sharing_op_share.client_gfn',
      'mem_sharing_op_range.first_gfn',
      'mem_sharing_op_range.last_gfn',
      'u.mfn',
      'share.source_gfn',
      'share.client_gfn',
      'range.first_gfn',
      'range.last_gfn',
    ]);
  });
});

it('has a direction and one line of meaning for every field', () => {
  for (const { path, member } of members) {
    expect(member.doc, path).toMatch(/^\S.*\S$/);
    expect(member.direction, path).toBeDefined();
  }
});

it('says what every handle points to, and how long the list is', () => {
  for (const { path, member } of members) {
    if (member.type.kind !== 'handle') continue;
    expect(member.type.target, path).toBeDefined();
    expect(member.type.length, path).toBeDefined();
  }
});
