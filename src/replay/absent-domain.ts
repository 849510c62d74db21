import { errno, type ErrnoName } from '../../abi/index.js';
import type { Difference } from './compare/difference.js';

/** What a call on another domain can come to that it cannot come to without that domain. */
const ERRORS: readonly ErrnoName[] = [
  'EPERM',
  'ENOMEM',
  'EACCES',
  'EFAULT',
  'EINVAL',
  'EOPNOTSUPP',
];

const isResultOfDomain = ({ actual }: Difference): boolean =>
  typeof actual !== 'number' || actual >= 0 || ERRORS.some((name) => actual === -errno[name]);

/**
 * Whether differences may come from a domain being there that no header describes: another result,
 * of the call or of an entry of a batch, and what comes with it.
 */
export function isOfDomain(differences: readonly Difference[]): boolean {
  const results = differences.filter(
    ({ what, path }) => (what === 'result' && path === '') || path.startsWith('errs['),
  );
  return results.length > 0 && results.every(isResultOfDomain);
}
