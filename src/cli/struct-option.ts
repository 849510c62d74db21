import type { Asked } from '../check/index.js';
import type { Structs } from '../layout/index.js';
import { usage } from './exit.js';
import { structNamed } from './names.js';
import type { Given } from './verb.js';

/** The option by which objects have other names for structs than the ABI. */
export const structOption = {
  type: 'string',
  multiple: true,
  value: 'THEIRS[=OURS]',
  meaning: 'only this struct; THEIRS is its name in the object',
} as const;

/** What `--struct` names. @throws Exit (2) */
export const askedStructs = (given: Given, structs: Structs): readonly Asked[] =>
  given.texts('struct').map((text) => {
    const [theirs = '', ours = theirs, ...rest] = text.split('=');
    if (theirs === '' || ours === '' || rest.length > 0)
      throw usage(`--struct ${text}: say THEIRS or THEIRS=OURS`);
    if (theirs.includes('::'))
      throw usage(`--struct ${text}: names are looked for without their namespace`);
    const name = structNamed(ours, structs).name!;
    // The ABI's own name also finds its typedef.
    return { theirs: ours === theirs ? name : theirs.replace(/^(struct|union) /, ''), ours: name };
  });
