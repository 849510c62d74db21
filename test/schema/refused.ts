import { expect, test } from 'vitest';
import { DeclarationError } from '../../src/schema/index.js';

/** What is declared, and the whole sentence: struct and field, then what is wrong. */
export type Row = readonly [declare: () => unknown, message: string];

/** Expects every declaration to fail when it is made, with struct and field as data too. */
export const testRefused = (rows: readonly Row[]): void =>
  test.each(rows.map(([declare, message]) => ({ declare, message })))(
    '$message',
    ({ declare, message }) => {
      let thrown: unknown;
      try {
        declare();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(DeclarationError);
      const error = thrown as DeclarationError;
      expect(error.message).toBe(message);
      expect(error.name).toBe('DeclarationError');
      const where = error.field === null ? '' : `.${error.field}`;
      expect(message.startsWith(`${error.struct ?? '(unnamed)'}${where}: `)).toBe(true);
    },
  );
