import { describe, expect, it } from 'vitest';
import { headers } from '../../abi/headers.js';
import { hypercallNumbers, loadHypercall, type Operation } from '../../abi/index.js';
import { structIndex } from '../../abi/struct-index.js';
import { type CompoundType, type FieldType, namesOf, type Type } from '../../src/schema/index.js';
import { guestSamples } from './guest-samples.js';

/** Of each header some constants, as its compiler has them. */
const samples: typeof guestSamples = {
  ...guestSamples,
  'sysctl.h': {
    XEN_SYSCTL_INTERFACE_VERSION: 0x15,
    XEN_SYSCTL_physinfo: 3,
    XEN_SYSCTL_get_cpu_policy: 29,
    XEN_SYSCTL_PHYSCAP_gnttab_v2: 0x200,
    PMSTAT_reset_cxstat: 0x23,
    GET_CPUFREQ_AVGFREQ: 0x14,
    PG_OFFLINE_BROKEN: 0x2000,
    XEN_INVALID_DEV: 0xfffffffe,
    LIVEPATCH_ACTION_REPLACE: 4,
    XEN_SYSCTL_CSCHED_MGR_DLY_MAX_US: 100000,
    XEN_GCOV_FORMAT_MAGIC: 0x58434f56,
  },
  'platform.h': {
    XENPF_INTERFACE_VERSION: 0x03000001,
    XENPF_settime64: 62,
    XENPF_get_cpu_version: 48,
    XENPF_microcode_update2: 66,
    XEN_FW_KBD_SHIFT_FLAGS: 5,
    XEN_EFI_update_capsule: 11,
    XEN_PX_PSD: 8,
    XEN_RESOURCE_OP_MSR_WRITE: 1,
  },
  'kexec.h': { KEXEC_TYPE_CRASH: 1, KEXEC_RANGE_MA_VMCOREINFO: 6, KEXEC_CMD_kexec_status: 6 },
  'argo.h': {
    XEN_ARGO_DOMID_ANY: 0x7ff4,
    XEN_ARGO_MAX_RING_SIZE: 0x1000000,
    XEN_ARGO_RING_EBUSY: 0x20,
    XEN_ARGO_OP_notify: 4,
  },
  'hypfs.h': { XEN_HYPFS_MAX_PATHLEN: 1024, XEN_HYPFS_TYPE_BOOL: 5, XEN_HYPFS_OP_read: 1 },
  'tmem.h': { TMEM_FLUSH_OBJECT: 7, TMEM_RESTORE_NEW: 102, TMEM_POOL_PRECOMPRESSED: 4 },
  'trace.h': {
    TRC_SCHED_SWITCH: 0x2800a,
    TRC_HVM_IOMEM_WRITE: 0x82217,
    TRC_PV_HYPERCALL_SUBCALL: 0x20200e,
    TRC_HW_IRQ_HANDLED: 0x802008,
    TRC_HVM_SVM_EXIT64: 0x81103,
  },
  'xenoprof.h': { XENOPROF_get_buffer: 14, XENOPROF_last_op: 17, MAX_OPROF_DOMAINS: 25 },
  'pmu.h': { XENPMU_flush: 7, XENPMU_MODE_ALL: 4, XENPMU_FEATURE_ARCH_ONLY: 4 },
  'arch-x86/pmu.h': { PMU_SAMPLE_PV: 8, XENPMU_CTXT_PAD_SZ: 128 },
  'arch-x86/xen.h': {
    FLAT_KERNEL_CS: 0xe033,
    FLAT_RING1_CS: 0xe019,
    FIRST_RESERVED_GDT_ENTRY: 7168,
    VGCF_online: 0x20,
    XEN_X86_EMU_ALL: 0x7ff,
    XEN_CPUID_NO_SUBLEAF: 0xffffffff,
    SEGBASE_GS_USER_SEL: 3,
  },
  'arch-arm.h': {
    XEN_DOMCTL_CONFIG_GIC_V3: 2,
    PSR_GUEST64_INIT: 0x1c5,
    GUEST_RAM1_SIZE: 0xfe00000000,
    GUEST_RAM_MAX: 0xfec0000000,
    GUEST_EVTCHN_PPI: 31,
  },
  'arch-x86/xen-x86_32.h': {},
  'arch-x86/xen-x86_64.h': {},
  'arch-x86/xen-mca.h': {
    XEN_MCA_INTERFACE_VERSION: 0x01ecc003,
    MC_FLAG_MCE: 0x40,
    MCINFO_MAXSIZE: 768,
    XEN_MC_inject_v2: 6,
  },
  'arch-x86/hvm/save.h': { HVM_FILE_MAGIC: 0x54381286, HVM_SAVE_CODE_MAX: 20, MTRR_VCNT: 8 },
  'arch-x86/hvm/start_info.h': {
    XEN_HVM_START_MAGIC_VALUE: 0x336ec578,
    XEN_HVM_MEMMAP_TYPE_PMEM: 7,
  },
  'io/blkif.h': { BLKIF_OP_INDIRECT: 6, BLKIF_RSP_EOPNOTSUPP: -2, VDISK_READONLY: 4 },
  'io/netif.h': {
    XEN_NETIF_CTRL_TYPE_DEL_GREF_MAPPING: 10,
    NETTXF_extra_info: 8,
    NETRXF_gso_prefix: 16,
    NETIF_RSP_DROPPED: -2,
  },
  'io/xs_wire.h': { XS_DIRECTORY_PART: 22, XENSTORE_SERVER_FEATURE_ERROR: 2, XS_INVALID: 0xffff },
  'io/console.h': { XENCONSOLE_DISCONNECTED: 1 },
  'io/pciif.h': { XEN_PCI_OP_enable_multi_msi: 10, XEN_PCI_ERR_op_failed: -5 },
  'io/tpmif.h': { TPMIF_STATE_CANCEL: 3 },
  'io/9pfs.h': {},
  'io/libxenvchan.h': { VCHAN_NOTIFY_READ: 2 },
  'io/fbif.h': { XENFB_TYPE_RESIZE: 3, XENFB_OUT_RING_LEN: 51 },
  'io/kbdif.h': { XENKBD_TYPE_MTOUCH: 5, XENKBD_MT_EV_ORIENT: 5, XENKBD_IN_RING_OFFS: 1024 },
  'io/usbif.h': { USBIF_PIPE_TYPE_BULK: 3, USBIF_STATUS_SHUTDOWN: -108, USBIF_SPEED_HIGH: 3 },
  'io/vscsiif.h': { VSCSIIF_ACT_SCSI_SG_PRESET: 4, XEN_VSCSIIF_RSLT_RESET_FAILED: 0x2003 },
  'io/pvcalls.h': { PVCALLS_POLL: 6 },
  'io/sndif.h': { XENSND_PCM_FORMAT_GSM: 24, XENSND_OP_HW_PARAM_QUERY: 9 },
  'io/displif.h': { XENDISPL_OP_GET_EDID: 0x16, XENDISPL_EDID_MAX_SIZE: 32768 },
  'io/cameraif.h': { XENCAMERA_OP_STREAM_STOP: 14, XENCAMERA_XFER_FUNC_SMPTE2084: 6 },
  'io/fsif.h': { REQ_FILE_SYNC: 13, FSIF_RING_ENTRY_SIZE: 64 },
  'io/xenbus.h': { XenbusStateConnected: 4, XenbusStateReconfigured: 8 },
  'io/protocols.h': {},
  'arch-x86/cpuid.h': { XEN_CPUID_SIGNATURE_EDX: 0x4d4d566e, XEN_HVM_CPUID_UPCALL_VECTOR: 0x40 },
  'arch-arm/smccc.h': { XEN_SMCCC_MINOR_REVISION: 1 },
  'xsm/flask_op.h': { FLASK_LOAD: 1, FLASK_MEMBER: 20, FLASK_DEVICETREE_LABEL: 25 },
};

