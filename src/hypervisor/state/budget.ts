import type { Call } from '../../capture/index.js';
import { UnknownFact } from './unknown.js';

/*
 * A few bytes can ask for millions of pages. What a capture may cost is bounded by what it says:
 * a step is a place of the model that changes, or an access to guest memory.
 */

/** Steps for each byte of a call, and as many more for the whole capture. */
const PER_BYTE = 32;
const AT_LEAST = 2 ** 20;

/** What a call of few words takes as text. */
const LINE = 64;

/** Bytes of a call's line, about. */
const sizeOf = ({ args, memory }: Call): number =>
  memory.reduce((size, { before }) => size + LINE + 2 * before.length, LINE + 4 * args.length);

/** A capture asked for more than its bytes buy; nothing more of it is executed. */
export class BudgetUsedUp extends UnknownFact {}

export interface Budget {
  /** Adds what a call's line buys. */
  earn(call: Call): void;
  /** Takes steps off. @throws BudgetUsedUp while a call is executed and there are none left */
  spend(steps?: number): void;
  /** Executes a call, which ends where the budget does. */
  during<T>(execute: () => T): T;
  /** Why nothing is executed any more, from then on. */
  readonly end: string | undefined;
}

export function createBudget(): Budget {
  let left = AT_LEAST;
  let given = AT_LEAST;
  let isExecuting = false;
  let end: string | undefined;
  return {
    earn(call) {
      const steps = PER_BYTE * sizeOf(call);
      left += steps;
      given += steps;
    },
    spend(steps = 1) {
      left -= steps;
      if (left >= 0) return;
      end ??= `not executed: the ${given} steps that the capture's bytes allow are used up`;
      if (isExecuting) throw new BudgetUsedUp(end);
    },
    during(execute) {
      const was = isExecuting;
      isExecuting = true;
      try {
        return execute();
      } finally {
        isExecuting = was;
      }
    },
    get end() {
      return end;
    },
  };
}
