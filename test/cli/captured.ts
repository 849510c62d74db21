import { vi } from 'vitest';
import { standard } from '../../src/cli/standard.js';

/** What this process would have written. */
export interface Captured {
  stdout: string;
  stderr: string;
  /** Standard output and standard error are the process' own again. */
  release(): void;
}

/** Keeps what is written to standard output and standard error; `terminal` is what both are. */
export function captureOutput(terminal: () => NodeJS.WriteStream | undefined): Captured {
  const write = vi.spyOn(standard, 'write').mockImplementation((out, data) => {
    const text = typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
    captured[out === 1 ? 'stdout' : 'stderr'] += text;
  });
  const asked = vi.spyOn(standard, 'terminal').mockImplementation(terminal);
  const captured: Captured = {
    stdout: '',
    stderr: '',
    release() {
      write.mockRestore();
      asked.mockRestore();
    },
  };
  return captured;
}

/** A terminal as far as the command asks it. */
export const terminalWith = (columns: number, hasColors: boolean): NodeJS.WriteStream =>
  Object.assign(Object.create(process.stdout) as NodeJS.WriteStream, {
    isTTY: true,
    columns,
    hasColors: () => hasColors,
  });
