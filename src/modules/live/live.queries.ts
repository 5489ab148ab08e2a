import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import type { FindOptions, Reader, Where } from '../../platform/database/sql.js';
import { sha256Hex } from '../../platform/keys/sha256.js';
import { Certificate } from '../certificates/index.js';
import { Unit } from '../units/index.js';
import { LivePick, LiveSession, LiveToken } from './live.entity.js';
import { refuse } from './live.refusals.js';

/** What an overlay shows now. */
export interface LiveScreen {
  readonly session: LiveSession;
  readonly certificate?: Certificate;
  /** While the goods are on hold, nothing of them is shown. */
  readonly isOnHold: boolean;
}

const MOST_PICKS = 1_000;

/** Reads of live sessions. Each is seen by its own party and by regulators. */
@Injectable()
export class LiveQueries {
  constructor(private readonly database: Database) {}

  sessions(viewer: Actor, where: Where<LiveSession>, options: FindOptions<LiveSession>): Promise<LiveSession[]> {
    const scoped = { ...where, ...sessionScope(viewer) };
    return this.database.reader.find(LiveSession, scoped, { orderBy: 'id', ...options });
  }

  session(viewer: Actor, id: string): Promise<LiveSession> {
    return sessionFor(this.database.reader, viewer, id);
  }

  /** The on-air log, newest first. */
  picks(sessionId: string): Promise<LivePick[]> {
    return this.database.reader.find(
      LivePick,
      { sessionId },
      { orderBy: 'entry', direction: 'desc', limit: MOST_PICKS },
    );
  }

  /** The screen behind a token; undefined when the token is wrong, replaced, or its session has ended. */
  async screen(token: string): Promise<LiveScreen | undefined> {
    const { reader } = this.database;
    const known = await reader.findOne(LiveToken, { tokenHash: sha256Hex(token) });
    const session = known && (await reader.findOne(LiveSession, { id: known.sessionId, state: 'open' }));
    return session && this.screenOf(session);
  }

  /** What a session shows; whoever asks may see the session. */
  async screenOf(session: LiveSession): Promise<LiveScreen> {
    const { reader } = this.database;
    const { certificateId } = session;
    const certificate = certificateId === null ? undefined : await reader.findOne(Certificate, { id: certificateId });
    if (!certificate) return { session, isOnHold: false };
    return { session, certificate, isOnHold: await isOnHold(reader, certificate.unitId) };
  }

  async requireScreen(token: string): Promise<LiveScreen> {
    const screen = await this.screen(token);
    if (!screen) throw refuse.screenUnknown();
    return screen;
  }
}

/** The session when it is the viewer's own party's; otherwise it is as unknown as one that does not exist. */
export async function sessionFor(reader: Reader, viewer: Actor, id: string): Promise<LiveSession> {
  const session = await reader.findOne(LiveSession, { ...sessionScope(viewer), id });
  if (!session) throw refuse.unknown();
  return session;
}

export async function isOnHold(reader: Reader, unitId: string): Promise<boolean> {
  const unit = await reader.findOne(Unit, { id: unitId });
  return unit !== undefined && unit.openHolds > 0;
}

function sessionScope({ partyId, partyKind }: Actor): Where<LiveSession> {
  return partyKind === 'regulator' ? {} : { partyId };
}
