import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app/start.js';
import type { Random } from '../../src/kernel/ids.js';
import type { Config } from '../../src/platform/config/config.js';
import { type Caller, HOST, type World } from './world.js';

/** The application once more over the database, keys and files of a world, as after a restart or beside it. */
export async function secondApp(
  world: World,
  { config = {}, random }: { readonly config?: Partial<Config>; readonly random?: Random } = {},
): Promise<NestFastifyApplication> {
  const app = await createApp(Object.freeze({ ...world.config, ...config }), {
    clock: world.clock,
    ...(random ? { random } : {}),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A call of that application by somebody who signed in to the first. */
export async function postTo(
  app: NestFastifyApplication,
  url: string,
  { as, body = {} }: { readonly as: Caller; readonly body?: object },
): Promise<{ readonly status: number; readonly code: string | undefined }> {
  const headers = { host: HOST, origin: `http://${HOST}`, cookie: as.cookie };
  const answer = await app.inject({ method: 'POST', url, headers, payload: body });
  return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
}
