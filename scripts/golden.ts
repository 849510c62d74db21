// Compiler truth: asks clang, and gcc where it can, for the layouts of Xen's public headers and
// of random declarations, compares every number with `layoutOf`, and records the answers in
// test/golden, where the tests compare without a compiler.
import { writeFileSync } from 'node:fs';
import { unlisted } from '../abi/index.js';
import { architectures, type ArchitectureName, layoutOf } from '../src/layout/index.js';
import { deterministic } from '../test/support/declarations.js';
import { clang, type Compiler, gcc, GoldenError } from './golden/compile.js';
import { askHeaders, headerAbis, headersPackage, listedOn } from './golden/headers.js';
import { askRandom, ourRandom, randomName } from './golden/random.js';
import { grouped, type HeadersFile, type RandomFile, toText } from './golden/record.js';
import { disagreements, type Truth, truthOf } from './golden/truth.js';

const seed = 20130806;
const asked = deterministic(600, seed);
const committed = 120;
const allAbis = Object.keys(architectures) as ArchitectureName[];

let wrong = 0;

/** Prints where a compiler and we disagree; counts the fields. */
function compare(
  compiler: Compiler,
  abi: string,
  expected: ReadonlyMap<string, Truth>,
  ours: ReadonlyMap<string, Truth>,
): void {
  let [fields, found] = [0, 0];
  for (const [struct, truth] of expected) {
    fields += Object.keys(truth.fields).length + Object.keys(truth.bits).length;
    for (const { field, expected, actual } of disagreements(truth, ours.get(struct)!)) {
      console.log(
        `${abi}: ${struct}.${field}: expected ${expected} (${compiler.name}), actual ${actual}`,
      );
      found++;
    }
  }
  wrong += found;
  const verdict = found === 0 ? 'agree' : `compared, ${found} DISAGREE`;
  console.log(`  ${abi}: ${expected.size} structs, ${fields} fields ${verdict} (${compiler.name})`);
}

const has = (compiler: Compiler) => (abi: ArchitectureName) => abi in compiler.targets;

function headers(compilers: readonly [Compiler, ...Compiler[]]): HeadersFile {
  const byStruct = new Map<string, Map<string, Truth>>();
  let version = '';
  console.log('Public headers:');
  for (const compiler of compilers) {
    for (const abi of headerAbis.filter(has(compiler))) {
      const answer = askHeaders(compiler, abi);
      const ours = listedOn(abi).map((type): [string, Truth] => [
        type.name ?? '',
        truthOf(layoutOf(type, architectures[abi])),
      ]);
      compare(compiler, abi, answer.truths, new Map(ours));
      for (const path of answer.undeclared) {
        console.log(`${abi}: ${path}: expected a field (${compiler.name}), actual absent`);
        wrong++;
      }
      if (compiler !== compilers[0]) continue;
      version = answer.interface;
      for (const [struct, truth] of answer.truths)
        byStruct.set(struct, (byStruct.get(struct) ?? new Map<string, Truth>()).set(abi, truth));
    }
  }
  console.log(
    '  riscv64, ppc64: no public header in Xen 4.17; the tests compare them with test/abi/layouts.tsv and x86_64',
  );
  console.log(`  in no public header: ${unlisted.join(', ')}`);
  const structs = [...byStruct].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    compiler: compilers[0].version,
    headers: headersPackage(),
    interface: version,
    structs: structs.map(([struct, byAbi]) => ({ struct, layouts: grouped(byAbi) })),
  };
}

function random(compilers: readonly [Compiler, ...Compiler[]]): RandomFile {
  const named = (truths: readonly Truth[]) =>
    new Map(truths.map((truth, i) => [`${randomName(i)} (seed ${seed})`, truth]));
  const byAbi = new Map<string, readonly Truth[]>();
  console.log('Random declarations:');
  for (const compiler of compilers) {
    for (const abi of allAbis.filter(has(compiler))) {
      const truths = askRandom(compiler, asked, abi);
      compare(compiler, abi, named(truths), named(ourRandom(asked, abi)));
      if (compiler === compilers[0]) byAbi.set(abi, truths);
    }
  }
  const declarations = asked.slice(0, committed).map((spec, i) => ({
    spec,
    layouts: grouped(new Map([...byAbi].map(([abi, truths]) => [abi, truths[i]!]))),
  }));
  return { compiler: compilers[0].version, seed, declarations };
}

try {
  const compilers = [clang(), gcc()] as const;
  const folder = new URL('../../test/golden/', import.meta.url);
  for (const { version, targets } of compilers)
    console.log(`${version}: ${Object.keys(targets).join(', ') || 'for no architecture'}`);
  const files = { 'headers.json': headers(compilers), 'random.json': random(compilers) };
  if (wrong > 0) throw new GoldenError(`${wrong} disagreements; test/golden is left as it was.`);
  for (const [name, file] of Object.entries(files))
    writeFileSync(new URL(name, folder), toText(file));
  console.log(`Recorded in test/golden: ${Object.keys(files).join(', ')}.`);
} catch (error) {
  if (!(error instanceof GoldenError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
