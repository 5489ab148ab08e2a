import type { WriteTx } from '../platform/database/sql.js';
import type { CommittedEvent, EventContents, EventKind } from './event.js';

type Handler<C extends EventContents> = (tx: WriteTx, event: CommittedEvent<C>) => Promise<void>;

/** What one kind of event does to the tables of one module. Made by `on`. */
export interface ProjectionRule {
  readonly kind: string;
  readonly apply: Handler<EventContents>;
}

/** How a module's tables follow from the log. The only writer of those tables. */
export interface Projection {
  /** Entities of the module's projected tables, compared row by row after a replay. */
  readonly tables: readonly (new () => object)[];
  readonly rules: readonly ProjectionRule[];
}

/** Says what happens on a kind of event. The contents were committed in that kind's shape. */
export function on<C extends EventContents>(kind: EventKind<C>, apply: Handler<C>): ProjectionRule {
  return { kind: kind.kind, apply: (tx, event) => apply(tx, event as CommittedEvent<C>) };
}

/** Every projection of the application, in the order of the modules. */
export class Projections {
  private readonly byKind = new Map<string, Handler<EventContents>[]>();

  constructor(readonly all: readonly Projection[]) {
    for (const rule of all.flatMap((projection) => projection.rules)) {
      this.byKind.set(rule.kind, [...(this.byKind.get(rule.kind) ?? []), rule.apply]);
    }
  }

  async apply(tx: WriteTx, event: CommittedEvent): Promise<void> {
    for (const apply of this.byKind.get(event.kind) ?? []) await apply(tx, event);
  }

  get tables(): readonly (new () => object)[] {
    return this.all.flatMap((projection) => projection.tables);
  }
}
