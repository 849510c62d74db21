import { hypercallRegisters } from '../../../abi/index.js';
import type { ArchitectureName } from '../../layout/index.js';
import type { Pasted } from './pasted.js';

/**
 * Where a call's arguments are besides the registers that Xen names: those of a function that makes
 * it (gcc's regparm on x86_32), and of architectures whose registers Xen does not name.
 */
const functions: Readonly<Partial<Record<ArchitectureName, readonly string[]>>> = {
  x86_32: ['eax', 'edx', 'ecx'],
  riscv64: ['a0', 'a1', 'a2', 'a3', 'a4'],
  ppc64: ['r3', 'r4', 'r5', 'r6', 'r7'],
};

/** No modelled call has more arguments. */
const mostArguments = 5;

const conventions = (abi: ArchitectureName): (readonly string[])[] =>
  [hypercallRegisters[abi]?.arguments.slice(0, mostArguments), functions[abi]].filter(
    (names) => names !== undefined,
  );

/** Arguments of a call, and where a session says them. */
export interface SessionArguments {
  readonly args: readonly bigint[];
  /** `rdi=0xb, rsi=0x403040` */
  readonly words: string;
}

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/**
 * The arguments of the call that a session is about: those of gdb's line about the frame, else the
 * registers; where two conventions fit, the one whose second argument is memory that is shown.
 * `undefined`: the session does not say them.
 */
export function argumentsOf(pasted: Pasted, abi: ArchitectureName): SessionArguments | undefined {
  const { frame, registers, fragments } = pasted;
  if (frame && frame.length >= 2)
    return { args: frame, words: `${frame.map(hex).join(', ')}, of the frame` };
  const known = conventions(abi).flatMap((names): SessionArguments[] => {
    const end = names.findIndex((name) => !registers.has(name));
    const used = end < 0 ? names : names.slice(0, end);
    if (used.length < 2) return [];
    const args = used.map((name) => registers.get(name)!);
    return [{ args, words: used.map((name, i) => `${name}=${hex(args[i]!)}`).join(', ') }];
  });
  if (known.length <= 1) return known[0];
  const isShown = ({ args }: SessionArguments): boolean =>
    fragments.some(
      ({ address, bytes }) => address <= args[1]! && args[1]! < address + BigInt(bytes.length),
    );
  const shown = known.filter(isShown);
  return shown.length === 1 ? shown[0] : undefined;
}
