/** hypfs.h: the hypervisor's file system. */
import {
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  enumeration,
  field,
} from '../src/schema/index.js';
import { plain_char } from './xen.js';

export const XEN_HYPFS_VERSION = 1;
/** Bytes of a path, its NUL among them. */
export const XEN_HYPFS_MAX_PATHLEN = 1024;
export const XEN_HYPFS_TYPE_DIR = 0;
export const XEN_HYPFS_TYPE_BLOB = 1;
export const XEN_HYPFS_TYPE_STRING = 2;
export const XEN_HYPFS_TYPE_UINT = 3;
export const XEN_HYPFS_TYPE_INT = 4;
export const XEN_HYPFS_TYPE_BOOL = 5;
/** What an entry holds. */
export const xen_hypfs_type = enumeration('xen_hypfs_type', uint8_t, {
  XEN_HYPFS_TYPE_DIR,
  XEN_HYPFS_TYPE_BLOB,
  XEN_HYPFS_TYPE_STRING,
  XEN_HYPFS_TYPE_UINT,
  XEN_HYPFS_TYPE_INT,
  XEN_HYPFS_TYPE_BOOL,
});
export const XEN_HYPFS_ENC_PLAIN = 0;
export const XEN_HYPFS_ENC_GZIP = 1;
/** How its contents are packed. */
export const xen_hypfs_enc = enumeration('xen_hypfs_enc', uint8_t, {
  XEN_HYPFS_ENC_PLAIN,
  XEN_HYPFS_ENC_GZIP,
});

/** An entry of the file system. */
export const xen_hypfs_direntry = struct(
  'xen_hypfs_direntry',
  {
    type: field(xen_hypfs_type, { direction: 'out', doc: 'what it holds' }),
    encoding: field(xen_hypfs_enc, { direction: 'out', doc: 'how its contents are packed' }),
    pad: field(uint16_t, { direction: 'out', doc: 'is 0' }),
    content_len: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'length of its contents',
    }),
    max_write_len: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'the most that may be written; 0: nothing',
    }),
  },
  { since: '4.14' },
);
export type XenHypfsDirentry = Infer<typeof xen_hypfs_direntry>;

/** An entry in the list of a directory's. */
export const xen_hypfs_dirlistentry = struct(
  'xen_hypfs_dirlistentry',
  {
    e: field(xen_hypfs_direntry, { direction: 'out', doc: 'the entry' }),
    off_next: field(uint16_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'from this to the next; 0: there is none',
    }),
    name: field(flexible(plain_char), { direction: 'out', doc: 'its name, up to a NUL' }),
  },
  { since: '4.14' },
);
export type XenHypfsDirlistentry = Infer<typeof xen_hypfs_dirlistentry>;

export const XEN_HYPFS_OP_get_version = 0;
export const XEN_HYPFS_OP_read = 1;
export const XEN_HYPFS_OP_write_contents = 2;
