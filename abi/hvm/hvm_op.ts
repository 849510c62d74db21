/** hvm/hvm_op.h: what an HVM domain, and who cares for one, asks of the hypervisor. */
import {
  array,
  enumeration,
  field,
  int32_t,
  namesOf,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  type Infer,
} from '../../src/schema/index.js';
import { xenmem_access_t } from '../memory.js';
import { XEN_GUEST_HANDLE, domid_t } from '../xen.js';
import { hvm_param } from './params.js';

export const HVMOP_set_param = 0;
export const HVMOP_get_param = 1;

/** A parameter of an HVM domain. */
export const xen_hvm_param = struct('xen_hvm_param', {
  domid: field(domid_t, { direction: 'in', doc: 'whose parameter it is' }),
  pad: field(uint16_t, { since: '4.14', direction: 'in', doc: 'not used' }),
  index: field(hvm_param, { direction: 'in', doc: 'which one' }),
  value: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'its value; get_param writes it',
  }),
});
export type XenHvmParam = Infer<typeof xen_hvm_param>;

/** Whether accesses to a page stay exits, and are no #VE. */
export const xen_hvm_altp2m_suppress_ve = struct('xen_hvm_altp2m_suppress_ve', {
  view: field(uint16_t, { direction: 'in', doc: 'the view' }),
  suppress_ve: field(uint8_t, {
    direction: 'inout',
    doc: 'whether they stay exits; get_suppress_ve writes it',
  }),
  pad1: field(uint8_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  pad2: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
});
export type XenHvmAltp2mSuppressVe = Infer<typeof xen_hvm_altp2m_suppress_ve>;

/** The same for a run of pages. */
export const xen_hvm_altp2m_suppress_ve_multi = struct(
  'xen_hvm_altp2m_suppress_ve_multi',
  {
    view: field(uint16_t, { direction: 'in', doc: 'the view' }),
    suppress_ve: field(uint8_t, { direction: 'in', doc: 'whether they stay exits' }),
    pad1: field(uint8_t, { direction: 'in', zero: true, doc: 'must be 0' }),
    first_error: field(int32_t, {
      direction: 'inout',
      unit: 'errno',
      doc: '0; after the call, the error of the first page that has one',
    }),
    first_gfn: field(uint64_t, {
      direction: 'inout',
      unit: 'GFN',
      doc: 'the first page; the hypervisor keeps its progress here when it is preempted',
    }),
    last_gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the last page' }),
    first_error_gfn: field(uint64_t, {
      direction: 'out',
      unit: 'GFN',
      doc: 'the first page that has an error',
    }),
  },
  { since: '4.14' },
);
export type XenHvmAltp2mSuppressVeMulti = Infer<typeof xen_hvm_altp2m_suppress_ve_multi>;

export const HVMOP_flush_tlbs = 5;

/** Ordinary memory. */
export const HVMMEM_ram_rw = 0;
/** Memory whose writes are lost. */
export const HVMMEM_ram_ro = 1;
/** None: accesses go to the device model. */
export const HVMMEM_mmio_dm = 2;
/** No longer used. */
export const HVMMEM_unused = 3;
/** Memory whose writes go to an I/O request server. */
export const HVMMEM_ioreq_server = 4;

/** What kind of memory a page is. */
export const hvmmem_type_t = enumeration('hvmmem_type_t', uint16_t, {
  HVMMEM_ram_rw,
  HVMMEM_ram_ro,
  HVMMEM_mmio_dm,
  HVMMEM_unused,
  HVMMEM_ioreq_server,
});

export const HVMOP_pagetable_dying = 9;

/** Says that a page table is about to go. */
export const xen_hvm_pagetable_dying = struct('xen_hvm_pagetable_dying', {
  domid: field(domid_t, { direction: 'in', doc: 'whose it is' }),
  pad: field(array(uint16_t, 3), { direction: 'in', doc: 'not used' }),
  gpa: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'guest-physical address of the root page table',
  }),
});
export type XenHvmPagetableDying = Infer<typeof xen_hvm_pagetable_dying>;

export const HVMOP_get_time = 10;

/** The system time. */
export const xen_hvm_get_time = struct('xen_hvm_get_time', {
  now: field(uint64_t, { direction: 'out', doc: 'nanoseconds since the host began' }),
});
export type XenHvmGetTime = Infer<typeof xen_hvm_get_time>;

