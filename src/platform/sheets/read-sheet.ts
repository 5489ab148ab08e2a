import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SheetFault, type FileFault, type SheetRow } from './sheet-rows.ts';

/** Enough for the shared texts of the largest sheet; a sheet that needs more is refused instead of filling the memory. */
const MAX_HEAP_MIB = 256;

interface Message {
  readonly rows?: SheetRow[];
  readonly part?: number;
  readonly isEnd?: true;
  readonly fault?: FileFault;
  readonly row?: number;
}

/** Some rows, and how much of the file is read by now (0 to 1). */
export interface SheetPart {
  readonly rows: readonly SheetRow[];
  readonly part: number;
}

/**
 * Reads a CSV or XLSX file in a thread of its own, in parts of about 200 rows; the thread waits while a part is worked
 * on. Throws SheetFault when the file as a whole cannot be taken.
 */
export async function* readSheet(path: string): AsyncGenerator<SheetPart> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./sheet.worker.${ending}`, import.meta.url), {
    workerData: { path },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB },
  });
  // An error while nobody waits for a message shows when somebody does.
  worker.on('error', () => undefined);
  // Its last message may come in the same moment as its end.
  const ended = new Promise<Message>((resolve) => worker.once('exit', () => setImmediate(resolve, {})));
  try {
    for (;;) {
      const message = await nextMessage(worker, ended);
      if (message.fault) throw new SheetFault(message.fault, message.row);
      if (message.isEnd) return;
      if (!message.rows) throw new Error('the thread that reads a sheet ended early');
      yield { rows: message.rows, part: message.part ?? 0 };
      worker.postMessage('go on');
    }
  } finally {
    await worker.terminate();
  }
}

async function nextMessage(worker: Worker, ended: Promise<Message>): Promise<Message> {
  try {
    const message = once(worker, 'message') as Promise<[Message]>;
    return await Promise.race([message.then(([first]) => first), ended]);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new SheetFault('too-large');
    throw error;
  }
}
