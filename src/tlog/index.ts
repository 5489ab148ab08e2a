export {
  type AddCheckpoint,
  formatAddCheckpoint,
  MAX_CONSISTENCY_LINES,
  parseAddCheckpoint,
  parseWitnessSize,
} from './add-checkpoint.js';
export { decodeBase64, encodeBase64, fromHex, toHex } from './base64.js';
export { concatBytes, decodeUtf8, encodeUtf8, equalBytes } from './bytes.js';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.js';
export { checkConsistency, checkInclusion, type ConsistencyClaim, type InclusionClaim } from './checks.js';
export { cosignatureMessage, cosignatureTime, cosignatureVerifier, cosigner } from './cosignature.js';
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
export { packProofBundle, unpackProofBundle } from './packed-proof.js';
export {
  isQuorumMet,
  parsePolicy,
  type Policy,
  type PolicyGroup,
  type PolicyLog,
  type PolicyWitness,
} from './policy.js';
export {
  checkpointOf,
  formatProofBundle,
  inclusionProofLength,
  parseProofBundle,
  type ProofBundle,
} from './proof-bundle.js';
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
export { type BundleToOpen, openCheckpoint, openProofBundle, type TrustedCheckpoint, type Witnessed } from './trust.js';
export { formatVkey, keyId, KeyType, type NamedKey, parseVkey, type Vkey } from './vkey.js';
