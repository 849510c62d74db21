/** arch-x86/cpuid.h: what a guest reads of the hypervisor by CPUID. */
import { enumeration, flags, uint32_t } from '../../src/schema/index.js';

/** The first leaf; 0x100 more where the guest also sees Hyper-V's. */
export const XEN_CPUID_FIRST_LEAF = 0x40000000;

/** `XenV`, in ebx of the first leaf. */
export const XEN_CPUID_SIGNATURE_EBX = 0x566e6558;
/** `MMXe`, in ecx of the first leaf. */
export const XEN_CPUID_SIGNATURE_ECX = 0x65584d4d;
/** `nVMM`, in edx of the first leaf. */
export const XEN_CPUID_SIGNATURE_EDX = 0x4d4d566e;

/** There is MMU_PT_UPDATE_PRESERVE_AD. */
export const XEN_CPUID_FEAT1_MMU_PT_UPDATE_PRESERVE_AD = 1 << 0;

/** Features in ecx of the third leaf. */
export const xen_cpuid_feat1 = flags('xen_cpuid_feat1', uint32_t, {
  XEN_CPUID_FEAT1_MMU_PT_UPDATE_PRESERVE_AD,
});

/** The time stamp counter is emulated. */
export const XEN_CPUID_TSC_EMULATED = 1 << 0;
/** The host's time stamp counter is known to be reliable. */
export const XEN_CPUID_HOST_TSC_RELIABLE = 1 << 1;
/** There is RDTSCP. */
export const XEN_CPUID_RDTSCP_INSTR_AVAIL = 1 << 2;

/** The time stamp counter in eax of the fourth leaf. */
export const xen_cpuid_tsc = flags('xen_cpuid_tsc', uint32_t, {
  XEN_CPUID_TSC_EMULATED,
  XEN_CPUID_HOST_TSC_RELIABLE,
  XEN_CPUID_RDTSCP_INSTR_AVAIL,
});

/** Emulated where it has to be. */
export const XEN_CPUID_TSC_MODE_DEFAULT = 0;
export const XEN_CPUID_TSC_MODE_ALWAYS_EMULATE = 1;
export const XEN_CPUID_TSC_MODE_NEVER_EMULATE = 2;
/** Not emulated, and RDTSCP tells of migrations. */
export const XEN_CPUID_TSC_MODE_PVRDTSCP = 3;

/** When the time stamp counter is emulated, in ebx of the fourth leaf. */
export const xen_cpuid_tsc_mode = enumeration('xen_cpuid_tsc_mode', uint32_t, {
  XEN_CPUID_TSC_MODE_DEFAULT,
  XEN_CPUID_TSC_MODE_ALWAYS_EMULATE,
  XEN_CPUID_TSC_MODE_NEVER_EMULATE,
  XEN_CPUID_TSC_MODE_PVRDTSCP,
});

/** The hardware helps with the local APIC's registers. */
export const XEN_HVM_CPUID_APIC_ACCESS_VIRT = 1 << 0;
/** The hardware helps with x2APIC. */
export const XEN_HVM_CPUID_X2APIC_VIRT = 1 << 1;
/** Pages of other domains that are mapped are in the IOMMU too. */
export const XEN_HVM_CPUID_IOMMU_MAPPINGS = 1 << 2;
/** The vCPU's number is in ebx. */
export const XEN_HVM_CPUID_VCPU_ID_PRESENT = 1 << 3;
/** The domain's number is in ecx. */
export const XEN_HVM_CPUID_DOMID_PRESENT = 1 << 4;
/** Interrupts can go to APICs beyond 255 without remapping; from 4.17 on. */
export const XEN_HVM_CPUID_EXT_DEST_ID = 1 << 5;
/** Event channels of physical interrupts may be bound to a vCPU's vector; from 4.17 on. */
export const XEN_HVM_CPUID_UPCALL_VECTOR = 1 << 6;

/** Features of HVM guests in eax of the fifth leaf. */
export const xen_hvm_cpuid = flags('xen_hvm_cpuid', uint32_t, {
  XEN_HVM_CPUID_APIC_ACCESS_VIRT,
  XEN_HVM_CPUID_X2APIC_VIRT,
  XEN_HVM_CPUID_IOMMU_MAPPINGS,
  XEN_HVM_CPUID_VCPU_ID_PRESENT,
  XEN_HVM_CPUID_DOMID_PRESENT,
  XEN_HVM_CPUID_EXT_DEST_ID,
  XEN_HVM_CPUID_UPCALL_VECTOR,
});

/** Of ebx of the sixth leaf: how wide machine addresses are. */
export const XEN_CPUID_MACHINE_ADDRESS_WIDTH_MASK = 0xff;
/** Leaves behind the first. */
export const XEN_CPUID_MAX_NUM_LEAVES = 5;
