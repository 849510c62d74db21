// Dumps of known bytes by the real tools, and what becomes of them: the fixtures in
// test/capture/sources/dumps/, one file a tool, and the table scripts/dumps/results.md.
// With names of tools, only those are made anew; a tool that is missing leaves its file as it was.
// With --judge none is made: the table is written, and what is misread is printed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Dump, dumpsOf, type Tool, versionOf } from './dumps/tool.js';
import { exists } from './exists.js';
import { judge } from './dumps/judge.js';
import { afterJourneys } from './dumps/journeys.js';
import { rowOf, tableOf } from './dumps/table.js';
import { tools } from './dumps/tools/index.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const fileOf = ({ name }: Tool): string => at(`test/capture/sources/dumps/${name}.jsonl`);

function make(tool: Tool): void {
  const missing = Object.entries(tool.needs).filter(([command]) => !exists(command));
  if (missing.length > 0) {
    const commands = missing.map(([command]) => command).join(', ');
    const packages = missing.map(([, name]) => name).join(' ');
    console.error(`${tool.name}: no ${commands}; on Debian: apt-get install ${packages}`);
    return;
  }
  const lines = [{ tool: tool.name, version: versionOf(tool) }, ...dumpsOf(tool)];
  writeFileSync(fileOf(tool), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const asked = process.argv.slice(2).filter((name) => name !== '--judge');
if (!process.argv.includes('--judge'))
  for (const tool of tools) if (asked.length === 0 || asked.includes(tool.name)) make(tool);

const rows = tools
  .filter((tool) => existsSync(fileOf(tool)))
  .map((tool) => {
    const [head = '', ...lines] = readFileSync(fileOf(tool), 'utf8').trimEnd().split('\n');
    const { version } = JSON.parse(head) as { version: string };
    const dumps = lines.map((line) => JSON.parse(line) as Dump);
    const judged = dumps.map((dump) => ({ ...dump, ...judge(dump) }));
    if (asked.length === 0 || asked.includes(tool.name))
      judged.forEach((dump, number) => {
        if (dump.verdict === 'misread' || dump.verdict === 'guessed')
          console.log(`${dump.how} of ${dump.of} is ${dump.verdict} as ${dump.said}`);
        else
          for (const { verdict, journey, said } of afterJourneys(dump, number))
            if (verdict === 'misread')
              console.log(`${dump.how} of ${dump.of} ${journey} is misread as ${said}`);
      });
    return rowOf(tool.name, version, judged);
  });
writeFileSync(at('scripts/dumps/results.md'), tableOf(rows));
