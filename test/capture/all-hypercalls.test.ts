import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHypercall } from '../../abi/index.js';
import {
  callToJson,
  callView,
  codec,
  createLazyDecoder,
  type DecodedCall,
  readCapture,
} from '../../src/index.js';
import type { CallLine } from './decoding.js';

/** One call of each kind that a Linux dom0 and its toolstack made; a label is what it is. */
const text = readFileSync(new URL('../corpus/all-hypercalls-x86_64.jsonl', import.meta.url));
const decoded: DecodedCall[] = [];

beforeAll(async () => {
  let decode: ReturnType<typeof createLazyDecoder>;
  for await (const record of readCapture([text])) {
    if (record.kind === 'capture') decode = createLazyDecoder(record, codec);
    else if (record.kind === 'call') decoded.push(await decode!(record));
    else throw new Error(`line ${JSON.stringify(record)}`);
  }
});

const lineOf = (one: DecodedCall): CallLine => callToJson(one) as unknown as CallLine;
const named = (label: string): DecodedCall => {
  const found = decoded.find(({ call }) => call.label === label);
  if (!found) throw new Error(`${label} is not in the file`);
  return found;
};
const viewOf = (label: string): readonly string[] =>
  callView(named(label), { view: 'fields', most: 8 }).split('\n').slice(1);

/** Lists whose elements are of several operations have none in common. */
const isMixed = ({ lists }: DecodedCall): boolean =>
  lists.some(({ operations = [] }) => new Set(operations).size > 1);

it('names each call with its operation', () => {
  expect(decoded).toHaveLength(148);
  for (const one of decoded) {
    const { hypercall, operation } = lineOf(one);
    const [name, of] = one.call.label!.split(' ');
    expect(hypercall).toBe(name);
    if (!isMixed(one)) expect(operation, one.call.label).toBe(of ?? null);
  }
});

it('finds every struct and every list, and each operation of a list', () => {
  for (const { hypercall, operation, argument, lists, call } of decoded) {
    const wanted = hypercall?.struct ?? operation?.argument;
    if (wanted) expect(argument?.known, call.label).toBeGreaterThan(0);
    const isWhole = argument?.before !== undefined || !wanted;
    const paths = Object.entries({ ...hypercall?.lists, ...operation?.lists });
    for (const [path, list] of paths)
      if (isWhole && !list.when)
        expect(
          lists.some((one) => one.path === path || one.path.endsWith(path)),
          `${call.label}: ${path}`,
        ).toBe(true);
    for (const one of lists) expect(one.operations ?? []).not.toContain(undefined);
  }
});

it('changes nothing that the tables say is only read', () => {
  for (const { operation, step, argument, lists, call } of decoded) {
    const direction = (step ?? operation)?.direction ?? operation?.direction;
    if (direction === 'in') expect(argument?.after, call.label).toBeUndefined();
    for (const list of lists)
      if (list.direction === 'in') expect(list.after, `${call.label} ${list.path}`).toBeUndefined();
  }
});

it('warns of nothing but what the recorder left out', () => {
  const codes = decoded.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  expect([...new Set(codes)].toSorted()).toEqual(['argument-truncated', 'list-truncated']);
});

/** Per cent of the hypercalls of a boot, of 119,900. */
const BOOT = {
  mmu_update: 40,
  update_va_mapping: 29,
  mmuext_op: 15,
  vcpu_op: 8.5,
  set_segment_base: 2,
  iret: 1.7,
  stack_switch: 1,
  console_io: 1,
  multicall: 0.9,
  xen_version: 0.6,
  memory_op: 0.2,
};

it('explains what a boot consists of', () => {
  const share = Object.entries(BOOT).reduce((sum, [name, weight]) => {
    const all = decoded.filter(({ hypercall }) => hypercall?.name === name);
    const isExplained = all.every(
      ({ hypercall, operation, lists }) =>
        !hypercall!.operations || operation !== undefined || lists.length > 0,
    );
    return sum + (all.length > 0 && isExplained ? weight : 0);
  }, 0);
  expect(share).toBeCloseTo(99.9, 5);
});

describe('people see', () => {
  it('requests of a list, each by its kind', () => {
    expect(viewOf('mmu_update MMU_NORMAL_PT_UPDATE')[1]).toMatch(
      /^ {4}\[0\] MMU_NORMAL_PT_UPDATE ptr=\S+ val=\S+$/,
    );
  });

  it('a text', () => {
    expect(viewOf('console_io CONSOLEIO_write')).toEqual([
      '    buffer  0xffffffff82332810  [36] "mapping kernel into physical memory\\n"',
    ]);
  });

  it('the entries of a multicall as calls', () => {
    const [head, first] = viewOf('multicall');
    expect(head).toMatch(/^ {2}2 entries at 0x/);
    expect(first).toMatch(/^ {2}[* ] \[0\] update_va_mapping\(va=0x\w+, val64=0x\w+, flags=0\)/);
  });

  it('of what is only written what was written', () => {
    const features = viewOf('xen_version XENVER_get_features').at(-1);
    expect(features).toMatch(/^ {2}\* submap {6}0 → XENFEAT_pae_pgdir_above_4gb \| XENFEAT_/);
    expect(viewOf('sysctl XEN_SYSCTL_sched_id')).toContain(
      '  * u.sched_id.sched_id  XEN_SCHEDULER_CREDIT2 (6)',
    );
  });

  it('the live member of a union alone', () => {
    const lines = viewOf('domctl XEN_DOMCTL_max_mem');
    expect(lines.filter((line) => line.includes(' u.'))).toHaveLength(1);
  });
});

it('loads no table that no call needs', async () => {
  expect(await loadHypercall(11)).toBeUndefined();
  expect((await loadHypercall(36))?.name).toBe('domctl');
});
