import type { Findings } from '../found.js';
import { ObjectError } from '../object-error.js';

/** What is wrong with a file that an object names is said of that file, and the rest goes on. */
export function blaming(name: string, findings: Findings): Findings {
  const blamed = ({ code, section, offset, why }: ObjectError): ObjectError =>
    new ObjectError(code, `${name}${section && `, ${section}`}`, offset, why);
  return {
    ...findings,
    problem: (error) => findings.problem(blamed(error)),
    unreadable: (struct, error) => findings.unreadable(struct, blamed(error)),
  };
}

/** Does what reads a part of a file, or another file. @returns nothing where it cannot be read */
export function attempt<T>(findings: Findings, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    findings.problem(error);
    return undefined;
  }
}
