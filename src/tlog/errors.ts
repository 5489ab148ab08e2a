/** What kind of thing was wrong; stable, so that callers and tests may switch over it. */
export type TlogErrorCode =
  | 'base64'
  | 'bundle'
  | 'checkpoint'
  | 'cosignature'
  | 'encoding'
  | 'hash'
  | 'hex'
  | 'note'
  | 'number'
  | 'path'
  | 'policy'
  | 'proof'
  | 'quorum'
  | 'signature'
  | 'tile'
  | 'vkey';

/** The only error that this folder throws on purpose: bytes, text or numbers that the named format does not allow. */
export class TlogError extends Error {
  override readonly name = 'TlogError';

  constructor(
    readonly code: TlogErrorCode,
    message: string,
  ) {
    super(message);
  }
}
