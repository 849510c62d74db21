/**
 * Reads a million tampered objects and BTF blobs: each gives verdicts or an `ObjectError` with
 * its place, soon and without much memory. `npm run fuzz:objects -- [--count N] [--seed N]
 * [--jobs N] [--only CASE]`; a case that fails is written to `fuzz-SEED-CASE.o`, and the
 * command goes on; it exits with 1 when any failed.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { corpusIn } from '../test/check/fuzz/corpus.js';
import { caseOf, outcomeOf } from '../test/check/fuzz/case.js';

/** What a worker does: each `step`-th case from `first` on; `at` shows which one it is at. */
interface Work {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly step: number;
  readonly at: Int32Array;
}

interface Failure {
  readonly number: number;
  readonly why: string;
}

/** A case that takes more milliseconds is a find; a test run, beside others, asks no times. */
const SLOW = 1000;

/** A case that takes so many milliseconds does not end. */
const ENDLESS = 20_000;

const corpus = corpusIn(new URL('../../test/objects/', import.meta.url));

function work({ seed, first, count, step, at }: Work): void {
  for (let number = first; number < count; number += step) {
    Atomics.store(at, 0, number);
    const tampered = caseOf(corpus, seed, number);
    const start = performance.now();
    try {
      outcomeOf(tampered);
      const took = performance.now() - start;
      if (took > SLOW) throw new Error(`took ${Math.round(took)} ms`);
    } catch (error) {
      const failure: Failure = { number, why: (error as Error).stack ?? String(error) };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window: a thread
      parentPort!.postMessage(failure);
    }
  }
}

/** Tells of a failure, and keeps the file. */
function tell(seed: number, { number, why }: Failure): void {
  const { seed: from, bytes } = caseOf(corpus, seed, number);
  const file = `fuzz-${seed}-${number}.o`;
  writeFileSync(file, bytes);
  console.error(`\nseed ${seed}, case ${number}, from ${from}, kept as ${file}: ${why}`);
}

/** Runs one share of the cases; starts over after a case that ended the worker. */
function share(work: Work, failed: (failure: Failure) => void): Promise<void> {
  return new Promise((resolve) => {
    const { at } = work;
    Atomics.store(at, 0, work.first);
    const worker = new Worker(new URL(import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    let last = -1;
    let isOver = false;
    const goOn = (why: string): void => {
      if (isOver) return;
      isOver = true;
      clearInterval(watch);
      const number = Atomics.load(at, 0);
      failed({ number, why });
      void worker.terminate();
      resolve(share({ ...work, first: number + work.step }, failed));
    };
    const watch = setInterval(() => {
      const number = Atomics.load(at, 0);
      if (number === last) goOn(`does not end within ${ENDLESS} ms`);
      last = number;
    }, ENDLESS);
    worker.on('message', failed);
    worker.on('error', (error) => goOn(String(error)));
    worker.on('exit', () => {
      clearInterval(watch);
      if (!isOver) resolve();
      isOver = true;
    });
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      jobs: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const [count, seed, jobs] = [Number(values.count), Number(values.seed), Number(values.jobs)];
  if (values.only !== undefined) {
    console.log(outcomeOf(caseOf(corpus, seed, Number(values.only))));
    return 0;
  }
  console.error(`seed ${seed}: ${count} cases from ${corpus.length} objects`);
  let failures = 0;
  const failed = (failure: Failure): void => {
    failures++;
    tell(seed, failure);
  };
  const shares: Work[] = Array.from({ length: jobs }, (_, first) => ({
    seed,
    first,
    count,
    step: jobs,
    at: new Int32Array(new SharedArrayBuffer(4)),
  }));
  const started = performance.now();
  const progress = setInterval(() => {
    const done = shares.reduce((sum, { at }) => sum + Atomics.load(at, 0) / jobs, 0);
    const rate = done / ((performance.now() - started) / 1000);
    process.stderr.write(
      `\r${Math.floor(done)} of ${count}, ${failures} failed, ${Math.round(rate)} a second `,
    );
  }, 2000);
  await Promise.all(shares.map((one) => share(one, failed)));
  clearInterval(progress);
  console.error(`\nseed ${seed}: ${count} cases, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}

if (isMainThread) process.exitCode = await main();
else work(workerData as Work);