const modules = new Map<string, Readonly<Record<string, unknown>>>();
for (const header of Object.keys(samples)) {
  const loaded = await Promise.all(headers[header]!.map((load) => load()));
  modules.set(header, Object.assign({}, ...loaded) as Record<string, unknown>);
}

const isCompound = (value: unknown): value is CompoundType =>
  ['struct', 'union'].includes(((value ?? {}) as { kind?: string }).kind ?? '');

/** The structs and unions that a type is made of and that have no name of their own. */
function* unnamedIn(type: FieldType, at: string): Generator<[path: string, type: CompoundType]> {
  if (type.kind === 'array' || type.kind === 'flexible') yield* unnamedIn(type.element, at);
  else if (type.kind === 'alias' || type.kind === 'anonymous') yield* unnamedIn(type.type, at);
  else if (type.kind === 'oneOf')
    for (const one of type.alternatives) yield* unnamedIn(one.type, at);
  else if (isCompound(type) && type.name === null) {
    yield [at, type];
    for (const m of type.members) yield* unnamedIn(m.type, `${at}.${m.name}`);
  }
}

/** Each struct of a header, and what it is made of. */
const compounds = [...modules].flatMap(([header, module]) =>
  Object.values(module).flatMap((type): [path: string, type: CompoundType][] => {
    if (!isCompound(type) || !structIndex[header]?.includes(type.name!)) return [];
    // The types of saved records are in no memory.
    if (type.name!.startsWith('__HVM_SAVE_TYPE_')) return [];
    const inside = type.members.flatMap((m) => [...unnamedIn(m.type, `${type.name}.${m.name}`)]);
    return [[type.name!, type], ...inside];
  }),
);

