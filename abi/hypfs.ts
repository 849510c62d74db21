/** hypfs.h. */
import { flexible, struct, type Infer, uint16_t, uint32_t, uint8_t } from '../src/schema/index.js';
import { plain_char } from './xen.js';

export const xen_hypfs_direntry = struct(
  'xen_hypfs_direntry',
  {
    type: uint8_t,
    encoding: uint8_t,
    pad: uint16_t,
    content_len: uint32_t,
    max_write_len: uint32_t,
  },
  { since: '4.14' },
);
export type XenHypfsDirentry = Infer<typeof xen_hypfs_direntry>;

export const xen_hypfs_dirlistentry = struct(
  'xen_hypfs_dirlistentry',
  {
    e: xen_hypfs_direntry,
    off_next: uint16_t,
    name: flexible(plain_char),
  },
  { since: '4.14' },
);
export type XenHypfsDirlistentry = Infer<typeof xen_hypfs_dirlistentry>;
