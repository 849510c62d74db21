import { nearest } from '../words/nearest.js';
import { usage } from './exit.js';
import type { Given } from './verb.js';

/** The name that --from forces, or nothing for auto. */
export async function forcedFormat(given: Given): Promise<string | undefined> {
  const from = given.text('from') ?? 'auto';
  if (from === 'auto') return undefined;
  const { isSourceName, sourceNames } = await import('../capture/index.js');
  if (isSourceName(from)) return from;
  const names = [...sourceNames, 'auto'];
  throw usage(
    `--from ${from} is no format${nearest(from, names) || '; xenabi list sources names them'}`,
  );
}
