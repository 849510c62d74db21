import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { verb as capture } from '../../src/cli/capture.js';
import { verb as decode } from '../../src/cli/decode.js';
import { verb as encode } from '../../src/cli/encode.js';
import { Exit } from '../../src/cli/exit.js';
import { parse } from '../../src/cli/verb.js';
import type { Ran } from './run.js';

const verbs = { capture, decode, encode };

/**
 * Runs a verb as the command line does, but in this process, which takes a hundredth of the time:
 * for tables of inputs, when what a process does is tested elsewhere.
 */
export async function inProcess(name: keyof typeof verbs, args: readonly string[]): Promise<Ran> {
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
