/** The C export through clang and gcc, C and C++, for every architecture. */
import { existsSync } from 'node:fs';
import { cPrinter, prelude } from '../../dist/scripts/golden/c-printer.js';
import { headerAbis, listedOn } from '../../dist/scripts/golden/headers.js';
import { exportOptions } from '../../dist/src/cli/compat.js';
import { exportC, exportCTypes } from '../../dist/src/export/index.js';
import { shapesOf } from '../../dist/src/export/shapes.js';
import * as schema from '../../dist/src/schema/index.js';
import { abis, lists, random, xenOn } from './subjects.js';
import { firstError, runOn, versionOf } from './tools.js';

const common = ['-fsyntax-only', '-ffreestanding', '-w'];
const c11 = ['-std=gnu11', '-fms-extensions', '-x', 'c'];
const cpp11 = ['-std=gnu++11', '-x', 'c++'];
const targets = {
  x86_32: 'i386-linux-gnu',
  x86_64: 'x86_64-linux-gnu',
  arm32: 'armv7-linux-gnueabihf',
  arm64: 'aarch64-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
  ppc64: 'powerpc64le-linux-gnu',
};
/** Same processor, other data model. */
const strangers = [
  ['x86_64', 'x86_64-linux-gnux32'],
  ['x86_64', 'x86_64-w64-windows-gnu'],
  ['arm64', 'arm64_32-apple-watchos'],
  ['arm64', 'aarch64_be-linux-gnu'],
  ['arm32', 'armebv7-linux-gnueabihf'],
  ['riscv64', 'riscv32-linux-gnu'],
  ['ppc64', 'powerpc64-linux-gnu'],
];
const asWritten = { spell: (name) => name };

/** Declarations in C, and macros that say how they are called there. */
function declared(types, abi) {
  const printer = cPrinter(abi, 'own');
  const { list } = shapesOf(types, abi, { types: asWritten, fields: asWritten });
  const macros = list
    .filter(({ type }) => type.name !== null)
    .map(({ name, type }) => `#define XENABI_${name} ${printer.define(type)}\n`);
  return prelude + printer.text() + macros.join('');
}
const whole = (types, abi) => declared(types, abi) + exportC(types, abi);

const wrong = schema.struct('xen_add_to_physmap', {
  domid: schema.uint16_t,
  size: schema.uint32_t,
  space: schema.uint32_t,
});

/** Each compiler with the options for one architecture, as `[label, tool, options]`. */
function compilersFor(abi) {
  const clang = ['-target', targets[abi.name]];
  const bits = { x86_32: ['-m32'], x86_64: ['-m64'] }[abi.name];
  return [['clang', 'clang', clang], ...(bits ? [['gcc', 'gcc', bits]] : [])].filter(([, tool]) =>
    versionOf(tool),
  );
}

export function* checkC() {
  for (const tool of ['clang', 'gcc', 'clang++', 'g++'])
    if (!versionOf(tool)) yield { what: tool, outcome: 'missing', detail: 'not installed' };
  const headers = existsSync('/usr/include/xen/memory.h');
  if (!headers) yield { what: "Xen's headers", outcome: 'missing', detail: 'install libxen-dev' };
  for (const abi of abis) {
    const xen = xenOn(abi);
    for (const [label, tool, options] of compilersFor(abi)) {
      const compile = (text, language = c11, more = []) =>
        runOn(tool, [...common, ...options, ...language, ...more], 'export.c', text);
      const row = (what, { ok, errors }) => ({
        what: `C, ${abi.name}, ${label}: ${what}`,
        outcome: ok ? 'ok' : 'FAIL',
        detail: ok ? '' : firstError(errors),
      });
      yield row(`${xen.length} structs of abi/`, compile(whole(xen, abi)));
      if (versionOf(`${tool === 'gcc' ? 'g' : 'clang'}++`))
        yield row('the same as C++11', compile(whole(xen, abi), cpp11));
      yield row(`${lists.length} structs with lists`, compile(whole(lists, abi)));
      yield row(`${random.length} random structs`, compile(whole(random, abi)));
      const physmap = xen.find(({ name }) => name === 'xen_add_to_physmap');
      const refused = compile(declared([wrong], abi) + exportC([physmap], abi));
      yield row('a wrong struct is refused, its field named', {
        ok:
          !refused.ok && refused.errors.includes(`xen_add_to_physmap.size on ${abi.name}: size 2`),
        errors: refused.errors,
      });
      yield row(`${xen.length} structs of abi/, as c-types`, compile(exportCTypes(xen, abi)));
      yield row('c-types as C++11', compile(exportCTypes(xen, abi), cpp11));
      const alone = random.slice(0, 40).map((type) => compile(exportCTypes([type], abi)));
      yield row(
        `${alone.length} random structs, as c-types`,
        alone.find((one) => !one.ok) ?? { ok: true, errors: '' },
      );
      if (headers && headerAbis.includes(abi.name)) {
        const text = `#include <stdint.h>\n#include <xen/xen.h>\n#include <xen/memory.h>\n${exportC(listedOn(abi.name), abi)}`;
        const view = ['-D__XEN_TOOLS__', '-idirafter', '/usr/include'];
        yield row(
          `${listedOn(abi.name).length} structs of Xen's own headers`,
          compile(text, c11, view),
        );
        yield* views(abi, row, compile);
      }
    }
  }
  if (versionOf('clang')) yield* checkGuards();
  yield* checkCompat();
}

