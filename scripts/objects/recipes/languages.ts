import { type Recipe, rightly } from '../recipe.js';
import { measuredRust, printRust } from '../rust.js';
import { few, rightUnit } from '../structs.js';
import { compiling } from '../toolchains.js';
import { printDeclarations, printUnit, type Unit } from '../unit.js';
import { mistakes } from '../mistakes.js';

const unit = rightUnit('x86_64', few);

const rustc = 'rustc --edition 2021 -C panic=abort -C opt-level=1 --remap-path-prefix "$PWD"=.';
const rustClaim = {
  unit,
  right: unit,
  text: measuredRust(unit),
  measure: `${rustc} --crate-type=lib --emit=obj`,
  measureRight: 'gcc -m64',
};
const panic = `#[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }\n`;

const rust: readonly Recipe[] = [4, 5].flatMap((version): Recipe[] => [
  {
    abi: 'x86_64',
    sources: { 'unit.rs': printRust(unit) },
    steps: [
      `${rustc} -C debuginfo=2 -C dwarf-version=${version} --crate-type=lib --emit=obj=rust-dwarf${version}.o unit.rs`,
    ],
    outputs: [{ file: `languages/rust-dwarf${version}.o` }],
    claims: [rustClaim],
  },
  {
    abi: 'x86_64',
    sources: { 'unit.rs': printRust(unit) + panic },
    steps: [
      `${rustc} -C debuginfo=2 -C dwarf-version=${version} --crate-type=cdylib -C link-arg=-nostdlib -C link-arg=-Wl,--build-id=none,-z,noseparate-code -o rust-dwarf${version}.so unit.rs`,
    ],
    outputs: [{ file: `languages/rust-dwarf${version}.so` }],
    claims: [rustClaim],
  },
]);

// In a namespace, with a class's constructor and a static member beside the fields.
const cppText = (measured: Unit): string => `
namespace xen {
${printDeclarations(measured)}
struct reservation_list : xen_memory_reservation {
  static int lists;
  reservation_list();
};
${measured.structs.map(({ name }) => `${name} the_${name};\n`).join('')}
reservation_list::reservation_list() { domid = 0; }
}
`;

const cpp: readonly Recipe[] = (['gcc', 'clang'] as const).map((compiler) => ({
  abi: 'x86_64',
  sources: { 'unit.cc': cppText(unit) },
  steps: [compiling('x86_64', compiler, '-gdwarf-5 -x c++', 'unit.cc', `cpp-${compiler}.o`)],
  outputs: [{ file: `languages/cpp-${compiler}.o` }],
  // The fields' text is C's; g++ has no _Generic to ask with.
  claims: [
    { ...rightly('x86_64', compiler, unit), measure: 'clang -target x86_64-linux-gnu -x c++' },
  ],
}));

const declared: readonly Recipe[] = (['gcc', 'clang'] as const).map((compiler) => ({
  abi: 'x86_64',
  sources: {
    'unit.c': 'struct xen_memory_reservation;\nstruct xen_memory_reservation *the_reservation;\n',
  },
  steps: [compiling('x86_64', compiler, '-gdwarf-5', 'unit.c', `declared-${compiler}.o`)],
  outputs: [{ file: `languages/declared-${compiler}.o`, nothing: 'declared' }],
  claims: [],
}));

const swapped = mistakes.find(({ keyword }) => keyword === 'swapped')!;
const one = rightUnit('x86_64', ['xen_memory_reservation', 'xen_memory_exchange']);
const both = rightUnit('x86_64', swapped.structs);
const other = { ...swapped.change(both), rest: '' };

/** The same struct defined in two ways, in the two units of one file. */
const twice: readonly Recipe[] = (['gcc', 'clang'] as const).map((compiler) => {
  const options = '-gdwarf-4 -fPIC';
  const claim = rightly('x86_64', compiler, one);
  return {
    abi: 'x86_64',
    sources: {
      'one.c': printUnit(one),
      'two.c': printUnit(other).replaceAll(/\bthe_/g, 'other_'),
    },
    steps: [
      compiling('x86_64', compiler, options, 'one.c', 'one.o'),
      compiling('x86_64', compiler, options, 'two.c', 'two.o'),
      `gcc -shared -nostdlib -Wl,--build-id=none,-z,noseparate-code one.o two.o -o twice-${compiler}.so`,
    ],
    outputs: [{ file: `languages/twice-${compiler}.so` }],
    claims: [claim, { ...claim, unit: other, right: both, mistake: 'swapped' }],
  };
});

/** Replaces the checksum that names a supplementary file: dwz draws it at random. */
const checksum = (file: string, head: string): string[] => [
  String.raw`printf '\005\000${head}\024the same in each run' >sup`,
  `objcopy --update-section .debug_sup=sup ${file}`,
];

/** dwz moves what two units share to a partial unit, and what two files share to a third file. */
const shared: readonly Recipe[] = [4, 5].map((version): Recipe => {
  const made = (name: string) =>
    compiling(
      'x86_64',
      'gcc',
      `-gdwarf-${version} -fPIC -nostdlib -shared -Wl,--build-id=none,-z,noseparate-code`,
      'one.c two.c',
      name,
    );
  const [first, second, common] = [`dwz${version}.so`, `dwz${version}b.so`, `dwz${version}.common`];
  return {
    abi: 'x86_64',
    sources: {
      'one.c': printUnit(unit),
      'two.c': printUnit({ ...unit, rest: '' }).replaceAll(/\bthe_/g, 'other_'),
    },
    steps: [
      made(first),
      made(second),
      `cp ${first} dwz${version}-alone.so`,
      `dwz dwz${version}-alone.so`,
      ...(version === 4
        ? [`dwz -m ${common} -M ${common} ${first} ${second}`]
        : [
            `dwz --dwarf-5 -m ${common} -M ${common} ${first} ${second}`,
            ...checksum(common, String.raw`\001\000`),
            ...checksum(first, String.raw`\000${common}\000`),
          ]),
    ],
    outputs: [
      { file: `languages/dwz${version}-alone.so` },
      { file: `languages/${first}`, beside: [`languages/${common}`] },
    ],
    claims: [rightly('x86_64', 'gcc', unit)],
  };
});

export const languages: readonly Recipe[] = [...rust, ...cpp, ...declared, ...twice, ...shared];
