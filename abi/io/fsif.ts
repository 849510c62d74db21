/** io/fsif.h: files of another domain. */
import {
  array,
  field,
  int16_t,
  int32_t,
  int64_t,
  int8_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  enumeration,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const REQ_FILE_OPEN = 1;
export const REQ_FILE_CLOSE = 2;
export const REQ_FILE_READ = 3;
export const REQ_FILE_WRITE = 4;
export const REQ_STAT = 5;
export const REQ_FILE_TRUNCATE = 6;
export const REQ_REMOVE = 7;
export const REQ_RENAME = 8;
export const REQ_CREATE = 9;
export const REQ_DIR_LIST = 10;
export const REQ_CHMOD = 11;
export const REQ_FS_SPACE = 12;
export const REQ_FILE_SYNC = 13;
/** What to do with a file. */
export const fsif_type = enumeration('fsif_type', uint8_t, {
  REQ_FILE_OPEN,
  REQ_FILE_CLOSE,
  REQ_FILE_READ,
  REQ_FILE_WRITE,
  REQ_STAT,
  REQ_FILE_TRUNCATE,
  REQ_REMOVE,
  REQ_RENAME,
  REQ_CREATE,
  REQ_DIR_LIST,
  REQ_CHMOD,
  REQ_FS_SPACE,
  REQ_FILE_SYNC,
});
export const FSIF_RING_ENTRY_SIZE = 64;
/** Grants of a read; 11 from 4.19 on. */
export const FSIF_NR_READ_GNTS = 9;
/** Grants of a write; 11 from 4.19 on. */
export const FSIF_NR_WRITE_GNTS = 9;
export const NR_FILES_SHIFT = 0;
export const NR_FILES_SIZE = 16;
export const NR_FILES_MASK = 65535;
export const ERROR_SIZE = 32;
export const ERROR_SHIFT = 16;
export const HAS_MORE_SHIFT = 48;

/** Opens a file. */
export const fsif_open_request = struct('fsif_open_request', {
  gref: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the page with its name, up to a NUL',
  }),
});
export type FsifOpenRequest = Infer<typeof fsif_open_request>;

/** Closes a file. */
export const fsif_close_request = struct('fsif_close_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
});
export type FsifCloseRequest = Infer<typeof fsif_close_request>;

/** Reads a file. */
export const fsif_read_request = struct('fsif_read_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
  pad: field(int32_t, { direction: 'in', doc: 'unused' }),
  len: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
  offset: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'where in the file' }),
  grefs: field(
    oneOf(
      field(array(grant_ref_t, 1), { until: '4.18' }),
      field(array(grant_ref_t, 0), { since: '4.19' }),
    ),
    { direction: 'in', doc: 'the grants of the pages it goes to' },
  ),
});
export type FsifReadRequest = Infer<typeof fsif_read_request>;

/** Writes a file. */
export const fsif_write_request = struct('fsif_write_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
  pad: field(int32_t, { direction: 'in', doc: 'unused' }),
  len: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
  offset: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'where in the file' }),
  grefs: field(
    oneOf(
      field(array(grant_ref_t, 1), { until: '4.18' }),
      field(array(grant_ref_t, 0), { since: '4.19' }),
    ),
    { direction: 'in', doc: 'the grants of the pages it comes from' },
  ),
});
export type FsifWriteRequest = Infer<typeof fsif_write_request>;

/** Reads what a file is. */
export const fsif_stat_request = struct('fsif_stat_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
});
export type FsifStatRequest = Infer<typeof fsif_stat_request>;

/** What a file is. */
export const fsif_stat_response = struct('fsif_stat_response', {
  stat_mode: field(int32_t, { direction: 'out', doc: 'its kind and rights, as Unix has them' }),
  stat_uid: field(uint32_t, { direction: 'out', doc: 'whose it is' }),
  stat_gid: field(uint32_t, { direction: 'out', doc: 'whose it is' }),
  stat_ret: field(int32_t, { direction: 'out', doc: 'what came of the request' }),
  stat_size: field(int64_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
  stat_atime: field(int64_t, {
    direction: 'out',
    doc: 'when it was read, written and changed, in seconds since 1970',
  }),
  stat_mtime: field(int64_t, {
    direction: 'out',
    doc: 'when it was read, written and changed, in seconds since 1970',
  }),
  stat_ctime: field(int64_t, {
    direction: 'out',
    doc: 'when it was read, written and changed, in seconds since 1970',
  }),
});
export type FsifStatResponse = Infer<typeof fsif_stat_response>;

/** Cuts a file. */
export const fsif_truncate_request = struct('fsif_truncate_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
  pad: field(int32_t, { direction: 'in', doc: 'unused' }),
  length: field(int64_t, { direction: 'in', unit: 'bytes', doc: 'its new length' }),
});
export type FsifTruncateRequest = Infer<typeof fsif_truncate_request>;

/** Removes a file. */
export const fsif_remove_request = struct('fsif_remove_request', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page with its name' }),
});
export type FsifRemoveRequest = Infer<typeof fsif_remove_request>;

/** Gives a file another name. */
export const fsif_rename_request = struct('fsif_rename_request', {
  old_name_offset: field(uint16_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'where in the page the name is',
  }),
  new_name_offset: field(uint16_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'where in the page the name is',
  }),
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page with both names' }),
});
export type FsifRenameRequest = Infer<typeof fsif_rename_request>;

