import type { Layout } from '../layout/index.js';
import { tails } from './flexible.js';
import { agree } from './given.js';
import { floats } from './floats.js';
import { lists } from './lists.js';
import { paddingIn } from './padding-in.js';
import type { Parts } from './parts.js';
import type { Owner } from './refuse.js';
import { text } from './text.js';

/** All parts, for any layout. */
export const wholeOf = (layout: Layout, { struct }: Owner): Parts => ({
  agree,
  floats,
  lists,
  tails,
  text,
  padding: (bytes, offset) => paddingIn(layout, struct, bytes, offset),
});
