import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { verb as capture } from '../../src/cli/capture.js';
import { verb as decode } from '../../src/cli/decode.js';
import { verb as encode } from '../../src/cli/encode.js';
import { verb as explain } from '../../src/cli/explain.js';
import { verb as layout } from '../../src/cli/layout.js';
import { verb as list } from '../../src/cli/list.js';
import { Exit } from '../../src/cli/exit.js';
import { parse } from '../../src/cli/verb.js';
import type { Ran } from './run.js';

const verbs = { capture, decode, encode, explain, layout, list };

/** The terminal that standard output is taken for. */
export interface Terminal {
  readonly columns: number;
  readonly hasColors: boolean;
}

/** Properties that a stream has for a while. @returns what ends that */
function lend(stream: object, properties: object): () => void {
  const had = Object.keys(properties).map(
    (name) => [name, Object.getOwnPropertyDescriptor(stream, name)] as const,
  );
  Object.assign(stream, properties);
  return () => {
    for (const [name, before] of had) {
      Reflect.deleteProperty(stream, name);
      if (before) Object.defineProperty(stream, name, before);
    }
  };
}

/**
 * Runs a verb as the command line does, but in this process, which takes a hundredth of the time:
 * for tables of inputs, when what a process does is tested elsewhere.
 */
export async function inProcess(
  name: keyof typeof verbs,
  args: readonly string[],
  terminal?: Terminal,
): Promise<Ran> {
  vi.stubEnv('FORCE_COLOR', undefined);
  const giveBack = lend(process.stdout, {
    isTTY: terminal !== undefined,
    columns: terminal?.columns,
    hasColors: () => terminal?.hasColors === true,
  });
  let [stdout, stderr] = ['', ''];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    const verb = verbs[name];
    const status = await verb.run(parse(verb, args));
    return { status, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { status: error.status, stdout, stderr: `xenabi: ${error.message}\n` };
  } finally {
    out.mockRestore();
    err.mockRestore();
    giveBack();
    vi.unstubAllEnvs();
  }
}

/** A directory for one test file's inputs: writes a file there and says its path. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => string {
  const dir = mkdtempSync(join(tmpdir(), 'xenabi-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  return (name, content) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
}