export const HVMOP_xentrace = 11;

/** A record for the trace buffer. */
export const xen_hvm_xentrace = struct('xen_hvm_xentrace', {
  event: field(uint16_t, {
    direction: 'in',
    unit: 'address',
    doc: 'what happened, with a number of the guest',
  }),
  extra_bytes: field(uint16_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'how much of extra is used',
  }),
  extra: field(array(uint8_t, 28), { direction: 'in', doc: 'more of it' }),
});
export type XenHvmXentrace = Infer<typeof xen_hvm_xentrace>;

/** XENMEM_access_op is used instead. */
export const HVMOP_set_mem_access = 12;
export const HVMOP_get_mem_access = 13;
export const HVMOP_get_mem_type = 15;

/** What kind of memory a page is. */
export const xen_hvm_get_mem_type = struct('xen_hvm_get_mem_type', {
  domid: field(domid_t, { direction: 'in', doc: 'whose page it is' }),
  mem_type: field(hvmmem_type_t, { direction: 'out', doc: 'the kind' }),
  pad: field(array(uint16_t, 2), { direction: 'in', doc: 'not used' }),
  pfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
});
export type XenHvmGetMemType = Infer<typeof xen_hvm_get_mem_type>;

/** An I/O request server without a ring. */
export const HVM_IOREQSRV_BUFIOREQ_OFF = 0;
/** One with a ring. */
export const HVM_IOREQSRV_BUFIOREQ_LEGACY = 1;
/** One with a ring whose pointers are read and written together. */
export const HVM_IOREQSRV_BUFIOREQ_ATOMIC = 2;

export const HVMOP_set_evtchn_upcall_vector = 23;

