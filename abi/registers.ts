/** Which registers carry a hypercall: Xen's public headers say it for x86 and Arm alone. */

export interface HypercallRegisters {
  /** Of the hypercall's number. */
  readonly number: string;
  /** Of the arguments, in their order. */
  readonly arguments: readonly string[];
  /** Of the result. */
  readonly result: string;
}

/** arch-x86/xen-x86_64.h, arch-x86/xen-x86_32.h and arch-arm.h, by architecture. */
export const hypercallRegisters: Readonly<Record<string, HypercallRegisters>> = Object.freeze({
  x86_64: Object.freeze({
    number: 'rax',
    arguments: Object.freeze(['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9']),
    result: 'rax',
  }),
  x86_32: Object.freeze({
    number: 'eax',
    arguments: Object.freeze(['ebx', 'ecx', 'edx', 'esi', 'edi', 'ebp']),
    result: 'eax',
  }),
  arm32: Object.freeze({
    number: 'r12',
    arguments: Object.freeze(['r0', 'r1', 'r2', 'r3', 'r4']),
    result: 'r0',
  }),
  arm64: Object.freeze({
    number: 'x16',
    arguments: Object.freeze(['x0', 'x1', 'x2', 'x3', 'x4']),
    result: 'x0',
  }),
});