/** What is said of Xen's own headers, included in each of the ways that people do. */
function* views(abi, row, compile) {
  const include = '#include <stdint.h>\n#include <xen/xen.h>\n#include <xen/memory.h>\n';
  const guest = xenOn(abi).filter(({ name }) =>
    ['xen_memory_exchange', 'xen_add_to_physmap_batch', 'vcpu_info'].includes(name),
  );
  const all = exportC(xenOn(abi), abi, exportOptions(abi, false));
  const some = exportC(guest, abi, exportOptions(abi, false));
  const system = ['-idirafter', '/usr/include'];
  const version = '-D__XEN_INTERFACE_VERSION__=0x00040e00';
  const said = (outcome, sentence) => ({
    ok:
      !outcome.ok &&
      outcome.errors.includes(sentence) &&
      outcome.errors.split(' error: ').length === 2,
    errors: outcome.errors,
  });
  yield row(
    "every struct, beside Xen's headers for tools",
    compile(`${include}#include <xen/physdev.h>\n${all}`, c11, [...system, '-D__XEN_TOOLS__']),
  );
  yield row(
    "a guest's structs, with the version",
    compile(include + some, c11, [...system, version]),
  );
  yield row(
    'without the version, it is asked for',
    said(compile(include + some, c11, system), `compile with ${version}`),
  );
  yield row(
    'of tools, __XEN_TOOLS__ is asked for',
    said(
      compile(`${include}#include <xen/physdev.h>\n${all}`, c11, [...system, version]),
      'compile with -D__XEN_TOOLS__',
    ),
  );
}

/** 32-bit structs in a 64-bit hypervisor: as its headers write them, and as c-types. */
function* checkCompat() {
  const [x86_32, x86_64] = ['x86_32', 'x86_64'].map((name) =>
    abis.find((abi) => abi.name === name),
  );
  const options = exportOptions(x86_32, true);
  const compat = `#include <stdint.h>
#pragma pack(push, 4)
struct compat_memory_reservation {
  struct { uint32_t c; } extent_start;
  uint32_t nr_extents;
  unsigned int extent_order, mem_flags;
  uint16_t domid;
};
struct compat_memory_exchange {
  struct compat_memory_reservation in, out;
  uint32_t nr_exchanged;
};
#pragma pack(pop)
`;
  const exchange = xenOn(x86_32).filter(({ name }) => name === 'xen_memory_exchange');
  const types = exportCTypes(xenOn(x86_32), x86_32, options);
  for (const [label, tool, flags] of compilersFor(x86_64)) {
    const compile = (text) => runOn(tool, [...common, ...flags, ...c11], 'export.c', text);
    const row = (what, { ok, errors }) => ({
      what: `C, x86_32 in x86_64, ${label}: ${what}`,
      outcome: ok ? 'ok' : 'FAIL',
      detail: ok ? '' : firstError(errors),
    });
    yield row("the hypervisor's names", compile(compat + exportC(exchange, x86_32, options)));
    const wrong = compat.replace('uint32_t nr_exchanged', 'uint64_t nr_exchanged');
    const refused = compile(wrong + exportC(exchange, x86_32, options));
    yield row('a wrong one is refused', { ok: !refused.ok, errors: refused.errors });
    yield row(`${xenOn(x86_32).length} structs as c-types`, compile(types));
    const strict = exportC(xenOn(x86_32), x86_32, { host: x86_64 });
    yield row('c-types under the assertions', compile(types + strict));
  }
}

function* checkGuards() {
  const others = abis.flatMap((abi) =>
    abis.filter((other) => other !== abi).map((other) => [abi.name, targets[other.name]]),
  );
  for (const [name, target] of [...strangers, ...others]) {
    const abi = abis.find((one) => one.name === name);
    const text = exportC(xenOn(abi).slice(0, 1), abi);
    const { ok, errors } = runOn('clang', [...common, ...c11, '-target', target], 'export.c', text);
    const refused = !ok && errors.includes(`these assertions are for ${name}`);
    yield {
      what: `C, ${name}: refused for ${target}`,
      outcome: refused ? 'ok' : 'FAIL',
      detail: refused ? '' : firstError(errors),
    };
  }
}
