import type { Json } from '../kernel/canonical-json.js';
import type { Instant } from '../kernel/instant.js';
import { invariant } from '../kernel/invariant.js';

/** A thing that an entry is about. Ids are random and opaque: they stand in the public log. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** Who may see a group's content: everybody at the unit's page, the parties concerned, or (erasable) few. */
export const DISCLOSURE_GROUPS = ['public', 'party', 'personal'] as const;
export type DisclosureGroup = (typeof DISCLOSURE_GROUPS)[number];

/** What an event says, by who may see it. `clear` stands in the public log for everybody to read. */
export interface EventContents {
  readonly public?: object;
  readonly party?: object;
  readonly personal?: object;
  readonly clear?: object;
}

/** A fact that a command decided, not yet in the log. */
export interface LedgerEvent {
  readonly kind: string;
  readonly subjects: readonly Subject[];
  readonly contents: EventContents;
}

/** A fact that stands in the log. A `personal` group may have been erased since. */
export interface CommittedEvent<C extends EventContents = EventContents> {
  readonly index: number;
  readonly kind: string;
  readonly at: Instant;
  /** The pseudonym of who did it. */
  readonly actor: string;
  readonly subjects: readonly Subject[];
  readonly contents: { readonly [G in keyof C]: G extends 'personal' ? C[G] | undefined : C[G] };
}

/** A kind of event: its name and shape are public for ever. Calling it makes an event. */
export interface EventKind<C extends EventContents> {
  (subjects: readonly Subject[], contents: C): LedgerEvent;
  readonly kind: string;
}

export function eventKind<C extends EventContents>(kind: string): EventKind<C> {
  const make = (subjects: readonly Subject[], contents: C): LedgerEvent => ({ kind, subjects, contents });
  return Object.assign(make, { kind });
}

/** Names a type of subject: `const unit = subjectType('unit')`, then `unit(id)`. */
export function subjectType(type: string): (id: string) => Subject {
  return (id) => ({ type, id });
}

/** The id of the event's first subject of a type; that there is one is part of the event's shape. */
export function subjectOf(event: { readonly subjects: readonly Subject[] }, type: string): string {
  const found = event.subjects.find((subject) => subject.type === type);
  invariant(found, `the event has no subject of type ${type}`);
  return found.id;
}

/** The ids of the event's subjects of a type: none, one or more. */
export function subjectsOf(event: { readonly subjects: readonly Subject[] }, type: string): string[] {
  return event.subjects.filter((subject) => subject.type === type).map(({ id }) => id);
}

/** Contents are JSON by their declared shapes; the canonical form refuses what is not. */
export function asJson(content: object): Json {
  return content as Json;
}
