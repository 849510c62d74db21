import { type Command, type InterfaceName, interfaces } from '../../../abi/index.js';
import { hex } from '../../codec/index.js';
import { type Abi, architectures } from '../../layout/index.js';
import { register } from '../../layout/register.js';
import { commandOf } from '../command.js';
import type { Call, CaptureHeader } from '../capture.js';
import type { Warning } from './warning.js';

/** Where the number means a command that takes this struct. */
function elsewhere(struct: string, { number }: Command): string {
  const [found] = Object.entries(interfaces).flatMap(([name, commands]) =>
    commands
      .filter((command) => command.number === number && command.argument?.name === struct)
      .map((command) => `; in ${name} ${number} is ${command.name}, which does`),
  );
  return found ?? '';
}

/** A struct written by value where the command reads its argument, and takes another, or none. */
export function fragmentWarnings(
  { memory, args: [, second] }: Call,
  command: Command | undefined,
  interfaceName: InterfaceName,
  abi: Abi,
): Warning[] {
  if (!command || second === undefined) return [];
  const address = register(abi, second);
  const { name, argument } = command;
  const takes = argument === null ? 'takes no struct' : `takes ${argument.name}`;
  return memory.flatMap(({ address: at, struct }): Warning[] => {
    if (struct === undefined || at !== address || struct === argument?.name) return [];
    const message = `${struct} is written at ${hex(at)}, and ${name} of ${interfaceName} ${takes}${elsewhere(struct, command)}`;
    return [{ code: 'fragment-struct', path: '', offset: 0, message, address: hex(at) }];
  });
}

/** The same of a call that nobody decodes. */
export const fragmentWarningsOf = (
  header: Pick<CaptureHeader, 'abi' | 'interface'>,
  call: Call,
): Warning[] =>
  fragmentWarnings(call, commandOf(call, header), header.interface, architectures[header.abi]);
