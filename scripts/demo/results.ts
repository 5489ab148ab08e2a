import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyUrl } from '../../src/kernel/verify-url.js';
import { qrPng } from '../../src/platform/documents/qr.js';
import { decodeBase64, formatProofBundle } from '../../src/tlog/index.js';
import type { Journey } from './journey.js';
import type { People } from './people.js';

interface Certificate {
  readonly number: string;
  readonly code: string;
  readonly verifyUrl: string;
  readonly unitName: string;
}

/** The part of the verify page's data that proves it. */
interface ProvenPage {
  readonly proofs: {
    readonly checkpoint: string;
    readonly entries: readonly { readonly index: number; readonly entry: string; readonly proof: readonly string[] }[];
  };
}

/** What the demo leaves of one journey, for its summary. */
export interface Result {
  readonly name: string;
  readonly number: string;
  readonly pageUrl: string;
  readonly labelUrls: readonly string[];
  readonly files: readonly string[];
}

const PIXELS_PER_MODULE = 10;

/** Fetches and writes certificate, labels, QR images and proofs of one unit into `folder` under a prefix. */
export async function writeResults(
  server: { readonly url: string; readonly folder: string },
  people: People,
  journey: Journey,
  prefix: string,
): Promise<Result> {
  const certificatePath = `/api/v1/certificates/${journey.certificateId}`;
  const certificate = (await (await people.reviewer.get(certificatePath)).json()) as Certificate;
  const labels = await labelCodes(people, journey.unitId);
  const pageUrl = `${server.url}/v/${certificate.code}`;
  const page = await (await fetch(pageUrl, { headers: { accept: 'application/json' } })).text();
  const files: readonly [string, Uint8Array | string][] = [
    [`${prefix}-certificate.pdf`, await bytesOf(await people.reviewer.get(`${certificatePath}/pdf`))],
    [`${prefix}-certificate.json`, await (await people.reviewer.get(`${certificatePath}/content`)).text()],
    [`${prefix}-certificate-qr.png`, await qrPng(certificate.verifyUrl, { scale: PIXELS_PER_MODULE })],
    [`${prefix}-labels.pdf`, await bytesOf(await people.packer.get(`/api/v1/units/${journey.unitId}/labels.pdf`))],
    [`${prefix}-label-1-qr.png`, await qrPng(verifyUrl(server.url, labels[0] ?? ''), { scale: PIXELS_PER_MODULE })],
    [`${prefix}-page.json`, page],
    [`${prefix}-proof.tlog-proof`, lastProof(JSON.parse(page) as ProvenPage)],
  ];
  await mkdir(server.folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(server.folder, name), content);
  return {
    name: certificate.unitName,
    number: certificate.number,
    pageUrl,
    labelUrls: labels.map((code) => `${server.url}/v/${code}`),
    files: files.map(([name]) => name),
  };
}

async function labelCodes({ packer }: People, unitId: string): Promise<string[]> {
  const answer = await packer.get(`/api/v1/units/${unitId}/labels`);
  const { items } = (await answer.json()) as { items: readonly { readonly code: string | null }[] };
  return items.map(({ code }) => code ?? '');
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** The newest entry of the unit as a C2SP tlog-proof; its leaf is in `extra`. */
function lastProof({ proofs }: ProvenPage): string {
  const last = proofs.entries.at(-1);
  if (!last) throw new Error('the page proves nothing');
  return formatProofBundle({
    index: last.index,
    proof: last.proof.map(decodeBase64),
    checkpoint: proofs.checkpoint,
    extra: decodeBase64(last.entry),
  });
}
