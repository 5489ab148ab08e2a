import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Witness, WitnessAnswer } from './witness.js';

const MAX_BODY_BYTES = 262_144;

/** The HTTP face of a witness: `POST …/add-checkpoint`, and its key at `/`. */
export function witnessServer(witness: Witness): Server {
  return createServer((request, response) => {
    void answer(witness, request).then((answered) => send(response, answered));
  });
}

async function answer(witness: Witness, request: IncomingMessage): Promise<WitnessAnswer> {
  const path = request.url?.split('?')[0] ?? '';
  if (path === '/') return text(200, witness.vkey);
  if (!path.endsWith('/add-checkpoint')) return text(404, 'not found');
  if (request.method !== 'POST') return text(405, 'POST only');
  try {
    const body = await bodyOf(request);
    return body ? witness.addCheckpoint(body) : text(413, 'the request is too long');
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return text(500, 'it could not be remembered, so nothing was cosigned');
  }
}

/** The whole body, or undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, type, body }: WitnessAnswer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

function text(status: number, body: string): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}
