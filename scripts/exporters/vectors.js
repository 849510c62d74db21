/** Vectors in C and Rust, compiled with stub.c and stub.rs, and run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vectorSource, printerNamed } from '../../dist/src/cli/vectors-to.js';
import { cShapes } from '../../dist/src/export/c-types.js';
import { structVectors } from '../../dist/src/vectors/index.js';
import { abis, random, xenOn } from './subjects.js';
import { firstError, versionOf } from './tools.js';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [stubC, stubRust, bare] = ['stub.c', 'stub.rs', 'bare.c'].map(read);

/** Programs without a library, for machines other than this one: the target, and who runs them. */
const machines = {
  x86_64: ['x86_64-linux-gnu', ''],
  x86_32: ['i386-linux-gnu', 'qemu-i386'],
  arm64: ['aarch64-linux-gnu', 'qemu-aarch64'],
  arm32: ['armv7-linux-gnueabihf', 'qemu-arm'],
  riscv64: ['riscv64-linux-gnu', 'qemu-riscv64'],
  ppc64: ['powerpc64le-linux-gnu', 'qemu-ppc64le'],
};

/** Compiles and runs; `{ ok, errors }`. */
function run(files, compile, program) {
  const folder = mkdtempSync(join(tmpdir(), 'xenabi-vectors-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    for (const [tool, ...args] of program ? [compile, program] : [compile]) {
      const done = spawnSync(tool, args, { encoding: 'utf8', cwd: folder });
      const errors = `${done.stderr ?? ''}${done.stdout ?? ''}${done.error?.message ?? ''}`;
      if (done.status !== 0)
        return { ok: false, errors: `${tool}: status ${done.status} ${errors}` };
    }
    return { ok: true, errors: '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const source = (to, type, abi) =>
  vectorSource(printerNamed(to), type, abi, structVectors(type, abi, { count: 40, seed: 1 }));
const tagIn = (type, abi) => {
  const { name, layout } = cShapes([type], abi).list.find((shape) => shape.type === type);
  return `${layout.kind} ${name}`;
};
const asC = (type, abi, stub) => stub.replaceAll('struct xen_memory_exchange', tagIn(type, abi));

/** The first that fails of many, or that all are well. */
const all = (outcomes) => outcomes.find((one) => !one.ok) ?? { ok: true, errors: '' };
const closed = (types) =>
  types.filter((type) => !/"kind":"(flexible|float)"/.test(JSON.stringify(type)));

export function* checkVectors() {
  const row = (what, { ok, errors }) => ({
    what: `Vectors, ${what}`,
    outcome: ok ? 'ok' : 'FAIL',
    detail: ok ? '' : firstError(errors),
  });
  const x86_64 = abis.find(({ name }) => name === 'x86_64');
  for (const tool of ['gcc', 'clang'].filter(versionOf)) {
    const flags = ['-std=c11', '-Wall', '-Wextra', '-Werror', '-O1', 'stub.c', '-o', 'stub'];
    const outcomes = xenOn(x86_64).map((type) =>
      run(
        { 'vectors.h': source('c', type, x86_64), 'stub.c': asC(type, x86_64, stubC) },
        [tool, ...flags],
        ['./stub'],
      ),
    );
    yield row(`x86_64, ${tool}: ${outcomes.length} structs with stub.c`, all(outcomes));
  }
  if (versionOf('clang') && versionOf('ld.lld'))
    for (const abi of abis) {
      const [target, runner] = machines[abi.name];
      const isRun = runner === '' || versionOf(runner) !== undefined;
      const flags = `-target ${target} -std=gnu11 -O1 -ffreestanding -fno-builtin -fno-stack-protector -nostdlib -static -fuse-ld=lld bare.c -o bare`;
      const types = [...xenOn(abi), ...closed(random).slice(0, 20)];
      const outcomes = types.map((type) =>
        run(
          { 'vectors.h': source('c', type, abi), 'bare.c': asC(type, abi, bare) },
          ['clang', ...flags.split(' ')],
          isRun ? [...(runner ? [runner] : []), './bare'] : undefined,
        ),
      );
      const how = isRun ? 'run' : `compiled only: ${runner} is not installed`;
      yield row(
        `${abi.name}, clang: ${types.length} structs without a library, ${how}`,
        all(outcomes),
      );
    }
  if (versionOf('rustc')) {
    const outcomes = xenOn(x86_64).map((type) =>
      run(
        {
          'vectors.rs': source('rust', type, x86_64),
          'stub.rs': stubRust.replaceAll('xen_memory_exchange', type.name),
        },
        ['rustc', '--edition', '2021', 'stub.rs', '-o', 'stub'],
        ['./stub'],
      ),
    );
    yield row(`x86_64, rustc: ${outcomes.length} structs with stub.rs`, all(outcomes));
  }
}
