/** sysctl.h: sysctl. */
import { struct } from '../../src/schema/index.js';
import { xen_sysctl } from '../sysctl.js';
import {
  after,
  bitmap,
  byte,
  char,
  gives,
  orNull,
  product,
  reads,
  rows,
  span,
  step,
  takes,
  to,
  trades,
  writes,
  x86,
  arm,
} from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on the host. */
export const table: Hypercall = {
  number: 35,
  name: 'sysctl',
  registers: struct('sysctl', { u_sysctl: to(xen_sysctl) }),
  argument: 'u_sysctl',
  struct: xen_sysctl,
  versions: [
    { number: 0x12, since: '4.13', last: '4.13.5' },
    { number: 0x13, since: '4.14', last: '4.15.7' },
    { number: 0x14, since: '4.16', last: '4.16.7' },
    { number: 0x15, since: '4.17', last: '4.20.4' },
    { number: 0x16, since: '4.21', last: '4.22.0' },
  ],
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        1,
        'XEN_SYSCTL_readconsole',
        "reads the hypervisor's console ring",
        trades('readconsole', { buffer: writes('count', { element: char }) }),
      ],
      [
        2,
        'XEN_SYSCTL_tbuf_op',
        'an operation on the trace buffers',
        {
          ...trades('tbuf_op'),
          next: step('cmd', [
            [0, 'XEN_SYSCTL_TBUFOP_get_info', 'reads where the trace buffers are'],
            [
              1,
              'XEN_SYSCTL_TBUFOP_set_cpu_mask',
              'chooses the CPUs that are traced',
              { lists: { 'cpu_mask.bitmap': bitmap('in', 'cpu_mask.nr_bits') } },
            ],
            [2, 'XEN_SYSCTL_TBUFOP_set_evt_mask', 'chooses the events that are traced'],
            [3, 'XEN_SYSCTL_TBUFOP_set_size', 'sets the size of the trace buffers'],
            [4, 'XEN_SYSCTL_TBUFOP_enable', 'starts tracing'],
            [5, 'XEN_SYSCTL_TBUFOP_disable', 'stops tracing'],
          ]),
        },
      ],
      [
        3,
        'XEN_SYSCTL_physinfo',
        'reads how many CPUs and how much memory the host has',
        gives('physinfo'),
      ],
      [4, 'XEN_SYSCTL_sched_id', 'reads which scheduler runs', gives('sched_id')],
      [
        5,
        'XEN_SYSCTL_perfc_op',
        'an operation on the performance counters',
        {
          ...trades('perfc_op'),
          option: 'PERF_COUNTERS',
          next: step('cmd', [
            [
              1,
              'XEN_SYSCTL_PERFCOP_reset',
              'sets all counters to zero',
              {
                lists: {
                  desc: orNull(writes(after('nr_counters'))),
                  val: orNull(writes(after('nr_vals'))),
                },
              },
            ],
            [
              2,
              'XEN_SYSCTL_PERFCOP_query',
              'reads all counters',
              {
                lists: {
                  desc: orNull(writes(after('nr_counters'))),
                  val: orNull(writes(after('nr_vals'))),
                },
              },
            ],
          ]),
        },
      ],
      [
        6,
        'XEN_SYSCTL_getdomaininfolist',
        'reads the state of many domains',
        trades('getdomaininfolist', { buffer: writes('max_domains', { written: 'num_domains' }) }),
      ],
      [
        7,
        'XEN_SYSCTL_debug_keys',
        'presses debug keys of the console',
        takes('debug_keys', { keys: reads('nr_keys', { element: char }) }),
      ],
      [
        8,
        'XEN_SYSCTL_getcpuinfo',
        'reads how long CPUs have been idle',
        trades('getcpuinfo', { info: writes('max_cpus', { written: 'nr_cpus' }) }),
      ],
      [9, 'XEN_SYSCTL_availheap', 'reads how much memory is free', trades('availheap')],
      [
        10,
        'XEN_SYSCTL_get_pmstat',
        'reads statistics of power management',
        {
          ...trades('get_pmstat'),
          abis: x86,
          option: 'HAS_CPUFREQ',
          next: step(
            'type',
            [
              [
                17,
                'PMSTAT_get_max_px',
                'reads how many performance states a CPU has',
                gives('getpx'),
              ],
              [
                18,
                'PMSTAT_get_pxstat',
                'reads how long a CPU was in each performance state',
                gives('getpx', {
                  trans_pt: writes(after(product('total', 'total'))),
                  pt: writes(after('total')),
                }),
              ],
              [19, 'PMSTAT_reset_pxstat', 'sets these statistics to zero'],
              [33, 'PMSTAT_get_max_cx', 'reads how many idle states a CPU has', gives('getcx')],
              [
                34,
                'PMSTAT_get_cxstat',
                'reads how long a CPU was in each idle state',
                trades('getcx', {
                  triggers: writes('nr'),
                  residencies: writes('nr'),
                  pc: writes('nr_pc'),
                  cc: writes('nr_cc'),
                }),
              ],
              [35, 'PMSTAT_reset_cxstat', 'sets these statistics to zero'],
            ],
            'u',
          ),
        },
      ],
      [
        11,
        'XEN_SYSCTL_cpu_hotplug',
        'takes CPUs or their threads into use or out of it',
        { ...takes('cpu_hotplug'), abis: x86 },
      ],
      [
        12,
        'XEN_SYSCTL_pm_op',
        'an operation of power management',
        {
          ...trades('pm_op'),
          abis: x86,
          option: 'HAS_CPUFREQ',
          next: step(
            'cmd',
            [
              [
                17,
                'GET_CPUFREQ_PARA',
                "reads how a CPU's frequency is governed",
                trades('get_para', {
                  affected_cpus: writes('cpu_num'),
                  scaling_available_frequencies: writes('freq_num'),
                  scaling_available_governors: writes(
                    { kind: 'product', of: ['gov_num'], times: 16 },
                    { element: char },
                  ),
                }),
              ],
              [18, 'SET_CPUFREQ_GOV', 'chooses a governor of the frequency', takes('set_gov')],
              [19, 'SET_CPUFREQ_PARA', 'sets a parameter of the governor', takes('set_para')],
              [
                20,
                'GET_CPUFREQ_AVGFREQ',
                'reads the average frequency of a CPU',
                gives('get_avgfreq'),
              ],
              [
                21,
                'SET_CPUFREQ_CPPC',
                'sets how a CPU controls its own performance',
                { ...trades('set_cppc'), since: '4.18' },
              ],
              [
                22,
                'GET_CPUFREQ_CPPC',
                'reads how a CPU controls its own performance',
                { ...gives('get_cppc'), since: '4.21' },
              ],
              [
                33,
                'XEN_SYSCTL_pm_op_set_sched_opt_smt',
                'sets whether the scheduler prefers idle cores',
                trades('set_sched_opt_smt'),
              ],
              [
                34,
                'XEN_SYSCTL_pm_op_get_max_cstate',
                'reads the deepest idle state allowed',
                gives('get_max_cstate'),
              ],
              [
                35,
                'XEN_SYSCTL_pm_op_set_max_cstate',
                'sets the deepest idle state allowed',
                takes('set_max_cstate'),
              ],
              [36, 'XEN_SYSCTL_pm_op_set_vcpu_migration_delay', 'not implemented'],
              [37, 'XEN_SYSCTL_pm_op_get_vcpu_migration_delay', 'not implemented'],
              [38, 'XEN_SYSCTL_pm_op_enable_turbo', 'lets a CPU exceed its frequency'],
              [39, 'XEN_SYSCTL_pm_op_disable_turbo', 'keeps a CPU at its frequency'],
            ],
            'u',
          ),
        },
      ],
      [
        14,
        'XEN_SYSCTL_page_offline_op',
        'takes pages of the host out of use or back, or asks',
        takes('page_offline', { status: writes(span('start', 'end')) }),
      ],
      [
        15,
        'XEN_SYSCTL_lockprof_op',
        'an operation on the profile of locks',
        {
          ...trades('lockprof_op'),
          option: 'DEBUG_LOCK_PROFILE',
          next: step('cmd', [
            [1, 'XEN_SYSCTL_LOCKPROF_reset', 'sets the profile to zero'],
            [
              2,
              'XEN_SYSCTL_LOCKPROF_query',
              'reads the profile',
              { lists: { data: orNull(writes('max_elem', { written: 'nr_elem' })) } },
            ],
          ]),
        },
      ],
      [
        16,
        'XEN_SYSCTL_cputopoinfo',
        'reads core, socket and node of each CPU',
        trades('cputopoinfo', { cputopo: orNull(writes('num_cpus')) }),
      ],
      [
        17,
        'XEN_SYSCTL_numainfo',
        'reads memory and distances of the NUMA nodes',
        trades('numainfo', {
          meminfo: orNull(writes('num_nodes')),
          distance: orNull(writes(product('num_nodes', 'num_nodes'))),
        }),
      ],
      [
        18,
        'XEN_SYSCTL_cpupool_op',
        'an operation on CPU pools',
        {
          ...trades('cpupool_op'),
          next: step('op', [
            [1, 'XEN_SYSCTL_CPUPOOL_OP_CREATE', 'makes a pool'],
            [2, 'XEN_SYSCTL_CPUPOOL_OP_DESTROY', 'ends a pool'],
            [
              3,
              'XEN_SYSCTL_CPUPOOL_OP_INFO',
              'reads the next pool',
              { lists: { 'cpumap.bitmap': bitmap('out', 'cpumap.nr_bits') } },
            ],
            [4, 'XEN_SYSCTL_CPUPOOL_OP_ADDCPU', 'puts a CPU into a pool'],
            [5, 'XEN_SYSCTL_CPUPOOL_OP_RMCPU', 'takes a CPU out of a pool'],
            [6, 'XEN_SYSCTL_CPUPOOL_OP_MOVEDOMAIN', 'moves a domain to a pool'],
            [
              7,
              'XEN_SYSCTL_CPUPOOL_OP_FREEINFO',
              'reads which CPUs are in no pool',
              { lists: { 'cpumap.bitmap': bitmap('out', 'cpumap.nr_bits') } },
            ],
          ]),
        },
      ],
      [
        19,
        'XEN_SYSCTL_scheduler_op',
        "reads or sets parameters of a pool's scheduler",
        {
          ...trades('scheduler_op'),
          next: step('cmd', [
            [
              0,
              'XEN_SYSCTL_SCHEDOP_putinfo',
              'sets them',
              {
                lists: {
                  'u.sched_arinc653.schedule': reads(1, { when: { by: 'sched_id', is: 7 } }),
                },
              },
            ],
            [
              1,
              'XEN_SYSCTL_SCHEDOP_getinfo',
              'reads them',
              {
                lists: {
                  'u.sched_arinc653.schedule': writes(1, { when: { by: 'sched_id', is: 7 } }),
                },
              },
            ],
          ]),
        },
      ],
      [
        20,
        'XEN_SYSCTL_coverage_op',
        'an operation on the coverage data of an instrumented build',
        {
          ...trades('coverage_op'),
          option: 'COVERAGE',
          next: step('cmd', [
            [0, 'XEN_SYSCTL_COVERAGE_get_size', 'reads how much there is'],
            [
              1,
              'XEN_SYSCTL_COVERAGE_read',
              'reads the data',
              { lists: { buffer: writes('size', { element: char }) } },
            ],
            [2, 'XEN_SYSCTL_COVERAGE_reset', 'sets the data to zero'],
          ]),
        },
      ],
      [
        21,
        'XEN_SYSCTL_psr_cmt_op',
        'reads how the use of caches is monitored',
        { ...trades('psr_cmt_op'), zero: ['u.psr_cmt_op.flags'], abis: x86 },
      ],
      [
        22,
        'XEN_SYSCTL_pcitopoinfo',
        'reads the NUMA nodes of PCI devices',
        {
          ...trades('pcitopoinfo', { devs: reads('num_devs'), nodes: writes('num_devs') }),
          option: 'HAS_PCI',
        },
      ],
      [
        23,
        'XEN_SYSCTL_psr_alloc',
        'reads how caches and memory bandwidth can be divided',
        { ...trades('psr_alloc'), abis: x86 },
      ],
      [
        25,
        'XEN_SYSCTL_get_cpu_levelling_caps',
        'reads which CPUID leaves can be masked',
        { ...gives('cpu_levelling_caps'), abis: x86, until: '4.21' },
      ],
      [
        26,
        'XEN_SYSCTL_get_cpu_featureset',
        "reads the features of the host's CPUs, or those that guests may have",
        { ...trades('cpu_featureset', { features: orNull(writes('nr_features')) }), abis: x86 },
      ],
      [
        27,
        'XEN_SYSCTL_livepatch_op',
        'an operation on live patches',
        {
          ...trades('livepatch'),
          zero: ['u.livepatch.pad'],
          option: 'LIVEPATCH',
          next: step(
            'cmd',
            [
              [
                0,
                'XEN_SYSCTL_LIVEPATCH_UPLOAD',
                'uploads a patch',
                {
                  ...takes('upload', {
                    'name.name': reads('name.size', { element: char }),
                    payload: reads('size'),
                  }),
                  zero: ['u.livepatch.u.upload.name.pad'],
                },
              ],
              [
                1,
                'XEN_SYSCTL_LIVEPATCH_GET',
                'reads the state of a patch',
                {
                  ...trades('get', { 'name.name': reads('name.size', { element: char }) }),
                  zero: ['u.livepatch.u.get.name.pad'],
                },
              ],
              [
                2,
                'XEN_SYSCTL_LIVEPATCH_LIST',
                'reads the states of all patches',
                {
                  ...trades('list', {
                    status: writes('nr', { written: 'result' }),
                    name: writes(after('name_total_size'), { element: char }),
                    len: writes('nr', { written: 'result' }),
                    metadata: writes(after('metadata_total_size'), { element: char }),
                    metadata_len: writes('nr', { written: 'result' }),
                  }),
                  zero: ['u.livepatch.u.list.pad'],
                },
              ],
              [
                3,
                'XEN_SYSCTL_LIVEPATCH_ACTION',
                'applies, replaces, reverts or unloads a patch',
                {
                  ...takes('action', { 'name.name': reads('name.size', { element: char }) }),
                  zero: ['u.livepatch.u.action.name.pad', 'u.livepatch.u.action.pad'],
                },
              ],
            ],
            'u',
          ),
        },
      ],
      [
        28,
        'XEN_SYSCTL_set_parameter',
        'sets parameters of the command line while running',
        {
          ...takes('set_parameter', { params: reads('size', { element: char }) }),
          until: '4.13',
        },
      ],
      [
        29,
        'XEN_SYSCTL_get_cpu_policy',
        'reads a policy of CPUID leaves and MSRs',
        {
          ...trades('cpu_policy', {
            leaves: orNull(writes('nr_leaves')),
            msrs: orNull(writes('nr_msrs')),
          }),
          zero: ['u.cpu_policy._rsvd'],
          abis: x86,
        },
      ],
      [
        30,
        'XEN_SYSCTL_dt_overlay',
        'adds a device tree overlay, or removes it',
        {
          ...takes('dt_overlay', { overlay_fdt: reads('overlay_fdt_size', { element: byte }) }),
          zero: ['u.dt_overlay.pad'],
          abis: arm,
          since: '4.18',
        },
      ],
    ]),
  },
};
