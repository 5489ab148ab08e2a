import { newId } from '../../src/ledger/index.js';
import { BRACELET_READINGS, type Inspectors, startedInspection } from './inspection.js';
import { registeredInstrument } from './instruments.js';
import { receivedBracelet } from './intake.js';
import type { Caller, World } from './world.js';

let codes = 0;

/** An override that somebody asked for, of a balance that was never calibrated; answers its id and its inspection's. */
export async function askedOverride(
  world: World,
  people: Inspectors & { readonly admin: Caller },
): Promise<{ readonly inspectionId: string; readonly overrideId: string }> {
  const { admin, inspector } = people;
  const instrument = `N-${++codes}`;
  await registeredInstrument(world, admin, { code: instrument });
  const inspectionId = await startedInspection(world, inspector, await receivedBracelet(world, people));
  const path = `/api/v1/inspections/${inspectionId}`;
  const readings = BRACELET_READINGS.map((each) => (each.item === 'CRY-WT' ? { ...each, instrument } : each));
  await world.post(`${path}/readings`, { as: inspector, body: { readings } });
  const body = { instrument, reason: { zh: '新到的天平，已用砝码核对' } };
  const asked = await world.post(`${path}/overrides`, { as: inspector, body });
  if (asked.status !== 201) throw new Error(asked.text);
  return { inspectionId, overrideId: newId(asked.body, 'override') ?? '' };
}
