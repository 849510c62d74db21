import {
  COMPAT_ALIGN,
  compatName,
  FOR_TOOLS_MACRO,
  FOR_XEN_MACRO,
  type HeaderView,
  headerViews,
  INTERFACE_VERSION,
  VERSION_MACRO,
  XEN_HEADERS,
} from '../../abi/header-views.js';
import type { ExportOptions } from '../export/index.js';
import { type Abi, x86_32, x86_64 } from '../layout/index.js';
import { usage } from './exit.js';

/** What Xen's own headers ask of whoever includes them. */
const asking = (structs: readonly HeaderView[]): ExportOptions => ({
  views: {
    included: XEN_HEADERS,
    forTools: FOR_TOOLS_MACRO,
    forOwner: FOR_XEN_MACRO,
    versionMacro: VERSION_MACRO,
    version: INTERFACE_VERSION,
    structs,
  },
});

/** How structs are exported, in a 64-bit hypervisor's compat layer or not. @throws Exit (wrong use) */
export function exportOptions(
  abi: Abi,
  isCompat: boolean,
  structs: readonly HeaderView[] = headerViews,
): ExportOptions {
  if (!isCompat) return asking(structs);
  if (abi !== x86_32)
    throw usage(
      `--compat is for the structs of x86_32 in a 64-bit hypervisor, which has none of ${abi.name}`,
    );
  return { host: x86_64, rename: compatName, mostAlign: COMPAT_ALIGN };
}
