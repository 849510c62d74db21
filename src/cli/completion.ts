import { scripts } from './completion-scripts.js';
import { completedVerbs } from './completion-words.js';
import { OK, usage } from './exit.js';
import { print, printJson } from './io.js';
import type { Verb } from './verb.js';

export const verb: Verb = {
  purpose: 'Print what completes commands in your shell: verbs, options and their values.',
  forms: ['completion bash|zsh|fish'],
  options: {},
  examples: ['xenabi completion bash', 'xenabi completion fish'],
  async run(given) {
    const shells = Object.keys(scripts).join(', ');
    const [shell, more] = given.operands;
    if (shell === undefined) throw usage(`completion needs a shell: ${shells}`);
    if (more !== undefined) throw usage(`completion takes one shell, and ${more} is another`);
    const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
    if (!script) throw usage(`${shell} is no shell that is known; there are ${shells}`);
    const verbs = await completedVerbs();
    if (given.flag('json')) for (const one of verbs) printJson(one);
    else print(script(verbs));
    return OK;
  },
};
