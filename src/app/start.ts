import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogClock, SelfAudit } from '../ledger/index.js';
import type { Config } from '../platform/config/config.js';
import { Checkpointer } from '../platform/database/checkpointer.js';
import { fastifyAdapter, prepareServer } from '../platform/http/server.js';
import { pinoLogger } from '../platform/http/logger.js';
import type { SystemParts } from '../platform/system/system.module.js';
import { AppModule } from './app.module.js';

/** Builds the whole application, ready to listen. Throws when the log does not verify or a route is unguarded. */
export async function createApp(config: Config, system: SystemParts = {}): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, system), fastifyAdapter(config), {
    logger: pinoLogger(config.logLevel),
    abortOnError: false,
    // Nest would take other sites' forms, too; see takeBodies in platform/http/server.ts.
    bodyParser: false,
  });
  await prepareServer(app);
  app.get(Checkpointer).start();
  app.get(LogClock).start();
  app.get(SelfAudit).start();
  return app;
}

/** The application without its HTTP server, for commands that a person runs. Throws like `createApp`; close it after. */
export function createContext(config: Config, system: SystemParts = {}): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.with(config, system), {
    logger: pinoLogger(config.logLevel),
    abortOnError: false,
  });
}
