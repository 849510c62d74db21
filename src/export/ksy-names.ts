import { type Spelling, words } from './names.js';

/** Kaitai writes these as they are into languages that have no such names. */
const keywords = words(`
  abstract alignas alignof and any as asm assert async auto await base become begin bool boolean box
  break byte case catch chan char class clone concept const constexpr continue crate decimal def
  default defer del delegate delete do double dyn elif else elsif end ensure enum equals event except
  explicit export extends extern fallthrough false final finally fixed float fn for foreach friend
  from func function gen global go goto if implements implicit import in inline instanceof int
  interface internal io is lambda let local lock long loop macro map match mod module move mut
  mutable namespace native new next nil none nonlocal not notify null object operator or out override
  package params parent pass print priv private protected pub public raise readonly ref register
  repeat rescue result return root sealed select self short signed sizeof static strictfp string
  struct super switch synchronized template then this throw throws to_string trait transient true try
  type typedef typeof uint ulong unchecked undef union unless unsafe unsigned until use ushort using
  var virtual void volatile wait when where while with xor yield
`);

/** A name in snake case, as Kaitai wants them: a letter, then letters, digits and underscores. */
export const snake = (name: string): string => {
  const lower = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const word = lower.replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(word) ? word : word === '' ? 'x' : `x_${word}`;
};
/** Camel case forgets underscores, so two names must differ in more than those. */
const fold = (name: string): string => name.replaceAll('_', '');
const fields: Spelling = {
  spell: (name) => (keywords.has(snake(name)) ? `${snake(name)}_field` : snake(name)),
  fold,
};
/** A type is not to be called as one of Kaitai's own. */
const types: Spelling = {
  spell: (name) => snake(name).replace(/^([usf][1248]|b\d+|strz?)(le|be)?$/, '$1$2_type'),
  fold,
};

/** How this export spells the names of C. */
export const ksySpelling = { types, fields };
