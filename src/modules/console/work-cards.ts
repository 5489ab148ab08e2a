import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { ConsignmentQueue } from './consignment-queue.js';
import { QUEUE_LENGTH, Queues, TO_INSPECT, type Waiting } from './queues.js';
import type { Visit } from './visit.js';

/** A kind of work, in the order of a product's life. */
const CARDS = [
  ['announced', 'merchant'],
  ['exceptions', 'merchant'],
  ['receive', 'receiver'],
  ['inspect', 'inspector'],
  ['finish', 'inspector'],
  ['failed', 'inspector'],
  ['review', 'reviewer'],
  ['certify', 'reviewer'],
  ['pack', 'packer'],
  ['label', 'packer'],
  ['ship', 'shipper'],
  ['pickUp', 'shipper'],
] as const satisfies readonly (readonly [string, Role])[];

type CardKey = (typeof CARDS)[number][0];

/** One kind of work of a role: how much of it waits, the first of it, and where the big button leads. */
export interface WorkCard {
  readonly key: CardKey;
  readonly count: number;
  /** More than the count says. */
  readonly isMore: boolean;
  readonly items: readonly Waiting[];
  /** Empty when there is nothing to do. */
  readonly action: string;
}

const SHOWN = 5;
const unitPage = (id: string): string => `/console/units/${id}`;

const NEW_CONSIGNMENT = '/console/consignments/new';
/** Work that does not begin with the first thing that waits. */
const ACTIONS: { readonly [K in CardKey]?: string } = {
  announced: NEW_CONSIGNMENT,
  receive: NEW_CONSIGNMENT,
};

/** What waits for the visitor, by kind of work. */
@Injectable()
export class WorkCards {
  constructor(
    private readonly queues: Queues,
    private readonly consignments: ConsignmentQueue,
  ) {}

  async of(visit: Visit): Promise<WorkCard[]> {
    const { actor } = visit;
    const cards: WorkCard[] = [];
    for (const [key, role] of CARDS) {
      if (actor.roles.includes(role)) cards.push(cardOf(key, await this.waiting(visit, key)));
    }
    return cards;
  }

  private waiting(visit: Visit, key: CardKey): Promise<Waiting[]> {
    const { actor } = visit;
    switch (key) {
      case 'announced':
      case 'receive':
        return this.consignments.open(visit);
      case 'inspect':
        return this.queues.atStage(actor, TO_INSPECT, unitPage);
      case 'exceptions':
        return this.queues.atStage(actor, 'intake-exception', unitPage);
      case 'pickUp':
        return this.queues.atStage(actor, 'awaiting-pickup', unitPage);
      case 'finish':
        return this.queues.inspectionsIn(actor, 'inspecting', (id) => `/console/inspections/${id}`);
      case 'failed':
        return this.queues.atStage(actor, 'failed', unitPage);
      case 'review':
        return this.queues.inspectionsIn(actor, 'awaiting-review', (id) => `/console/reviews/${id}`);
      case 'certify':
        return this.queues.toCertify(actor);
      case 'pack':
        return this.queues.toPack(actor);
      case 'label':
        return this.queues.inHouse(actor, 'packed', (id) => `/console/labels/${id}`);
      case 'ship':
        return this.queues.inHouse(actor, 'labelled', (id) => `/console/shipments/new?unit=${id}`);
    }
  }
}

function cardOf(key: CardKey, waiting: readonly Waiting[]): WorkCard {
  const isMore = waiting.length === QUEUE_LENGTH;
  const first = key === 'ship' && waiting.length > 0 ? '/console/shipments/new' : (waiting[0]?.href ?? '');
  return {
    key,
    count: isMore ? QUEUE_LENGTH - 1 : waiting.length,
    isMore,
    items: waiting.slice(0, SHOWN),
    action: ACTIONS[key] ?? first,
  };
}
