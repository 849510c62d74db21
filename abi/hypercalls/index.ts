/** Every hypercall of Xen, each in a table of its own that is loaded when a call needs it. */
import { hypercalls } from '../xen.js';
import { memory_op } from './memory-op.js';
import { multicall } from './multicall.js';
import type { Hypercall } from './types.js';

export * from './memory-op.js';
export * from './multicall.js';
export type * from './types.js';

/** A hypercall before its table is loaded. */
export interface HypercallEntry {
  /** As xen.h has it; what that leaves to the architectures, as x86 has it. */
  readonly name: string;
  readonly doc: string;
  readonly load: () => Promise<Hypercall>;
}

const all: readonly (readonly [
  number: number,
  name: string,
  doc: string,
  load: HypercallEntry['load'],
])[] = [
  [
    0,
    'set_trap_table',
    'sets the handlers of exceptions and software interrupts',
    async () => (await import('./set-trap-table.js')).table,
  ],
  [
    1,
    'mmu_update',
    'changes page tables and the M2P',
    async () => (await import('./mmu-update.js')).table,
  ],
  [
    2,
    'set_gdt',
    'sets the global descriptor table: its frames, 512 descriptors each',
    async () => (await import('./set-gdt.js')).table,
  ],
  [
    3,
    'stack_switch',
    "sets the kernel's stack",
    async () => (await import('./stack-switch.js')).table,
  ],
  [
    4,
    'set_callbacks',
    "sets the guest's entry points",
    async () => (await import('./set-callbacks.js')).table,
  ],
  [
    5,
    'fpu_taskswitch',
    'sets whether the next use of the FPU is an exception',
    async () => (await import('./fpu-taskswitch.js')).table,
  ],
  [
    6,
    'sched_op_compat',
    'lets a vCPU wait or a domain end, the old way',
    async () => (await import('./sched-op-compat.js')).table,
  ],
  [
    7,
    'platform_op',
    "works on the host's machine",
    async () => (await import('./platform-op.js')).table,
  ],
  [
    8,
    'set_debugreg',
    'sets a debug register',
    async () => (await import('./set-debugreg.js')).table,
  ],
  [
    9,
    'get_debugreg',
    'returns a debug register',
    async () => (await import('./get-debugreg.js')).table,
  ],
  [
    10,
    'update_descriptor',
    'writes a descriptor of a table',
    async () => (await import('./update-descriptor.js')).table,
  ],
  [12, 'memory_op', 'gives, takes, exchanges and maps memory of domains', async () => memory_op],
  [13, 'multicall', 'makes the calls of a list, one after the other', async () => multicall],
  [
    14,
    'update_va_mapping',
    'writes the entry of a page table that maps an address',
    async () => (await import('./update-va-mapping.js')).table,
  ],
  [
    15,
    'set_timer_op',
    "sets the calling vCPU's timer",
    async () => (await import('./set-timer-op.js')).table,
  ],
  [
    16,
    'event_channel_op_compat',
    'works on event channels, the old way',
    async () => (await import('./event-channel-op-compat.js')).table,
  ],
  [
    17,
    'xen_version',
    'tells about the hypervisor',
    async () => (await import('./xen-version.js')).table,
  ],
  [
    18,
    'console_io',
    "reads and writes the hypervisor's console",
    async () => (await import('./console-io.js')).table,
  ],
  [
    19,
    'physdev_op_compat',
    'works on interrupts and devices, the old way',
    async () => (await import('./physdev-op-compat.js')).table,
  ],
  [
    20,
    'grant_table_op',
    'works on grants',
    async () => (await import('./grant-table-op.js')).table,
  ],
  [21, 'vm_assist', 'turns assists on and off', async () => (await import('./vm-assist.js')).table],
  [
    22,
    'update_va_mapping_otherdomain',
    'writes the entry of a page table of another domain that maps an address',
    async () => (await import('./update-va-mapping-otherdomain.js')).table,
  ],
  [
    23,
    'iret',
    'returns from an exception: what to load is on the stack',
    async () => (await import('./iret.js')).table,
  ],
  [24, 'vcpu_op', 'works on vCPUs', async () => (await import('./vcpu-op.js')).table],
  [
    25,
    'set_segment_base',
    'sets the base of a segment',
    async () => (await import('./set-segment-base.js')).table,
  ],
  [
    26,
    'mmuext_op',
    'pins page tables, and flushes TLBs and caches',
    async () => (await import('./mmuext-op.js')).table,
  ],
  [27, 'xsm_op', 'works on the security policy', async () => (await import('./xsm-op.js')).table],
  [
    28,
    'nmi_op',
    'works on non-maskable interrupts',
    async () => (await import('./nmi-op.js')).table,
  ],
  [
    29,
    'sched_op',
    'lets vCPUs wait and domains end',
    async () => (await import('./sched-op.js')).table,
  ],
  [
    30,
    'callback_op',
    "sets the guest's entry points, one by one",
    async () => (await import('./callback-op.js')).table,
  ],
  [31, 'xenoprof_op', 'profiles domains', async () => (await import('./xenoprof-op.js')).table],
  [
    32,
    'event_channel_op',
    'works on event channels',
    async () => (await import('./event-channel-op.js')).table,
  ],
  [
    33,
    'physdev_op',
    'works on interrupts and devices',
    async () => (await import('./physdev-op.js')).table,
  ],
  [34, 'hvm_op', 'works on HVM domains', async () => (await import('./hvm-op.js')).table],
  [35, 'sysctl', 'works on the host', async () => (await import('./sysctl.js')).table],
  [36, 'domctl', 'works on domains', async () => (await import('./domctl.js')).table],
  [
    37,
    'kexec_op',
    'loads kernels for after a crash, or in place of this one',
    async () => (await import('./kexec-op.js')).table,
  ],
  [38, 'tmem_op', 'removed in 4.13', async () => (await import('./tmem-op.js')).table],
  [
    39,
    'argo_op',
    'sends messages between domains',
    async () => (await import('./argo-op.js')).table,
  ],
  [
    40,
    'xenpmu_op',
    'works on the performance monitoring unit',
    async () => (await import('./xenpmu-op.js')).table,
  ],
  [41, 'dm_op', 'serves device models', async () => (await import('./dm-op.js')).table],
  [
    42,
    'hypfs_op',
    "reads and writes the hypervisor's file system",
    async () => (await import('./hypfs-op.js')).table,
  ],
  [48, 'mca', 'works on machine checks', async () => (await import('./mca.js')).table],
  [
    49,
    'paging_domctl_cont',
    'goes on with a domctl on page tables that was preempted',
    async () => (await import('./paging-domctl-cont.js')).table,
  ],
];

/** Every hypercall by its number. */
export const hypercallTables: Readonly<Record<number, HypercallEntry>> = Object.freeze(
  Object.fromEntries(all.map(([number, name, doc, load]) => [number, { name, doc, load }])),
);

/** The hypercall whose operations are called commands; it is meant where nobody names one. */
export const commandHypercall: Hypercall = memory_op;

/** The tables that are there without being loaded: those of memory.h's structs, and what carries them. */
export const carriedHypercalls: readonly Hypercall[] = Object.freeze([memory_op, multicall]);

/** The numbers that have a table. */
export const hypercallNumbers: readonly number[] = Object.freeze(all.map(([number]) => number));

/** The names of hypercalls by their numbers, of those that have a number alone too. */
export const hypercallNames: Readonly<Record<number, string>> = Object.freeze({
  ...Object.fromEntries(Object.entries(hypercalls).map(([name, number]) => [number, name])),
  ...Object.fromEntries(all.map(([number, name]) => [number, name])),
});

/** The table of a hypercall; nothing for a number that is nobody's. */
export const loadHypercall = async (number: number): Promise<Hypercall | undefined> =>
  Object.hasOwn(hypercallTables, number) ? hypercallTables[number]!.load() : undefined;
