/** Every hypercall of Xen, each in a table of its own that is loaded when a call needs it. */
import { hypercalls } from '../xen.js';
import { memory_op } from './memory-op.js';
import { multicall } from './multicall.js';
import type { Hypercall } from './types.js';

export * from './memory-op.js';
export * from './multicall.js';
export type * from './types.js';

const tables: Readonly<Record<number, () => Promise<Hypercall>>> = {
  0: async () => (await import('./set-trap-table.js')).table,
  1: async () => (await import('./mmu-update.js')).table,
  2: async () => (await import('./set-gdt.js')).table,
  3: async () => (await import('./stack-switch.js')).table,
  4: async () => (await import('./set-callbacks.js')).table,
  5: async () => (await import('./fpu-taskswitch.js')).table,
  6: async () => (await import('./sched-op-compat.js')).table,
  7: async () => (await import('./platform-op.js')).table,
  8: async () => (await import('./set-debugreg.js')).table,
  9: async () => (await import('./get-debugreg.js')).table,
  10: async () => (await import('./update-descriptor.js')).table,
  12: async () => memory_op,
  13: async () => multicall,
  14: async () => (await import('./update-va-mapping.js')).table,
  15: async () => (await import('./set-timer-op.js')).table,
  16: async () => (await import('./event-channel-op-compat.js')).table,
  17: async () => (await import('./xen-version.js')).table,
  18: async () => (await import('./console-io.js')).table,
  19: async () => (await import('./physdev-op-compat.js')).table,
  20: async () => (await import('./grant-table-op.js')).table,
  21: async () => (await import('./vm-assist.js')).table,
  22: async () => (await import('./update-va-mapping-otherdomain.js')).table,
  23: async () => (await import('./iret.js')).table,
  24: async () => (await import('./vcpu-op.js')).table,
  25: async () => (await import('./set-segment-base.js')).table,
  26: async () => (await import('./mmuext-op.js')).table,
  27: async () => (await import('./xsm-op.js')).table,
  28: async () => (await import('./nmi-op.js')).table,
  29: async () => (await import('./sched-op.js')).table,
  30: async () => (await import('./callback-op.js')).table,
  31: async () => (await import('./xenoprof-op.js')).table,
  32: async () => (await import('./event-channel-op.js')).table,
  33: async () => (await import('./physdev-op.js')).table,
  34: async () => (await import('./hvm-op.js')).table,
  35: async () => (await import('./sysctl.js')).table,
  36: async () => (await import('./domctl.js')).table,
  37: async () => (await import('./kexec-op.js')).table,
  38: async () => (await import('./tmem-op.js')).table,
  39: async () => (await import('./argo-op.js')).table,
  40: async () => (await import('./xenpmu-op.js')).table,
  41: async () => (await import('./dm-op.js')).table,
  42: async () => (await import('./hypfs-op.js')).table,
  48: async () => (await import('./mca.js')).table,
  49: async () => (await import('./paging-domctl-cont.js')).table,
};

/**
 * The names of hypercalls by their numbers. What xen.h leaves to the architectures is named as x86
 * has it, which alone uses it; the last has its name from Xen's own sources.
 */
export const hypercallNames: Readonly<Record<number, string>> = Object.freeze({
  ...Object.fromEntries(Object.entries(hypercalls).map(([name, number]) => [number, name])),
  48: 'mca',
  49: 'paging_domctl_cont',
});

/** The numbers that have a table. */
export const hypercallNumbers: readonly number[] = Object.freeze(Object.keys(tables).map(Number));

/** The table of a hypercall; nothing for a number that is nobody's. */
export const loadHypercall = async (number: number): Promise<Hypercall | undefined> =>
  Object.hasOwn(tables, number) ? tables[number]!() : undefined;
