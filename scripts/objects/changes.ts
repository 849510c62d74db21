import type { Change, Field, Scalars, Struct } from './unit.js';

/** Changes the scalars. */
export const scalars =
  (changed: Partial<Scalars>): Change =>
  (unit) => ({ ...unit, scalars: { ...unit.scalars, ...changed } });

/** Changes every struct. */
export const structs =
  (change: (struct: Struct) => Struct): Change =>
  (unit) => ({ ...unit, structs: unit.structs.map(change) });

/** Changes the fields of one struct. */
export const fields = (name: string, change: (fields: readonly Field[]) => Field[]): Change =>
  structs((struct) =>
    struct.name === name ? { ...struct, fields: change(struct.fields) } : struct,
  );

/** Changes one field of one struct; to nothing, or to several. */
export const field = (
  struct: string,
  name: string,
  change: (field: Field) => readonly Field[],
): Change =>
  fields(struct, (all) => all.flatMap((one) => (one.name === name ? change(one) : [one])));

/** One change after the other. */
export const all =
  (...changes: readonly Change[]): Change =>
  (unit) =>
    changes.reduce((changed, change) => change(changed), unit);
