import { Injectable } from '@nestjs/common';
import { Random } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import { sha256Hex } from '../../platform/keys/sha256.js';
import { LiveToken } from './live.entity.js';

/** 160 bits. */
const TOKEN_BYTES = 20;

/** The secrets by which overlays are opened. Only their hashes are stored. */
@Injectable()
export class LiveTokens {
  constructor(
    private readonly random: Random,
    private readonly database: Database,
  ) {}

  next(): string {
    return Buffer.from(this.random.bytes(TOKEN_BYTES)).toString('base64url');
  }

  /** In place of the session's token so far. */
  async give(tx: Tx, sessionId: string, token: string): Promise<void> {
    await tx.delete(LiveToken, { sessionId });
    await tx.insert(LiveToken, { tokenHash: sha256Hex(token), sessionId });
  }

  /** The token, to be told after its command; nothing when that was a repetition, which stored none. */
  async told(token: string): Promise<string> {
    const stored = await this.database.reader.findOne(LiveToken, { tokenHash: sha256Hex(token) });
    return stored ? token : '';
  }
}
