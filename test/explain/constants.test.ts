import { expect, it, test } from 'vitest';
import { constantNames, constantReadings } from '../../src/explain/constants.js';

test.each([
  ['GTF_readonly', 'GTF_readonly (4)', 'of grant_table.h'],
  ['xen_elfnote_crash_regs', 'XEN_ELFNOTE_CRASH_REGS (16777218, 0x1000002)', 'of elfnote.h'],
  ['ACPI_GPE0_BLK_LEN_V1', 'ACPI_GPE0_BLK_LEN_V1 (4)', 'of hvm/ioreq.h'],
  ['XENMEM_SHARING_OP_C_HANDLE_INVALID', 'XENMEM_SHARING_OP_C_HANDLE_INVALID (-9)', 'of memory.h'],
  ['XEN_RUNSTATE_UPDATE', /\(9223372036854775808, 0x8000000000000000\)$/, 'of vcpu.h'],
])('%s is a constant of its header', async (word, label, meaning) => {
  const [found, ...others] = await constantReadings(word);
  expect(others).toEqual([]);
  expect(found!.label).toEqual(typeof label === 'string' ? label : expect.stringMatching(label));
  expect(found!.meaning).toBe(meaning);
});

it('what is no number is no constant', async () => {
  expect(await constantReadings('gntmap')).toEqual([]);
  expect(await constantReadings('gnttab_copy')).toEqual([]);
});

it('has each name once', async () => {
  const names = await constantNames();
  expect(names.length).toBeGreaterThan(1000);
  expect(new Set(names).size).toBe(names.length);
});
