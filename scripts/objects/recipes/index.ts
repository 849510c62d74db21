import type { Recipe } from '../recipe.js';
import { btf } from './btf.js';
import { disguised } from './disguised.js';
import { forms } from './forms.js';
import { good } from './good.js';
import { languages } from './languages.js';
import { linked } from './linked.js';
import { nothing } from './nothing.js';
import { split } from './split.js';
import { wrong } from './wrong.js';

/** Every fixture, in the manifest's order. */
export const recipes: readonly Recipe[] = [
  ...good,
  ...forms,
  ...split,
  ...linked,
  ...btf,
  ...disguised,
  ...languages,
  ...wrong,
  ...nothing,
];
