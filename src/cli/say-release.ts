import type { CaptureHeader } from '../capture/index.js';
import { openRelease } from '../hypervisor/index.js';
import { say } from './io.js';

/** Says which point release a header is taken for that names none, where rules depend on it. */
export function sayRelease({ raw }: CaptureHeader): void {
  const name = String(raw['interface']);
  const open = openRelease(name);
  if (open)
    say(
      `xenabi: ${name} is taken for ${open.release}: rules of it changed in ${open.changed.join(', ')}`,
    );
}