describe('the headers', () => {
  it('have a direction and one line of meaning for every field', () => {
    const bare = compounds.flatMap(([path, { members }]) =>
      members
        .filter(({ type }) => type.kind !== 'anonymous' && !(type.kind === 'bits' && type.unnamed))
        .filter(({ doc, direction }) => !direction || !/^\S.*\S$/.test(doc ?? ''))
        .map(({ name }) => `${path}.${name}`),
    );
    expect(bare).toEqual([]);
    expect(compounds.length).toBeGreaterThan(400);
  });

  it('say of every frame number which kind it is', () => {
    const isNamed = /^(?!nr_)(.*_)?(gp?fns?|gmfn|pfns?|mfns?)(_list)?$/;
    const bare = compounds.flatMap(([path, { members }]) =>
      members
        .filter(({ name, type }) => isNamed.test(name) && !isCompound(type))
        .filter(({ unit }) => !['GFN', 'MFN', 'PFN'].includes(unit ?? ''))
        .map(({ name }) => `${path}.${name}`),
    );
    // That is an address: of the list.
    expect(bare).toEqual(['start_info.mfn_list']);
  });

  it.each(Object.entries(samples))('%s has the numbers of its constants', (header, numbers) => {
    expect(modules.get(header)).toMatchObject(numbers);
  });

  it('name each flag and each value as the constant that it is', () => {
    const wrong = [...modules].flatMap(([header, module]) =>
      Object.values(module).flatMap((type) => {
        const isType = ((type ?? {}) as { kind?: string }).kind === 'alias';
        const { values } = (isType && namesOf(type as Type)) || { values: {} };
        return Object.entries(values)
          .filter(([name, number]) => name in module && module[name] !== number)
          .map(([name]) => `${header}: ${name}`);
      }),
    );
    // Arm's flag of this name is another bit.
    const allowed = /^arch-\S+: VGCF_online$/;
    expect(wrong.filter((one) => !allowed.test(one))).toEqual([]);
  });
});

it('numbers the operations of hypercalls as their headers do', async () => {
  const constants = Object.assign({}, ...modules.values()) as Record<string, unknown>;
  const all = (operations: readonly Operation[]): Operation[] =>
    operations.flatMap((one) => [one, ...all(one.next?.operations ?? [])]);
  let compared = 0;
  for (const number of hypercallNumbers) {
    const { operations } = (await loadHypercall(number))!;
    for (const { name, number: its } of all(operations?.operations ?? [])) {
      if (!Object.hasOwn(constants, name)) continue;
      expect(its, name).toBe(constants[name]);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(180);
});

it('selects the member of a union that the table of the hypercall does', async () => {
  let compared = 0;
  for (const number of hypercallNumbers) {
    const { struct, operations } = (await loadHypercall(number))!;
    const union = struct?.members.find(({ name }) => name === operations?.union)?.type;
    if (union?.kind !== 'union' || !union.selector) continue;
    for (const { number: its, name, member } of operations!.operations) {
      expect(union.selector.live[its], name).toBe(member ?? undefined);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(150);
});
