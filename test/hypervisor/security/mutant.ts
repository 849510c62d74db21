import { vi } from 'vitest';
import type { take } from '../laws/step.js';
import type { createWorld, HOSTS } from '../laws/world.js';

/** The model, ready for a scenario. */
export interface Lab {
  readonly createWorld: typeof createWorld;
  readonly take: typeof take;
  readonly HOSTS: typeof HOSTS;
}

/** The model as it is. */
export async function model(): Promise<Lab> {
  const { createWorld, HOSTS } = await import('../laws/world.js');
  const { take } = await import('../laws/step.js');
  return { createWorld, take, HOSTS };
}

/**
 * The model with functions of one of its modules replaced: a check removed, or made as wrong as
 * it once was. The whole graph of modules is loaded anew.
 * @param file of src/hypervisor, without extension
 */
export async function mutant<Module extends object>(
  file: string,
  replace: (original: Module) => Partial<Module>,
): Promise<Lab> {
  const path = `../../../src/hypervisor/${file}.js`;
  vi.resetModules();
  vi.doMock(path, async (importOriginal: () => Promise<Module>) => {
    const original = await importOriginal();
    return { ...original, ...replace(original) };
  });
  try {
    return await model();
  } finally {
    vi.doUnmock(path);
    vi.resetModules();
  }
}
