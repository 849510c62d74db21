import type { Abi } from '../layout/index.js';

/** What a compiler says of itself when it compiles for an architecture. */
interface Target {
  /** A condition of the C preprocessor. */
  readonly c: string;
  /** A predicate of Rust's cfg. */
  readonly rust: string;
}

const rust64 = (arch: string): string =>
  `all(target_arch = "${arch}", target_pointer_width = "64", target_endian = "little")`;

/**
 * By the architecture's name: machine, data model and byte order. LP64 alone tells x86_64 from
 * x32, arm64 from its ILP32 variant, and all of them from what Windows makes of `long`.
 */
const targets: Readonly<Record<string, Target>> = {
  x86_32: { c: 'defined(__i386__)', rust: 'target_arch = "x86"' },
  x86_64: { c: 'defined(__x86_64__) && defined(__LP64__)', rust: rust64('x86_64') },
  arm32: {
    c: 'defined(__arm__) && defined(__ARM_EABI__) && !defined(__ARM_BIG_ENDIAN)',
    rust: 'all(target_arch = "arm", target_endian = "little")',
  },
  arm64: {
    c: 'defined(__aarch64__) && defined(__LP64__) && !defined(__AARCH64EB__)',
    rust: rust64('aarch64'),
  },
  riscv64: { c: 'defined(__riscv) && defined(__LP64__)', rust: rust64('riscv64') },
  ppc64: {
    c: 'defined(__powerpc64__) && defined(__LP64__) && defined(__LITTLE_ENDIAN__)',
    rust: rust64('powerpc64'),
  },
};

/** The target of an architecture of ours; nothing for a data model that somebody else made. */
export const targetOf = ({ name }: Abi): Target | undefined =>
  Object.hasOwn(targets, name) ? targets[name] : undefined;
