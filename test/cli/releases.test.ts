import { describe, expect, it, test } from 'vitest';
import { xenabi } from './run.js';

const layout = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  xenabi(['layout', ...args]);

describe('structs of every header and release', () => {
  it('are found by name, as Xen 4.17 has them', () => {
    const { stdout, stderr, status } = layout('xen_domctl_createdomain', '--abi', 'arm64');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('size 68, align 4');
    expect(stdout).not.toContain('altp2m');
  });

  it('are those of another release, whose last point release is said', () => {
    const { stdout, stderr } = layout('xen_domctl_createdomain', '--interface', 'xen-4.22');
    expect(stderr).toBe('xenabi: xen-4.22 is read as xen-4.22.0\n');
    expect(stdout).toContain('altp2m');
    expect(stdout).toContain('size 68, align 4');
  });

  it('moved within a release', () => {
    const [before, after] = ['xen-4.18.4', 'xen-4.18.5'].map(
      (release) => layout('hvm_hw_lapic', '--interface', release).stdout,
    );
    expect(before).toContain('size 24');
    expect(after).toContain('pending_esr');
  });

  test.each([
    [['tmem_op', '--interface', 'xen-4.19.6'], 'tmem_op exists until 4.18, and not in 4.19.6'],
    [['xen_domctl_gsi_permission'], 'xen_domctl_gsi_permission exists since 4.20'],
    [['xen_domctl_creatdomain'], 'did you mean xen_domctl_createdomain?'],
    [['xen_domctl', '--interface', 'xen-4.71'], 'xen-4.71 is no interface'],
  ])('%j is wrong use', (args, words) => {
    const { status, stderr } = layout(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  it('are compared between releases', () => {
    const { stdout } = layout(
      '--diff',
      'xen-4.17:x86_64',
      'xen-4.22:x86_64',
      'xen_domctl_createdomain',
    );
    expect(stdout).toContain('xen_domctl_createdomain  (xen-4.17.7:x86_64 -> xen-4.22.0:x86_64)');
    expect(stdout).toContain('vmtrace_size: offset 48 -> 52');
  });
});
