import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paceProgress, progress, shareProgress } from '../../src/cli/progress.js';
import { type Captured, captureOutput, terminalWith } from './captured.js';

let captured: Captured;
let isTerminal = true;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  captured = captureOutput(() => (isTerminal ? terminalWith(80, false) : undefined));
});
afterEach(() => {
  vi.useRealTimers();
  captured.release();
  isTerminal = true;
});

const OVER = '\r\u001b[K';

it('is shown from the third second on, twice a second, and wiped', () => {
  const { to, end } = shareProgress('reads');
  to(1, 10);
  vi.advanceTimersByTime(1999);
  to(2, 10);
  expect(captured.stderr).toBe('');
  vi.advanceTimersByTime(1);
  to(3, 10);
  vi.advanceTimersByTime(499);
  to(4, 10);
  vi.advanceTimersByTime(1);
  to(5, 10);
  expect(captured.stderr).toBe(`${OVER}reads: 30 %${OVER}reads: 50 %`);
  end();
  expect(captured.stderr.endsWith(OVER)).toBe(true);
});

it('counts what is done', () => {
  const { step, end } = progress('calls');
  vi.advanceTimersByTime(5000);
  for (let i = 0; i < 130; i++) step();
  expect(captured.stderr).toBe(`${OVER}64 calls`);
  end();
});

// A recorder that meets a few calls a second showed nothing for half a minute.
it('tells how fast it goes', () => {
  const { step, end } = paceProgress('calls');
  step();
  vi.advanceTimersByTime(4000);
  step();
  expect(captured.stderr).toBe(`${OVER}2 calls, 1 a second`);
  end();
});

it('is nothing where nobody looks, or nothing took long', () => {
  isTerminal = false;
  const { to, end } = shareProgress('reads');
  vi.advanceTimersByTime(5000);
  to(1, 2);
  end();
  isTerminal = true;
  shareProgress('reads').end();
  expect(captured.stderr).toBe('');
});

// It had a way out of its own, by which a control character could have got through.
it('lets no control character through', () => {
  const { to, end } = shareProgress('evil\u001b[2J');
  vi.advanceTimersByTime(5000);
  to(1, 2);
  expect(captured.stderr).toBe(`${OVER}evil\\u{1b}[2J: 50 %`);
  end();
});
