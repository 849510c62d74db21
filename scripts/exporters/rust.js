/** The Rust export through rustc, with `core` where it is installed and a stand-in elsewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { exportRust } from '../../dist/src/export/index.js';
import { abis, lists, random, xenOn } from './subjects.js';
import { firstError, runOn, versionOf } from './tools.js';

const targets = {
  x86_32: 'i686-unknown-linux-gnu',
  x86_64: 'x86_64-unknown-linux-gnu',
  arm32: 'armv7-unknown-linux-gnueabihf',
  arm64: 'aarch64-unknown-linux-gnu',
  riscv64: 'riscv64gc-unknown-linux-gnu',
  ppc64: 'powerpc64le-unknown-linux-gnu',
};
const standIn = readFileSync(new URL('core.rs', import.meta.url), 'utf8');

function hasCore(target) {
  const args = ['--print', 'target-libdir', '--target', target];
  const folder = spawnSync('rustc', args, { encoding: 'utf8' }).stdout.trim();
  return existsSync(folder) && readdirSync(folder).some((file) => file.startsWith('libcore-'));
}

/** `#[derive]` needs `core`; the stand-in has traits only. */
const underived = (text) =>
  text
    .replaceAll('#[derive(Clone, Copy)]\n', '')
    .replaceAll(
      /^(#\[repr\(.*\n)(pub (?:struct|union) (\S+) )/gm,
      'impl crate::Copy for $3 {}\n$1$2',
    );

function compile(text, target, core) {
  const args = ['--edition', '2021', '--emit=metadata', '--target', target, '--crate-type', 'lib'];
  if (!core) process.env.RUSTC_BOOTSTRAP = '1';
  const whole = core ? `#![no_std]\n${text}` : standIn + underived(text);
  const outcome = runOn('rustc', args, 'lib.rs', whole);
  delete process.env.RUSTC_BOOTSTRAP;
  return outcome;
}

export function* checkRust() {
  if (!versionOf('rustc')) {
    yield { what: 'rustc', outcome: 'missing', detail: 'not installed' };
    return;
  }
  for (const abi of abis) {
    const target = targets[abi.name];
    const own = hasCore(target);
    if (!own)
      yield {
        what: `Rust, ${abi.name}: core of ${target}`,
        outcome: 'missing',
        detail: 'checked with rustc and the stand-in of core.rs only',
      };
    for (const core of own ? [true, false] : [false]) {
      const row = (what, ok, errors) => ({
        what: `Rust, ${abi.name}, ${core ? 'core' : 'stand-in'}: ${what}`,
        outcome: ok ? 'ok' : 'FAIL',
        detail: ok ? '' : firstError(errors),
      });
      const check = (what, text) => {
        const { ok, errors } = compile(text, target, core);
        return row(what, ok, errors);
      };
      const xen = exportRust(xenOn(abi), abi);
      yield check(`${xenOn(abi).length} structs of abi/`, xen);
      yield check(`${lists.length} structs with lists`, exportRust(lists, abi));
      const modules = random.map((type, i) => `mod m${i} {\n${exportRust([type], abi)}}\n`);
      yield check(`${random.length} random structs`, modules.join(''));
      const right = /(offset_of!\(xen_add_to_physmap, size\) == )2\b/;
      const wrong = compile(xen.replace(right, '$14'), target, core);
      const named = wrong.errors.includes('xen_add_to_physmap.size: offset 2');
      yield row(
        'a wrong assertion is refused, its field named',
        right.test(xen) && !wrong.ok && named,
        wrong.errors,
      );
      const other = abis.find((one) => one !== abi);
      const strange = compile(exportRust(xenOn(other), other), target, core);
      const guarded = strange.errors.includes(`these types are for ${other.name}`);
      yield row(`types for ${other.name} are refused`, !strange.ok && guarded, strange.errors);
    }
  }
}