/** Makes a file or a directory. */
export const fsif_create_request = struct('fsif_create_request', {
  directory: field(int8_t, { direction: 'in', doc: 'not 0: a directory' }),
  pad: field(int8_t, { direction: 'in', doc: 'unused' }),
  pad2: field(int16_t, { direction: 'in', doc: 'unused' }),
  mode: field(int32_t, { direction: 'in', doc: 'its rights, as Unix has them' }),
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page with its name' }),
});
export type FsifCreateRequest = Infer<typeof fsif_create_request>;

/** Lists a directory. */
export const fsif_list_request = struct('fsif_list_request', {
  offset: field(uint32_t, { direction: 'in', unit: 'count', doc: 'names to leave out' }),
  gref: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the page with its name, and for the list',
  }),
});
export type FsifListRequest = Infer<typeof fsif_list_request>;

/** Sets the rights of a file. */
export const fsif_chmod_request = struct('fsif_chmod_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
  mode: field(int32_t, { direction: 'in', doc: 'the rights, as Unix has them' }),
});
export type FsifChmodRequest = Infer<typeof fsif_chmod_request>;

/** Asks how much room there is. */
export const fsif_space_request = struct('fsif_space_request', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page with a name' }),
});
export type FsifSpaceRequest = Infer<typeof fsif_space_request>;

/** Waits until a file is on its medium. */
export const fsif_sync_request = struct('fsif_sync_request', {
  fd: field(uint32_t, { direction: 'in', doc: 'the file' }),
});
export type FsifSyncRequest = Infer<typeof fsif_sync_request>;

/** Does something with a file. */
export const fsif_request = struct('fsif_request', {
  type: field(fsif_type, { direction: 'in', doc: 'what to do' }),
  pad: field(uint8_t, { direction: 'in', doc: 'unused' }),
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  pad2: field(uint32_t, { direction: 'in', doc: 'unused' }),
  u: field(
    union(
      null,
      {
        fopen: field(fsif_open_request, { direction: 'in', doc: 'REQ_FILE_OPEN' }),
        fclose: field(fsif_close_request, { direction: 'in', doc: 'REQ_FILE_CLOSE' }),
        fread: field(fsif_read_request, { direction: 'in', doc: 'REQ_FILE_READ' }),
        fwrite: field(fsif_write_request, { direction: 'in', doc: 'REQ_FILE_WRITE' }),
        fstat: field(fsif_stat_request, { direction: 'in', doc: 'REQ_STAT' }),
        ftruncate: field(fsif_truncate_request, { direction: 'in', doc: 'REQ_FILE_TRUNCATE' }),
        fremove: field(fsif_remove_request, { direction: 'in', doc: 'REQ_REMOVE' }),
        frename: field(fsif_rename_request, { direction: 'in', doc: 'REQ_RENAME' }),
        fcreate: field(fsif_create_request, { direction: 'in', doc: 'REQ_CREATE' }),
        flist: field(fsif_list_request, { direction: 'in', doc: 'REQ_DIR_LIST' }),
        fchmod: field(fsif_chmod_request, { direction: 'in', doc: 'REQ_CHMOD' }),
        fspace: field(fsif_space_request, { direction: 'in', doc: 'REQ_FS_SPACE' }),
        fsync: field(fsif_sync_request, { direction: 'in', doc: 'REQ_FILE_SYNC' }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [REQ_FILE_OPEN]: 'fopen',
            [REQ_FILE_CLOSE]: 'fclose',
            [REQ_FILE_READ]: 'fread',
            [REQ_FILE_WRITE]: 'fwrite',
            [REQ_STAT]: 'fstat',
            [REQ_FILE_TRUNCATE]: 'ftruncate',
            [REQ_REMOVE]: 'fremove',
            [REQ_RENAME]: 'frename',
            [REQ_CREATE]: 'fcreate',
            [REQ_DIR_LIST]: 'flist',
            [REQ_CHMOD]: 'fchmod',
            [REQ_FS_SPACE]: 'fspace',
            [REQ_FILE_SYNC]: 'fsync',
          },
        },
      },
    ),
    { direction: 'in', doc: 'depends on that' },
  ),
});
export type FsifRequest = Infer<typeof fsif_request>;

/** The answer to a request. */
export const fsif_response = struct('fsif_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  pad1: field(uint16_t, { direction: 'out', doc: 'unused' }),
  pad2: field(uint32_t, { direction: 'out', doc: 'unused' }),
  u: field(
    union(null, {
      ret_val: field(uint64_t, { direction: 'out', doc: 'its result' }),
      fstat: field(fsif_stat_response, { direction: 'out', doc: 'REQ_STAT' }),
    }),
    { direction: 'out', doc: 'what it gives' },
  ),
});
export type FsifResponse = Infer<typeof fsif_response>;

/** What a backend keeps of the ring for itself. */
export const fsif_back_ring = backRing('fsif_back_ring');
export type FsifBackRing = Infer<typeof fsif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const fsif_front_ring = frontRing('fsif_front_ring');
export type FsifFrontRing = Infer<typeof fsif_front_ring>;

/** A slot of the ring. */
export const fsif_sring_entry = sringEntry('fsif_sring_entry', fsif_request, fsif_response);
export type FsifSringEntry = Infer<typeof fsif_sring_entry>;

/** The ring. */
export const fsif_sring = sring('fsif_sring', fsif_sring_entry);
export type FsifSring = Infer<typeof fsif_sring>;
