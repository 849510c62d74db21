import { architectures } from '../layout/index.js';
import { nearest } from './nearest.js';

/** What others call our architectures. */
const elsewhere: Readonly<Record<string, string>> = {
  i386: 'x86_32',
  i686: 'x86_32',
  amd64: 'x86_64',
  arm: 'arm32',
  armhf: 'arm32',
  armv7l: 'arm32',
  aarch64: 'arm64',
  ppc64le: 'ppc64',
};

/** What follows `… is no architecture`: the name that it has here, the nearest, or all. */
export function architectureHint(name: string): string {
  const names = Object.keys(architectures);
  if (Object.hasOwn(elsewhere, name)) return `; it is ${elsewhere[name]} here`;
  return nearest(name, names) || `; there are ${names.join(', ')}`;
}
