import { type Abi, architectures } from '../layout/index.js';
import type { Elf } from './elf/index.js';
import { ObjectError } from './object-error.js';

/** `e_machine` of the architectures, with the size of an address on each. */
const MACHINES: Readonly<Record<number, readonly [wordSize: 4 | 8, abi: Abi]>> = {
  3: [4, architectures.x86_32],
  21: [8, architectures.ppc64],
  40: [4, architectures.arm32],
  62: [8, architectures.x86_64],
  183: [8, architectures.arm64],
  243: [8, architectures.riscv64],
};

/** The architecture that an ELF header names. @throws ObjectError for one that is not known here */
export function abiOf({ machine, wordSize }: Elf): Abi {
  const [size, abi] = MACHINES[machine] ?? [];
  if (!abi)
    throw new ObjectError(
      'unsupported',
      '',
      18,
      `ELF machine ${machine} is no architecture of Xen's guests`,
    );
  if (size !== wordSize) {
    const why = `addresses of ${wordSize * 8} bits on a machine like ${abi.name}: Xen has no such data model`;
    throw new ObjectError('unsupported', '', 4, why);
  }
  return abi;
}
