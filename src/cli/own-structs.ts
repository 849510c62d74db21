import { type ModuleStructs, structsFrom } from '../layout/index.js';
import { xenStructs } from '../words/structs.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { exportsOf, readExports } from './import-module.js';
import { sampleOf } from './sample.js';

/** Equal declarations are one, be they of two copies of this package; `fields` are `members`. */
const textOf = (declaration: unknown): string =>
  JSON.stringify(declaration, (key, value: unknown) => (key === 'fields' ? undefined : value));

/** The structs of a module, and what is to be said of them. @throws Exit */
export async function structsOfModule(named: string): Promise<ModuleStructs> {
  const file = sampleOf(named);
  if (file === '-') throw usage('--module imports a module, which standard input is none of');
  const exported = await exportsOf(file);
  const { structs, notes } = readExports(() => structsFrom(exported));
  if (structs.all.length === 0) throw new Exit(FINDINGS, `${file} exports no struct and no union`);
  const hidden = structs.names.filter((name) => {
    const ours = xenStructs.find(name);
    return ours.length > 0 && textOf(ours) !== textOf(structs.find(name));
  });
  const collisions =
    hidden.length === 0 ? [] : [`${hidden.join(', ')}: meant as declared there, not as in Xen`];
  return { structs, notes: [...notes, ...collisions] };
}
