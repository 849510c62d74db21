import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { hypercalls } from '../../abi/index.js';
import { callLine, headerLine } from '../capture/index.js';
import { ObjectError } from '../check/index.js';
import type { ArchitectureName } from '../layout/index.js';
import {
  callerOf,
  checkCode,
  type Client,
  connect,
  conventionOf,
  createClient,
  describeTarget,
  entriesOf,
  type Entry,
  readSymbols,
  record,
  RecordError,
  type RecordErrorCode,
  type RecordOptions,
  type SymbolFile,
  type Wire,
} from '../record/index.js';
import { nearest } from '../words/nearest.js';
import { codec } from '../xen-codec.js';
import { Exit, FINDINGS, OK, SYSTEM, usage } from './exit.js';
import { interfaceOf, interfaceOption } from './interface.js';
import { printLine, say, systemReason } from './io.js';
import { abiNamed } from './names.js';
import { numberOption } from './numbers.js';
import { withObject } from './object-files.js';
import { paceProgress } from './progress.js';
import { writeAll } from './standard.js';
import type { Given, Verb } from './verb.js';

function addressOf(given: Given): { host: string; port: number } {
  const text = given.text('gdb');
  if (text === undefined) throw usage('record needs --gdb HOST:PORT (QEMU has it with -s: :1234)');
  const [, host = '', digits = ''] = /^(?:(.*):)?(\d+)$/.exec(text) ?? [];
  const port = Number(digits);
  if (!(port > 0 && port < 0x10000)) throw usage(`--gdb ${text} is no HOST:PORT`);
  return { host: host.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1', port };
}

/** The hypercalls that were asked for, by name. */
function askedHypercalls(given: Given): Readonly<Record<string, number>> {
  const names = (given.text('hypercalls') ?? 'memory_op').split(',');
  const known: Readonly<Record<string, number>> = hypercalls;
  return Object.fromEntries(
    names.map((name) => {
      const number = Object.hasOwn(known, name) ? known[name] : undefined;
      if (number === undefined)
        throw usage(
          `--hypercalls: ${name || '(nothing)'} is no hypercall${nearest(name, Object.keys(known))}`,
        );
      return [name, number];
    }),
  );
}

async function symbolsOf(given: Given): Promise<SymbolFile> {
  const file = given.text('symbols');
  if (file === undefined)
    throw usage('record needs --symbols FILE: a System.map, a vmlinux or xen-syms');
  return withObject(file, (source) => {
    try {
      return readSymbols(source);
    } catch (error) {
      if (error instanceof ObjectError || error instanceof RecordError)
        throw new Exit(FINDINGS, `${file}: ${error.message}`);
      throw error;
    }
  });
}

/** Where lines go, each of them whole: a file of our own, or standard output. */
function writerOf(file: string | undefined): { line(text: string): void; close(): void } {
  if (file === undefined) return { line: (text) => printLine(text), close() {} };
  try {
    const fd = openSync(file, 'wx');
    let size = 0;
    return {
      line(text) {
        const bytes = Buffer.from(`${text}\n`);
        try {
          writeAll(fd, bytes);
          size += bytes.length;
        } catch (error) {
          // Of a line that a full disk cut off nothing stays.
          ftruncateSync(fd, size);
          throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
        }
      },
      close: () => closeSync(fd),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw usage(`--out ${file} is there already, and is not written over`);
    throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
  }
}

/** No timer of Node's is longer. */
const MOST_SECONDS = Math.floor((2 ** 31 - 1) / 1000);

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborts at the first interrupt and after so many seconds; a second interrupt ends the process. */
function endsOf(seconds: number | undefined): { signal: AbortSignal; clear(): void } {
  const ends = new AbortController();
  const stop = (): void => ends.abort();
  for (const name of STOPS) process.once(name, stop);
  const timer = seconds === undefined ? undefined : setTimeout(stop, seconds * 1000);
  return {
    signal: ends.signal,
    clear() {
      clearTimeout(timer);
      for (const name of STOPS) process.off(name, stop);
    },
  };
}

const STATUS: Readonly<Record<RecordErrorCode, number>> = {
  closed: SYSTEM,
  silent: SYSTEM,
  refused: SYSTEM,
  malformed: SYSTEM,
  symbols: FINDINGS,
};

function tellEntries(entries: readonly Entry[], asked: Readonly<Record<string, number>>): void {
  const found = new Set(entries.map(({ hypercall }) => hypercall));
  const missing = Object.keys(asked).filter((name) => !found.has(asked[name]!));
  if (entries.length === 0)
    throw new Exit(FINDINGS, `--symbols has no entry of ${missing.join(', ')}`);
  if (missing.length > 0)
    say(`xenabi: not recorded, since --symbols has no entry: ${missing.join(', ')}`);
  say(`xenabi: recording at ${entries.map(({ symbol }) => symbol).join(', ')}`);
}

async function recordFrom(
  client: Client,
  given: Given,
  file: SymbolFile,
  ends: Pick<RecordOptions, 'count' | 'signal'>,
): Promise<number> {
  const asked = askedHypercalls(given);
  const target = await describeTarget(client);
  const convention = conventionOf(target.architecture);
  const named = given.text('abi');
  const abi = named === undefined ? callerOf(convention) : abiNamed(named);
  const { name, commands } = interfaceOf(given);
  const entries = entriesOf(file.symbols, asked, convention, abi);
  tellEntries(entries, asked);
  for (const entry of entries) await checkCode(client, file, entry);
  const out = writerOf(given.text('out'));
  const shown = paceProgress('calls');
  let calls = 0;
  try {
    out.line(headerLine({ abi: abi.name as ArchitectureName, interface: name }));
    const end = await record({
      client,
      target,
      convention,
      entries,
      abi,
      interface: commands,
      codec,
      check: (entry) => checkCode(client, file, entry),
      ...ends,
      write(call) {
        out.line(callLine(call));
        calls++;
        shown.step();
      },
    });
    shown.end();
    const over = end === 'exited' ? ': the target has ended' : '';
    say(`xenabi: ${calls} ${calls === 1 ? 'call' : 'calls'} recorded${over}`);
    return OK;
  } catch (error) {
    shown.end();
    say(`xenabi: ${calls} ${calls === 1 ? 'call' : 'calls'} recorded until then`);
    throw error;
  } finally {
    out.close();
  }
}

export const verb: Verb = {
  purpose: 'Record hypercalls of a running target, by QEMU’s stub or gdbserver.',
  forms: [
    'record --gdb HOST:PORT --symbols FILE [--hypercalls H,…] [--count N] [--seconds N] [--out FILE]',
  ],
  options: {
    gdb: { type: 'string', value: 'HOST:PORT', meaning: 'where the stub listens' },
    symbols: {
      type: 'string',
      value: 'FILE',
      meaning: 'System.map, vmlinux or xen-syms: where hypercalls begin',
    },
    hypercalls: { type: 'string', value: 'H,…', meaning: 'by name; memory_op by default' },
    count: { type: 'string', value: 'N', meaning: 'calls after which to stop' },
    seconds: { type: 'string', value: 'N', meaning: 'time after which to stop' },
    out: { type: 'string', value: 'FILE', meaning: 'a new file; standard output by default' },
    abi: {
      type: 'string',
      value: 'A',
      meaning: 'of the callers, where it is not that of the target',
    },
    interface: interfaceOption,
  },
  examples: [
    'xenabi record --gdb :1234 --symbols xen-syms --out calls.jsonl',
    'xenabi record --gdb :1234 --symbols System.map --hypercalls memory_op,grant_table_op --count 100',
  ],
  async run(given) {
    if (given.operands.length > 0)
      throw usage(`record takes no file: ${given.operands[0]} may be meant for --out`);
    const { host, port } = addressOf(given);
    askedHypercalls(given);
    const file = await symbolsOf(given);
    const count = numberOption(given, 'count', 1);
    const seconds = numberOption(given, 'seconds', 1, MOST_SECONDS);
    let wire: Wire | undefined;
    let ends: ReturnType<typeof endsOf> | undefined;
    let client: Client | undefined;
    try {
      wire = await connect(host, port);
      ends = endsOf(seconds);
      client = await createClient(wire);
      return await recordFrom(client, given, file, {
        ...(count !== undefined && { count }),
        signal: ends.signal,
      });
    } catch (error) {
      // Whoever connects stops the target, even where nothing is recorded then.
      await client?.detach().catch(() => {});
      if (!(error instanceof RecordError)) throw error;
      throw new Exit(STATUS[error.code], error.message);
    } finally {
      ends?.clear();
      wire?.close();
    }
  },
};
