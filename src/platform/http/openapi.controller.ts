import { Controller, Get, Header, type INestApplication, Injectable } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { invariant } from '../../kernel/invariant.js';
import { Allow } from './access.js';

/** The description of the API, generated from controllers and DTOs when somebody asks for it first. */
@Injectable()
export class OpenApi {
  private app: INestApplication | undefined;
  private document: OpenAPIObject | undefined;

  describe(app: INestApplication): void {
    this.app = app;
  }

  get json(): OpenAPIObject {
    invariant(this.app, 'the API is described before the server listens');
    this.document ??= documentOf(this.app);
    return this.document;
  }
}

function documentOf(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Yanzhen 验真')
    .setDescription('Product traceability and QC ledger. Errors are RFC 9457 problem details with a stable code.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'API key of a device: yz_…' })
    .addCookieAuth('__Host-yanzhen')
    .build();
  return withProblems(SwaggerModule.createDocument(app, head, { operationIdFactory: operationId }));
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do next, in the language of Accept-Language.' },
    code: { type: 'string', description: 'Stable: programs decide by it.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Every operation may answer with a problem, every POST takes an Idempotency-Key. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.post, item.put, item.delete]) {
      if (operation) operation.responses['default'] = { description: 'Problem (RFC 9457)', content };
    }
    item.post?.parameters?.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } });
  }
  const schemas = { ...document.components?.schemas, Problem: PROBLEM };
  return { ...document, components: { ...document.components, schemas } };
}

function operationId(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Header('cache-control', 'no-cache')
  @Allow('anyone')
  describe(): OpenAPIObject {
    return this.openApi.json;
  }
}
