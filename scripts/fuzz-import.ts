/**
 * Random declarations as C, compiled with debug information for each architecture, then imported
 * together: `check` of each object against what was imported must find no difference.
 * `npm run fuzz:import -- --count 20 --seed 1`; a round is 12 structs, in DWARF 4 and 5.
 */
import { checkObject, importDeclarations, sourceOf } from '../src/check/index.js';
import { type ArchitectureName, architectures, structsFrom } from '../src/layout/index.js';
import { buildStruct } from '../test/support/declaration-spec.js';
import { deterministic, type StructSpec } from '../test/support/declarations.js';
import { cPrinter, prelude } from './golden/c-printer.js';
import { clang, compile, type Compiler, gcc } from './golden/compile.js';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [rounds, seed] = [option('count', 20), option('seed', 1)];
const STRUCTS = 12;

/** The structs in C, each with a variable of it, without which no debug information is kept. */
function source(specs: readonly StructSpec[], abi: ArchitectureName): string {
  let text = prelude;
  for (const [i, spec] of specs.entries()) {
    const printer = cPrinter(architectures[abi], `random_${i}`);
    const name = printer.define(buildStruct(`random_${i}`, spec));
    text += `${printer.text()}${name} kept_${i};\n`;
  }
  return text;
}

const counts = { objects: 0, structs: 0, refused: 0, differ: 0 };
const why = new Map<string, number>();

function round(specs: readonly StructSpec[], compiler: Compiler, format: string): void {
  const abis = Object.keys(compiler.targets) as ArchitectureName[];
  const objects = abis.map((abi) => {
    const text = source(specs, abi);
    const { object } = compile({ compiler, abi, options: [format], text });
    return { name: `${abi}.o`, source: sourceOf(object) };
  });
  const { declarations, refused } = importDeclarations(objects);
  counts.refused += refused.length;
  for (const one of refused) {
    const reason = one.why.replaceAll(/\b[\w.[\]]*\d[\w.[\]]*/g, '…');
    why.set(reason, (why.get(reason) ?? 0) + 1);
  }
  const { structs } = structsFrom(
    Object.fromEntries(declarations.map(({ name, type }) => [name, type])),
  );
  for (const object of objects) {
    counts.objects++;
    for (const verdict of checkObject(object.source, { structs }).structs) {
      counts.structs++;
      if (verdict.verdict !== 'differ') continue;
      counts.differ++;
      const shown = JSON.stringify(verdict.differences.slice(0, 3));
      console.log(`${compiler.name} ${format} ${object.name}: ${verdict.struct} ${shown}`);
    }
  }
}

const all = deterministic(rounds * STRUCTS, seed);
const samples = Array.from({ length: rounds }, (_, i) => all.slice(i * STRUCTS, (i + 1) * STRUCTS));
for (const specs of samples)
  for (const compiler of [clang(), gcc()])
    for (const format of ['-gdwarf-4', '-gdwarf-5']) round(specs, compiler, format);

console.log(
  `seed ${seed}: ${counts.objects} objects, ${counts.structs} structs compared, ${counts.differ} differ, ${counts.refused} refused`,
);
for (const [reason, count] of why) console.log(`  ${count} × ${reason}`);
process.exitCode = counts.differ > 0 ? 1 : 0;
