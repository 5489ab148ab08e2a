export { decodeBase64, encodeBase64, fromHex, toHex } from './base64.js';
export { concatBytes, decodeUtf8, encodeUtf8, equalBytes } from './bytes.js';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.js';
export { checkConsistency, checkInclusion, type ConsistencyClaim, type InclusionClaim } from './checks.js';
export { TlogError, type TlogErrorCode } from './errors.js';
export { emptyRoot, type Hash, HASH_LENGTH, leafHash, nodeHash, type Sha256 } from './hash.js';
export {
  ed25519Verifier,
  formatNote,
  formatSignatureLines,
  type NoteSignature,
  type NoteSigner,
  type NoteVerifier,
  type OpenedNote,
  openNote,
  parseNote,
  parseSignatureLines,
  type Sign,
  signNote,
  type UnverifiedNote,
  type VerifyEd25519,
} from './note.js';
export { type NodeId, proveConsistency, proveInclusion, type ReadHashes, rootAt } from './proofs.js';
export { type ReadTile, tileHashes } from './tile-reader.js';
export {
  decodeBundle,
  encodeBundle,
  type EntriesId,
  formatEntriesPath,
  formatTilePath,
  MAX_ENTRY_LENGTH,
  parseEntriesPath,
  parseTilePath,
  partialTiles,
  TILE_WIDTH,
  type TileId,
  tilesForSize,
  tileWidth,
} from './tiles.js';
export { type ChangedTile, type ReadTileNow, TreeEdge } from './tree.js';
export { formatVkey, keyId, KeyType, type NamedKey, parseVkey, type Vkey } from './vkey.js';
