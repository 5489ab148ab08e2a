import { ImportChecker } from '../../src/modules/exchange/import-checker.js';
import { ImportRunner } from '../../src/modules/exchange/import-runner.js';
import { csvRows } from '../../src/platform/sheets/csv-writer.js';
import type { Answer, Caller, World } from './world.js';

export interface Sheet {
  readonly kind?: string;
  readonly type?: string;
  readonly body: string | Uint8Array;
}

/** Uploads a sheet and waits until it is checked; answers the import, or the refusal. */
export async function uploaded(world: World, as: Caller, sheet: Sheet): Promise<Answer> {
  const { kind = 'products', type = 'text/csv', body } = sheet;
  const answer = await world.post(`/api/v1/imports?kind=${kind}&name=a.csv`, {
    as,
    body,
    headers: { 'content-type': type },
  });
  if (answer.status !== 201) return answer;
  await world.app.get(ImportChecker).idle();
  return world.get(`/api/v1/imports/${answer.body.id}`, { as });
}

/** The import once nothing of it goes on any more. */
export async function settled(world: World, as: Caller, id: string): Promise<Answer> {
  await world.app.get(ImportRunner).idle();
  return world.get(`/api/v1/imports/${id}`, { as });
}

/** Uploads, checks and commits; answers the import when all of it is recorded. */
export async function imported(world: World, as: Caller, sheet: Sheet): Promise<Answer> {
  const { body } = await uploaded(world, as, sheet);
  const answer = await world.post(`/api/v1/imports/${body.id}/commit`, { as, body: {} });
  return answer.status === 201 ? settled(world, as, body.id) : answer;
}

export const PRODUCT_HEADER = ['name', 'category', 'spec', 'attributes.gemName', 'declared.skuName'];

export function productRow(name: string): string[] {
  return [name, 'crystal-jewelry', '8 mm', '紫晶', '天然紫晶'];
}

/** A sheet of bracelets with these names. */
export function productSheet(names: readonly string[]): string {
  return csvRows([PRODUCT_HEADER, ...names.map(productRow)]);
}

export async function importedProducts(world: World, as: Caller, names: readonly string[]): Promise<Answer> {
  const answer = await imported(world, as, { body: productSheet(names) });
  if (answer.body?.recorded !== names.length) throw new Error(answer.text);
  return answer;
}
