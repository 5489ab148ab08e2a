import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { type INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { Config } from '../config/config.js';
import { Metrics } from '../metrics/metrics.js';
import { checkShape } from './body-shape.js';
import { refuse } from './http.refusals.js';
import { OpenApi } from './openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { checkEveryRouteSaysWho } from './routes.check.js';
import { Streams } from './streams.js';
import { bodyPipe } from './validation.js';

const FORM_BYTES = 1_048_576;
export const PHOTO_BYTES = 8 * 1_048_576;
/** Sheets are read by the route itself, as they come. */
const SHEET_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  // What Windows calls a CSV once Excel is installed.
  'application/vnd.ms-excel',
  'application/octet-stream',
];
/** What comes as the bytes of a file: photographs, and reports of laboratories. */
const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
/** A film of a packing, half a minute as phones send it. */
const FILM_TYPES = ['video/mp4'];
const FILM_BYTES = 32 * 1_048_576;

/** The Fastify adapter with limits: what is larger is refused before it is read. */
export function fastifyAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: FORM_BYTES,
    // Only named hops: a client must not choose its own address.
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be decoded, which Fastify meets before any route and hook.
    frameworkErrors: FRAMEWORK_ERRORS,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
}

const FRAMEWORK_ERRORS: FastifyServerOptions['frameworkErrors'] = (error, request, reply) =>
  request.server.answerProblem(error, request, reply);

declare module 'fastify' {
  interface FastifyInstance {
    answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void;
  }
}

/** Puts the shared plumbing around the routes: limits, headers, problems, metrics. Throws when a route is unguarded. */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  checkEveryRouteSaysWho(app);
  app.useGlobalPipes(bodyPipe());
  const filter = app.get(ProblemFilter);
  app.useGlobalFilters(filter);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  app.get(OpenApi).describe(app);
  await registerPlugins(app);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.decorate('answerProblem', (...[error, request, reply]: Parameters<ProblemFilter['answer']>) =>
    filter.answer(error, request, reply),
  );
  takeBodies(fastify);
  measure(fastify, app.get(Metrics));
  fastify.addHook('preClose', () => app.get(Streams).endAll());
}

async function registerPlugins(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { directives: POLICY }, crossOriginResourcePolicy: false });
  await app.register(compress, { global: true, threshold: 1_024 });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, context) => refuse.tooManyRequests({ seconds: Math.ceil(context.ttl / 1_000) }),
  });
}

const SELF = ["'self'"];
const NONE = ["'none'"];
const POLICY = {
  defaultSrc: NONE,
  styleSrc: SELF,
  scriptSrc: SELF,
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: SELF,
  formAction: SELF,
  frameAncestors: NONE,
  baseUri: NONE,
  upgradeInsecureRequests: null,
};

/**
 * Forms come as JSON, which no other site's form can send, and photographs and reports as the bytes of the file.
 * What would cost minutes to check is refused before anybody looks at it.
 */
function takeBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', (request, _, done) => {
    checkShape(request.query);
    checkShape(request.body);
    done();
  });
  fastify.addContentTypeParser(SHEET_TYPES, (_, __, done) => done(null));
  // So large a body is read on one route only; elsewhere a film is a type like any other that is not taken.
  fastify.addHook('onRequest', (request, _, done) => {
    const isFilm = FILM_TYPES.some((type) => request.headers['content-type']?.startsWith(type));
    const isTaken = request.routeOptions.url?.endsWith('/packing-files/:kind') ?? false;
    done(isFilm && !isTaken ? new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('video/mp4') : undefined);
  });
  fastify.addContentTypeParser(FILM_TYPES, { parseAs: 'buffer', bodyLimit: FILM_BYTES }, (_, body, done) => {
    done(null, body);
  });
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer', bodyLimit: PHOTO_BYTES }, (_, body, done) => {
    done(null, body);
  });
}

function measure(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request: FastifyRequest, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
}

/** The address that the server answers at. */
export async function listen(app: INestApplication, config: Config): Promise<string> {
  await app.listen(config.port, config.host);
  return app.getUrl();
}
