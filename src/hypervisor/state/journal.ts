import { type Budget, createBudget } from './budget.js';

/** What a call changes, kept so that it can be taken back: half a call is nobody's truth. */
export interface Journal {
  /** What the changes may cost. */
  readonly budget: Budget;
  /** A map whose changes since `begin` can be taken back. */
  map<K, V>(): Map<K, V>;
  /** Has more taken back: `save` is asked when a call begins, and returns what restores. */
  also(save: () => () => void): void;
  /** A call begins; what came before it stays. */
  begin(): void;
  /** Everything is again as it was at `begin`. */
  rollback(): void;
  /** How many places in maps have changed since `begin`. */
  changes(): number;
}

const ABSENT = Symbol('absent');

class UndoMap<K, V> extends Map<K, V> {
  #old: Map<K, V | typeof ABSENT> | undefined;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    super();
    this.#budget = budget;
  }

  #keep(key: K): void {
    if (!this.#old) return;
    this.#budget.spend();
    if (this.#old.has(key)) return;
    const was = this.get(key);
    this.#old.set(key, was !== undefined || this.has(key) ? was! : ABSENT);
  }

  override set(key: K, value: V): this {
    this.#keep(key);
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (!this.has(key)) return false;
    this.#keep(key);
    return super.delete(key);
  }

  override clear(): void {
    for (const key of this.keys()) this.#keep(key);
    super.clear();
  }

  begin(): void {
    this.#old = new Map();
  }

  get changes(): number {
    return this.#old?.size ?? 0;
  }

  rollback(): void {
    for (const [key, value] of this.#old ?? [])
      if (value === ABSENT) super.delete(key);
      else super.set(key, value);
    this.begin();
  }
}

export function createJournal(): Journal {
  const maps: Pick<UndoMap<never, never>, 'begin' | 'rollback' | 'changes'>[] = [];
  const savers: (() => () => void)[] = [];
  let restores: (() => void)[] = [];
  const budget = createBudget();
  return {
    budget,
    map<K, V>() {
      const map = new UndoMap<K, V>(budget);
      maps.push(map);
      return map;
    },
    also: (save) => void savers.push(save),
    begin() {
      budget.spend(maps.length + savers.length);
      for (const map of maps) map.begin();
      restores = savers.map((save) => save());
    },
    rollback() {
      for (const map of maps) map.rollback();
      for (const restore of restores) restore();
      restores = savers.map((save) => save());
    },
    changes: () => maps.reduce((sum, map) => sum + map.changes, 0),
  };
}
