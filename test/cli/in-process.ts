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
import { captureOutput, terminalWith } from './captured.js';
import type { Ran } from './run.js';

const verbs = { capture, decode, encode, explain, layout, list };

/** The terminal that standard output is taken for. */
export interface Terminal {
  readonly columns: number;
  readonly hasColors: boolean;
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
  const shown = terminal && terminalWith(terminal.columns, terminal.hasColors);
  const captured = captureOutput(() => shown);
  try {
    const verb = verbs[name];
    const status = await verb.run(parse(verb, args));
    return { status, stdout: captured.stdout, stderr: captured.stderr };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return {
      status: error.status,
      stdout: captured.stdout,
      stderr: `xenabi: ${error.message}\n`,
    };
  } finally {
    captured.release();
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
