import { namedMembers, type OneOfType, type Type } from '../schema/index.js';

const hasFields = (type: Type, value: object): boolean => {
  if (type.kind !== 'struct' && type.kind !== 'union') return false;
  const names = new Set(namedMembers(type).map(({ name }) => name));
  return Object.keys(value).every((key) => names.has(key));
};

/** The alternative that a value is of, where it has another's fields; else the first. */
export function meant({ alternatives }: OneOfType, value: unknown): Type {
  const fitting =
    typeof value === 'object' && value !== null
      ? alternatives.find(({ type }) => hasFields(type, value))
      : undefined;
  return (fitting ?? alternatives[0]!).type;
}
