/** A declaration that no C compiler would take, or that names what does not exist. */
export class DeclarationError extends Error {
  override readonly name = 'DeclarationError';
  /** The struct, union or typedef that is wrong; `null` when it has no name. */
  readonly struct: string | null;
  /** The field that is wrong; `null` when the fault is the whole type's. */
  readonly field: string | null;

  constructor(struct: string | null, field: string | null, problem: string) {
    super(`${struct ?? '(unnamed)'}${field === null ? '' : `.${field}`}: ${problem}`);
    this.struct = struct;
    this.field = field;
  }
}

export function fail(struct: string | null, field: string | null, problem: string): never {
  throw new DeclarationError(struct, field, problem);
}

export const isPowerOfTwo = (n: number): boolean =>
  Number.isSafeInteger(n) && n > 0 && (BigInt(n) & BigInt(n - 1)) === 0n;

export const isIdentifier = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);
