import { type PartyKind, SYSTEM_ACTOR } from '../../src/kernel/actor.js';
import { Ids } from '../../src/kernel/ids.js';
import { checkUscc } from '../../src/kernel/identifiers.js';
import { newId } from '../../src/ledger/index.js';
import { registerParty } from '../../src/modules/parties/index.js';
import type { Caller, World } from './world.js';

const CHECK_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
let codes = 0;
/** How many laboratories each world has: no two have one CMA number. */
const laboratories = new WeakMap<World, number>();

/** A credit code that no company has, with a right check character; another one each time. */
export function newUscc(): string {
  const body = `91330100MA${String(++codes).padStart(7, '0')}`;
  return [...CHECK_CHARACTERS].map((check) => body + check).find((code) => checkUscc(code) === 'ok') ?? '';
}

/** The body that registers a party. */
export function partyBody(kind: PartyKind, zh: string, cma = '220000000001'): object {
  const laboratory = { cma, scope: ['GB 2762-2025'], validUntil: '2029-12-31' };
  const facts = { kind, name: { zh }, uscc: newUscc(), address: '浙江省舟山市示例路 1 号', phone: '0580-0000000' };
  return kind === 'laboratory' ? { ...facts, laboratory } : facts;
}

/** A warehouse, made as the command line makes it; returns its id. */
export async function newWarehouse(world: World, zh = '示例质检仓'): Promise<string> {
  const id = world.app.get(Ids).next();
  const wish = { kind: 'warehouse', name: { zh }, uscc: newUscc() } as const;
  await world.ledger.record(SYSTEM_ACTOR, () => registerParty(id, wish));
  return id;
}

/** A party registered through the API by an administrator; returns its id. */
export async function newParty(world: World, as: Caller, kind: PartyKind, zh: string): Promise<string> {
  const before = laboratories.get(world) ?? 0;
  if (kind === 'laboratory') laboratories.set(world, before + 1);
  const answer = await world.post('/api/v1/parties', {
    as,
    body: partyBody(kind, zh, String(220_000_000_001 + before)),
  });
  if (answer.status !== 201) throw new Error(`the party was not registered: ${answer.text}`);
  return newId(answer.body, 'party') ?? '';
}
