/** hvm/hvm_op.h: hvm_op. */
import { struct, unsigned_long } from '../../src/schema/index.js';
import {
  xen_hvm_altp2m_op,
  xen_hvm_evtchn_upcall_vector,
  xen_hvm_get_mem_type,
  xen_hvm_get_time,
  xen_hvm_pagetable_dying,
  xen_hvm_param,
  xen_hvm_xentrace,
} from '../hvm/hvm_op.js';
import { gives, nothing, reads, rows, step, takes, to, trades, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on HVM domains. */
export const table: Hypercall = {
  number: 34,
  name: 'hvm_op',
  registers: struct('hvm_op', { op: unsigned_long, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'op',
    noun: 'operation',
    operations: rows([
      [0, 'HVMOP_set_param', 'sets a parameter of an HVM domain', takes(xen_hvm_param)],
      [1, 'HVMOP_get_param', 'reads a parameter of an HVM domain', trades(xen_hvm_param)],
      [
        5,
        'HVMOP_flush_tlbs',
        'flushes the TLBs of all vCPUs',
        { ...nothing, abis: x86, zero: ['arg'] },
      ],
      [
        9,
        'HVMOP_pagetable_dying',
        'hints that a page table is about to go',
        { ...takes(xen_hvm_pagetable_dying), abis: x86 },
      ],
      [
        10,
        'HVMOP_get_time',
        "reads the domain's system time",
        { ...gives(xen_hvm_get_time), abis: x86 },
      ],
      [
        11,
        'HVMOP_xentrace',
        'puts a record into the trace buffer',
        { ...takes(xen_hvm_xentrace), abis: x86 },
      ],
      [12, 'HVMOP_set_mem_access', 'not implemented', { ...nothing, abis: x86 }],
      [13, 'HVMOP_get_mem_access', 'not implemented', { ...nothing, abis: x86 }],
      [
        15,
        'HVMOP_get_mem_type',
        'reads what kind of memory a frame is',
        { ...trades(xen_hvm_get_mem_type), abis: x86 },
      ],
      [
        23,
        'HVMOP_set_evtchn_upcall_vector',
        'sets the vector by which a vCPU hears of events',
        { ...takes(xen_hvm_evtchn_upcall_vector), abis: x86 },
      ],
      [
        24,
        'HVMOP_guest_request_vm_event',
        "sends an event to the domain's monitor",
        { ...nothing, zero: ['arg'] },
      ],
      [
        25,
        'HVMOP_altp2m',
        'an operation on alternative P2Ms',
        {
          ...trades(xen_hvm_altp2m_op),
          abis: x86,
          next: step(
            'cmd',
            [
              [
                1,
                'HVMOP_altp2m_get_domain_state',
                'reads whether a domain uses alternative P2Ms',
                gives('domain_state'),
              ],
              [
                2,
                'HVMOP_altp2m_set_domain_state',
                'sets whether a domain uses alternative P2Ms',
                takes('domain_state'),
              ],
              [
                3,
                'HVMOP_altp2m_vcpu_enable_notify',
                'has a vCPU told of faults in guest mode',
                takes('enable_notify'),
              ],
              [4, 'HVMOP_altp2m_create_p2m', 'makes a view', trades('view')],
              [5, 'HVMOP_altp2m_destroy_p2m', 'ends a view', takes('view')],
              [6, 'HVMOP_altp2m_switch_p2m', 'switches all vCPUs to a view', takes('view')],
              [
                7,
                'HVMOP_altp2m_set_mem_access',
                'sets the access rights of a frame in a view',
                takes('mem_access'),
              ],
              [
                8,
                'HVMOP_altp2m_change_gfn',
                'lets a frame of a view be another frame',
                takes('change_gfn'),
              ],
              [
                9,
                'HVMOP_altp2m_set_mem_access_multi',
                'sets the access rights of many frames in a view',
                trades('set_mem_access_multi', { pfn_list: reads('nr'), access_list: reads('nr') }),
              ],
              [
                10,
                'HVMOP_altp2m_set_suppress_ve',
                'sets whether faults of a frame go to the hypervisor',
                takes('suppress_ve'),
              ],
              [
                11,
                'HVMOP_altp2m_get_suppress_ve',
                'reads whether faults of a frame go to the hypervisor',
                trades('suppress_ve'),
              ],
              [
                12,
                'HVMOP_altp2m_get_mem_access',
                'reads the access rights of a frame in a view',
                trades('mem_access'),
              ],
              [
                13,
                'HVMOP_altp2m_vcpu_disable_notify',
                'ends telling a vCPU of faults',
                takes('disable_notify'),
              ],
              [
                14,
                'HVMOP_altp2m_get_p2m_idx',
                'reads which view a vCPU uses',
                trades('get_vcpu_p2m_idx'),
              ],
              [
                15,
                'HVMOP_altp2m_set_suppress_ve_multi',
                'sets whether faults of many frames go to the hypervisor',
                { ...trades('suppress_ve_multi'), since: '4.14' },
              ],
              [
                16,
                'HVMOP_altp2m_set_visibility',
                'shows or hides a view',
                { ...takes('set_visibility'), since: '4.14' },
              ],
            ],
            'u',
          ),
        },
      ],
    ]),
  },
};