/** The vector by which a vCPU gets events. */
export const xen_hvm_evtchn_upcall_vector = struct(
  'xen_hvm_evtchn_upcall_vector',
  {
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    vector: field(uint8_t, { direction: 'in', unit: 'address', doc: 'the vector, from 0x10 on' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenHvmEvtchnUpcallVector = Infer<typeof xen_hvm_evtchn_upcall_vector>;

export const HVMOP_guest_request_vm_event = 24;
export const HVMOP_altp2m = 25;
export const HVMOP_ALTP2M_INTERFACE_VERSION = 1;

/** Whether a domain has views of its memory. */
export const xen_hvm_altp2m_domain_state = struct('xen_hvm_altp2m_domain_state', {
  state: field(uint8_t, { direction: 'inout', doc: '1 if it has; get_domain_state writes it' }),
});
export type XenHvmAltp2mDomainState = Infer<typeof xen_hvm_altp2m_domain_state>;

/** Has a vCPU told of faults by #VE. */
export const xen_hvm_altp2m_vcpu_enable_notify = struct('xen_hvm_altp2m_vcpu_enable_notify', {
  vcpu_id: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page that says what happened' }),
});
export type XenHvmAltp2mVcpuEnableNotify = Infer<typeof xen_hvm_altp2m_vcpu_enable_notify>;

/** Has a vCPU no longer told of faults. */
export const xen_hvm_altp2m_vcpu_disable_notify = struct('xen_hvm_altp2m_vcpu_disable_notify', {
  vcpu_id: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
});
export type XenHvmAltp2mVcpuDisableNotify = Infer<typeof xen_hvm_altp2m_vcpu_disable_notify>;

/** Access rights of a page, in as many bits as these calls have. */
export const xenmem_access_u16 = enumeration(
  'xenmem_access_u16',
  uint16_t,
  namesOf(xenmem_access_t)!.values,
);

/** A view of a domain's memory. */
export const xen_hvm_altp2m_view = struct('xen_hvm_altp2m_view', {
  view: field(uint16_t, { direction: 'inout', doc: 'the view; create_p2m writes it' }),
  hvmmem_default_access: field(xenmem_access_u16, {
    direction: 'in',
    doc: 'create_p2m: rights of pages that nothing is said of',
  }),
});
export type XenHvmAltp2mView = Infer<typeof xen_hvm_altp2m_view>;

/** Access rights of a page in a view. */
export const xen_hvm_altp2m_mem_access = struct('xen_hvm_altp2m_mem_access', {
  view: field(uint16_t, { direction: 'in', doc: 'the view' }),
  access: field(xenmem_access_u16, {
    direction: 'inout',
    doc: 'the rights; get_mem_access writes them',
  }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
});
export type XenHvmAltp2mMemAccess = Infer<typeof xen_hvm_altp2m_mem_access>;

/** Access rights of many pages in a view. */
export const xen_hvm_altp2m_set_mem_access_multi = struct('xen_hvm_altp2m_set_mem_access_multi', {
  view: field(uint16_t, { direction: 'in', doc: 'the view' }),
  pad: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  nr: field(uint32_t, { direction: 'in', unit: 'count', doc: 'length of both lists' }),
  opaque: field(uint64_t, {
    direction: 'inout',
    doc: 'must be 0; the hypervisor keeps its progress here when it is preempted',
  }),
  pfn_list: field(XEN_GUEST_HANDLE(uint64_t, 'nr', 'const_uint64'), {
    direction: 'in',
    unit: 'GFN',
    doc: 'the pages',
  }),
  access_list: field(XEN_GUEST_HANDLE(xenmem_access_t, 'nr', 'const_uint8'), {
    direction: 'in',
    doc: 'the rights of each',
  }),
});
export type XenHvmAltp2mSetMemAccessMulti = Infer<typeof xen_hvm_altp2m_set_mem_access_multi>;

/** Has a view show another page. */
export const xen_hvm_altp2m_change_gfn = struct('xen_hvm_altp2m_change_gfn', {
  view: field(uint16_t, { direction: 'in', doc: 'the view' }),
  pad1: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  pad2: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  old_gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'where' }),
  new_gfn: field(uint64_t, {
    direction: 'in',
    unit: 'GFN',
    doc: 'the page that it shows there; all ones for its own',
  }),
});
export type XenHvmAltp2mChangeGfn = Infer<typeof xen_hvm_altp2m_change_gfn>;

/** The view that a vCPU has. */
export const xen_hvm_altp2m_get_vcpu_p2m_idx = struct('xen_hvm_altp2m_get_vcpu_p2m_idx', {
  vcpu_id: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  altp2m_idx: field(uint16_t, { direction: 'out', doc: 'the view' }),
});
export type XenHvmAltp2mGetVcpuP2mIdx = Infer<typeof xen_hvm_altp2m_get_vcpu_p2m_idx>;

/** Whether the guest itself may switch to a view. */
export const xen_hvm_altp2m_set_visibility = struct(
  'xen_hvm_altp2m_set_visibility',
  {
    altp2m_idx: field(uint16_t, { direction: 'in', doc: 'the view' }),
    visible: field(uint8_t, { direction: 'in', doc: 'whether it may' }),
    pad: field(uint8_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  },
  { since: '4.14' },
);
export type XenHvmAltp2mSetVisibility = Infer<typeof xen_hvm_altp2m_set_visibility>;

export const HVMOP_altp2m_get_domain_state = 1;
export const HVMOP_altp2m_set_domain_state = 2;
export const HVMOP_altp2m_vcpu_enable_notify = 3;
export const HVMOP_altp2m_create_p2m = 4;
export const HVMOP_altp2m_destroy_p2m = 5;
export const HVMOP_altp2m_switch_p2m = 6;
export const HVMOP_altp2m_set_mem_access = 7;
export const HVMOP_altp2m_change_gfn = 8;
export const HVMOP_altp2m_set_mem_access_multi = 9;
export const HVMOP_altp2m_set_suppress_ve = 10;
export const HVMOP_altp2m_get_suppress_ve = 11;
export const HVMOP_altp2m_get_mem_access = 12;
export const HVMOP_altp2m_vcpu_disable_notify = 13;
export const HVMOP_altp2m_get_p2m_idx = 14;
export const HVMOP_altp2m_set_suppress_ve_multi = 15;
export const HVMOP_altp2m_set_visibility = 16;

/** What is done with the views of a domain's memory. */
export const hvmop_altp2m = enumeration('hvmop_altp2m', uint32_t, {
  HVMOP_altp2m_get_domain_state,
  HVMOP_altp2m_set_domain_state,
  HVMOP_altp2m_vcpu_enable_notify,
  HVMOP_altp2m_create_p2m,
  HVMOP_altp2m_destroy_p2m,
  HVMOP_altp2m_switch_p2m,
  HVMOP_altp2m_set_mem_access,
  HVMOP_altp2m_change_gfn,
  HVMOP_altp2m_set_mem_access_multi,
  HVMOP_altp2m_set_suppress_ve,
  HVMOP_altp2m_get_suppress_ve,
  HVMOP_altp2m_get_mem_access,
  HVMOP_altp2m_vcpu_disable_notify,
  HVMOP_altp2m_get_p2m_idx,
  HVMOP_altp2m_set_suppress_ve_multi,
  HVMOP_altp2m_set_visibility,
});

/** Works on the views of a domain's memory. */
export const xen_hvm_altp2m_op = struct('xen_hvm_altp2m_op', {
  version: field(uint32_t, { direction: 'in', doc: 'HVMOP_ALTP2M_INTERFACE_VERSION' }),
  cmd: field(hvmop_altp2m, { direction: 'in', doc: 'what to do' }),
  domain: field(domid_t, { direction: 'in', doc: 'whose memory it is' }),
  pad1: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  pad2: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  u: field(
    union(
      null,
      {
        domain_state: field(xen_hvm_altp2m_domain_state, {
          direction: 'inout',
          doc: 'whether there are views',
        }),
        enable_notify: field(xen_hvm_altp2m_vcpu_enable_notify, {
          direction: 'in',
          doc: 'has a vCPU told of faults',
        }),
        view: field(xen_hvm_altp2m_view, { direction: 'inout', doc: 'a view' }),
        mem_access: field(xen_hvm_altp2m_mem_access, {
          direction: 'inout',
          doc: 'access rights of a page',
        }),
        change_gfn: field(xen_hvm_altp2m_change_gfn, {
          direction: 'in',
          doc: 'has a view show another page',
        }),
        set_mem_access_multi: field(xen_hvm_altp2m_set_mem_access_multi, {
          direction: 'inout',
          doc: 'access rights of many pages',
        }),
        suppress_ve: field(xen_hvm_altp2m_suppress_ve, {
          direction: 'inout',
          doc: 'whether accesses stay exits',
        }),
        suppress_ve_multi: field(xen_hvm_altp2m_suppress_ve_multi, {
          since: '4.14',
          direction: 'inout',
          doc: 'the same for a run of pages',
        }),
        disable_notify: field(xen_hvm_altp2m_vcpu_disable_notify, {
          direction: 'in',
          doc: 'has a vCPU no longer told of faults',
        }),
        get_vcpu_p2m_idx: field(xen_hvm_altp2m_get_vcpu_p2m_idx, {
          direction: 'inout',
          doc: 'the view that a vCPU has',
        }),
        set_visibility: field(xen_hvm_altp2m_set_visibility, {
          since: '4.14',
          direction: 'in',
          doc: 'whether the guest may switch to a view',
        }),
        pad: field(array(uint8_t, 64), { direction: 'in', doc: 'room for all of them' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [HVMOP_altp2m_get_domain_state]: 'domain_state',
            [HVMOP_altp2m_set_domain_state]: 'domain_state',
            [HVMOP_altp2m_vcpu_enable_notify]: 'enable_notify',
            [HVMOP_altp2m_create_p2m]: 'view',
            [HVMOP_altp2m_destroy_p2m]: 'view',
            [HVMOP_altp2m_switch_p2m]: 'view',
            [HVMOP_altp2m_set_mem_access]: 'mem_access',
            [HVMOP_altp2m_change_gfn]: 'change_gfn',
            [HVMOP_altp2m_set_mem_access_multi]: 'set_mem_access_multi',
            [HVMOP_altp2m_set_suppress_ve]: 'suppress_ve',
            [HVMOP_altp2m_get_suppress_ve]: 'suppress_ve',
            [HVMOP_altp2m_get_mem_access]: 'mem_access',
            [HVMOP_altp2m_vcpu_disable_notify]: 'disable_notify',
            [HVMOP_altp2m_get_p2m_idx]: 'get_vcpu_p2m_idx',
            [HVMOP_altp2m_set_suppress_ve_multi]: 'suppress_ve_multi',
            [HVMOP_altp2m_set_visibility]: 'set_visibility',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on what to do' },
  ),
});
export type XenHvmAltp2mOp = Infer<typeof xen_hvm_altp2m_op>;
