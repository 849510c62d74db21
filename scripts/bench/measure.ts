export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Times each case once per round, so that what disturbs the machine disturbs all alike. */
export function interleave(
  cases: readonly (readonly [string, () => void])[],
  rounds: number,
): Map<string, number[]> {
  const times = new Map<string, number[]>(cases.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of cases) {
      const start = process.hrtime.bigint();
      run();
      // The first third lets the compiler settle.
      if (round >= rounds / 3) times.get(name)!.push(Number(process.hrtime.bigint() - start));
    }
  }
  return times;
}
