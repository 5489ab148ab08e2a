import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Nest's messages as JSON lines: an event name and fields, never secrets or personal data. */
export function pinoLogger(level: string): LoggerService {
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const line =
    (write: (fields: object, message?: string) => void) =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      if (typeof message === 'object' && message !== null) write({ context, ...plain(message) });
      else write({ context }, String(message));
    };
  return {
    log: line((fields, message) => logger.debug(fields, message)),
    error: line((fields, message) => logger.error(fields, message)),
    warn: line((fields, message) => logger.warn(fields, message)),
    debug: line((fields, message) => logger.debug(fields, message)),
    verbose: line((fields, message) => logger.trace(fields, message)),
  };
}

function plain(message: object): object {
  const { error, ...fields } = message as { error?: unknown };
  return error instanceof Error ? { ...fields, error: error.message, stack: error.stack } : { ...fields, error };
}
