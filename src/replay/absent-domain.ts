import { errno, type ErrnoName } from '../../abi/index.js';
import type { Difference } from './compare/difference.js';
import type { Verdict } from './verdict.js';

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
export function isOfDomain({ call, differences }: Pick<Verdict, 'call' | 'differences'>): boolean {
  // What is recorded of a call without its result may come from any.
  if (call.result === undefined) return differences.length > 0;
  const results = differences.filter(
    ({ what, path }) => (what === 'result' && path === '') || path.startsWith('errs['),
  );
  return results.length > 0 && results.every(isResultOfDomain);
}
