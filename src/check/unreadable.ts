import type { Findings } from './found.js';
import { ObjectError } from './object-error.js';

/**
 * Tells why a struct cannot be read, with its name: once for each name, and once for a struct
 * and its typedef. What is no error of the object is thrown on.
 * @returns a function that returns how many errors there were
 */
export function tellUnreadable(findings: Findings): (struct: string, error: unknown) => number {
  const errors = new Set<ObjectError>();
  const names = new Set<string>();
  return (struct, error) => {
    if (!(error instanceof ObjectError)) throw error;
    const { code, section, offset, why } = error;
    if (!errors.has(error) && !names.has(struct))
      findings.problem(new ObjectError(code, section, offset, `${struct} cannot be read: ${why}`));
    names.add(struct);
    return errors.add(error).size;
  };
}
