import type { FastifyRequest } from 'fastify';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Tells whether browsers keep `__Host-` cookies at this address: over HTTPS, or on the machine itself. */
export function isSecureAddress(request: FastifyRequest): boolean {
  return request.protocol === 'https' || LOOPBACK.has(request.host.replace(/:\d+$/, ''));
}
