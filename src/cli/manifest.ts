/** Where package.json is, whether the command is bundled or not; a start that asks for no file loads no resolver. */
export const manifest = (): string =>
  process
    .getBuiltinModule('node:module')
    .createRequire(import.meta.url)
    .resolve('xenabi/package.json');
