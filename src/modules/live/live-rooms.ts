import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/language.js';
import { Feed } from '../../ledger/index.js';
import { type EventStream, Streams } from '../../platform/http/streams.js';
import { LiveQueries, type LiveScreen } from './live.queries.js';
import { OverlayScreens } from './overlay-screens.js';

interface Viewer {
  readonly stream: EventStream;
  readonly language: Language;
  /** What it was told last; undefined before the first. */
  told?: string;
}

/** Everybody who listens at one token. */
interface Room {
  readonly token: string;
  readonly viewers: Set<Viewer>;
  /** Ids of the session, the certificate and the unit that the screen depends on. */
  subjects: ReadonlySet<string>;
  /** Its last look failed: what its viewers see may be old. */
  isStale: boolean;
  /** One look after the other, so that an older state never overtakes a newer one. */
  turn: Promise<unknown>;
}

const BEAT_MILLIS = 15_000;
const NOTHING = '{}';

/** Tells overlays what their screen shows: at once when they connect, and whenever an entry about it commits, in whichever process. */
@Injectable()
export class LiveRooms implements BeforeApplicationShutdown {
  private readonly rooms = new Map<string, Room>();
  private readonly logger = new Logger('live');
  private readonly beat: NodeJS.Timeout;

  constructor(
    private readonly queries: LiveQueries,
    private readonly screens: OverlayScreens,
    private readonly streams: Streams,
    feed: Feed,
  ) {
    feed.subscribe(({ subjects }) => this.changed(subjects));
    this.beat = setInterval(() => this.beatAll(), BEAT_MILLIS);
    this.beat.unref();
  }

  /** Takes over the reply of somebody who listens at a token that is in use. */
  join(token: string, language: Language, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): void {
    const room = this.rooms.get(token) ?? newRoom(token);
    const viewer: Viewer = { language, stream: this.streams.start(request, reply, () => this.leave(room, viewer)) };
    room.viewers.add(viewer);
    this.rooms.set(token, room);
    this.look(room);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beat);
  }

  private changed(subjects: readonly { readonly id: string }[]): void {
    for (const room of this.rooms.values()) {
      // Before its first look is done, a room does not know what it depends on.
      if (room.subjects.size === 0 || subjects.some(({ id }) => room.subjects.has(id))) this.look(room);
    }
  }

  private look(room: Room): void {
    room.turn = room.turn
      .then(async () => this.tell(room, await this.queries.screen(room.token)))
      .then(
        () => (room.isStale = false),
        (error: unknown) => {
          room.isStale = true;
          this.logger.error({ event: 'overlay-not-told', error });
        },
      );
  }

  private tell(room: Room, screen: LiveScreen | undefined): void {
    if (!screen) {
      this.close(room);
      return;
    }
    const { session, certificate } = screen;
    room.subjects = new Set([session.id, ...(certificate ? [certificate.id, certificate.unitId] : [])]);
    const cards = new Map<Language, string>();
    for (const viewer of room.viewers) {
      const card = cards.get(viewer.language) ?? this.cardOf(room.token, screen, viewer.language);
      cards.set(viewer.language, card);
      if (viewer.told !== card) viewer.stream.send(card === NOTHING ? 'clear' : 'certificate', card);
      viewer.told = card;
    }
  }

  private cardOf(token: string, screen: LiveScreen, language: Language): string {
    const html = this.screens.card(token, screen, language);
    return html === undefined ? NOTHING : JSON.stringify({ html });
  }

  /** The token leads nowhere any more: the screen is emptied, and whoever asks again is told that it is unknown. */
  private close(room: Room): void {
    for (const { stream } of room.viewers) {
      stream.send('clear', NOTHING);
      stream.end();
    }
  }

  private leave(room: Room, viewer: Viewer): void {
    room.viewers.delete(viewer);
    if (room.viewers.size === 0 && this.rooms.get(room.token) === room) this.rooms.delete(room.token);
  }

  /** No beat where the screen may be old: whoever hears none for long begins anew. */
  private beatAll(): void {
    for (const room of this.rooms.values()) {
      if (room.isStale) this.look(room);
      else for (const { stream } of room.viewers) stream.send('beat', NOTHING);
    }
  }
}

function newRoom(token: string): Room {
  return { token, viewers: new Set(), subjects: new Set(), isStale: false, turn: Promise.resolve() };
}
