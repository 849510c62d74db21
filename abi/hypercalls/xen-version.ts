/** version.h: xen_version. */
import { c_int, struct } from '../../src/schema/index.js';
import {
  xen_build_id,
  xen_compile_info,
  xen_feature_info,
  xen_platform_parameters,
  xen_varbuf,
} from '../version.js';
import { byte, char, gives, nothing, rows, to, trades, writes } from './shapes.js';
import type { Hypercall } from './types.js';

/** A text and how much room there is for it. */
const text = trades(xen_varbuf, { buf: writes('len', { element: char }) });

/** Tells about the hypervisor. */
export const table: Hypercall = {
  number: 17,
  name: 'xen_version',
  registers: struct('xen_version', { cmd: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [0, 'XENVER_version', 'returns major version << 16 | minor version', nothing],
      [
        1,
        'XENVER_extraversion',
        'reads the rest of the version',
        { lists: { arg: writes(16, { element: char }) } },
      ],
      [
        2,
        'XENVER_compile_info',
        'reads who compiled the hypervisor, with what and when',
        gives(xen_compile_info),
      ],
      [
        3,
        'XENVER_capabilities',
        'reads which kinds of guests can run',
        { lists: { arg: writes(1024, { element: char }) } },
      ],
      [
        4,
        'XENVER_changeset',
        "reads the source's revision",
        { lists: { arg: writes(64, { element: char }) } },
      ],
      [
        5,
        'XENVER_platform_parameters',
        "reads where the hypervisor's part of the address space begins",
        gives(xen_platform_parameters),
      ],
      [6, 'XENVER_get_features', 'reads a word of feature bits', trades(xen_feature_info)],
      [7, 'XENVER_pagesize', 'returns the size of a page', { ...nothing, zero: ['arg'] }],
      [
        8,
        'XENVER_guest_handle',
        "reads the calling domain's UUID",
        { lists: { arg: writes(16, { element: byte }) } },
      ],
      [
        9,
        'XENVER_commandline',
        "reads the hypervisor's command line",
        { lists: { arg: writes(1024, { element: char }) } },
      ],
      [
        10,
        'XENVER_build_id',
        "reads the build's identification; returns its length",
        trades(xen_build_id, { buf: writes('len') }),
      ],
      [
        11,
        'XENVER_extraversion2',
        'reads the rest of the version, whole; returns its length',
        { ...text, since: '4.20' },
      ],
      [
        12,
        'XENVER_capabilities2',
        'reads which kinds of guests can run, whole; returns its length',
        { ...text, since: '4.20' },
      ],
      [
        13,
        'XENVER_changeset2',
        "reads the source's revision, whole; returns its length",
        { ...text, since: '4.20' },
      ],
      [
        14,
        'XENVER_commandline2',
        "reads the hypervisor's command line, whole; returns its length",
        { ...text, since: '4.20' },
      ],
    ]),
  },
};
