import type { CScalar } from '../schema/index.js';

/** An architecture as a data model: what the psABI says of sizes and alignments, in bytes. */
export interface Abi {
  readonly name: string;
  /** Size of each C scalar. */
  readonly sizes: Readonly<Record<CScalar, number>>;
  /** Alignment of an integer of 1, 2, 4 and 8 bytes, and of a floating-point number, as a struct member. */
  readonly aligns: Readonly<Record<1 | 2 | 4 | 8, number>>;
  /** Whether an unnamed bit-field raises its struct's alignment, as a named one does. */
  readonly unnamedBitsAlign: boolean;
}

const sizes = (long: 4 | 8): Abi['sizes'] =>
  Object.freeze({ char: 1, short: 2, int: 4, long, 'long long': 8, pointer: long });
const abi = (name: string, long: 4 | 8, align8: 4 | 8, unnamedBitsAlign: boolean): Abi =>
  Object.freeze({
    name,
    sizes: sizes(long),
    aligns: Object.freeze({ 1: 1, 2: 2, 4: 4, 8: align8 }),
    unnamedBitsAlign,
  });

/** System V psABI i386, table 2.1: 8-byte integers and `double` are aligned to 4. */
export const x86_32 = abi('x86_32', 4, 4, false);
/** System V psABI x86-64, figure 3.1. */
export const x86_64 = abi('x86_64', 8, 8, false);
/** AAPCS32 5.1: 8-byte integers and `double` are aligned to 8; 5.5: unnamed bit-fields align too. */
export const arm32 = abi('arm32', 4, 8, true);
/** AAPCS64 5.1 and 8.1.8. */
export const arm64 = abi('arm64', 8, 8, true);
/** RISC-V ELF psABI, LP64: chapter 5. */
export const riscv64 = abi('riscv64', 8, 8, false);
/** ELFv2 ABI (little-endian), 2.1.2. */
export const ppc64 = abi('ppc64', 8, 8, false);

/** The architectures of this package by name. */
export const architectures = Object.freeze({ x86_32, x86_64, arm32, arm64, riscv64, ppc64 });
export type ArchitectureName = keyof typeof architectures;

/** Alignment of an integer or a floating-point number of `size` bytes as a struct member. */
export const integerAlign = (abi: Abi, size: number): number => abi.aligns[size as 1 | 2 | 4 | 8];

/** Whether a declaration is for an architecture. */
export const existsOn = (
  { abis }: { readonly abis?: readonly string[] },
  { name }: Pick<Abi, 'name'>,
): boolean => abis?.includes(name) ?? true;
