/** hvm/hvm_op.h. */
import {
  array,
  field,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t } from '../xen.js';

export const xen_hvm_param = struct('xen_hvm_param', {
  domid: domid_t,
  pad: field(uint16_t, { since: '4.14' }),
  index: uint32_t,
  value: uint64_t,
});
export type XenHvmParam = Infer<typeof xen_hvm_param>;

export const xen_hvm_altp2m_suppress_ve = struct('xen_hvm_altp2m_suppress_ve', {
  view: uint16_t,
  suppress_ve: uint8_t,
  pad1: uint8_t,
  pad2: uint32_t,
  gfn: uint64_t,
});
export type XenHvmAltp2mSuppressVe = Infer<typeof xen_hvm_altp2m_suppress_ve>;

export const xen_hvm_altp2m_suppress_ve_multi = struct(
  'xen_hvm_altp2m_suppress_ve_multi',
  {
    view: uint16_t,
    suppress_ve: uint8_t,
    pad1: uint8_t,
    first_error: int32_t,
    first_gfn: uint64_t,
    last_gfn: uint64_t,
    first_error_gfn: uint64_t,
  },
  { since: '4.14' },
);
export type XenHvmAltp2mSuppressVeMulti = Infer<typeof xen_hvm_altp2m_suppress_ve_multi>;

export const xen_hvm_pagetable_dying = struct('xen_hvm_pagetable_dying', {
  domid: domid_t,
  pad: array(uint16_t, 3),
  gpa: uint64_t,
});
export type XenHvmPagetableDying = Infer<typeof xen_hvm_pagetable_dying>;

export const xen_hvm_get_time = struct('xen_hvm_get_time', {
  now: uint64_t,
});
export type XenHvmGetTime = Infer<typeof xen_hvm_get_time>;

export const xen_hvm_xentrace = struct('xen_hvm_xentrace', {
  event: uint16_t,
  extra_bytes: uint16_t,
  extra: array(uint8_t, 28),
});
export type XenHvmXentrace = Infer<typeof xen_hvm_xentrace>;

export const xen_hvm_get_mem_type = struct('xen_hvm_get_mem_type', {
  domid: domid_t,
  mem_type: uint16_t,
  pad: array(uint16_t, 2),
  pfn: uint64_t,
});
export type XenHvmGetMemType = Infer<typeof xen_hvm_get_mem_type>;

export const xen_hvm_evtchn_upcall_vector = struct(
  'xen_hvm_evtchn_upcall_vector',
  {
    vcpu: uint32_t,
    vector: uint8_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenHvmEvtchnUpcallVector = Infer<typeof xen_hvm_evtchn_upcall_vector>;

export const xen_hvm_altp2m_domain_state = struct('xen_hvm_altp2m_domain_state', {
  state: uint8_t,
});
export type XenHvmAltp2mDomainState = Infer<typeof xen_hvm_altp2m_domain_state>;

export const xen_hvm_altp2m_vcpu_enable_notify = struct('xen_hvm_altp2m_vcpu_enable_notify', {
  vcpu_id: uint32_t,
  pad: uint32_t,
  gfn: uint64_t,
});
export type XenHvmAltp2mVcpuEnableNotify = Infer<typeof xen_hvm_altp2m_vcpu_enable_notify>;

export const xen_hvm_altp2m_vcpu_disable_notify = struct('xen_hvm_altp2m_vcpu_disable_notify', {
  vcpu_id: uint32_t,
});
export type XenHvmAltp2mVcpuDisableNotify = Infer<typeof xen_hvm_altp2m_vcpu_disable_notify>;

export const xen_hvm_altp2m_view = struct('xen_hvm_altp2m_view', {
  view: uint16_t,
  hvmmem_default_access: uint16_t,
});
export type XenHvmAltp2mView = Infer<typeof xen_hvm_altp2m_view>;

export const xen_hvm_altp2m_mem_access = struct('xen_hvm_altp2m_mem_access', {
  view: uint16_t,
  access: uint16_t,
  pad: uint32_t,
  gfn: uint64_t,
});
export type XenHvmAltp2mMemAccess = Infer<typeof xen_hvm_altp2m_mem_access>;

export const xen_hvm_altp2m_set_mem_access_multi = struct('xen_hvm_altp2m_set_mem_access_multi', {
  view: uint16_t,
  pad: uint16_t,
  nr: uint32_t,
  opaque: uint64_t,
  pfn_list: XEN_GUEST_HANDLE(uint64_t, undefined, 'const_uint64'),
  access_list: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_uint8'),
});
export type XenHvmAltp2mSetMemAccessMulti = Infer<typeof xen_hvm_altp2m_set_mem_access_multi>;

export const xen_hvm_altp2m_change_gfn = struct('xen_hvm_altp2m_change_gfn', {
  view: uint16_t,
  pad1: uint16_t,
  pad2: uint32_t,
  old_gfn: uint64_t,
  new_gfn: uint64_t,
});
export type XenHvmAltp2mChangeGfn = Infer<typeof xen_hvm_altp2m_change_gfn>;

export const xen_hvm_altp2m_get_vcpu_p2m_idx = struct('xen_hvm_altp2m_get_vcpu_p2m_idx', {
  vcpu_id: uint32_t,
  altp2m_idx: uint16_t,
});
export type XenHvmAltp2mGetVcpuP2mIdx = Infer<typeof xen_hvm_altp2m_get_vcpu_p2m_idx>;

export const xen_hvm_altp2m_set_visibility = struct(
  'xen_hvm_altp2m_set_visibility',
  {
    altp2m_idx: uint16_t,
    visible: uint8_t,
    pad: uint8_t,
  },
  { since: '4.14' },
);
export type XenHvmAltp2mSetVisibility = Infer<typeof xen_hvm_altp2m_set_visibility>;

export const xen_hvm_altp2m_op = struct('xen_hvm_altp2m_op', {
  version: uint32_t,
  cmd: uint32_t,
  domain: domid_t,
  pad1: uint16_t,
  pad2: uint32_t,
  u: union(null, {
    domain_state: xen_hvm_altp2m_domain_state,
    enable_notify: xen_hvm_altp2m_vcpu_enable_notify,
    view: xen_hvm_altp2m_view,
    mem_access: xen_hvm_altp2m_mem_access,
    change_gfn: xen_hvm_altp2m_change_gfn,
    set_mem_access_multi: xen_hvm_altp2m_set_mem_access_multi,
    suppress_ve: xen_hvm_altp2m_suppress_ve,
    suppress_ve_multi: field(xen_hvm_altp2m_suppress_ve_multi, { since: '4.14' }),
    disable_notify: xen_hvm_altp2m_vcpu_disable_notify,
    get_vcpu_p2m_idx: xen_hvm_altp2m_get_vcpu_p2m_idx,
    set_visibility: field(xen_hvm_altp2m_set_visibility, { since: '4.14' }),
    pad: array(uint8_t, 64),
  }),
});
export type XenHvmAltp2mOp = Infer<typeof xen_hvm_altp2m_op>;
