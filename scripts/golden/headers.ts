import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { structs, unlisted } from '../../abi/index.js';
import { architectures, type ArchitectureName, layoutOf } from '../../src/layout/index.js';
import type { CompoundType } from '../../src/schema/index.js';
import { compile, type Compiler, GoldenError } from './compile.js';
import { undeclared } from './members.js';
import { questions, readBack } from './read-back.js';
import { type Truth, truthOf } from './truth.js';

/** The architectures that Xen 4.17 has public headers for. */
export const headerAbis = [
  'x86_32',
  'x86_64',
  'arm32',
  'arm64',
] as const satisfies ArchitectureName[];

/** The structs of `abi/` on an architecture that a public header declares. */
export const listedOn = (abi: ArchitectureName): CompoundType[] =>
  structs.filter(
    ({ name, abis }) => !unlisted.includes(name ?? '') && (abis?.includes(abi) ?? true),
  );

const interfaceVersion = '__XEN_INTERFACE_VERSION__';
const options = ['-D__XEN_TOOLS__', '-idirafter', '/usr/include'];
const includes = '#include <stdint.h>\n#include <xen/xen.h>\n#include <xen/memory.h>\n';

interface HeaderTruths {
  /** `__XEN_INTERFACE_VERSION__`, as the headers write it. */
  readonly interface: string;
  readonly truths: ReadonlyMap<string, Truth>;
  /** Fields of the headers' structs that ours lack; only clang can tell. */
  readonly undeclared: readonly string[];
}

/** What a compiler makes of the installed headers' structs, asked for the fields of ours. */
export function askHeaders(compiler: Compiler, abi: ArchitectureName): HeaderTruths {
  if (!existsSync('/usr/include/xen/memory.h'))
    throw new GoldenError(
      "Xen's public headers were not found in /usr/include/xen; install them (Debian: apt install libxen-dev).",
    );
  const types = listedOn(abi);
  const subjects = types.map((type) => ({
    name: `${type.kind} ${type.name}`,
    asked: truthOf(layoutOf(type, architectures[abi])),
  }));
  const source = {
    compiler,
    abi,
    options,
    text: includes + questions(subjects, [interfaceVersion]),
  };
  const { object } = compile(source);
  const { constants, truths } = readBack(subjects, object, [interfaceVersion]);
  return {
    interface: `0x${(constants[0] ?? 0).toString(16).padStart(8, '0')}`,
    truths: new Map(truths.map((truth, i) => [types[i]?.name ?? '', truth])),
    undeclared: compiler.name === 'clang' ? undeclared(source, subjects) : [],
  };
}

/** Which package the headers came with, where Debian's package manager can tell. */
export function headersPackage(): string {
  const run = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${Version}', 'libxen-dev'], {
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout : 'unknown';
}
