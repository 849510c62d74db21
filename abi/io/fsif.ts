/** io/fsif.h. */
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
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const fsif_open_request = struct('fsif_open_request', {
  gref: grant_ref_t,
});
export type FsifOpenRequest = Infer<typeof fsif_open_request>;

export const fsif_close_request = struct('fsif_close_request', {
  fd: uint32_t,
});
export type FsifCloseRequest = Infer<typeof fsif_close_request>;

export const fsif_read_request = struct('fsif_read_request', {
  fd: uint32_t,
  pad: int32_t,
  len: uint64_t,
  offset: uint64_t,
  grefs: oneOf(
    field(array(grant_ref_t, 1), { until: '4.18' }),
    field(array(grant_ref_t, 0), { since: '4.19' }),
  ),
});
export type FsifReadRequest = Infer<typeof fsif_read_request>;

export const fsif_write_request = struct('fsif_write_request', {
  fd: uint32_t,
  pad: int32_t,
  len: uint64_t,
  offset: uint64_t,
  grefs: oneOf(
    field(array(grant_ref_t, 1), { until: '4.18' }),
    field(array(grant_ref_t, 0), { since: '4.19' }),
  ),
});
export type FsifWriteRequest = Infer<typeof fsif_write_request>;

export const fsif_stat_request = struct('fsif_stat_request', {
  fd: uint32_t,
});
export type FsifStatRequest = Infer<typeof fsif_stat_request>;

export const fsif_stat_response = struct('fsif_stat_response', {
  stat_mode: int32_t,
  stat_uid: uint32_t,
  stat_gid: uint32_t,
  stat_ret: int32_t,
  stat_size: int64_t,
  stat_atime: int64_t,
  stat_mtime: int64_t,
  stat_ctime: int64_t,
});
export type FsifStatResponse = Infer<typeof fsif_stat_response>;

export const fsif_truncate_request = struct('fsif_truncate_request', {
  fd: uint32_t,
  pad: int32_t,
  length: int64_t,
});
export type FsifTruncateRequest = Infer<typeof fsif_truncate_request>;

export const fsif_remove_request = struct('fsif_remove_request', {
  gref: grant_ref_t,
});
export type FsifRemoveRequest = Infer<typeof fsif_remove_request>;

export const fsif_rename_request = struct('fsif_rename_request', {
  old_name_offset: uint16_t,
  new_name_offset: uint16_t,
  gref: grant_ref_t,
});
export type FsifRenameRequest = Infer<typeof fsif_rename_request>;

export const fsif_create_request = struct('fsif_create_request', {
  directory: int8_t,
  pad: int8_t,
  pad2: int16_t,
  mode: int32_t,
  gref: grant_ref_t,
});
export type FsifCreateRequest = Infer<typeof fsif_create_request>;

export const fsif_list_request = struct('fsif_list_request', {
  offset: uint32_t,
  gref: grant_ref_t,
});
export type FsifListRequest = Infer<typeof fsif_list_request>;

export const fsif_chmod_request = struct('fsif_chmod_request', {
  fd: uint32_t,
  mode: int32_t,
});
export type FsifChmodRequest = Infer<typeof fsif_chmod_request>;

export const fsif_space_request = struct('fsif_space_request', {
  gref: grant_ref_t,
});
export type FsifSpaceRequest = Infer<typeof fsif_space_request>;

export const fsif_sync_request = struct('fsif_sync_request', {
  fd: uint32_t,
});
export type FsifSyncRequest = Infer<typeof fsif_sync_request>;

export const fsif_request = struct('fsif_request', {
  type: uint8_t,
  pad: uint8_t,
  id: uint16_t,
  pad2: uint32_t,
  u: union(null, {
    fopen: fsif_open_request,
    fclose: fsif_close_request,
    fread: fsif_read_request,
    fwrite: fsif_write_request,
    fstat: fsif_stat_request,
    ftruncate: fsif_truncate_request,
    fremove: fsif_remove_request,
    frename: fsif_rename_request,
    fcreate: fsif_create_request,
    flist: fsif_list_request,
    fchmod: fsif_chmod_request,
    fspace: fsif_space_request,
    fsync: fsif_sync_request,
  }),
});
export type FsifRequest = Infer<typeof fsif_request>;

export const fsif_response = struct('fsif_response', {
  id: uint16_t,
  pad1: uint16_t,
  pad2: uint32_t,
  u: union(null, {
    ret_val: uint64_t,
    fstat: fsif_stat_response,
  }),
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
