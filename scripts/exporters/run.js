/** Runs every check, prints each row, and writes them to results.md. */
import { writeFileSync } from 'node:fs';
import { checkC } from './c.js';
import { checkKaitai } from './kaitai.js';
import { checkRust } from './rust.js';
import { checkVectors } from './vectors.js';
import { versionOf } from './tools.js';

const checks = { C: checkC, Rust: checkRust, Vectors: checkVectors, 'Kaitai Struct': checkKaitai };
const only = process.argv[2];

const rows = [];
for (const [name, check] of Object.entries(checks)) {
  if (only && !name.toLowerCase().startsWith(only)) continue;
  for await (const row of check()) {
    rows.push(row);
    console.log(`${row.outcome.padEnd(8)}${row.what}${row.detail && ` (${row.detail})`}`);
  }
}
const imhex = {
  what: 'ImHex',
  outcome: 'not run',
  detail: 'its tool is not run here; test/export/imhex.test.ts reads the text again',
};
const of = (outcome) => rows.filter((row) => row.outcome === outcome).length;
const cell = (text) => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
const tools = ['clang', 'gcc', 'rustc', 'node', 'python3'].map(
  (tool) => `- ${tool}: ${versionOf(tool) ?? 'missing'}`,
);
const text = `# What the exports' own tools say

Made by \`scripts/exporters/run.sh\`. ${of('ok')} ok, ${of('FAIL')} failed, ${of('missing')} missing.

${tools.join('\n')}
- kaitai-struct-compiler and kaitai-struct: 0.11.0

64-bit leaves: Kaitai's JavaScript run time reads them as Numbers, which lose bits above 2^53.
Here its two readers of 64 bits are replaced by ones that return BigInts from the same place, so
position and width are the compiled decoder's, and no bit is lost in the comparison.

| check | outcome | detail |
| ----- | ------- | ------ |
${[...rows, imhex].map(({ what, outcome, detail }) => `| ${cell(what)} | ${outcome} | ${cell(detail)} |`).join('\n')}
`;
if (!only) writeFileSync(new URL('results.md', import.meta.url), text);
console.log(`${of('ok')} ok, ${of('FAIL')} failed, ${of('missing')} missing`);
process.exitCode = of('FAIL') > 0 ? 1 : of('missing') > 0 ? 2 : 0;
