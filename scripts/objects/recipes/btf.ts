import { compiled, lastName, type Recipe, rightly } from '../recipe.js';
import { type AbiName, abis, few, rightUnit } from '../structs.js';
import { binutils, compiling, type CompilerName } from '../toolchains.js';
import { printUnit } from '../unit.js';

/** The commands after the compiler that leave BTF alone in `object`, and its raw bytes in `blob`. */
export const toBtf = (abi: AbiName, object: string, blob: string): string[] => [
  `pahole -J ${object}`,
  `${binutils[abi]}objcopy --strip-debug ${object}`,
  `${binutils[abi]}objcopy --dump-section .BTF=${blob} ${object}`,
];

const everywhere = abis.map((abi) => {
  const [object, blob] = [`btf/${abi}.o`, `btf/${abi}.btf`];
  return compiled({
    file: object,
    abi,
    compiler: 'gcc' satisfies CompilerName,
    options: '-gdwarf-4',
    structs: few,
    after: toBtf(abi, lastName(object), lastName(blob)),
    needs: ['pahole'],
    outputs: [{ file: object }, { file: blob }],
  });
});

const both = compiled({
  file: 'btf/x86_64-with-dwarf.o',
  abi: 'x86_64',
  compiler: 'gcc',
  options: '-gdwarf-5',
  structs: few,
  after: ['pahole -J OUT'],
});

// BPF's own object: the compiler writes BTF, and BPF's 64-bit data model is x86_64's here.
const bpfUnit = rightUnit('x86_64', few);
const bpf: Recipe = {
  abi: 'x86_64',
  sources: { 'unit.c': printUnit(bpfUnit) },
  steps: ['clang -target bpf -g $FLAGS -c unit.c -o bpf.o'],
  outputs: [{ file: 'btf/bpf.o' }],
  claims: [
    {
      unit: bpfUnit,
      right: bpfUnit,
      measure: 'clang -target bpf',
      measureRight: 'clang -target bpf',
    },
  ],
};

// A module's BTF begins where its kernel's ends: the reservation is in the base alone.
const base = rightUnit('x86_64', ['xen_memory_reservation']);
const module = rightUnit('x86_64', ['xen_memory_reservation', 'xen_memory_exchange']);
const pair: Recipe = {
  abi: 'x86_64',
  sources: { 'base.c': printUnit(base), 'module.c': printUnit(module) },
  steps: [
    compiling('x86_64', 'gcc', '-gdwarf-4', 'base.c', 'base.o'),
    ...toBtf('x86_64', 'base.o', 'split-base.btf'),
    compiling('x86_64', 'gcc', '-gdwarf-4', 'module.c', 'split-module.o'),
    'pahole -J --btf_base=split-base.btf split-module.o',
    'objcopy --strip-debug split-module.o',
    'objcopy --dump-section .BTF=split-module.btf split-module.o',
  ],
  outputs: [
    { file: 'btf/split-module.o', beside: ['btf/split-base.btf'] },
    { file: 'btf/split-module.btf', beside: ['btf/split-base.btf'] },
  ],
  claims: [rightly('x86_64', 'gcc', module)],
};

const pairBase: Recipe = {
  ...pair,
  outputs: [{ file: 'btf/split-base.btf' }],
  claims: [rightly('x86_64', 'gcc', base)],
};

export const btf: readonly Recipe[] = [...everywhere, both, bpf, pairBase, pair];
