import type { Tool } from '../tool.js';
import { gdb } from './gdb.js';
import { hexdump } from './hexdump.js';
import { c, go, node, perl, rust } from './languages.js';
import { live, lldb } from './processes.js';
import { od } from './od.js';
import { binutils, busybox, hexyl, network, qemu, shellTools, srecord, uboot } from './others.js';
import { python } from './python.js';
import { xxd } from './xxd.js';

export const tools: readonly Tool[] = [
  xxd,
  hexdump,
  od,
  busybox,
  hexyl,
  gdb,
  live,
  lldb,
  qemu,
  uboot,
  binutils,
  srecord,
  network,
  python,
  node,
  perl,
  go,
  rust,
  c,
  shellTools,
];
