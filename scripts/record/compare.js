/** Compares recorded calls with what program.c prints of each round: results, and what was written. */
import { readFileSync } from 'node:fs';

const [, , capture, said] = process.argv;
const calls = readFileSync(capture, 'utf8').trim().split('\n').slice(1).map(JSON.parse);
const rounds = readFileSync(said, 'utf8').trim().split('\n');

const wrong = [];
/** By command: results as they come, and the last 8 bytes of the list that was written. */
const got = { 2: [], 6: [], 11: [], 63: [] };
for (const { args, memory, result } of calls) {
  // A call without a result is one that goes on.
  if (result === undefined) continue;
  const list = memory.findLast(({ address }) => address !== args[1]);
  const text = list?.after ?? list?.before ?? '';
  const word = text.slice(-16).match(/../g)?.toReversed().join('');
  got[Number(args[0])].push({ result: Number(result), word: word && BigInt(`0x${word}`) });
}
for (let i = 0; i < rounds.length / 2; i++) {
  const [ram, exchange, populate, unknown] = rounds[2 * i].split(' ').map(Number);
  const [out, list] = rounds[2 * i + 1].split(' ').map((word) => BigInt(`0x${word}`));
  const expected = { 2: ram, 11: exchange, 6: populate, 63: unknown };
  for (const [command, result] of Object.entries(expected))
    if (got[command][i]?.result !== result) wrong.push(`round ${i}, command ${command}: result`);
  if (got[11][i]?.word !== out) wrong.push(`round ${i}, exchange: ${got[11][i]?.word}, not ${out}`);
  if (got[6][i]?.word !== list) wrong.push(`round ${i}, populate: ${got[6][i]?.word}, not ${list}`);
}
for (const one of wrong) console.log(one);
const goneOn = calls.filter(({ result }) => result === undefined).length;
console.log(`${calls.length} calls, ${goneOn} of which went on: ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
