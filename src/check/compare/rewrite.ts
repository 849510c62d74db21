import type { CompoundType, Member, Type } from '../../schema/index.js';

/** What to put in a type's place, once what it is made of was rewritten; nothing keeps it. */
export type Rewrite = (type: Type) => Type | undefined;

/** A declaration with some of its types exchanged for others: what somebody may have written. */
export function rewrite(type: Type, by: Rewrite): Type {
  const inside = rewriteInside(type, by);
  return by(inside) ?? inside;
}

/** The type itself where nothing inside changes. */
function rewriteInside(type: Type, by: Rewrite): Type {
  if (type.kind === 'alias') {
    const inner = rewrite(type.type, by);
    return inner === type.type ? type : { ...type, type: inner };
  }
  if (type.kind === 'array' || type.kind === 'flexible') {
    const element = rewrite(type.element, by);
    return element === type.element ? type : { ...type, element };
  }
  if (type.kind !== 'struct' && type.kind !== 'union') return type;
  const members = type.members.map((member) => rewriteMember(member, by));
  return members.every((member, i) => member === type.members[i]) ? type : { ...type, members };
}

function rewriteMember(member: Member, by: Rewrite): Member {
  const { type } = member;
  if (type.kind === 'bits') return member;
  if (type.kind === 'anonymous') {
    const inner = rewrite(type.type, by) as CompoundType;
    return inner === type.type ? member : { ...member, type: { ...type, type: inner } };
  }
  const inner = rewrite(type, by);
  return inner === type ? member : { ...member, type: inner };
}
