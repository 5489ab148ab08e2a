import { newId } from '../../src/ledger/index.js';
import type { DemoWarehouse } from './catalog.js';
import type { Answer, Caller, World } from './world.js';

/** An open live session, and the token of its overlay. */
export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  /** Of its commands. */
  readonly path: string;
}

export async function openedSession(world: World, as: Caller, body: object = {}): Promise<OpenedSession> {
  const answer = await world.post('/api/v1/live-sessions', { as, body: { title: '周五专场', ...body } });
  if (answer.status !== 201) throw new Error(answer.text);
  const id = newId(answer.body, 'live-session') ?? '';
  return { id, token: answer.body.token, path: `/api/v1/live-sessions/${id}` };
}

/** Names a certificate to show. */
export function picked(world: World, as: Caller, { path }: OpenedSession, wish: object): Promise<Answer> {
  return world.post(`${path}/pick`, { as, body: wish });
}

/** Suspends a certificate with a public reason. */
export async function suspended(world: World, { reviewer }: DemoWarehouse, certificateId: string): Promise<void> {
  const call = { as: reviewer, body: { reason: { zh: '正在核实' } } };
  const answer = await world.post(`/api/v1/certificates/${certificateId}/suspension`, call);
  if (answer.status !== 201) throw new Error(answer.text);
}
