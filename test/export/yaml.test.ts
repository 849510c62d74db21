import { expect, it } from 'vitest';
import { yaml } from '../../src/export/yaml.js';

it.each([
  [
    'a character that no terminal shows',
    'developer \u{1f469}\u200d\u{1f4bb}',
    '"developer \u{1f469}\\u200d\u{1f4bb}"\n',
  ],
  ['one of five digits', 'tag \u{e0001}', '"tag \\U000e0001"\n'],
])('%s is escaped as YAML has it', (_, text, written) => {
  expect(yaml(text)).toBe(written);
});

it('a key that some reader takes for a truth value is quoted, and one that is a number is not', () => {
  expect(yaml({ on: 'u1', 7: 'off', id: { no: 1 } })).toBe('7: "off"\n"on": u1\nid:\n  "no": 1\n');
});
