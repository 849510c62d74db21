/** A stream of numbers that a seed decides, the same on every host and in every version. */
export interface Random {
  /** 0 to `below` - 1. */
  (below: number): number;
}

/** The splitmix32 generator: short, and good enough to choose test data by. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) % below;
  };
}

/** Which vectors, of all that there are. */
export interface VectorOptions {
  /** How many. */
  readonly count: number;
  /** The same seed gives the same vectors. */
  readonly seed: number;
}
