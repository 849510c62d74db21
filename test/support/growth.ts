import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { main, root } from '../cli/run.js';

/**
 * What something costs at n, 4n and 16n. Counted work (bytes read, entries visited, things
 * kept) is exact and to be preferred; a clock is only asked for what no counter sees.
 */
export type Costs = readonly [one: number, four: number, sixteen: number];

/** Sixteen times the input may cost this many times four times the input: 16 is quadratic. */
const MOST = 8;

/**
 * Costs grow no faster than their input. What every run costs, however small, is `floor`.
 * Of counted work give the true floor, mostly 0; of a clock, what the smallest run takes.
 */
export function expectLinear([, four, sixteen]: Costs, floor = 0): void {
  const [some, all] = [Math.max(four - floor, 1), sixteen - floor];
  expect(all / some, `4n: ${four}, 16n: ${sixteen}`).toBeLessThan(MOST);
}

/** Work that is counted by who does it. */
export const counts = (n: number, work: (n: number) => number): Costs => [
  work(n),
  work(4 * n),
  work(16 * n),
];

/** Processor time, in milliseconds, that other processes on the machine do not add to. */
export function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Processor time at each size, the best of rounds that alternate between the sizes, so that a
 * slow moment of the machine is nobody's. `prepare` makes the input, which is not measured.
 */
export function times(n: number, prepare: (n: number) => () => unknown, rounds = 3): Costs {
  const works = [prepare(n), prepare(4 * n), prepare(16 * n)];
  const best: [number, number, number] = [Infinity, Infinity, Infinity];
  // A machine that does other work gets more rounds; what is worse than linear stays so.
  const isSteep = (): boolean => best[2] >= (MOST - 1) * best[1];
  for (let round = 0; round < rounds || (isSteep() && round < 12); round++)
    for (const [i, work] of works.entries()) best[i] = Math.min(best[i]!, spent(work));
  return best;
}

/** What one run of the command cost, and what it said. */
export interface Spent {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Processor milliseconds. */
  readonly cpu: number;
  /** The most memory that it had at once, in bytes. */
  readonly peak: number;
}

/** Runs before the command line, and tells on descriptor 3 what the process used. */
const METER = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

/** Runs the command line with a bound on its heap, and measures it. */
export function metered(
  args: readonly string[],
  { heap = 512, input = '' }: { readonly heap?: number; readonly input?: string | Uint8Array } = {},
): Spent {
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, '--import', METER, main, ...args],
    {
      cwd: root,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  );
  const used = JSON.parse(output[3] || '{}') as NodeJS.ResourceUsage;
  const cpu = (used.userCPUTime + used.systemCPUTime) / 1000;
  return { status, stdout, stderr, cpu, peak: used.maxRSS * 1024 };
}
